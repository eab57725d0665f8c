//! The made-up data. It is the same at every start; only its dates move with the day.

mod accounts;
mod audit_log;
mod managers;
mod people;
mod service_users;

use chrono::{DateTime, Utc};

use rusqlite::Connection;

use crate::database::{Records, StoreFault};

/// Fills in the Managers with their roles, and the accounts.
pub(crate) fn fill_catalogue(connection: &Connection, now: DateTime<Utc>) -> Result<(), StoreFault> {
    managers::insert(connection)?;
    accounts::insert(connection, now.date_naive())
}

/// Fills in the two people, so many service users, and what the audit log tells of them.
pub(crate) fn fill_records(
    records: &mut Records,
    users: usize,
    now: DateTime<Utc>,
) -> Result<(), StoreFault> {
    people::insert(records, now)?;
    service_users::insert(records, users, now)?;
    audit_log::insert(records, users, now)
}

/// The ids of all made-up accounts, in order.
pub(crate) fn account_ids() -> impl Iterator<Item = crate::uuid::Uuid> {
    accounts::ids()
}

/// The ids of all roles, in order.
pub(crate) fn role_ids() -> impl Iterator<Item = crate::uuid::Uuid> {
    managers::role_ids()
}

/// Which kind of made-up object an id is of.
mod series {
    // 1 is the people's, in session.rs.
    pub(super) const ACCOUNT: u64 = 2;
    pub(super) const MANAGER: u64 = 3;
    pub(super) const ROLE: u64 = 4;
    pub(super) const SERVICE_USER: u64 = 5;
    pub(super) const AUDIT_LOG_ENTRY: u64 = 6;
}
