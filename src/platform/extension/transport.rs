//! How requests travel from a page of the extension.

use super::access::may_reach_address;
use super::csrf_cookie::ExtensionCsrfCookie;
use account_api::browser::BrowserTransport;
use account_api::{Request, Transport, TransportFailure, TransportFuture};
use std::rc::Rc;

/// Sends a request only where the browser lets the extension reach the host: without it the request would leave all the same,
/// without the session, and fail in a way that nobody could tell from other failures.
pub(in crate::platform) struct ExtensionTransport(BrowserTransport);

impl ExtensionTransport {
    /// A transport that asks the browser each time.
    pub(in crate::platform) fn new() -> Self {
        Self(BrowserTransport::with_csrf_cookie(Rc::new(ExtensionCsrfCookie)))
    }
}

impl Transport for ExtensionTransport {
    fn send<'a>(&'a self, request: Request<'a>) -> TransportFuture<'a> {
        Box::pin(async move {
            let address = request.url.clone();
            match may_reach_address(&address).await {
                false => Err(TransportFailure::AccessNotGranted),
                true => match self.0.send(request).await {
                    // No host refuses an extension that may reach it: the connection broke, or the permission went meanwhile.
                    Err(TransportFailure::CrossOriginRefused) => {
                        Err(match may_reach_address(&address).await {
                            true => TransportFailure::Interrupted("before the first answer".to_owned()),
                            false => TransportFailure::AccessNotGranted,
                        })
                    }
                    answer => answer,
                },
            }
        })
    }
}
