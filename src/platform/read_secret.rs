//! Reading a field that holds a secret.

use js_sys::{JsString, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::HtmlInputElement;

/// What was typed into a field, without copies that nobody wipes: the answer is the only one, and is the caller's to wipe.
///
/// Read in the usual way, a text that is not ASCII outgrows its first buffer, which is given back with the secret in it.
#[must_use]
pub fn read_secret(field: &HtmlInputElement) -> String {
    let value = Reflect::get(field, &JsValue::from_str("value"));
    let Some(value) = value.ok().and_then(|value| value.dyn_into::<JsString>().ok()) else {
        return String::new();
    };
    // No character takes more bytes than three for each of its parts in UTF-16, so this never grows.
    let room = usize::try_from(value.length()).unwrap_or_default() * 3;
    let mut text = String::with_capacity(room);
    for character in char::decode_utf16(value.iter()) {
        text.push(character.unwrap_or(char::REPLACEMENT_CHARACTER));
    }
    text
}
