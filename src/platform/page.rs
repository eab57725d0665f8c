//! The surroundings of a page that a web server serves.

use account_api::browser::BrowserTransport;
use account_api::{Host, Transport};
use std::rc::Rc;

/// How requests travel from this page.
#[must_use]
pub fn transport() -> Rc<dyn Transport> {
    Rc::new(BrowserTransport::new())
}

/// The host that served this page, where that is a web server: the Account Manager may be on the same origin, as with
/// the sandbox and the local proxy. `None` for a page opened from a file.
#[must_use]
pub fn page_host() -> Option<Host> {
    let origin = leptos::prelude::location().origin().ok()?;
    Host::page_origin(&origin).ok()
}
