//! The audit log.

use chrono::{DateTime, Utc};
use rusqlite::types::Type;
use rusqlite::{Connection, Row, ToSql, params};
use serde::Serialize;
use serde::de::DeserializeOwned;
use service_user::UtcDay;

use super::{Records, StoreFault};
use crate::clock::timestamp;
use crate::uuid::Uuid;
use crate::wire::{AccountId, Action, AuditLogEntry, Outcome, ResourceType};

/// Who does something.
#[derive(Clone, Debug)]
pub(crate) struct Actor {
    pub(crate) id: Uuid,
    pub(crate) name: String,
}

/// Something that was done, or was tried.
#[derive(Clone, Debug)]
pub(crate) struct Event<'a> {
    pub(crate) action: Action,
    pub(crate) status: Outcome,
    pub(crate) resource_type: ResourceType,
    pub(crate) resource_id: Option<Uuid>,
    pub(crate) resource_name: &'a str,
    pub(crate) account_id: Option<AccountId>,
    pub(crate) message: &'a str,
}

/// Which entries to show; what is left out does not matter.
#[derive(Clone, Debug, Default)]
pub(crate) struct AuditLogFilter {
    /// A part of the name of who did it, in any case of ASCII letters.
    pub(crate) user_name: Option<String>,
    pub(crate) action: Option<Action>,
    /// Any of these; all, where there is none.
    pub(crate) resource_types: Vec<ResourceType>,
    pub(crate) resource_id: Option<Uuid>,
    pub(crate) status: Option<Outcome>,
    pub(crate) account_id: Option<Uuid>,
    /// The first day.
    pub(crate) from: Option<UtcDay>,
    /// The last day, which is included.
    pub(crate) to: Option<UtcDay>,
    pub(crate) sort: AuditLogSort,
}

/// In which order to show entries.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) enum AuditLogSort {
    /// Newest first.
    #[default]
    NewestFirst,
    /// Oldest first.
    OldestFirst,
    /// By the name of who did it, and newest first.
    UserName,
    /// By action, and newest first.
    Action,
}

impl AuditLogSort {
    fn clause(self) -> &'static str {
        match self {
            Self::NewestFirst => "timestamp DESC, number DESC",
            Self::OldestFirst => "timestamp, number",
            Self::UserName => "user_name, timestamp DESC, number DESC",
            Self::Action => "action, timestamp DESC, number DESC",
        }
    }
}

impl Records {
    /// The entries that a filter lets pass.
    pub(crate) fn audit_log(&self, filter: &AuditLogFilter) -> Result<Vec<AuditLogEntry>, StoreFault> {
        let query = format!(
            "SELECT id, timestamp, action, status, resource_type, resource_id, resource_name, account_id, user_id,
                    user_name, message
             FROM audit_log
             WHERE (?1 IS NULL OR instr(lower(user_name), lower(?1)) > 0)
               AND (?2 IS NULL OR action = ?2)
               AND (?3 IS NULL OR resource_type IN (SELECT value FROM json_each(?3)))
               AND (?4 IS NULL OR resource_id = ?4)
               AND (?5 IS NULL OR status = ?5)
               AND (?6 IS NULL OR account_id = ?6)
               AND (?7 IS NULL OR substr(timestamp, 1, 10) >= ?7)
               AND (?8 IS NULL OR substr(timestamp, 1, 10) <= ?8)
             ORDER BY {}",
            filter.sort.clause()
        );
        let resource_types = match filter.resource_types.as_slice() {
            [] => None,
            types => Some(json(types)?),
        };
        let mut statement = self.connection.prepare_cached(&query)?;
        let rows = statement.query_map(
            params![
                filter.user_name,
                filter.action.map(|action| name(&action)).transpose()?,
                resource_types,
                filter.resource_id,
                filter.status.map(|status| name(&status)).transpose()?,
                filter.account_id,
                filter.from.map(|day| day.to_string()),
                filter.to.map(|day| day.to_string()),
            ],
            read_entry,
        )?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Writes a made-up entry.
    pub(crate) fn record_made_up_event(
        &self,
        actor: &Actor,
        at: DateTime<Utc>,
        event: &Event<'_>,
        id: Uuid,
    ) -> Result<(), StoreFault> {
        insert(&self.connection, id, actor, at, event)
    }
}

/// Writes down what was done.
pub(super) fn record(
    connection: &Connection,
    actor: &Actor,
    now: DateTime<Utc>,
    event: &Event<'_>,
) -> Result<(), StoreFault> {
    insert(connection, Uuid::random()?, actor, now, event)
}

fn insert(
    connection: &Connection,
    id: Uuid,
    actor: &Actor,
    at: DateTime<Utc>,
    event: &Event<'_>,
) -> Result<(), StoreFault> {
    let account_id = event.account_id.map(|account| account.0);
    let values: [&dyn ToSql; 11] = [
        &id,
        &timestamp(at),
        &name(&event.action)?,
        &name(&event.status)?,
        &name(&event.resource_type)?,
        &event.resource_id,
        &event.resource_name,
        &account_id,
        &actor.id,
        &actor.name,
        &event.message,
    ];
    connection
        .prepare_cached(
            "INSERT INTO audit_log (id, timestamp, action, status, resource_type, resource_id, resource_name,
             account_id, user_id, user_name, message) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
        )?
        .execute(values)?;
    Ok(())
}

fn read_entry(row: &Row<'_>) -> rusqlite::Result<AuditLogEntry> {
    Ok(AuditLogEntry {
        id: row.get(0)?,
        timestamp: row.get(1)?,
        action: from_name(row, 2)?,
        status: from_name(row, 3)?,
        resource_type: from_name(row, 4)?,
        resource_id: row.get(5)?,
        resource_name: row.get(6)?,
        account_id: row.get::<_, Option<Uuid>>(7)?.map(AccountId),
        user_id: row.get(8)?,
        user_name: row.get(9)?,
        message: row.get(10)?,
    })
}

/// The name that JSON gives to an enumeration's value is the one that the database holds.
fn name(value: &impl Serialize) -> Result<String, StoreFault> {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(name)) => Ok(name),
        Ok(_) | Err(_) => Err(StoreFault::Inconsistent("a name that is not a text")),
    }
}

fn json(value: &(impl Serialize + ?Sized)) -> Result<String, StoreFault> {
    serde_json::to_string(value).map_err(|_| StoreFault::Inconsistent("names that are not texts"))
}

fn from_name<T: DeserializeOwned>(row: &Row<'_>, index: usize) -> rusqlite::Result<T> {
    let name: String = row.get(index)?;
    serde_json::from_value(name.into())
        .map_err(|error| rusqlite::Error::FromSqlConversionFailure(index, Type::Text, Box::new(error)))
}
