//! What the person allows this page. A page of a web server needs nobody's leave to ask: whether a host lets it read the answers
//! is the host's decision.

use super::extension;
use account_api::Host;
use std::pin::Pin;

/// An answer that a person gives in their own time.
pub(super) type Answer = Pin<Box<dyn Future<Output = bool>>>;

/// Asks the person whether this page may reach a host, and answers what they said. Call it while their press of a button is still
/// what runs, or the browser refuses to ask.
#[must_use]
pub fn ask_to_reach(host: &Host) -> Answer {
    match extension::loaded() {
        Some(extension) => extension.ask_to_reach(host),
        None => Box::pin(std::future::ready(true)),
    }
}

/// Whether this page may read the cookie that a host wants repeated with a change. A page of a web server reads its own origin's.
pub async fn may_read_csrf_cookie() -> bool {
    match extension::loaded() {
        Some(extension) => extension.may_read_csrf_cookie().await,
        None => true,
    }
}

/// Asks the person for it; see [`ask_to_reach`].
#[must_use]
pub fn ask_to_read_csrf_cookie() -> Answer {
    match extension::loaded() {
        Some(extension) => extension.ask_to_read_csrf_cookie(),
        None => Box::pin(std::future::ready(true)),
    }
}
