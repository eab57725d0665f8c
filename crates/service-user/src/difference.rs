//! What a change does to a service user.

use crate::draft::each_once;
use crate::{
    Account, AccountId, EndDate, Field, NamedAccount, NamedRole, Role, RoleId, ServiceUser,
    ServiceUserRequest,
};

/// What is different between a service user and what a request, or somebody else, makes of it. Only what a request can say
/// is compared: the status, for one, is changed by other means.
///
/// The order of accounts and roles does not count, nor does one that is named twice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// The friendly name, if it changes.
    pub friendly_name: Option<Change<String>>,
    /// The description, if it changes.
    pub description: Option<Change<String>>,
    /// The end date, if it changes; `None` for one that could not be read.
    pub end_date: Option<Change<Option<EndDate>>>,
    /// The email, if it changes.
    pub email: Option<Change<String>>,
    /// Which accounts can use it that could not, and the other way round.
    pub accounts: SetChange<AccountId>,
    /// Which roles it gets and loses.
    pub roles: SetChange<RoleId>,
}

/// What something was and what it becomes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Change<T> {
    /// What it was.
    pub from: T,
    /// What it becomes.
    pub to: T,
}

/// What is added to a set and what is taken away from it, each once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SetChange<T> {
    /// What was not there and will be.
    pub added: Vec<T>,
    /// What was there and will not be.
    pub taken_away: Vec<T>,
}

impl Difference {
    /// What a request changes about an existing service user; where it is empty, there is nothing to save.
    pub fn of_request(user: &ServiceUser, request: &ServiceUserRequest) -> Self {
        Self::new(&Contents::of_user(user), &Contents::of_request(request))
    }

    /// What became of a service user, such as by somebody else's hand.
    pub fn between(before: &ServiceUser, after: &ServiceUser) -> Self {
        Self::new(&Contents::of_user(before), &Contents::of_user(after))
    }

    fn new(before: &Contents<'_>, after: &Contents<'_>) -> Self {
        Self {
            friendly_name: Change::of_text(before.friendly_name, after.friendly_name),
            description: Change::of_text(before.description, after.description),
            end_date: (before.end_date != after.end_date).then_some(Change {
                from: before.end_date,
                to: after.end_date,
            }),
            email: Change::of_text(before.email, after.email),
            accounts: SetChange::new(&before.accounts, &after.accounts),
            roles: SetChange::new(&before.roles, &after.roles),
        }
    }

    /// Whether nothing changes.
    pub fn is_empty(&self) -> bool {
        self.fields().next().is_none()
    }

    /// The fields that change, in the order of the form. Managers are not among them: they are those of the roles.
    pub fn fields(&self) -> impl Iterator<Item = Field> {
        let changes = [
            (Field::FriendlyName, self.friendly_name.is_some()),
            (Field::Description, self.description.is_some()),
            (Field::EndDate, self.end_date.is_some()),
            (Field::Email, self.email.is_some()),
            (Field::Accounts, !self.accounts.is_empty()),
            (Field::Roles, !self.roles.is_empty()),
        ];
        changes
            .into_iter()
            .filter_map(|(field, changes)| changes.then_some(field))
    }
}

impl Change<String> {
    fn of_text(from: &str, to: &str) -> Option<Self> {
        (from != to).then(|| Self {
            from: from.to_owned(),
            to: to.to_owned(),
        })
    }
}

impl<T> SetChange<T> {
    /// Whether the set stays as it is.
    pub fn is_empty(&self) -> bool {
        self.added.is_empty() && self.taken_away.is_empty()
    }

    fn map<Other>(&self, of: impl Fn(&T) -> Other) -> SetChange<Other> {
        SetChange {
            added: self.added.iter().map(&of).collect(),
            taken_away: self.taken_away.iter().map(&of).collect(),
        }
    }
}

impl<T: Clone + Ord> SetChange<T> {
    fn new(before: &[&T], after: &[&T]) -> Self {
        let without = |items: &[&T], others: &[&T]| {
            each_once(items.iter().copied().filter(|item| !others.contains(item)))
        };
        Self {
            added: without(after, before),
            taken_away: without(before, after),
        }
    }
}

impl SetChange<AccountId> {
    /// The same with names, as people are told of it.
    pub fn named(&self, accounts: &[Account]) -> SetChange<NamedAccount> {
        self.map(|id| NamedAccount::find(id, accounts))
    }
}

impl SetChange<RoleId> {
    /// The same with names, as people are told of it.
    pub fn named(&self, roles: &[Role]) -> SetChange<NamedRole> {
        self.map(|id| NamedRole::find(id, roles))
    }
}

/// What a request can say of a service user.
struct Contents<'a> {
    friendly_name: &'a str,
    description: &'a str,
    /// `None` where it could not be read, which is like no request.
    end_date: Option<EndDate>,
    email: &'a str,
    accounts: Vec<&'a AccountId>,
    roles: Vec<&'a RoleId>,
}

impl<'a> Contents<'a> {
    fn of_user(user: &'a ServiceUser) -> Self {
        Self {
            friendly_name: &user.friendly_name,
            description: &user.description,
            end_date: (!user.has_unread_end_date()).then(|| EndDate::from_last_day(user.end_date)),
            email: &user.email,
            accounts: user.accounts.iter().collect(),
            roles: user.roles.iter().collect(),
        }
    }

    fn of_request(request: &'a ServiceUserRequest) -> Self {
        Self {
            friendly_name: request.friendly_name().as_str(),
            description: request.description().as_str(),
            end_date: Some(request.end_date()),
            email: request.email().as_str(),
            accounts: request.accounts().iter().collect(),
            roles: request.roles().iter().collect(),
        }
    }
}
