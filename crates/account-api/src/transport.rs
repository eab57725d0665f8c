//! What carries a request to the host and brings the answer back.

use std::future::Future;
use std::ops::ControlFlow;
use std::pin::Pin;
use std::time::Duration;

use zeroize::Zeroizing;

use crate::Credential;

/// What [`Transport::send`] returns: an answer of whatever status, or why there is none.
pub type TransportFuture<'a> = Pin<Box<dyn Future<Output = Result<Response, TransportFailure>> + 'a>>;

/// Carries requests. It follows no redirect, because a redirect would carry the credential to another host, and keeps
/// nothing in a cache.
pub trait Transport {
    /// Sends the request once and reads the answer to its end, both within the request's timeout.
    ///
    /// A body that somebody wants [in pieces](Request::pieces) is lent to them on the way. A transport that passes the request
    /// on to another has nothing to do for it, and one that cannot read in pieces leaves the body whole.
    ///
    /// The transport adds what the credential asks for: the session's cookies and, on a request that changes something,
    /// `X-XSRF-TOKEN`; or the header `x-api-key` and no cookies.
    fn send<'a>(&'a self, request: Request<'a>) -> TransportFuture<'a>;
}

/// Who takes the pieces of a body, in order; each may end anywhere. `Break` is that no more are wanted: the rest need not be
/// read, and the answer is complete without it.
pub type TakePiece<'a> = &'a mut (dyn FnMut(&[u8]) -> ControlFlow<()> + 'a);

/// A request, ready to be sent.
pub struct Request<'a> {
    /// The HTTP method.
    pub method: Method,
    /// The whole address, encoded.
    pub url: String,
    /// Who asks.
    pub credential: &'a Credential,
    /// JSON, to be sent as `application/json`; `None` for a request without a body.
    pub body: Option<Vec<u8>>,
    /// How long the exchange may take, the answer's body included.
    pub timeout: Duration,
    /// Who takes the body of an answer with a good status (2xx) piece by piece as it arrives, instead of having it whole in the
    /// [`Response`]. It is for long answers that hold no secret: nobody wipes the pieces. In a browser, whoever takes them
    /// is not the only one who wants the thread: no more than a few milliseconds' worth comes at a time.
    pub pieces: Option<TakePiece<'a>>,
}

/// The HTTP methods that the API knows. No PATCH is documented anywhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// Read.
    Get,
    /// Create.
    Post,
    /// Change.
    Put,
    /// Delete.
    Delete,
}

impl Method {
    /// As HTTP writes it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Post => "POST",
            Self::Put => "PUT",
            Self::Delete => "DELETE",
        }
    }
}

/// An answer, of whatever status. It may hold a token, so it cannot be printed and its body is wiped.
pub struct Response {
    /// The HTTP status. A browser hides the status of a redirect it was told not to follow; 302 stands for it then.
    pub status: u16,
    /// The header `Retry-After`.
    pub retry_after: Option<String>,
    /// The header `Date`, against which a `Retry-After` that is a date is read. Where the host keeps it from us, a
    /// transport with a clock gives its own time in the same form.
    pub date: Option<String>,
    /// The header `Content-Type`.
    pub content_type: Option<String>,
    /// The body, whole; or what of it was not lent [in pieces](Request::pieces).
    pub body: Zeroizing<Vec<u8>>,
}

impl Response {
    /// Whether the status says that the host did what it was asked: only then is a body lent in pieces.
    pub(crate) fn is_good(status: u16) -> bool {
        (200..=299).contains(&status)
    }
}

/// Why there is no answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TransportFailure {
    /// There was no way to the host: no such name, nobody listening, no network, a certificate that is not trusted.
    Unreachable,
    /// The host is up, but does not let a page of this origin read its answers.
    CrossOriginRefused,
    /// The browser does not let this extension reach the host, because nobody has allowed it or somebody took it back.
    AccessNotGranted,
    /// The answer was not complete within the request's timeout.
    TimedOut,
    /// The connection broke. The text is for a developer; it holds nothing of the request or the answer.
    Interrupted(String),
}
