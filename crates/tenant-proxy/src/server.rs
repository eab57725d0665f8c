//! Starting and stopping.

use std::net::{Ipv4Addr, SocketAddr};
use std::path::PathBuf;
use std::time::Duration;
use std::{fmt, io};

use axum::Router;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::any;
use local_origin::{BindFault, HostGuard, PageFault, Server, refusal};

use crate::forward::{Forwarder, forward};
use crate::upstream::Upstream;

/// How long a connection to the upstream may take.
const CONNECT_TIMEOUT: Duration = Duration::from_secs(10);
/// How long the upstream may say nothing, before its answer or in the midst of it.
const SILENCE_TIMEOUT: Duration = Duration::from_secs(60);

/// What a proxy is started with.
#[derive(Clone, Debug)]
pub struct Options {
    /// Where it listens: a loopback address. Port 0 lets the operating system choose.
    pub address: SocketAddr,
    /// The tenant's host.
    pub upstream: Upstream,
    /// The folder that is served at `/`, if any. It has to hold an `index.html`.
    pub page: Option<PathBuf>,
}

/// A proxy at work. Dropping it stops it.
#[derive(Debug)]
pub struct Running {
    /// Where it listens.
    pub address: SocketAddr,
    server: Server,
}

/// Starts a proxy in the current tokio runtime. The upstream is not asked for anything yet.
///
/// # Errors
/// [`StartFault`]: the address or the page's folder cannot be used, or the system's trusted certificates cannot be read.
pub async fn start(options: Options) -> Result<Running, StartFault> {
    let Options {
        address,
        upstream,
        page,
    } = options;
    let listener = local_origin::bind(address).await.map_err(StartFault::Bind)?;
    let page = page
        .map(|folder| local_origin::page_files(&folder, Some(&upstream.origin())))
        .transpose()
        .map_err(StartFault::Page)?;
    let client = client(&upstream).map_err(StartFault::Client)?;
    let account = Router::new()
        .route("/account", any(forward))
        .route("/account/{*rest}", any(forward))
        .route("/account/", any(forward))
        .with_state(Forwarder { upstream, client });
    let everything = match page {
        Some(page) => account.fallback_service(page),
        None => account.fallback(no_page),
    };
    let server =
        local_origin::serve(listener, HostGuard::default().protect(everything)).map_err(StartFault::Serve)?;
    Ok(Running {
        address: server.address(),
        server,
    })
}

impl Options {
    /// A free port on 127.0.0.1, this upstream, and no page.
    pub fn new(upstream: Upstream) -> Self {
        Self {
            address: (Ipv4Addr::LOCALHOST, 0).into(),
            upstream,
            page: None,
        }
    }
}

impl Running {
    /// The address of the origin, without a slash at its end: `http://127.0.0.1:8080`.
    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Stops, and waits for answers that are being sent, but not for long.
    pub async fn stop(self) {
        self.server.stop().await;
    }
}

/// Chooses the TLS implementation of this process, where none is chosen yet.
///
/// [`start`] does so by itself. A program with HTTP clients of its own calls it before it makes the first: this crate's
/// HTTP library comes without an implementation, and whoever shares it gets it so.
pub fn choose_tls() {
    // An error means that this process has chosen one already, which is as good.
    let _: Result<(), _> = rustls::crypto::ring::default_provider().install_default();
}

async fn no_page() -> Response {
    let message = "This proxy was started without a page, and passes on what is under /account/ only.";
    refusal(StatusCode::NOT_FOUND, "resource_not_found", message)
}

fn client(upstream: &Upstream) -> reqwest::Result<reqwest::Client> {
    choose_tls();
    let builder = reqwest::Client::builder()
        .redirect(reqwest::redirect::Policy::none())
        .connect_timeout(CONNECT_TIMEOUT)
        .read_timeout(SILENCE_TIMEOUT)
        .https_only(upstream.is_https());
    match upstream.is_loopback() {
        // What is on this machine is not asked for through the network's proxy.
        true => builder.no_proxy().build(),
        false => builder.build(),
    }
}

/// Why a proxy cannot start. Its `Display` is a sentence or two for a person.
#[derive(Debug)]
pub enum StartFault {
    /// The address cannot be used.
    Bind(BindFault),
    /// The page's folder cannot be used.
    Page(PageFault),
    /// The client cannot be made; most likely, the system has no trusted certificates.
    Client(reqwest::Error),
    /// The listener does not work.
    Serve(io::Error),
}

impl fmt::Display for StartFault {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Bind(fault) => fault.fmt(formatter),
            Self::Page(fault) => fault.fmt(formatter),
            Self::Client(error) => write!(
                formatter,
                "TLS cannot be set up ({error}): check that this machine has trusted certificates, or name them in SSL_CERT_FILE."
            ),
            Self::Serve(error) => write!(formatter, "Cannot listen: {error}."),
        }
    }
}

impl std::error::Error for StartFault {}
