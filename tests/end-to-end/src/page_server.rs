//! The page, or a folder of a test's own, on a web server apart from any Account Manager.

use std::convert::Infallible;
use std::io;
use std::net::Ipv4Addr;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use http_body_util::Full;
use hyper::body::{Bytes, Incoming};
use hyper::header::{CONTENT_TYPE, HeaderValue};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{Request, Response, StatusCode};
use hyper_util::rt::TokioIo;
use tokio::net::TcpListener;
use tokio::task::{AbortHandle, JoinSet};

use crate::{Outcome, Surroundings};

/// A plain web server with the page's files and no headers of its own: the page's own policy is all there is.
#[derive(Debug)]
pub struct PageServer {
    address: String,
    task: AbortHandle,
}

impl PageServer {
    /// Starts it on a free port of 127.0.0.1.
    ///
    /// # Errors
    /// No port can be listened on.
    pub async fn start() -> Outcome<Self> {
        Self::start_in(&Surroundings::look().page).await
    }

    /// Starts it with this folder instead of the page's.
    ///
    /// # Errors
    /// No port can be listened on.
    pub async fn start_in(folder: &Path) -> Outcome<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
        let address = format!("http://{}/", listener.local_addr()?);
        let folder = Arc::new(folder.to_owned());
        let task = tokio::spawn(accept(listener, folder)).abort_handle();
        Ok(Self { address, task })
    }

    /// The page's address.
    #[must_use]
    pub fn address(&self) -> &str {
        &self.address
    }
}

impl Drop for PageServer {
    fn drop(&mut self) {
        self.task.abort();
    }
}

async fn accept(listener: TcpListener, folder: Arc<PathBuf>) -> io::Result<Infallible> {
    let mut connections = JoinSet::new();
    loop {
        let (stream, _) = listener.accept().await?;
        let folder = Arc::clone(&folder);
        connections.spawn(async move {
            let service = service_fn(move |request: Request<Incoming>| {
                let answer = file(&folder, request.uri().path());
                async move { Ok::<_, Infallible>(answer) }
            });
            // An error is a connection that the browser broke off.
            let _broken = http1::Builder::new()
                .serve_connection(TokioIo::new(stream), service)
                .await;
        });
    }
}

fn file(folder: &Path, path: &str) -> Response<Full<Bytes>> {
    let name = match path.trim_start_matches('/') {
        "" => "index.html",
        name => name,
    };
    let is_inside = name
        .split('/')
        .all(|part| !matches!(part, "" | "." | "..") && !part.contains('\\'));
    match is_inside.then(|| std::fs::read(folder.join(name))) {
        Some(Ok(bytes)) => {
            let mut answer = Response::new(Full::new(bytes.into()));
            let kind = match Path::new(name)
                .extension()
                .and_then(|extension| extension.to_str())
            {
                Some("html") => "text/html",
                Some("js") => "text/javascript",
                Some("css") => "text/css",
                Some("svg") => "image/svg+xml",
                Some("wasm") => "application/wasm",
                _ => "application/octet-stream",
            };
            answer
                .headers_mut()
                .insert(CONTENT_TYPE, HeaderValue::from_static(kind));
            answer
        }
        Some(Err(_)) | None => {
            let mut answer = Response::new(Full::new(Bytes::from_static(b"There is no such file.")));
            *answer.status_mut() = StatusCode::NOT_FOUND;
            answer
        }
    }
}
