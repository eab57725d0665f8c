//! The fields of the form, in the order in which it shows them.

/// A field of the form. The order of the variants is the order on the screen and the order of faults.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// *Friendly name*.
    FriendlyName,
    /// *Description*.
    Description,
    /// *End date*.
    EndDate,
    /// *Email*.
    Email,
    /// *Accounts that can use this service user*.
    Accounts,
    /// *DigiCert ONE Manager access*.
    Managers,
    /// *Roles*, a group for each chosen Manager.
    Roles,
}

impl Field {
    /// Every field, in order.
    pub const ALL: [Self; 7] = [
        Self::FriendlyName,
        Self::Description,
        Self::EndDate,
        Self::Email,
        Self::Accounts,
        Self::Managers,
        Self::Roles,
    ];

    /// The stable name of the field, for ids, tests and error bodies; never shown to a person.
    pub fn name(self) -> &'static str {
        match self {
            Self::FriendlyName => "friendly_name",
            Self::Description => "description",
            Self::EndDate => "end_date",
            Self::Email => "email",
            Self::Accounts => "accounts",
            Self::Managers => "managers",
            Self::Roles => "roles",
        }
    }

    /// The step of the form on which the field stands (documented).
    pub fn step(self) -> Step {
        match self {
            Self::FriendlyName
            | Self::Description
            | Self::EndDate
            | Self::Email
            | Self::Accounts
            | Self::Managers => Step::Details,
            Self::Roles => Step::Roles,
        }
    }
}

/// A step of the form (documented: there are two).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step {
    /// *Service user details*.
    Details,
    /// *Roles and permissions*.
    Roles,
}
