//! A proxy before the sandbox that can make single requests go wrong.

use std::convert::Infallible;
use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use futures_util::{StreamExt, stream};
use http_body_util::combinators::UnsyncBoxBody;
use http_body_util::{BodyExt, Full, StreamBody};
use hyper::body::{Bytes, Frame, Incoming};
use hyper::header::{
    CONNECTION, CONTENT_LENGTH, CONTENT_TYPE, HOST, HeaderName, HeaderValue, TRANSFER_ENCODING,
};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{Method, Request, Response, StatusCode};
use hyper_util::rt::TokioIo;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpListener;
use tokio::sync::watch;
use tokio::task::{AbortHandle, JoinSet};
use tokio_rustls::TlsAcceptor;

use crate::recorded::Recorded;
use crate::{Outcome, tls};

/// What happens to a request instead of being passed on and answered.
#[derive(Clone, Debug)]
pub enum Happening {
    /// It is answered by the proxy; the sandbox never sees it.
    Answer {
        /// The status.
        status: u16,
        /// The media type of the body.
        content_type: &'static str,
        /// Further headers.
        headers: Vec<(&'static str, String)>,
        /// The body.
        body: String,
    },
    /// The connection breaks off before the sandbox sees it.
    BreakBefore,
    /// The sandbox carries it out, and the connection breaks off before a byte of the answer.
    BreakAfter,
    /// The sandbox sees it twice, and the page gets the second answer: what a browser makes of a connection that breaks
    /// off when it has used it before.
    SendTwice,
}

impl Happening {
    /// An answer in JSON.
    #[must_use]
    pub fn json(status: u16, body: &serde_json::Value) -> Self {
        Self::Answer {
            status,
            content_type: "application/json",
            headers: Vec::new(),
            body: body.to_string(),
        }
    }

    /// An answer in HTML, as from a web application firewall.
    #[must_use]
    pub fn html(status: u16, body: &str) -> Self {
        Self::Answer {
            status,
            content_type: "text/html",
            headers: Vec::new(),
            body: body.to_owned(),
        }
    }
}

/// Makes the requests of one method and path go wrong until it is dropped.
#[must_use = "the requests go right again when this is dropped"]
#[derive(Debug)]
pub struct Trouble {
    rules: Arc<Mutex<Rules>>,
    number: u64,
}

impl Drop for Trouble {
    fn drop(&mut self) {
        lock(&self.rules).rules.retain(|rule| rule.number != self.number);
    }
}

/// Holds the requests of one method and path, or the second half of their answers, until it is dropped; then they go on.
#[must_use = "the requests go on when this is dropped"]
#[derive(Debug)]
pub struct Held {
    trouble: Trouble,
    release: watch::Sender<bool>,
}

impl Held {
    /// Lets them go on.
    pub fn release(self) {
        let Self { trouble, release } = self;
        drop(trouble);
        drop(release);
    }
}

/// The proxy. It takes no more connections once it is dropped.
#[derive(Debug)]
pub struct FaultProxy {
    address: SocketAddr,
    rules: Arc<Mutex<Rules>>,
    recorded: Recorded,
    task: AbortHandle,
}

impl Drop for FaultProxy {
    fn drop(&mut self) {
        self.task.abort();
    }
}

#[derive(Debug, Default)]
struct Rules {
    last_number: u64,
    rules: Vec<Rule>,
    seen: Vec<Seen>,
}

/// A request that came.
#[derive(Clone, Debug)]
struct Seen {
    /// The name it was sent to, without a port.
    host: String,
    method: Method,
    path: String,
}

#[derive(Clone, Debug)]
struct Rule {
    number: u64,
    /// `None` for every host.
    host: Option<String>,
    method: Method,
    path: String,
    action: Action,
}

impl Rule {
    fn is_about(&self, seen: &Seen) -> bool {
        let of_this_host = self.host.as_ref().is_none_or(|host| *host == seen.host);
        of_this_host && self.method == seen.method && self.path == seen.path
    }
}

#[derive(Clone, Debug)]
enum Action {
    Happen(Happening),
    /// Until the sender is gone.
    Hold(watch::Receiver<bool>),
    /// The answer's second half waits.
    HoldHalf(watch::Receiver<bool>),
}

impl FaultProxy {
    /// Starts passing everything on to `target`.
    ///
    /// # Errors
    /// No port of 127.0.0.1 can be listened on.
    pub async fn start(target: SocketAddr) -> Outcome<Self> {
        Self::listen(target, None).await
    }

    /// Starts passing everything on to `target` and speaks TLS, with a certificate of its own making for these names.
    ///
    /// # Errors
    /// No port of 127.0.0.1 can be listened on, or no certificate can be made.
    pub async fn start_with_tls(target: SocketAddr, names: &[&str]) -> Outcome<Self> {
        Self::listen(target, Some(tls::acceptor(names)?)).await
    }

    async fn listen(target: SocketAddr, tls: Option<TlsAcceptor>) -> Outcome<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
        let address = listener.local_addr()?;
        let rules = Arc::new(Mutex::new(Rules::default()));
        // What a person's browser is answered must not depend on a proxy that this machine uses for the internet.
        let client = reqwest::Client::builder()
            .no_proxy()
            .redirect(reqwest::redirect::Policy::none())
            .build()?;
        let recorded = Recorded::default();
        let passing = Passing {
            client,
            target,
            rules: Arc::clone(&rules),
            recorded: recorded.clone(),
        };
        let task = tokio::spawn(accept(listener, tls, passing)).abort_handle();
        Ok(Self {
            address,
            rules,
            recorded,
            task,
        })
    }

    /// What was passed on.
    pub(crate) fn recorded(&self) -> &Recorded {
        &self.recorded
    }

    /// Where it listens.
    #[must_use]
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Makes every request of this method and path, without its query, go wrong, whichever host it is sent to.
    pub fn make(&self, method: Method, path: &str, happening: Happening) -> Trouble {
        self.add(None, method, path, Action::Happen(happening))
    }

    /// Makes every request of this method and path that is sent to this host go wrong.
    pub fn make_at(&self, host: &str, method: Method, path: &str, happening: Happening) -> Trouble {
        self.add(Some(host), method, path, Action::Happen(happening))
    }

    /// Holds every request of this method and path before the sandbox sees it, whichever host it is sent to.
    pub fn hold(&self, method: Method, path: &str) -> Held {
        self.hold_some(None, method, path)
    }

    /// Holds every request of this method and path that is sent to this host.
    pub fn hold_at(&self, host: &str, method: Method, path: &str) -> Held {
        self.hold_some(Some(host), method, path)
    }

    /// How many requests of this method and path came, held and broken ones included.
    #[must_use]
    pub fn count(&self, method: &Method, path: &str) -> usize {
        self.count_some(|seen| seen.method == method && seen.path == path)
    }

    /// How many of them were sent to this host.
    #[must_use]
    pub fn count_at(&self, host: &str, method: &Method, path: &str) -> usize {
        self.count_some(|seen| seen.host == host && seen.method == method && seen.path == path)
    }

    /// Holds the second half of every answer of this method and path, whichever host it comes from.
    pub fn hold_half(&self, method: Method, path: &str) -> Held {
        let (release, held) = watch::channel(false);
        Held {
            trouble: self.add(None, method, path, Action::HoldHalf(held)),
            release,
        }
    }

    fn hold_some(&self, host: Option<&str>, method: Method, path: &str) -> Held {
        let (release, held) = watch::channel(false);
        Held {
            trouble: self.add(host, method, path, Action::Hold(held)),
            release,
        }
    }

    fn count_some(&self, is_meant: impl Fn(&Seen) -> bool) -> usize {
        let rules = lock(&self.rules);
        rules.seen.iter().filter(|seen| is_meant(seen)).count()
    }

    fn add(&self, host: Option<&str>, method: Method, path: &str, action: Action) -> Trouble {
        let mut rules = lock(&self.rules);
        rules.last_number += 1;
        let number = rules.last_number;
        // The newest rule goes first.
        rules.rules.insert(
            0,
            Rule {
                number,
                host: host.map(str::to_owned),
                method,
                path: path.to_owned(),
                action,
            },
        );
        Trouble {
            rules: Arc::clone(&self.rules),
            number,
        }
    }
}

fn lock(rules: &Mutex<Rules>) -> MutexGuard<'_, Rules> {
    rules.lock().unwrap_or_else(PoisonError::into_inner)
}

async fn accept(listener: TcpListener, tls: Option<TlsAcceptor>, passing: Passing) -> io::Result<Infallible> {
    // Dropped with this task, and every connection with it.
    let mut connections = JoinSet::new();
    loop {
        let (stream, _) = listener.accept().await?;
        let (passing, tls) = (passing.clone(), tls.clone());
        connections.spawn(async move {
            match tls {
                None => serve(stream, passing).await,
                // Whoever does not get through the handshake has nothing to say here: a browser that opened a connection in
                // advance and did not need it.
                Some(tls) => {
                    if let Ok(stream) = tls.accept(stream).await {
                        serve(stream, passing).await;
                    }
                }
            }
        });
    }
}

async fn serve(stream: impl AsyncRead + AsyncWrite + Unpin, passing: Passing) {
    let service = service_fn(move |request| passing.clone().pass(request));
    // An error is a connection that broke off: by the browser, or by a rule that says so.
    let _broken = http1::Builder::new()
        .serve_connection(TokioIo::new(stream), service)
        .await;
}

#[derive(Clone, Debug)]
struct Passing {
    client: reqwest::Client,
    target: SocketAddr,
    rules: Arc<Mutex<Rules>>,
    recorded: Recorded,
}

impl Passing {
    /// An error breaks the connection off without an answer.
    async fn pass(self, request: Request<Incoming>) -> io::Result<Response<Body>> {
        let seen = Seen {
            host: host_of(&request),
            method: request.method().clone(),
            path: request.uri().path().to_owned(),
        };
        let rule = {
            let mut rules = lock(&self.rules);
            let rule = rules.rules.iter().find(|rule| rule.is_about(&seen)).cloned();
            rules.seen.push(seen);
            rule
        };
        match rule.map(|rule| rule.action) {
            None => self.forward(Whole::of(request).await?).await.map(at_once),
            Some(Action::Hold(mut held)) => {
                // The error says that the sender is gone, which is what is waited for.
                let _released = held.changed().await;
                self.forward(Whole::of(request).await?).await.map(at_once)
            }
            Some(Action::HoldHalf(held)) => {
                let answer = self.forward(Whole::of(request).await?).await?;
                Ok(in_halves(answer, held))
            }
            Some(Action::Happen(Happening::Answer {
                status,
                content_type,
                headers,
                body,
            })) => answer(status, content_type, headers, body).map(at_once),
            Some(Action::Happen(Happening::BreakBefore)) => Err(io::ErrorKind::ConnectionAborted.into()),
            Some(Action::Happen(Happening::BreakAfter)) => {
                self.forward(Whole::of(request).await?).await?;
                Err(io::ErrorKind::ConnectionAborted.into())
            }
            Some(Action::Happen(Happening::SendTwice)) => {
                let request = Whole::of(request).await?;
                self.forward(request.clone()).await?;
                self.forward(request).await.map(at_once)
            }
        }
    }

    async fn forward(&self, Whole { parts, body }: Whole) -> io::Result<Response<Bytes>> {
        self.recorded.take_request(&parts, &body);
        let method = parts.method.clone();
        let path = parts.uri.path_and_query().map_or("/", |path| path.as_str());
        let mut headers = parts.headers;
        remove_hop_headers(&mut headers);
        let address = format!("http://{}{path}", self.target);
        let request = self
            .client
            .request(parts.method, address)
            .headers(headers)
            .body(body);
        let answer = request.send().await.map_err(io::Error::other)?;
        let (status, mut headers) = (answer.status(), answer.headers().clone());
        remove_hop_headers(&mut headers);
        let body = answer.bytes().await.map_err(io::Error::other)?;
        self.recorded.take_answer(&method, &body);
        let mut passed_on = Response::new(body);
        *passed_on.status_mut() = status;
        *passed_on.headers_mut() = headers;
        close_afterwards(&mut passed_on);
        Ok(passed_on)
    }
}

/// What an answer's body is sent as.
type Body = UnsyncBoxBody<Bytes, io::Error>;

fn at_once(answer: Response<Bytes>) -> Response<Body> {
    answer.map(|body| {
        Full::new(body)
            .map_err(|never: Infallible| match never {})
            .boxed_unsync()
    })
}

/// The first half at once, the second once it is released.
fn in_halves(answer: Response<Bytes>, mut held: watch::Receiver<bool>) -> Response<Body> {
    answer.map(|mut body| {
        let rest = body.split_off(body.len() / 2);
        let rest = async move {
            // The error says that the sender is gone, which is what is waited for.
            let _released = held.changed().await;
            Ok(Frame::data(rest))
        };
        let first = stream::iter([Ok(Frame::data(body))]);
        StreamBody::new(first.chain(stream::once(rest))).boxed_unsync()
    })
}

/// The name that a request is sent to, without a port; nothing where it names none.
fn host_of(request: &Request<Incoming>) -> String {
    let host = request.headers().get(HOST).and_then(|host| host.to_str().ok());
    let name = host.map(|host| host.rsplit_once(':').map_or(host, |(name, _)| name));
    name.unwrap_or_default().to_owned()
}

/// A request whose body has arrived.
#[derive(Clone, Debug)]
struct Whole {
    parts: hyper::http::request::Parts,
    body: Bytes,
}

impl Whole {
    async fn of(request: Request<Incoming>) -> io::Result<Self> {
        let (parts, body) = request.into_parts();
        let body = body.collect().await.map_err(io::Error::other)?.to_bytes();
        Ok(Self { parts, body })
    }
}

fn answer(
    status: u16,
    content_type: &'static str,
    headers: Vec<(&'static str, String)>,
    body: String,
) -> io::Result<Response<Bytes>> {
    let mut answer = Response::new(Bytes::from(body));
    *answer.status_mut() = StatusCode::from_u16(status).map_err(io::Error::other)?;
    answer
        .headers_mut()
        .insert(CONTENT_TYPE, HeaderValue::from_static(content_type));
    for (name, value) in headers {
        let value = HeaderValue::try_from(value).map_err(io::Error::other)?;
        answer.headers_mut().insert(HeaderName::from_static(name), value);
    }
    close_afterwards(&mut answer);
    Ok(answer)
}

/// Every request gets a connection of its own: Chromium sends a request again by itself where a connection that it used
/// before breaks off, and a test that counts requests would count those.
fn close_afterwards(answer: &mut Response<Bytes>) {
    answer
        .headers_mut()
        .insert(CONNECTION, HeaderValue::from_static("close"));
}

/// The headers that are about one connection; whoever sends the message on writes its own.
fn remove_hop_headers(headers: &mut hyper::HeaderMap) {
    for name in [CONNECTION, CONTENT_LENGTH, TRANSFER_ENCODING] {
        headers.remove(name);
    }
}
