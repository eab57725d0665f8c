//! The roles that DigiCert itself prescribes for common integrations.

/// What one integration needs, and no more (documented).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Recipe {
    /// The integration.
    pub name: &'static str,
    /// What it needs, Manager by Manager.
    pub grants: &'static [RecipeGrant],
}

/// What an integration needs from one Manager. Names, because ids differ from tenant to tenant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RecipeGrant {
    /// The Manager's name.
    pub manager: &'static str,
    /// The names of the roles.
    pub roles: &'static [&'static str],
}

/// The least-privilege recipes that DigiCert's pages prescribe (documented).
pub const RECIPES: &[Recipe] = &[
    Recipe {
        name: "Trust Lifecycle REST API",
        grants: &[RecipeGrant {
            manager: "Trust Lifecycle",
            roles: &["User and certificate manager"],
        }],
    },
    Recipe {
        name: "Trust Lifecycle autoenrollment server",
        grants: &[
            RecipeGrant {
                manager: "CA Manager",
                roles: &["Read only"],
            },
            RecipeGrant {
                manager: "Trust Lifecycle",
                roles: &["User and certificate manager", "Certificate profile manager"],
            },
        ],
    },
    Recipe {
        name: "TLS inspection with a private CA",
        grants: &[RecipeGrant {
            manager: "Trust Lifecycle",
            roles: &["Manager"],
        }],
    },
    Recipe {
        name: "Fleet device management",
        grants: &[RecipeGrant {
            manager: "Trust Lifecycle",
            roles: &["User and certificate manager", "Certificate profile manager"],
        }],
    },
    Recipe {
        name: "Code signing in CI",
        grants: &[RecipeGrant {
            manager: "Software Trust",
            roles: &["Signer"],
        }],
    },
    Recipe {
        name: "Onboarding automation",
        grants: &[RecipeGrant {
            manager: "Account Manager",
            roles: &["User Manager"],
        }],
    },
];

/// Their names, for a page that loads the rest when one is chosen.
#[expect(
    clippy::indexing_slicing,
    reason = "the compiler works it out, and would refuse a place that is not there"
)]
pub const RECIPE_NAMES: [&str; RECIPES.len()] = {
    let mut names = [""; RECIPES.len()];
    let mut place = 0;
    while place < names.len() {
        names[place] = RECIPES[place].name;
        place += 1;
    }
    names
};
