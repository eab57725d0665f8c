//! Writing to the person's clipboard.

use js_sys::{Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// Why a text did not reach the clipboard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CopyFailure {
    /// The page has no clipboard to write to, as on a page served without TLS.
    NoClipboard,
    /// The browser, or the person, refused this write.
    Refused,
}

/// Puts `text` on the clipboard and answers once the browser says that it is there.
///
/// The write starts at once, while the person's press of a button is still what runs, as browsers insist; the future
/// borrows nothing, so that a lent secret need not outlive the call.
///
/// # Errors
/// Only a resolved promise counts as copied; everything else is a [`CopyFailure`].
pub fn copy_text(text: &str) -> impl Future<Output = Result<(), CopyFailure>> + use<> {
    let promise = start_writing(text);
    async move {
        match promise {
            None => Err(CopyFailure::NoClipboard),
            Some(promise) => JsFuture::from(promise)
                .await
                .map(|_| ())
                .map_err(|_| CopyFailure::Refused),
        }
    }
}

/// `navigator.clipboard` is undefined on an insecure page, which web-sys's own signature does not admit.
fn start_writing(text: &str) -> Option<Promise> {
    let navigator = JsValue::from(leptos::prelude::window().navigator());
    let clipboard = Reflect::get(&navigator, &JsValue::from_str("clipboard")).ok()?;
    let clipboard = clipboard
        .is_object()
        .then(|| clipboard.unchecked_into::<web_sys::Clipboard>())?;
    Some(clipboard.write_text(text).unchecked_into())
}
