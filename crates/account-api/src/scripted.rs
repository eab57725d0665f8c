//! A transport for unit tests: it answers from a script and notes what it was asked.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::future::Future;
use std::num::NonZero;
use std::pin::pin;
use std::task::{Context, Poll, Waker};

use crate::{Credential, Method, Request, Response, Transport, TransportFailure, TransportFuture};

/// An answer of JSON, or of what claims to be.
pub(crate) fn answer(status: u16, body: &str) -> Response {
    Response {
        status,
        retry_after: None,
        date: None,
        content_type: Some("application/json".to_owned()),
        body: body.as_bytes().to_vec().into(),
    }
}

/// Gives its answers in turn; `Unreachable` when they have run out.
#[derive(Default)]
pub(crate) struct Scripted {
    /// How many bytes a piece has, where somebody wants pieces; none are given without a length.
    pub(crate) piece_length: Cell<Option<NonZero<usize>>>,
    pub(crate) answers: RefCell<VecDeque<Result<Response, TransportFailure>>>,
    pub(crate) requests: RefCell<Vec<Noted>>,
}

/// A request as it was made.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Noted {
    pub(crate) method: Method,
    pub(crate) url: String,
    pub(crate) body: Option<String>,
    pub(crate) key: Option<String>,
}

impl Transport for Scripted {
    fn send<'a>(&'a self, request: Request<'a>) -> TransportFuture<'a> {
        let key = match request.credential {
            Credential::Session => None,
            Credential::ApiKey(key) => Some(key.lend(str::to_owned)),
        };
        self.requests.borrow_mut().push(Noted {
            method: request.method,
            url: request.url,
            body: request.body.map(|body| String::from_utf8(body).expect("UTF-8")),
            key,
        });
        let mut answer = self
            .answers
            .borrow_mut()
            .pop_front()
            .unwrap_or(Err(TransportFailure::Unreachable));
        if let (Ok(answer), Some(take), Some(length)) = (&mut answer, request.pieces, self.piece_length.get())
            && Response::is_good(answer.status)
        {
            // It goes on when no more is wanted, as a transport may.
            for piece in std::mem::take(&mut answer.body).chunks(length.get()) {
                let _ = take(piece);
            }
        }
        Box::pin(async move { answer })
    }
}

/// The output of a future that never has to wait.
pub(crate) fn at_once<T>(future: impl Future<Output = T>) -> T {
    match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(output) => output,
        Poll::Pending => panic!("a scripted call had to wait"),
    }
}
