//! Clearing the clipboard: at once on a press of a button, and in the extension also by itself some time after a copy, if the person has
//! that switched on. The second is done by the background (`public/extension/clipboard-clearing.js`), because the page may be gone by then.
//!
//! A page of a web server cannot look at the clipboard without the browser asking the person each time, and does nothing after it was closed.
//! So it only overwrites, and so does a private window, of which nothing may remain.

use super::Refused;
use super::access::Answer;
use super::extension::{self, Extension};
use super::fingerprint::Fingerprint;
use super::kept::Written;
use std::pin::Pin;
use std::time::Duration;

/// What came of clearing what was copied.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Clearing {
    /// The clipboard held it and is empty now.
    Cleared,
    /// It holds something else, and was left as it is.
    HoldsOther,
    /// The browser did not let it be read, so it was left as it is.
    NotRead,
    /// It holds it still: the browser did not let it be emptied.
    NotCleared,
}

/// Whether the clipboard will be cleared by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scheduled {
    /// The person has not switched that on.
    Off,
    /// It will, if it still holds what was copied.
    Yes,
    /// It is switched on, and the browser does not permit it, or keeps no word for the background.
    No,
}

/// Whether this page can have the clipboard cleared by itself.
#[must_use]
pub fn has_clipboard_clearing() -> bool {
    extension::is_there() && !extension::is_private()
}

/// Whether that is switched on and permitted.
pub async fn clears_clipboard() -> bool {
    match has_clipboard_clearing() {
        true => extension::clears_clipboard().await,
        false => false,
    }
}

/// Switches it on, or off; then what was to be cleared is forgotten, and the permissions are given back.
///
/// # Errors
/// The browser did not keep it, or this page has none to set.
pub fn set_clipboard_clearing(on: bool) -> Written {
    match (has_clipboard_clearing(), on) {
        (true, true) => Box::pin(extension::switch_clipboard_clearing_on()),
        (true, false) => Box::pin(extension::switch_clipboard_clearing_off()),
        (false, _) => Box::pin(std::future::ready(Err(Refused))),
    }
}

/// Asks the person whether the extension may look at the clipboard, and answers what they said. Call it while their press of a button
/// is still what runs. The question may close a popup and its answer get lost, so switch clearing on first: without the permission it has no
/// effect.
#[must_use]
pub fn ask_to_look_at_clipboard() -> Answer {
    match has_clipboard_clearing() {
        true => Box::pin(extension::ask_to_look_at_clipboard()),
        false => Box::pin(std::future::ready(false)),
    }
}

/// Takes the fingerprint of a text that is being copied, where it may be of use. The text is read at once; the future borrows nothing.
pub fn fingerprint(text: &str) -> impl Future<Output = Option<Fingerprint>> + use<> {
    let fingerprint: Pin<Box<dyn Future<Output = Option<Fingerprint>>>> = match has_clipboard_clearing() {
        true => Box::pin(Fingerprint::of(text)),
        false => Box::pin(std::future::ready(None)),
    };
    fingerprint
}

/// Has the background clear the clipboard after some time, if that is switched on and the clipboard still holds what was copied then. What was
/// to be cleared before is forgotten: it is on the clipboard no longer.
pub async fn clear_clipboard_later(copied: Option<Fingerprint>, after: Duration) -> Scheduled {
    match (with_clearing(), copied) {
        (Some(extension), Some(copied)) => extension.clear_clipboard_later(copied, after).await,
        (Some(_), None) | (None, _) => Scheduled::Off,
    }
}

/// Has the background clear the clipboard now, if it still holds what was to be cleared later.
pub async fn clear_clipboard_now() -> Clearing {
    match with_clearing() {
        Some(extension) => extension.clear_clipboard_now().await,
        None => Clearing::NotRead,
    }
}

/// Calls `heard` each time the background has done by itself what it was left word for, for as long as the page is there.
pub fn hear_of_clipboard(heard: impl Fn(Clearing) + 'static) {
    if let Some(extension) = with_clearing() {
        extension.hear_of_clipboard(Box::new(heard));
    }
}

/// The extension, where this page can have the clipboard cleared by itself.
fn with_clearing() -> Option<&'static dyn Extension> {
    extension::loaded().filter(|_| !extension::is_private())
}
