//! The database, and who may use it when.
//!
//! There is one connection, and whoever uses it does so for moments: the list of users is read in pieces, and between two
//! pieces the connection is free. So a client that reads the list slowly keeps nobody waiting, nothing can wait for itself,
//! and a database in memory behaves like one in a file.

mod access_tokens;
mod audit_log;
mod callers;
mod catalogue;
mod layout;
mod sets;
mod users;

use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};

use rusqlite::Connection;
use tokio::task::{self, JoinError};

pub(crate) use access_tokens::NewAccessToken;
pub(crate) use audit_log::{Actor, AuditLogFilter, AuditLogSort, Event};
pub(crate) use callers::CallerRecord;
pub(crate) use catalogue::Catalogue;
pub(crate) use layout::{FileFault, Opened, fill, open};
pub(crate) use users::{NewUser, UserKey};

use sets::Sets;

/// The way to the database from asynchronous code.
#[derive(Clone)]
pub(crate) struct Store {
    records: Arc<Mutex<Records>>,
}

/// The database itself, for one use.
pub(crate) struct Records {
    connection: Connection,
    sets: Sets,
    catalogue: Arc<Catalogue>,
}

impl Store {
    pub(crate) fn new(records: Records) -> Self {
        Self {
            records: Arc::new(Mutex::new(records)),
        }
    }

    /// Does some work with the database, on a thread that may block.
    pub(crate) async fn with<R: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Records) -> Result<R, StoreFault> + Send + 'static,
    ) -> Result<R, StoreFault> {
        let records = Arc::clone(&self.records);
        let job = task::spawn_blocking(move || {
            // A panic in earlier work rolled its transaction back, so what is behind a poisoned lock is in order.
            let mut records = records.lock().unwrap_or_else(PoisonError::into_inner);
            work(&mut records)
        });
        job.await
            .unwrap_or_else(|error| Err(StoreFault::Interrupted(error)))
    }
}

impl Records {
    /// What never changes while the sandbox runs.
    pub(crate) fn catalogue(&self) -> &Arc<Catalogue> {
        &self.catalogue
    }
}

/// Does several things that count together or not at all.
fn all_or_nothing<R>(
    connection: &mut Connection,
    work: impl FnOnce(&Connection) -> Result<R, StoreFault>,
) -> Result<R, StoreFault> {
    // A savepoint that is dropped without having been committed is rolled back.
    let savepoint = connection.savepoint()?;
    let result = work(&savepoint)?;
    savepoint.commit()?;
    Ok(result)
}

/// A change that met no row met something that was deleted a moment ago.
fn found(changed_rows: usize) -> Result<(), StoreFault> {
    match changed_rows {
        0 => Err(StoreFault::NotFound),
        _ => Ok(()),
    }
}

/// Why some work with the database came to nothing.
#[derive(Debug)]
pub(crate) enum StoreFault {
    /// The database's constraint says that another user has this friendly name.
    NameTaken(String),
    /// There is no such thing, or it was deleted a moment ago.
    NotFound,
    /// SQLite failed.
    Sqlite(rusqlite::Error),
    /// The database holds something that its constraints should have kept out.
    Inconsistent(&'static str),
    /// The operating system gave no randomness.
    Randomness(getrandom::Error),
    /// The work did not run to its end.
    Interrupted(JoinError),
}

impl fmt::Display for StoreFault {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NameTaken(name) => write!(formatter, "another user has the friendly name {name:?}"),
            Self::NotFound => formatter.write_str("there is no such thing in the database"),
            Self::Sqlite(error) => write!(formatter, "the database failed: {error}"),
            Self::Inconsistent(what) => write!(formatter, "the database holds {what}"),
            Self::Randomness(error) => write!(formatter, "the operating system gave no randomness: {error}"),
            Self::Interrupted(error) => write!(formatter, "work with the database was interrupted: {error}"),
        }
    }
}

impl std::error::Error for StoreFault {}

impl From<rusqlite::Error> for StoreFault {
    fn from(error: rusqlite::Error) -> Self {
        Self::Sqlite(error)
    }
}

impl From<getrandom::Error> for StoreFault {
    fn from(error: getrandom::Error) -> Self {
        Self::Randomness(error)
    }
}
