//! One service user of a list.

use chrono::{DateTime, Utc};
use service_user::{AccountId, RoleId, ServiceUser, Standing, Status, UserId, UtcDay};

use crate::record::{Record, RecordStatus};
use crate::store::{Shared, Store};
use crate::user_key::UserKey;

/// One service user of a list, lent: what [`ServiceUser`] holds, without copying more than is asked for.
#[derive(Clone, Copy, Debug)]
pub struct Row<'a> {
    pub(crate) store: &'a Store,
    pub(crate) record: &'a Record,
}

impl<'a> Row<'a> {
    /// What the API calls it.
    pub fn id(self) -> UserId {
        self.record.key.id()
    }

    /// What people and audit entries call it.
    pub fn friendly_name(self) -> &'a str {
        self.record.name.text(self.store.names())
    }

    /// The description; empty where there is none.
    pub fn description(self) -> &'a str {
        self.store.words().text(self.record.description)
    }

    /// The person who looks after the credential; empty where the API says nothing.
    pub fn email(self) -> &'a str {
        self.store.words().text(self.record.email)
    }

    /// The status that the API reports.
    pub fn status(self) -> Status {
        match self.record.status {
            RecordStatus::Active => Status::Active,
            RecordStatus::Disabled => Status::Disabled,
            RecordStatus::Other(word) => Status::Other(self.store.words().text(word).to_owned()),
        }
    }

    /// How it stands today, as [`ServiceUser::standing`] tells.
    pub fn standing(self, today: UtcDay) -> Standing {
        Standing::of(&self.status(), self.end_date(), today)
    }

    /// The last day on which it works, in UTC; `None` where it has no end date.
    pub fn end_date(self) -> Option<UtcDay> {
        self.record.end_date
    }

    /// The names of the Managers it has access to.
    pub fn managers(self) -> impl Iterator<Item = &'a str> {
        self.store.shared_words(self.record, Shared::Managers)
    }

    /// The accounts that can use it.
    pub fn accounts(self) -> impl Iterator<Item = AccountId> {
        self.store
            .shared_words(self.record, Shared::Accounts)
            .map(AccountId::new)
    }

    /// The roles it has.
    pub fn roles(self) -> impl Iterator<Item = RoleId> {
        self.store
            .shared_words(self.record, Shared::Roles)
            .map(RoleId::new)
    }

    /// When it was created.
    pub fn created_at(self) -> Option<DateTime<Utc>> {
        self.record.created_at
    }

    /// Who created it: an id, as the API gives it.
    pub fn created_by(self) -> Option<&'a str> {
        self.store.shared_words(self.record, Shared::Creator).next()
    }

    /// The whole of it, equal to what the list was given.
    pub fn to_service_user(self) -> ServiceUser {
        ServiceUser {
            id: self.id(),
            friendly_name: self.friendly_name().to_owned(),
            description: self.description().to_owned(),
            email: self.email().to_owned(),
            status: self.status(),
            end_date: self.end_date(),
            accounts: self.accounts().collect(),
            roles: self.roles().collect(),
            managers: self.managers().map(str::to_owned).collect(),
            created_at: self.created_at(),
            created_by: self.created_by().map(str::to_owned),
        }
    }

    pub(crate) fn key(self) -> &'a UserKey {
        &self.record.key
    }
}
