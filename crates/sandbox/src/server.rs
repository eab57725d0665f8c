//! Starting and stopping.

use std::net::SocketAddr;
use std::sync::Arc;
use std::{fmt, io};

use local_origin::{BindFault, HostGuard, PageFault, Server};
use tokio::task::{self, JoinError};

use crate::database::{self, FileFault, Opened, Records, Store, StoreFault};
use crate::http::{self, Sandbox, Shared};
use crate::session::Sessions;
use crate::{Options, Person, SessionCookies, secret, seed};

/// A sandbox at work. Dropping it stops it.
pub struct Running {
    /// Where it listens.
    pub address: SocketAddr,
    /// An API key of the administrator. Every start makes a new one.
    pub administrator_api_key: String,
    /// How many service users there were at start.
    pub users: usize,
    sandbox: Shared,
    server: Server,
}

/// Starts a sandbox in the current tokio runtime.
///
/// # Errors
/// [`StartFault`]: the address, the page's folder or the database file cannot be used.
pub async fn start(options: Options) -> Result<Running, StartFault> {
    let Options {
        address,
        database,
        users,
        page,
        allowed_hosts,
        clock,
    } = options;
    // The address and the page first: they fail fast, and a busy port then leaves no new database file behind.
    let listener = local_origin::bind(address).await.map_err(Reason::Bind)?;
    let page = page
        .map(|folder| local_origin::page_files(&folder, None))
        .transpose()
        .map_err(Reason::Page)?;
    let document = http::open_api_document().map_err(Reason::Document)?;
    let administrator_api_key = secret::new_token().map_err(|error| Reason::Store(error.into()))?;

    let (now, hash) = (clock.now(), secret::token_hash(&administrator_api_key));
    let prepare = move || -> Result<(Records, usize), Reason> {
        let mut records = match database::open(&database).map_err(Reason::File)? {
            Opened::Filled(records) => records,
            Opened::Empty(connection) => database::fill(
                connection,
                |connection| seed::fill_catalogue(connection, now),
                |records| seed::fill_records(records, users, now),
            )
            .map_err(Reason::Store)?,
        };
        let store = |fault| Reason::Store(fault);
        records
            .replace_start_token(Person::Administrator.id(), &hash, now)
            .map_err(store)?;
        let users = records.count_service_users().map_err(store)?;
        Ok((records, users))
    };
    let (records, users) = task::spawn_blocking(prepare)
        .await
        .map_err(Reason::Interrupted)??;

    let sandbox = Arc::new(Sandbox {
        catalogue: Arc::clone(records.catalogue()),
        store: Store::new(records),
        sessions: Sessions::default(),
        clock,
        document: document.into(),
    });
    let router = HostGuard::new(allowed_hosts).protect(http::router(Arc::clone(&sandbox), page));
    let server = local_origin::serve(listener, router).map_err(Reason::Serve)?;
    Ok(Running {
        address: server.address(),
        administrator_api_key,
        users,
        sandbox,
        server,
    })
}

impl Running {
    /// The address of the origin, without a slash at its end: `http://127.0.0.1:8080`.
    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Signs somebody in, as the sign-in page would.
    ///
    /// # Errors
    /// The operating system gives no randomness.
    pub fn sign_in(&self, person: Person) -> io::Result<SessionCookies> {
        Ok(self.sandbox.sessions.begin(person, self.sandbox.clock.now())?)
    }

    /// Stops, and waits for answers that are being sent, but not for long.
    pub async fn stop(self) {
        self.server.stop().await;
    }
}

impl fmt::Debug for Running {
    /// Without the API key, which belongs in no log.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut fields = formatter.debug_struct("Running");
        fields
            .field("address", &self.address)
            .field("users", &self.users)
            .finish_non_exhaustive()
    }
}

/// Why a sandbox cannot start. Its `Display` is a sentence or two for a person: what is wrong, and what to do.
#[derive(Debug)]
pub struct StartFault(Reason);

#[derive(Debug)]
enum Reason {
    Bind(BindFault),
    Page(PageFault),
    File(FileFault),
    Store(StoreFault),
    Document(serde_json::Error),
    Serve(io::Error),
    Interrupted(JoinError),
}

impl fmt::Display for StartFault {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Reason::Bind(fault) => fault.fmt(formatter),
            Reason::Page(fault) => fault.fmt(formatter),
            Reason::File(fault) => fault.fmt(formatter),
            Reason::Store(fault) => write!(formatter, "Cannot fill the database: {fault}."),
            Reason::Document(error) => write!(formatter, "Cannot write the OpenAPI document: {error}."),
            Reason::Serve(error) => write!(formatter, "Cannot listen: {error}."),
            Reason::Interrupted(error) => write!(formatter, "Starting was interrupted: {error}."),
        }
    }
}

impl std::error::Error for StartFault {}

impl From<Reason> for StartFault {
    fn from(reason: Reason) -> Self {
        Self(reason)
    }
}
