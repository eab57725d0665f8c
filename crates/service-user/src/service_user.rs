//! An existing service user.

use chrono::{DateTime, Utc};

use crate::{AccountId, Difference, Role, RoleId, ServiceUserRequest, UserId, UtcDay};

/// A service user as the API describes it. Nothing here was checked by the rules: it may predate them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ServiceUser {
    /// What the API calls it.
    pub id: UserId,
    /// What people and audit entries call it.
    pub friendly_name: String,
    /// The description; empty where there is none.
    pub description: String,
    /// The person who looks after the credential; empty where the API says nothing.
    pub email: String,
    /// The status that the API reports.
    pub status: Status,
    /// The last day on which it works, in UTC; `None` where it has no end date.
    pub end_date: Option<UtcDay>,
    /// The accounts that can use it; the primary one is the first.
    pub accounts: Vec<AccountId>,
    /// The roles it has.
    pub roles: Vec<RoleId>,
    /// The names of the Managers it has access to.
    pub managers: Vec<String>,
    /// When it was created.
    pub created_at: Option<DateTime<Utc>>,
    /// Who created it: an id, as the API gives it.
    pub created_by: Option<String>,
}

/// The status that the API reports. Only *active* is documented; *disabled* is our contract.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Status {
    /// It may be used until its end date.
    Active,
    /// It was disabled by somebody.
    Disabled,
    /// A status that this crate does not know, as the API wrote it.
    Other(String),
}

/// Whether a service user works today: the status and the end date taken together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It works.
    Active,
    /// It was disabled, whatever its end date.
    Disabled,
    /// Its end date is past.
    Expired,
    /// Its status is one that this crate does not know, as the API wrote it, and its end date is not past.
    Other(String),
}

impl ServiceUser {
    /// Whether this is, in every field, the service user that a request asked for; the order of accounts and roles does
    /// not count.
    ///
    /// A browser may send a request a second time by itself when a connection breaks. The second is then refused because
    /// the name is in use, and what tells that from somebody else's service user of the same name is the rest of it.
    pub fn is_as_requested(&self, request: &ServiceUserRequest) -> bool {
        Difference::of_request(self, request).is_empty()
    }

    /// The roles that it has and that are not among the known ones, which is no mistake: an administrator may not see
    /// every role.
    pub fn unseen_roles<'a>(&'a self, known: &'a [Role]) -> impl Iterator<Item = &'a RoleId> {
        self.roles
            .iter()
            .filter(|id| !known.iter().any(|role| role.id == **id))
    }

    /// The names of the Managers that it has access to without having any of the known roles there.
    ///
    /// Where it has [roles that are not known](Self::unseen_roles), these are probably the Managers that they belong to.
    pub fn unseen_managers<'a>(&'a self, known: &'a [Role]) -> impl Iterator<Item = &'a str> {
        self.managers.iter().map(String::as_str).filter(|name| {
            let belongs = |role: &Role| role.manager.is_called(name) && self.roles.contains(&role.id);
            !known.iter().any(belongs)
        })
    }

    /// How it stands today. The API reports no expiry (documented is only *active*), so it is computed from the end date.
    pub fn standing(&self, today: UtcDay) -> Standing {
        Standing::of(&self.status, self.end_date, today)
    }
}

impl Standing {
    /// How a service user of this status and this last day stands today.
    pub fn of(status: &Status, end_date: Option<UtcDay>, today: UtcDay) -> Self {
        let over = end_date.is_some_and(|last_day| last_day < today);
        match status {
            Status::Disabled => Self::Disabled,
            Status::Active | Status::Other(_) if over => Self::Expired,
            Status::Active => Self::Active,
            Status::Other(text) => Self::Other(text.clone()),
        }
    }
}
