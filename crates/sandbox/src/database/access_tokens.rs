//! API access tokens: their records, and hashes in place of the secrets.

use chrono::{DateTime, Utc};
use rusqlite::{Connection, OptionalExtension, Row, params};
use service_user::UtcDay;

use super::users::status_text;
use super::{Actor, Event, Records, StoreFault, UserKey, all_or_nothing, audit_log, found};
use crate::clock::timestamp;
use crate::uuid::Uuid;
use crate::wire::{AccessToken, Action, Outcome, ResourceType, Status};

/// A token to be stored.
#[derive(Clone, Debug)]
pub(crate) struct NewAccessToken {
    pub(crate) name: String,
    pub(crate) user_id: Uuid,
    pub(crate) end_date: Option<UtcDay>,
}

/// The name of the token that is printed at start.
const START_TOKEN_NAME: &str = "Printed at start";

const COLUMNS: &str = "id, name, user_id, end_date, status, created_at, last_used_at";

impl Records {
    /// A user's tokens, oldest first. An unknown user has none.
    pub(crate) fn access_tokens_of(&self, user_id: Uuid) -> Result<Vec<AccessToken>, StoreFault> {
        let query = format!("SELECT {COLUMNS} FROM access_token WHERE user_id = ?1 ORDER BY number");
        let mut statement = self.connection.prepare_cached(&query)?;
        let rows = statement.query_map([user_id], read_access_token)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// One token.
    pub(crate) fn access_token(&self, id: Uuid) -> Result<AccessToken, StoreFault> {
        let query = format!("SELECT {COLUMNS} FROM access_token WHERE id = ?1");
        let mut statement = self.connection.prepare_cached(&query)?;
        statement
            .query_row([id], read_access_token)
            .optional()?
            .ok_or(StoreFault::NotFound)
    }

    /// Stores a further token of a user.
    pub(crate) fn create_access_token(
        &mut self,
        token: &NewAccessToken,
        hash: &[u8; 32],
        actor: &Actor,
        now: DateTime<Utc>,
    ) -> Result<AccessToken, StoreFault> {
        let user = self.user_key(token.user_id)?;
        let id = Uuid::random()?;
        all_or_nothing(&mut self.connection, |connection| {
            insert(connection, id, token, hash, now)?;
            let event = event(Action::Create, id, &token.name, &user, "Created the token");
            audit_log::record(connection, actor, now, &event)
        })?;
        self.access_token(id)
    }

    /// Changes a token's name and status.
    pub(crate) fn update_access_token(
        &mut self,
        token: &AccessToken,
        actor: &Actor,
        now: DateTime<Utc>,
    ) -> Result<(), StoreFault> {
        let user = self.user_key(token.user_id)?;
        all_or_nothing(&mut self.connection, |connection| {
            found(connection.execute(
                "UPDATE access_token SET name = ?2, status = ?3 WHERE id = ?1",
                params![token.id, token.name, status_text(token.status)],
            )?)?;
            let event = event(Action::Update, token.id, &token.name, &user, "Changed the token");
            audit_log::record(connection, actor, now, &event)
        })
    }

    /// Deletes a token.
    pub(crate) fn delete_access_token(
        &mut self,
        token: &AccessToken,
        actor: &Actor,
        now: DateTime<Utc>,
    ) -> Result<(), StoreFault> {
        let user = self.user_key(token.user_id)?;
        all_or_nothing(&mut self.connection, |connection| {
            found(connection.execute("DELETE FROM access_token WHERE id = ?1", [token.id])?)?;
            let event = event(Action::Delete, token.id, &token.name, &user, "Deleted the token");
            audit_log::record(connection, actor, now, &event)
        })
    }

    /// Puts the token that is printed at start in the place of the one of the start before, which nobody can look up any more.
    pub(crate) fn replace_start_token(
        &mut self,
        user_id: Uuid,
        hash: &[u8; 32],
        now: DateTime<Utc>,
    ) -> Result<(), StoreFault> {
        let token = NewAccessToken {
            name: START_TOKEN_NAME.to_owned(),
            user_id,
            end_date: None,
        };
        let id = Uuid::random()?;
        all_or_nothing(&mut self.connection, |connection| {
            connection.execute(
                "DELETE FROM access_token WHERE user_id = ?1 AND name = ?2",
                params![user_id, START_TOKEN_NAME],
            )?;
            insert(connection, id, &token, hash, now)
        })
    }
}

/// Stores a token.
pub(super) fn insert(
    connection: &Connection,
    id: Uuid,
    token: &NewAccessToken,
    hash: &[u8; 32],
    now: DateTime<Utc>,
) -> Result<(), StoreFault> {
    connection
        .prepare_cached(
            "INSERT INTO access_token (id, user_id, name, hash, end_date, status, created_at)
             VALUES (?1, ?2, ?3, ?4, ?5, 'ACTIVE', ?6)",
        )?
        .execute(params![
            id,
            token.user_id,
            token.name,
            hash,
            token.end_date.map(|day| day.to_string()),
            timestamp(now),
        ])?;
    Ok(())
}

fn event<'a>(action: Action, id: Uuid, name: &'a str, user: &UserKey, message: &'a str) -> Event<'a> {
    Event {
        action,
        status: Outcome::Success,
        resource_type: ResourceType::ApiAccessToken,
        resource_id: Some(id),
        resource_name: name,
        account_id: Some(user.primary_account),
        message,
    }
}

fn read_access_token(row: &Row<'_>) -> rusqlite::Result<AccessToken> {
    Ok(AccessToken {
        id: row.get(0)?,
        name: row.get(1)?,
        user_id: row.get(2)?,
        end_date: row.get(3)?,
        status: match row.get_ref(4)?.as_str()? {
            "ACTIVE" => Status::Active,
            _ => Status::Disabled,
        },
        created_at: row.get(5)?,
        last_used_at: row.get(6)?,
    })
}
