//! A host that answers everything in the same way.

use std::future::Future;
use std::ops::ControlFlow;
use std::pin::pin;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};

use account_api::{Client, Credential, Host, Request, Response, SignedIn, Transport, TransportFuture};

/// Answers every request but the one that signs in with this status and body, in pieces of this many bytes where somebody wants them.
#[derive(Clone)]
pub(crate) struct ScriptedTransport {
    pub(crate) status: u16,
    pub(crate) body: Vec<u8>,
    pub(crate) piece_length: usize,
}

impl Transport for ScriptedTransport {
    fn send<'a>(&'a self, request: Request<'a>) -> TransportFuture<'a> {
        let (status, mut body) = match request.url.ends_with("/user/me") {
            true => (200, br#"{"id":"me"}"#.to_vec()),
            false => (self.status, self.body.clone()),
        };
        if let (Some(take), 200..=299) = (request.pieces, status) {
            for piece in std::mem::take(&mut body).chunks(self.piece_length.max(1)) {
                if let ControlFlow::Break(()) = take(piece) {
                    break;
                }
            }
        }
        Box::pin(async move {
            Ok(Response {
                status,
                retry_after: None,
                date: None,
                content_type: None,
                body: body.into(),
            })
        })
    }
}

/// Somebody who is signed in to such a host.
pub(crate) fn signed_in(transport: ScriptedTransport) -> SignedIn {
    let host = Host::parse("one.digicert.com").expect("a documented host");
    let client = Client::new(Rc::new(transport), host);
    at_once(client.sign_in(Credential::Session)).expect("the script lets everybody in")
}

/// The output of a future that never has to wait.
pub(crate) fn at_once<T>(future: impl Future<Output = T>) -> T {
    match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(output) => output,
        Poll::Pending => panic!("a scripted call had to wait"),
    }
}
