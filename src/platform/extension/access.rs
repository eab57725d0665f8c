//! What the person allows the extension: reaching a host, reading one cookie, looking at the clipboard, and showing notices.

use super::api::{self, list_of, object, outcome, property};
use super::session_storage::SessionItem;
use crate::platform::Surface;
use account_api::Host;
use js_sys::{Array, Promise};
use wasm_bindgen::prelude::*;

/// Both of the clipboard's: what may be looked at and not be emptied is of no use.
const CLIPBOARD: &[&str] = &["clipboardRead", "clipboardWrite"];

/// Whether the extension may reach the host of an address now. It is asked anew each time, because a person can take it back at
/// any moment.
pub(super) async fn may_reach_address(address: &str) -> bool {
    contains("origins", &[&pattern_of(address)]).await
}

/// Asks the person whether the extension may reach a host, and answers what they said. Call it while their press of a button is
/// still what runs. The question closes a popup; the background opens it again once the answer is yes.
pub(in crate::platform) fn ask_to_reach(host: &Host) -> impl Future<Output = bool> + use<> {
    let pattern = pattern_of(&host.origin());
    SessionItem::Host.keep(&host.origin());
    let closes = Surface::of_this_page().lasting().is_none();
    match closes {
        true => SessionItem::AwaitedAccess.keep(&pattern),
        // An answer of no leaves the question of a popup behind.
        false => SessionItem::AwaitedAccess.forget(),
    }
    let answer = request("origins", &[&pattern]);
    async move {
        let granted = is_yes(answer).await;
        if closes {
            SessionItem::AwaitedAccess.forget();
        }
        granted
    }
}

/// Whether the person allowed this very host, and not by way of others: a browser may let an extension reach every site at one press.
pub(super) async fn was_allowed_by_name(host: &Host) -> bool {
    let granted = outcome(api::granted_permissions()).await.ok();
    let origins = granted.and_then(|granted| property(&granted, "origins"));
    origins.is_some_and(|origins| Array::from(&origins).includes(&pattern_of(&host.origin()).into(), 0))
}

/// Whether the extension may read the cookie that a host wants repeated.
pub(in crate::platform) async fn may_read_csrf_cookie() -> bool {
    contains("permissions", &["cookies"]).await
}

/// Asks the person for it; see [`ask_to_reach`].
pub(in crate::platform) fn ask_to_read_csrf_cookie() -> impl Future<Output = bool> + use<> {
    is_yes(request("permissions", &["cookies"]))
}

/// Whether the extension may show notices.
pub(super) async fn may_notify() -> bool {
    contains("permissions", &["notifications"]).await
}

/// Asks the person for it; see [`ask_to_reach`]. Nothing opens a popup again that the question closed.
pub(in crate::platform) fn ask_to_notify() -> impl Future<Output = bool> + use<> {
    is_yes(request("permissions", &["notifications"]))
}

/// Whether the extension may look at the clipboard, and empty it.
pub(super) async fn may_look_at_clipboard() -> bool {
    contains("permissions", CLIPBOARD).await
}

/// Asks the person for it; see [`ask_to_reach`]. Nothing opens a popup again that the question closed.
pub(in crate::platform) fn ask_to_look_at_clipboard() -> impl Future<Output = bool> + use<> {
    is_yes(request("permissions", CLIPBOARD))
}

/// Gives it back.
pub(super) fn give_clipboard_back() -> impl Future<Output = ()> + use<> {
    let removal = api::remove_permissions(&object(&[("permissions", list_of(CLIPBOARD))]));
    async move {
        if outcome(removal).await.is_err() {
            leptos::logging::warn!("the browser did not take the clipboard's permissions back");
        }
    }
}

/// The pattern that covers every address of a host: without a port, because a pattern covers all of them.
fn pattern_of(address: &str) -> String {
    match web_sys::Url::new(address) {
        Ok(address) => format!("{}//{}/*", address.protocol(), address.hostname()),
        // A checked host always makes an address.
        Err(_) => String::new(),
    }
}

async fn contains(kind: &str, what: &[&str]) -> bool {
    let answer = outcome(api::permissions_contain(&object(&[(kind, list_of(what))])));
    answer.await.is_ok_and(|answer| answer.is_truthy())
}

fn request(kind: &str, what: &[&str]) -> Result<Promise, JsValue> {
    api::request_permissions(&object(&[(kind, list_of(what))]))
}

/// A request that the browser refuses, because the manifest does not foresee it or no press stands behind it, is a no.
async fn is_yes(answer: Result<Promise, JsValue>) -> bool {
    outcome(answer).await.is_ok_and(|answer| answer.is_truthy())
}
