//! The surroundings of a page that a web server serves.

use account_api::Host;

/// The host that served this page, where that is a web server: the Account Manager may be on the same origin, as with
/// the sandbox and the local proxy. `None` for a page opened from a file.
#[must_use]
pub fn page_host() -> Option<Host> {
    let origin = leptos::prelude::location().origin().ok()?;
    Host::page_origin(&origin).ok()
}

/// Whether the host that served this page has left the cookie that comes with a session.
#[must_use]
pub fn page_host_has_cookie() -> bool {
    account_api::browser::has_csrf_cookie()
}

/// The Account Manager at the other end of a host: the host itself, or the one behind it where it is this page's own server
/// and passes calls on. This is the host whose kind matters to a person, and the one that a token works on.
#[must_use]
pub fn account_manager_at(host: &Host) -> Host {
    let behind = host_behind_page_host().filter(|_| page_host().as_ref() == Some(host));
    behind.unwrap_or_else(|| host.clone())
}

/// The host that this page's own server passes calls on to, as the local proxy writes it into the page.
#[must_use]
pub fn host_behind_page_host() -> Option<Host> {
    let meta = leptos::prelude::document()
        .query_selector("meta[name=account-manager]")
        .ok()
        .flatten()?;
    Host::parse(&meta.get_attribute("content")?).ok()
}
