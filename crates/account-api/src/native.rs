//! Requests from outside a browser, for tests and tools on this machine.

use std::future::Future;
use std::io::{self, Read};
use std::pin::pin;
use std::task::{Context, Poll, Waker};
use std::thread;

use ureq::http;
use zeroize::Zeroizing;

use crate::{Credential, Method, Request, Response, TakePiece, Transport, TransportFailure, TransportFuture};

/// The longest answer that is read, in bytes.
const LONGEST_ANSWER: u64 = 1 << 30;

/// The longest piece of an answer, in bytes.
const LONGEST_PIECE: usize = 64 << 10;

/// Sends requests with ureq: one at a time, waiting for each. There is no TLS in it, so it reaches http on loopback only.
///
/// Its futures are ready when they are first polled; [`wait_for`] runs them. On the thread of a single-threaded server the
/// wait would never end: give the server a thread of its own.
pub struct NativeTransport {
    agent: ureq::Agent,
    session: Option<Session>,
}

struct Session {
    cookies: String,
    csrf_token: Option<String>,
}

impl NativeTransport {
    /// A transport without a session; with it, [`Credential::Session`] is nobody.
    pub fn new() -> Self {
        let config = ureq::Agent::config_builder()
            .http_status_as_error(false)
            .max_redirects(0)
            .max_redirects_will_error(false)
            .proxy(None)
            .build();
        Self {
            agent: config.into(),
            session: None,
        }
    }

    /// A transport that sends, with [`Credential::Session`], this `Cookie` header and, with a request that changes
    /// something, this `X-XSRF-TOKEN`.
    pub fn with_session(cookies: impl Into<String>, csrf_token: Option<String>) -> Self {
        Self {
            session: Some(Session {
                cookies: cookies.into(),
                csrf_token,
            }),
            ..Self::new()
        }
    }

    fn exchange(&self, request: Request<'_>) -> Result<Response, TransportFailure> {
        let mut builder = http::Request::builder()
            .method(request.method.as_str())
            .uri(&request.url)
            .header("accept", "application/json");
        match (request.credential, &self.session) {
            (Credential::ApiKey(key), _) => builder = key.lend(|key| builder.header("x-api-key", key)),
            (Credential::Session, None) => {}
            (Credential::Session, Some(session)) => {
                builder = builder.header("cookie", &session.cookies);
                if let (Some(token), Method::Post | Method::Put | Method::Delete) =
                    (&session.csrf_token, request.method)
                {
                    builder = builder.header("x-xsrf-token", token);
                }
            }
        }
        let sent = match request.body {
            Some(body) => {
                let built = builder
                    .header("content-type", "application/json")
                    .body(body)
                    .map_err(not_sent)?;
                self.agent.run(self.timed(built, request.timeout))
            }
            None if request.method == Method::Get => self
                .agent
                .run(self.timed(builder.body(()).map_err(not_sent)?, request.timeout)),
            None => {
                let built = builder.body(Vec::<u8>::new()).map_err(not_sent)?;
                self.agent.run(self.timed(built, request.timeout))
            }
        };
        let mut answer = sent.map_err(failure)?;
        let is_good = Response::is_good(answer.status().as_u16());
        let body = answer.body_mut().with_config().limit(LONGEST_ANSWER);
        let body = match request.pieces.filter(|_| is_good) {
            Some(take) => lend_pieces(&mut body.reader(), take).map(|()| Vec::new()),
            None => body.read_to_vec(),
        };
        let body = body.map_err(failure)?;
        let header = |name| {
            answer
                .headers()
                .get(name)
                .and_then(|value| value.to_str().ok())
                .map(str::to_owned)
        };
        Ok(Response {
            status: answer.status().as_u16(),
            retry_after: header("retry-after"),
            date: header("date"),
            content_type: header("content-type"),
            body: Zeroizing::new(body),
        })
    }

    fn timed<S: ureq::AsSendBody>(
        &self,
        request: http::Request<S>,
        timeout: std::time::Duration,
    ) -> http::Request<S> {
        self.agent
            .configure_request(request)
            .timeout_global(Some(timeout))
            .build()
    }
}

impl Default for NativeTransport {
    fn default() -> Self {
        Self::new()
    }
}

impl Transport for NativeTransport {
    fn send<'a>(&'a self, request: Request<'a>) -> TransportFuture<'a> {
        Box::pin(async move { self.exchange(request) })
    }
}

/// Runs a call over a [`NativeTransport`] to its end.
pub fn wait_for<T>(call: impl Future<Output = T>) -> T {
    let mut call = pin!(call);
    loop {
        match call.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
            Poll::Ready(output) => return output,
            Poll::Pending => thread::yield_now(),
        }
    }
}

/// Lends a body piece by piece, until it ends or no more is wanted.
fn lend_pieces(body: &mut dyn Read, take: TakePiece<'_>) -> Result<(), ureq::Error> {
    let mut room = vec![0; LONGEST_PIECE];
    loop {
        let piece = match body.read(&mut room) {
            Ok(length) => room.get(..length).unwrap_or_default(),
            Err(fault) if fault.kind() == io::ErrorKind::Interrupted => continue,
            Err(fault) => return Err(fault.into()),
        };
        if piece.is_empty() || take(piece).is_break() {
            return Ok(());
        }
    }
}

/// A request that could not even be put together, such as one with a line break in its cookie.
fn not_sent(fault: http::Error) -> TransportFailure {
    TransportFailure::Interrupted(fault.to_string())
}

fn failure(fault: ureq::Error) -> TransportFailure {
    match fault {
        ureq::Error::Timeout(_) => TransportFailure::TimedOut,
        ureq::Error::HostNotFound | ureq::Error::ConnectionFailed => TransportFailure::Unreachable,
        ureq::Error::Io(fault) if fault.kind() == io::ErrorKind::ConnectionRefused => {
            TransportFailure::Unreachable
        }
        other => TransportFailure::Interrupted(other.to_string()),
    }
}

#[cfg(test)]
mod tests;
