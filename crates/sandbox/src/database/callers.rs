//! Who is calling.

use std::collections::BTreeSet;
use std::sync::Arc;

use chrono::{DateTime, Utc};
use rusqlite::{OptionalExtension, Row};
use service_user::UtcDay;

use super::{Records, StoreFault};
use crate::clock::timestamp;
use crate::uuid::Uuid;
use crate::wire::AccountId;

/// A user who may call now: active, and not past the end date.
#[derive(Clone, Debug)]
pub(crate) struct CallerRecord {
    pub(crate) id: Uuid,
    pub(crate) name: String,
    pub(crate) email: String,
    pub(crate) permissions: Arc<BTreeSet<String>>,
    pub(crate) accounts: Arc<[AccountId]>,
}

struct CallerRow {
    id: Uuid,
    name: String,
    email: String,
    role_set: i64,
    account_set: i64,
}

impl CallerRow {
    fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            id: row.get(0)?,
            name: row.get(1)?,
            email: row.get(2)?,
            role_set: row.get(3)?,
            account_set: row.get(4)?,
        })
    }
}

impl Records {
    /// The user whose token has this hash, where token and user may be used today; notes that the token was used.
    pub(crate) fn caller_by_token(
        &mut self,
        hash: &[u8; 32],
        now: DateTime<Utc>,
    ) -> Result<Option<CallerRecord>, StoreFault> {
        let today = UtcDay::from_date(now.date_naive()).to_string();
        let row = self
            .connection
            .prepare_cached(
                "SELECT user.id, user.friendly_name, user.email, user.role_set, user.account_set
                 FROM access_token JOIN user ON user.id = access_token.user_id
                 WHERE access_token.hash = ?1
                   AND access_token.status = 'ACTIVE' AND coalesce(access_token.end_date >= ?2, TRUE)
                   AND user.status = 'ACTIVE' AND coalesce(user.end_date >= ?2, TRUE)",
            )?
            .query_row((hash, &today), CallerRow::read)
            .optional()?;
        if row.is_some() {
            let now = timestamp(now);
            self.connection
                .prepare_cached(
                    "UPDATE access_token SET last_used_at = ?2 WHERE hash = ?1 AND last_used_at IS NOT ?2",
                )?
                .execute((hash, &now))?;
        }
        row.map(|row| self.caller(row)).transpose()
    }

    /// The user with this id, where the user may call today.
    pub(crate) fn caller_by_id(&self, id: Uuid, today: UtcDay) -> Result<Option<CallerRecord>, StoreFault> {
        let row = self
            .connection
            .prepare_cached(
                "SELECT id, friendly_name, email, role_set, account_set FROM user
                 WHERE id = ?1 AND status = 'ACTIVE' AND coalesce(end_date >= ?2, TRUE)",
            )?
            .query_row((id, today.to_string()), CallerRow::read)
            .optional()?;
        row.map(|row| self.caller(row)).transpose()
    }

    fn caller(&self, row: CallerRow) -> Result<CallerRecord, StoreFault> {
        Ok(CallerRecord {
            id: row.id,
            name: row.name,
            email: row.email,
            permissions: Arc::clone(&self.sets.roles(row.role_set)?.permissions),
            accounts: Arc::clone(&self.sets.accounts(row.account_set)?.members),
        })
    }
}
