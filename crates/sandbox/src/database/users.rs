//! Users: service users and the two people.

use chrono::{DateTime, Utc};
use rusqlite::{Connection, OptionalExtension, Row, ffi, params};
use service_user::UtcDay;

use super::sets::Sets;
use super::{
    Actor, Event, NewAccessToken, Records, StoreFault, access_tokens, all_or_nothing, audit_log, found,
};
use crate::clock::timestamp;
use crate::uuid::Uuid;
use crate::wire::{AccessScope, AccountId, Action, Outcome, ResourceType, RoleId, Status, User, UserType};

/// A user to be stored; every part of it has been checked.
#[derive(Clone, Debug)]
pub(crate) struct NewUser {
    pub(crate) friendly_name: String,
    pub(crate) description: String,
    pub(crate) email: String,
    pub(crate) end_date: Option<UtcDay>,
    pub(crate) primary_account: AccountId,
    pub(crate) accounts: Vec<AccountId>,
    pub(crate) roles: Vec<RoleId>,
}

/// What has to be known of a user in order to decide what may be done with it.
#[derive(Clone, Debug)]
pub(crate) struct UserKey {
    pub(crate) id: Uuid,
    pub(crate) user_type: UserType,
    pub(crate) friendly_name: String,
    pub(crate) primary_account: AccountId,
}

/// A piece of the list of users.
pub(crate) struct UserPiece {
    /// A part of the JSON array: the first piece has the opening bracket, the last one the closing bracket.
    pub(crate) json: Vec<u8>,
    /// The number that the next piece comes after; `None` with the last one.
    pub(crate) last: Option<i64>,
}

/// The columns that [`User`] is read from, in the order of [`read_user`].
const COLUMNS: &str = "number, id, user_type, friendly_name, description, email, status, end_date, primary_account, \
     account_set, role_set, created_at, created_by";

impl Records {
    /// The next users after number `after`, at most `limit` of them, in the order in which they were made; the first piece
    /// comes after 0.
    ///
    /// A user that is created while the list is being sent may be in it or not; no user is in it twice.
    pub(crate) fn user_piece(
        &self,
        user_type: Option<UserType>,
        after: i64,
        limit: usize,
    ) -> Result<UserPiece, StoreFault> {
        let query = format!(
            "SELECT {COLUMNS} FROM user WHERE number > ?1 AND (?2 IS NULL OR user_type = ?2) ORDER BY number LIMIT ?3"
        );
        let mut statement = self.connection.prepare_cached(&query)?;
        let mut rows = statement.query(params![after, user_type.map(type_text), limit])?;
        // Most users take fewer than 800 bytes.
        let mut json = Vec::with_capacity(limit * 800);
        let mut last = after;
        let mut count = 0;
        if after == 0 {
            json.push(b'[');
        }
        while let Some(row) = rows.next()? {
            if last > 0 {
                json.push(b',');
            }
            last = row.get(0)?;
            count += 1;
            let user = read_user(row, &self.sets)?;
            serde_json::to_writer(&mut json, &user)
                .map_err(|_| StoreFault::Inconsistent("a user that cannot be written as JSON"))?;
        }
        if count < limit {
            json.push(b']');
            return Ok(UserPiece { json, last: None });
        }
        Ok(UserPiece {
            json,
            last: Some(last),
        })
    }

    /// Lends one user.
    pub(crate) fn with_user<R>(
        &self,
        id: Uuid,
        borrower: impl FnOnce(User<'_>) -> R,
    ) -> Result<R, StoreFault> {
        let query = format!("SELECT {COLUMNS} FROM user WHERE id = ?1");
        let mut statement = self.connection.prepare_cached(&query)?;
        let mut rows = statement.query([id])?;
        let row = rows.next()?.ok_or(StoreFault::NotFound)?;
        Ok(borrower(read_user(row, &self.sets)?))
    }

    /// What has to be known of a user in order to decide what may be done with it.
    pub(crate) fn user_key(&self, id: Uuid) -> Result<UserKey, StoreFault> {
        self.connection
            .prepare_cached("SELECT user_type, friendly_name, primary_account FROM user WHERE id = ?1")?
            .query_row([id], |row| {
                Ok(UserKey {
                    id,
                    user_type: match row.get_ref(0)?.as_str()? {
                        "service" => UserType::Service,
                        _ => UserType::Standard,
                    },
                    friendly_name: row.get(1)?,
                    primary_account: AccountId(row.get(2)?),
                })
            })
            .optional()?
            .ok_or(StoreFault::NotFound)
    }

    /// How many service users there are.
    pub(crate) fn count_service_users(&self) -> Result<usize, StoreFault> {
        let query = "SELECT count(*) FROM user WHERE user_type = 'service'";
        Ok(self.connection.query_row(query, [], |row| row.get(0))?)
    }

    /// Stores a new service user and its first token.
    pub(crate) fn create_user(
        &mut self,
        user: &NewUser,
        token_hash: &[u8; 32],
        actor: &Actor,
        now: DateTime<Utc>,
    ) -> Result<Uuid, StoreFault> {
        let id = Uuid::random()?;
        let (account_set, role_set) = (self.account_set(&user.accounts)?, self.role_set(&user.roles)?);
        let row = UserRow {
            id,
            user_type: UserType::Service,
            user,
            status: Status::Active,
            account_set,
            role_set,
            created_at: now,
            created_by: actor.id,
        };
        let stored = all_or_nothing(&mut self.connection, |connection| {
            insert_row(connection, &row).map_err(|error| name_conflict(error, &user.friendly_name))?;
            let token = NewAccessToken {
                name: "First token".to_owned(),
                user_id: id,
                end_date: None,
            };
            access_tokens::insert(connection, Uuid::random()?, &token, token_hash, now)?;
            let event = user.event(
                Action::Create,
                Outcome::Success,
                Some(id),
                "Created the service user",
            );
            audit_log::record(connection, actor, now, &event)
        });
        match stored {
            Ok(()) => Ok(id),
            Err(fault) => {
                self.record_name_conflict(&fault, Action::Create, user, None, actor, now)?;
                Err(fault)
            }
        }
    }

    /// Changes a service user to what `user` says.
    pub(crate) fn update_user(
        &mut self,
        id: Uuid,
        user: &NewUser,
        actor: &Actor,
        now: DateTime<Utc>,
    ) -> Result<(), StoreFault> {
        let (account_set, role_set) = (self.account_set(&user.accounts)?, self.role_set(&user.roles)?);
        let changed = all_or_nothing(&mut self.connection, |connection| {
            let changed = connection
                .prepare_cached(
                    "UPDATE user SET friendly_name = ?2, description = ?3, email = ?4, end_date = ?5,
                     primary_account = ?6, account_set = ?7, role_set = ?8 WHERE id = ?1 AND user_type = 'service'",
                )?
                .execute(params![
                    id,
                    user.friendly_name,
                    user.description,
                    user.email,
                    user.end_date.map(|day| day.to_string()),
                    user.primary_account.0,
                    account_set,
                    role_set,
                ])
                .map_err(|error| name_conflict(error, &user.friendly_name))?;
            found(changed)?;
            let event = user.event(
                Action::Update,
                Outcome::Success,
                Some(id),
                "Changed the service user",
            );
            audit_log::record(connection, actor, now, &event)
        });
        match changed {
            Ok(()) => Ok(()),
            Err(fault) => {
                self.record_name_conflict(&fault, Action::Update, user, Some(id), actor, now)?;
                Err(fault)
            }
        }
    }

    /// Enables or disables a service user, at once.
    pub(crate) fn set_user_status(
        &mut self,
        user: &UserKey,
        status: Status,
        actor: &Actor,
        now: DateTime<Utc>,
    ) -> Result<(), StoreFault> {
        let (action, message) = match status {
            Status::Active => (Action::Enable, "Enabled the service user"),
            Status::Disabled => (Action::Disable, "Disabled the service user"),
        };
        all_or_nothing(&mut self.connection, |connection| {
            found(connection.execute(
                "UPDATE user SET status = ?2 WHERE id = ?1",
                params![user.id, status_text(status)],
            )?)?;
            audit_log::record(connection, actor, now, &user.event(action, message))
        })
    }

    /// Deletes a service user, and its tokens with it.
    pub(crate) fn delete_user(
        &mut self,
        user: &UserKey,
        actor: &Actor,
        now: DateTime<Utc>,
    ) -> Result<(), StoreFault> {
        all_or_nothing(&mut self.connection, |connection| {
            found(connection.execute("DELETE FROM user WHERE id = ?1", [user.id])?)?;
            let event = user.event(Action::Delete, "Deleted the service user and its tokens");
            audit_log::record(connection, actor, now, &event)
        })
    }

    /// Stores a made-up user, without a token and without a word in the audit log.
    pub(crate) fn insert_made_up_user(
        &mut self,
        id: Uuid,
        user_type: UserType,
        user: &NewUser,
        status: Status,
        created_at: DateTime<Utc>,
        created_by: Uuid,
    ) -> Result<(), StoreFault> {
        let (account_set, role_set) = (self.account_set(&user.accounts)?, self.role_set(&user.roles)?);
        let row = UserRow {
            id,
            user_type,
            user,
            status,
            account_set,
            role_set,
            created_at,
            created_by,
        };
        Ok(insert_row(&self.connection, &row)?)
    }

    fn record_name_conflict(
        &self,
        fault: &StoreFault,
        action: Action,
        user: &NewUser,
        id: Option<Uuid>,
        actor: &Actor,
        now: DateTime<Utc>,
    ) -> Result<(), StoreFault> {
        match fault {
            StoreFault::NameTaken(_) => {
                let event = user.event(
                    action,
                    Outcome::Failure,
                    id,
                    "Another user has this friendly name",
                );
                audit_log::record(&self.connection, actor, now, &event)
            }
            _ => Ok(()),
        }
    }
}

impl NewUser {
    fn event<'a>(&'a self, action: Action, status: Outcome, id: Option<Uuid>, message: &'a str) -> Event<'a> {
        Event {
            action,
            status,
            resource_type: ResourceType::ServiceUser,
            resource_id: id,
            resource_name: &self.friendly_name,
            account_id: Some(self.primary_account),
            message,
        }
    }
}

impl UserKey {
    fn event<'a>(&'a self, action: Action, message: &'a str) -> Event<'a> {
        Event {
            action,
            status: Outcome::Success,
            resource_type: ResourceType::ServiceUser,
            resource_id: Some(self.id),
            resource_name: &self.friendly_name,
            account_id: Some(self.primary_account),
            message,
        }
    }
}

struct UserRow<'a> {
    id: Uuid,
    user_type: UserType,
    user: &'a NewUser,
    status: Status,
    account_set: i64,
    role_set: i64,
    created_at: DateTime<Utc>,
    created_by: Uuid,
}

fn insert_row(connection: &Connection, row: &UserRow<'_>) -> rusqlite::Result<()> {
    connection
        .prepare_cached(
            "INSERT INTO user (id, user_type, friendly_name, description, email, status, end_date, primary_account,
             account_set, role_set, created_at, created_by)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
        )?
        .execute(params![
            row.id,
            type_text(row.user_type),
            row.user.friendly_name,
            row.user.description,
            row.user.email,
            status_text(row.status),
            row.user.end_date.map(|day| day.to_string()),
            row.user.primary_account.0,
            row.account_set,
            row.role_set,
            timestamp(row.created_at),
            row.created_by,
        ])
        .map(|_| ())
}

fn read_user<'a>(row: &'a Row<'_>, sets: &'a Sets) -> Result<User<'a>, StoreFault> {
    let text = |index: usize| row.get_ref(index).and_then(|value| Ok(value.as_str()?));
    let roles = sets.roles(row.get(10)?)?;
    Ok(User {
        id: text(1)?,
        user_type: text(2)?,
        friendly_name: text(3)?,
        description: text(4)?,
        email: text(5)?,
        status: text(6)?,
        end_date: row.get_ref(7)?.as_str_or_null().map_err(rusqlite::Error::from)?,
        access_scope: AccessScope::Account,
        primary_account_id: text(8)?,
        account_ids: &sets.accounts(row.get(9)?)?.ids,
        role_ids: &roles.ids,
        applications: &roles.applications,
        locale: "en_US",
        created_at: text(11)?,
        created_by: text(12)?,
    })
}

/// Tells the constraint on names from every other failure.
fn name_conflict(error: rusqlite::Error, name: &str) -> StoreFault {
    match &error {
        rusqlite::Error::SqliteFailure(failure, Some(message))
            if failure.extended_code == ffi::SQLITE_CONSTRAINT_UNIQUE
                && message.contains("user.friendly_name") =>
        {
            StoreFault::NameTaken(name.to_owned())
        }
        _ => StoreFault::Sqlite(error),
    }
}

pub(super) fn status_text(status: Status) -> &'static str {
    match status {
        Status::Active => "ACTIVE",
        Status::Disabled => "DISABLED",
    }
}

fn type_text(user_type: UserType) -> &'static str {
    match user_type {
        UserType::Service => "service",
        UserType::Standard => "standard",
    }
}
