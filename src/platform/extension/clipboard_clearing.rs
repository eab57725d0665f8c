//! Having the background clear the clipboard.

use super::access;
use super::api::{self, object, outcome, property};
use super::local_storage::LocalItem;
use super::session_storage::SessionItem;
use crate::platform::fingerprint::Fingerprint;
use crate::platform::{Clearing, Refused, Scheduled};
use std::time::Duration;
use wasm_bindgen::JsValue;
use wasm_bindgen::closure::Closure;

/// The alarm at which the background clears the clipboard.
const ALARM: &str = "copied-text";

/// The question that the background answers with what came of clearing at once.
const CLEAR: &str = "clear-clipboard";

/// Whether it is switched on and permitted.
pub(in crate::platform) async fn clears_clipboard() -> bool {
    is_switched_on().await && access::may_look_at_clipboard().await
}

/// Keeps that it is switched on.
pub(in crate::platform) fn switch_clipboard_clearing_on() -> impl Future<Output = Result<(), Refused>> + use<>
{
    LocalItem::ClipboardClearing.write(JsValue::TRUE)
}

/// Forgets that it was switched on and what was to be cleared, and gives the permissions back. An alarm that still comes finds nothing to do.
pub(in crate::platform) fn switch_clipboard_clearing_off() -> impl Future<Output = Result<(), Refused>> + use<>
{
    let forgotten = LocalItem::ClipboardClearing.forget();
    SessionItem::CopiedText.forget();
    let given_back = access::give_clipboard_back();
    async move {
        forgotten.await?;
        given_back.await;
        Ok(())
    }
}

/// Leaves word for the background, if it is switched on.
pub(in crate::platform) async fn clear_clipboard_later(copied: &Fingerprint, after: Duration) -> Scheduled {
    if !is_switched_on().await {
        return Scheduled::Off;
    }
    if !access::may_look_at_clipboard().await {
        return Scheduled::No;
    }
    // The alarm first: that of an earlier copy would otherwise clear this one too soon.
    let when = js_sys::Date::now() + after.as_secs_f64() * 1000.0;
    let alarm = api::create_alarm(ALARM, &object(&[("when", when.into())]));
    let kept = SessionItem::CopiedText.write(copied.as_str());
    match (alarm, kept.await) {
        (Ok(_), Ok(())) => Scheduled::Yes,
        (Err(_), _) | (_, Err(Refused)) => {
            SessionItem::CopiedText.forget();
            Scheduled::No
        }
    }
}

/// Has the background clear it now.
pub(in crate::platform) async fn clear_clipboard_now() -> Clearing {
    let answer = outcome(api::ask_background(CLEAR)).await;
    answer
        .ok()
        .as_ref()
        .and_then(clearing)
        .unwrap_or(Clearing::NotRead)
}

/// Listens to what the background says that it did.
pub(in crate::platform) fn hear_of_clipboard(heard: impl Fn(Clearing) + 'static) {
    let listener = Closure::<dyn Fn(JsValue)>::new(move |message: JsValue| {
        if let Some(clearing) = property(&message, "clipboard").as_ref().and_then(clearing) {
            heard(clearing);
        }
    });
    // For as long as the page is there.
    let listener = listener.into_js_value();
    if api::listen_to_messages(&listener).is_err() {
        leptos::logging::warn!("the browser lets this page hear nothing of the background");
    }
}

async fn is_switched_on() -> bool {
    LocalItem::ClipboardClearing
        .read()
        .await
        .is_some_and(|kept| kept.is_truthy())
}

/// What the background calls it; `None` where it had nothing to do, or that was no answer of its.
fn clearing(word: &JsValue) -> Option<Clearing> {
    match word.as_string()?.as_str() {
        "cleared" => Some(Clearing::Cleared),
        "other" => Some(Clearing::HoldsOther),
        "not-read" => Some(Clearing::NotRead),
        "not-cleared" => Some(Clearing::NotCleared),
        _ => None,
    }
}
