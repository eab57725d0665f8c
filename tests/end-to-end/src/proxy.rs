//! A proxy before the sandbox: it speaks TLS where that is wanted, and asks a plan what goes wrong.

use std::convert::Infallible;
use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::{Mutex, MutexGuard, PoisonError};

use http_body_util::BodyExt;
use hyper::body::{Bytes, Incoming};
use hyper::header::{CONNECTION, CONTENT_LENGTH, HeaderValue, TRANSFER_ENCODING};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{Request, Response};
use hyper_util::rt::TokioIo;
use sandbox::fault_plan::FaultPlan;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpListener;
use tokio::task::{JoinHandle, JoinSet};
use tokio_rustls::TlsAcceptor;

use crate::recorded::Recorded;
use crate::{Outcome, tls};

/// The proxy. It takes no more connections once it is dropped.
pub(crate) struct Proxy {
    address: SocketAddr,
    tls: Option<TlsAcceptor>,
    passing: Passing,
    task: Mutex<Option<JoinHandle<io::Result<Infallible>>>>,
}

impl Drop for Proxy {
    fn drop(&mut self) {
        if let Some(task) = self.task().take() {
            task.abort();
        }
    }
}

impl Proxy {
    /// Starts passing everything on to `target`, as far as the plan lets it.
    ///
    /// # Errors
    /// No port of 127.0.0.1 can be listened on.
    pub(crate) async fn start(target: SocketAddr, plan: FaultPlan) -> Outcome<Self> {
        Self::listen(target, plan, None).await
    }

    /// Does the same and speaks TLS, with a certificate of its own making for these names.
    ///
    /// # Errors
    /// No port of 127.0.0.1 can be listened on, or no certificate can be made.
    pub(crate) async fn start_with_tls(target: SocketAddr, plan: FaultPlan, names: &[&str]) -> Outcome<Self> {
        Self::listen(target, plan, Some(tls::acceptor(names)?)).await
    }

    async fn listen(target: SocketAddr, plan: FaultPlan, tls: Option<TlsAcceptor>) -> Outcome<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
        let address = listener.local_addr()?;
        // What a person's browser is answered must not depend on a proxy that this machine uses for the internet.
        let client = reqwest::Client::builder()
            .no_proxy()
            .redirect(reqwest::redirect::Policy::none())
            .build()?;
        let passing = Passing {
            client,
            target,
            plan,
            recorded: Recorded::default(),
        };
        let task = tokio::spawn(accept(listener, tls.clone(), passing.clone()));
        Ok(Self {
            address,
            tls,
            passing,
            task: Mutex::new(Some(task)),
        })
    }

    /// Where it listens.
    pub(crate) fn address(&self) -> SocketAddr {
        self.address
    }

    /// What was passed on.
    pub(crate) fn recorded(&self) -> &Recorded {
        &self.passing.recorded
    }

    /// Breaks every connection off and refuses new ones, as a host that is down.
    pub(crate) async fn refuse_connections(&self) {
        let task = self.task().take();
        if let Some(task) = task {
            task.abort();
            // The listener is closed once the task has ended, which is how it ends: aborted.
            let _aborted = task.await;
        }
    }

    /// Listens again where it listened before.
    ///
    /// # Errors
    /// Somebody else has taken the port meanwhile.
    pub(crate) async fn listen_again(&self) -> Outcome {
        let listener = TcpListener::bind(self.address).await?;
        let task = tokio::spawn(accept(listener, self.tls.clone(), self.passing.clone()));
        *self.task() = Some(task);
        Ok(())
    }

    fn task(&self) -> MutexGuard<'_, Option<JoinHandle<io::Result<Infallible>>>> {
        self.task.lock().unwrap_or_else(PoisonError::into_inner)
    }
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
    // An error is a connection that broke off: by the browser, or by a plan that says so.
    let _broken = http1::Builder::new()
        .serve_connection(TokioIo::new(stream), service)
        .await;
}

#[derive(Clone, Debug)]
struct Passing {
    client: reqwest::Client,
    target: SocketAddr,
    plan: FaultPlan,
    recorded: Recorded,
}

impl Passing {
    /// An error breaks the connection off without an answer.
    async fn pass(
        self,
        request: Request<Incoming>,
    ) -> io::Result<
        Response<impl hyper::body::Body<Data = Bytes, Error: Into<Box<dyn std::error::Error + Send + Sync>>>>,
    > {
        let (parts, body) = request.into_parts();
        let body = body.collect().await.map_err(io::Error::other)?.to_bytes();
        let request = Request::from_parts(parts, body);
        // In a task of its own: what has left goes on its way when the browser is gone, as behind a gateway.
        let answering = tokio::spawn(async move {
            let plan = self.plan.clone();
            plan.answer(request, |request| self.clone().forward(request))
                .await
        });
        let mut answer = answering.await??;
        close_afterwards(&mut answer);
        Ok(answer)
    }

    async fn forward(self, request: Request<Bytes>) -> io::Result<Response<Bytes>> {
        let (parts, body) = request.into_parts();
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
        Ok(passed_on)
    }
}

/// Every request gets a connection of its own: Chromium sends a request again by itself where a connection that it used
/// before breaks off, and a test that counts requests would count those.
fn close_afterwards<B>(answer: &mut Response<B>) {
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
