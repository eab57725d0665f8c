//! Opening a database, and knowing whose it is.

use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rusqlite::{Connection, ErrorCode};

use super::sets::Sets;
use super::{Catalogue, Records, StoreFault};
use crate::Database;

/// The number by which a SQLite file says that it is a sandbox's: "SUHS".
const APPLICATION_ID: i32 = 0x5355_4853;
/// The version of `schema.sql`.
const LAYOUT_VERSION: i32 = 1;

/// Why a file cannot be used as a sandbox's database. Its `Display` is a sentence for a person.
#[derive(Debug)]
pub(crate) enum FileFault {
    NotADatabase(PathBuf),
    OfAnotherProgram(PathBuf),
    OfAnotherVersion {
        file: PathBuf,
        version: i32,
    },
    InUse(PathBuf),
    Sqlite {
        file: Option<PathBuf>,
        error: rusqlite::Error,
    },
    Store(StoreFault),
}

/// A database that was opened.
pub(crate) enum Opened {
    /// It holds nothing yet, not even its tables; see [`fill`].
    Empty(Connection),
    /// It holds what an earlier sandbox left.
    Filled(Records),
}

/// Opens a database. An empty one is not written to yet, and one of somebody else is not written to at all.
pub(crate) fn open(database: &Database) -> Result<Opened, FileFault> {
    let file = match database {
        Database::Memory => None,
        Database::File(path) => Some(path.as_path()),
    };
    open_at(file)
        .map_err(|error| explain(file, error))?
        .identify(file)
}

struct Unidentified {
    connection: Connection,
    application_id: i32,
    version: i32,
    tables: i64,
}

fn open_at(file: Option<&Path>) -> rusqlite::Result<Unidentified> {
    let connection = match file {
        None => Connection::open_in_memory()?,
        Some(path) => Connection::open(path)?,
    };
    // One sandbox a file: a second one would not know of the first one's sessions and sets.
    connection.pragma_update(None, "locking_mode", "EXCLUSIVE")?;
    Ok(Unidentified {
        application_id: connection.pragma_query_value(None, "application_id", |row| row.get(0))?,
        version: connection.pragma_query_value(None, "user_version", |row| row.get(0))?,
        tables: connection.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))?,
        connection,
    })
}

impl Unidentified {
    fn identify(self, file: Option<&Path>) -> Result<Opened, FileFault> {
        let path = || file.unwrap_or(Path::new(":memory:")).to_owned();
        match (self.application_id, self.version, self.tables) {
            (0, 0, 0) => {
                prepare(&self.connection).map_err(|error| explain(file, error))?;
                Ok(Opened::Empty(self.connection))
            }
            (APPLICATION_ID, LAYOUT_VERSION, _) => {
                prepare(&self.connection).map_err(|error| explain(file, error))?;
                load(self.connection)
                    .map(Opened::Filled)
                    .map_err(FileFault::Store)
            }
            (APPLICATION_ID, version, _) => Err(FileFault::OfAnotherVersion {
                file: path(),
                version,
            }),
            _ => Err(FileFault::OfAnotherProgram(path())),
        }
    }
}

fn prepare(connection: &Connection) -> rusqlite::Result<()> {
    // In memory this stays "memory", which is as good there.
    connection.pragma_update(None, "journal_mode", "WAL")?;
    connection.pragma_update(None, "synchronous", "NORMAL")?;
    connection.pragma_update(None, "foreign_keys", true)?;
    connection.set_prepared_statement_cache_capacity(64);
    Ok(())
}

/// Makes the tables and fills them: first the accounts, Managers and roles, then everything that refers to them.
///
/// All of it is one transaction: a filling that is broken off leaves nothing.
pub(crate) fn fill(
    connection: Connection,
    fill_catalogue: impl FnOnce(&Connection) -> Result<(), StoreFault>,
    fill_records: impl FnOnce(&mut Records) -> Result<(), StoreFault>,
) -> Result<Records, StoreFault> {
    connection.execute_batch("BEGIN IMMEDIATE")?;
    connection.execute_batch(include_str!("schema.sql"))?;
    connection.pragma_update(None, "application_id", APPLICATION_ID)?;
    connection.pragma_update(None, "user_version", LAYOUT_VERSION)?;
    fill_catalogue(&connection)?;
    let mut records = load(connection)?;
    fill_records(&mut records)?;
    records.connection.execute_batch("COMMIT")?;
    Ok(records)
}

fn load(connection: Connection) -> Result<Records, StoreFault> {
    let catalogue = Arc::new(Catalogue::load(&connection)?);
    let sets = Sets::load(&connection, &catalogue)?;
    Ok(Records {
        connection,
        sets,
        catalogue,
    })
}

fn explain(file: Option<&Path>, error: rusqlite::Error) -> FileFault {
    let path = || file.unwrap_or(Path::new(":memory:")).to_owned();
    match error.sqlite_error_code() {
        Some(ErrorCode::NotADatabase) => FileFault::NotADatabase(path()),
        Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => FileFault::InUse(path()),
        _ => FileFault::Sqlite {
            file: file.map(Path::to_owned),
            error,
        },
    }
}

impl fmt::Display for FileFault {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotADatabase(file) => write!(
                formatter,
                "{} is not a SQLite database: name another file; one that does not exist is made.",
                file.display()
            ),
            Self::OfAnotherProgram(file) => write!(
                formatter,
                "{} is a database of another program, and was left as it is: name another file; one that does not exist is made.",
                file.display()
            ),
            Self::OfAnotherVersion { file, version } => write!(
                formatter,
                "{} was made by another version of the sandbox (its layout is number {version}, this one reads number \
                 {LAYOUT_VERSION}): name another file, or delete this one and its made-up data.",
                file.display()
            ),
            Self::InUse(file) => write!(
                formatter,
                "{} is in use by another program, perhaps another sandbox: stop it or name another file.",
                file.display()
            ),
            Self::Sqlite {
                file: Some(file),
                error,
            } => {
                write!(formatter, "Cannot use {} as a database: {error}.", file.display())
            }
            Self::Sqlite { file: None, error } => {
                write!(formatter, "Cannot make a database in memory: {error}.")
            }
            Self::Store(fault) => write!(formatter, "Cannot start: {fault}."),
        }
    }
}
