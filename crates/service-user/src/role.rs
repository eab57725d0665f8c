//! Roles, and which of them are broad.

use crate::review::Checked;
use crate::seen::Seen;
use crate::{
    Fault, FaultKind, Field, Manager, ManagerCode, OneOrMore, Remarks, RoleId, Surroundings, WarningKind,
};

/// A role that a Manager offers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Role {
    /// What the API calls it.
    pub id: RoleId,
    /// What people call it.
    pub name: String,
    /// What it is for, in the API's words; empty where it says nothing.
    pub description: String,
    /// The Manager it belongs to.
    pub manager: Manager,
    /// What it permits, in the API's codes.
    pub permissions: Vec<String>,
}

impl Role {
    /// Whether the role permits more than an integration usually needs, so that choosing it deserves a warning.
    ///
    /// "Only the roles needed" is DigiCert's own advice (documented). A token is copied by hand and kept in files, so what
    /// it opens should be little. A role counts as broad (our contract) when its holder could do one of these:
    ///
    /// - create or change users, accounts or roles, and so give itself more;
    /// - set a Manager up or release what others sign, where a routine integration only uses it;
    /// - recover private keys of other people.
    ///
    /// The documented roles are judged one by one:
    ///
    /// | Manager | Broad | Not broad |
    /// |---|---|---|
    /// | Account Manager | Account Manager, User Manager, Account Admin | Default User, Read Only |
    /// | CA Manager | PKI manager, Key escrow | Read only |
    /// | Trust Lifecycle | SSP Manager, Infrastructure admin, Manager, Recovery manager | View only, Reporting admin, Import manager, User and certificate manager, Certificate profile manager |
    /// | Software Trust | Lead, Team Lead | Developer, Signer, Build Engineer |
    /// | KeyLocker | Lead | Signer |
    /// | Document Trust | Client Admin | Signer, Organization Approver |
    /// | Device Trust | Solution Administrator, Device Administrator | Device Creator, Artifact Manager |
    ///
    /// A role that is not documented, such as one that a tenant made, is broad when its name holds one of the words
    /// admin, administrator, lead, owner and superuser. Upper and lower case make no difference: DigiCert's own pages
    /// write both "Read Only" and "Read only". The permission codes are not consulted, because too few are documented.
    pub fn is_broad(&self) -> bool {
        let same = |one: &str, other: &str| one.eq_ignore_ascii_case(other);
        let documented = DOCUMENTED_ROLES
            .iter()
            .find(|(manager, role, _)| same(manager, &self.manager.name) && same(role, &self.name));
        match documented {
            Some((_, _, reach)) => *reach == Reach::Broad,
            None => self
                .name
                .split(|character: char| !character.is_ascii_alphanumeric())
                .any(|word| BROAD_WORDS.iter().any(|broad| same(broad, word))),
        }
    }
}

/// A role as people are told of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamedRole {
    /// What the API calls it.
    pub id: RoleId,
    /// What people call it; the id, where the role is not known.
    pub name: String,
    /// The name of the Manager it belongs to, which tells the *Signer* of one from that of another; `None` where the role
    /// is not known.
    pub manager: Option<String>,
}

impl NamedRole {
    /// The role with this id, if it is among these.
    pub fn find(id: &RoleId, roles: &[Role]) -> Self {
        let known = roles.iter().find(|role| role.id == *id);
        Self {
            id: id.clone(),
            name: known.map_or_else(|| id.to_string(), |role| role.name.clone()),
            manager: known.map(|role| role.manager.name.clone()),
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Reach {
    Broad,
    Narrow,
}

const BROAD_WORDS: &[&str] = &["admin", "administrator", "lead", "owner", "superuser"];

/// The documented roles, Manager by Manager, as judged in [`Role::is_broad`].
const DOCUMENTED_ROLES: &[(&str, &str, Reach)] = &[
    ("Account Manager", "Account Manager", Reach::Broad),
    ("Account Manager", "User Manager", Reach::Broad),
    ("Account Manager", "Account Admin", Reach::Broad),
    ("Account Manager", "Default User", Reach::Narrow),
    ("Account Manager", "Read Only", Reach::Narrow),
    ("CA Manager", "Read only", Reach::Narrow),
    ("CA Manager", "PKI manager", Reach::Broad),
    ("CA Manager", "Key escrow", Reach::Broad),
    ("Trust Lifecycle", "SSP Manager", Reach::Broad),
    ("Trust Lifecycle", "View only", Reach::Narrow),
    ("Trust Lifecycle", "Infrastructure admin", Reach::Broad),
    ("Trust Lifecycle", "Reporting admin", Reach::Narrow),
    ("Trust Lifecycle", "Manager", Reach::Broad),
    ("Trust Lifecycle", "Recovery manager", Reach::Broad),
    ("Trust Lifecycle", "Import manager", Reach::Narrow),
    ("Trust Lifecycle", "User and certificate manager", Reach::Narrow),
    ("Trust Lifecycle", "Certificate profile manager", Reach::Narrow),
    ("Software Trust", "Lead", Reach::Broad),
    ("Software Trust", "Team Lead", Reach::Broad),
    ("Software Trust", "Developer", Reach::Narrow),
    ("Software Trust", "Signer", Reach::Narrow),
    ("Software Trust", "Build Engineer", Reach::Narrow),
    ("KeyLocker", "Lead", Reach::Broad),
    ("KeyLocker", "Signer", Reach::Narrow),
    ("Document Trust", "Client Admin", Reach::Broad),
    ("Document Trust", "Signer", Reach::Narrow),
    ("Document Trust", "Organization Approver", Reach::Narrow),
    ("Device Trust", "Solution Administrator", Reach::Broad),
    ("Device Trust", "Device Creator", Reach::Narrow),
    ("Device Trust", "Device Administrator", Reach::Broad),
    ("Device Trust", "Artifact Manager", Reach::Narrow),
];

/// At least one for each chosen Manager (documented), none of a Manager that is not chosen. A role that the existing user
/// has and that cannot be chosen stands.
///
/// A chosen Manager of which no role is known is the Managers field's fault, not this one's: no choice here could mend it.
/// The value is `None` only where no Manager was chosen that has roles and no role is kept, so that field is at fault then.
pub(crate) fn check(
    chosen: &[RoleId],
    chosen_managers: &[ManagerCode],
    surroundings: &Surroundings<'_>,
) -> Checked<Option<OneOrMore<RoleId>>> {
    let known = surroundings.roles;
    let own: &[RoleId] = surroundings.existing.map_or(&[], |user| &user.roles);
    let mut remarks = Remarks::default();
    let mut fault = |kind| remarks.faults.push(Fault::new(Field::Roles, kind));
    let mut broad = Vec::new();

    let mut seen_managers = Seen::default();
    for code in chosen_managers
        .iter()
        .filter(|code| seen_managers.insert(code.as_str()))
    {
        let mut offered = known.iter().filter(|role| role.manager.code == *code).peekable();
        let manager = offered.peek().map(|role| role.manager.clone());
        match manager {
            Some(manager) if !offered.any(|role| chosen.contains(&role.id)) => {
                fault(FaultKind::RoleMissingFor { manager });
            }
            Some(_) | None => {}
        }
    }

    let mut seen_roles = Seen::default();
    let unique: Vec<&RoleId> = chosen
        .iter()
        .filter(|id| seen_roles.insert(id.as_str()))
        .collect();
    for &id in &unique {
        match known.iter().find(|role| role.id == *id) {
            None if own.contains(id) => {}
            None => fault(FaultKind::UnknownRole { id: id.clone() }),
            Some(role) if !seen_managers.contains(role.manager.code.as_str()) => {
                fault(FaultKind::RoleOfUnchosenManager {
                    id: id.clone(),
                    role: role.name.clone(),
                    manager: role.manager.clone(),
                });
            }
            Some(role) if role.is_broad() => broad.push(role),
            Some(_) => {}
        }
    }

    for role in broad {
        let kind = WarningKind::BroadRole {
            role: role.name.clone(),
            manager: role.manager.name.clone(),
        };
        remarks.warn(Field::Roles, kind);
    }
    Checked::new(OneOrMore::from_items(unique.into_iter().cloned()), remarks)
}
