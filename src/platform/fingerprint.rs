//! Knowing a copied text again without keeping it.

use js_sys::{Promise, Uint8Array};
use leptos::prelude::window;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;

/// The bytes of a salt.
const SALT: usize = 16;

/// What a text is known by: a random salt, and the SHA-256 of that salt and the SHA-256 of the text. `public/extension/copied-text.js`
/// reads it, in hexadecimal digits with a colon between the two. The text cannot be got back from it.
pub struct Fingerprint(String);

impl Fingerprint {
    /// Takes the fingerprint of a text, without the white space around it. The text is read at once and only by the browser's own
    /// cryptography, so that no copy of it is made; the future borrows nothing. `None` where the browser has no such thing for this page, as
    /// for one that is served without TLS.
    pub(super) fn of(text: &str) -> impl Future<Output = Option<Self>> + use<> {
        let plain = sha256(text.trim().as_bytes());
        async move {
            let plain = bytes(plain?).await?;
            let mut salted = vec![0; SALT];
            let crypto = window().crypto().ok()?;
            crypto.get_random_values_with_u8_array(&mut salted).ok()?;
            let salt = hexadecimal(&salted);
            salted.extend(plain);
            let digest = bytes(sha256(&salted)?).await?;
            Some(Self(format!("{salt}:{}", hexadecimal(&digest))))
        }
    }

    /// As the extension's background reads it.
    pub(super) fn as_str(&self) -> &str {
        &self.0
    }
}

fn sha256(bytes: &[u8]) -> Option<Promise> {
    // On a page without TLS the property is undefined, which web-sys's own signature does not admit.
    let subtle = window().crypto().ok()?.subtle();
    match subtle.is_object() {
        true => subtle.digest_with_str_and_u8_array("SHA-256", bytes).ok(),
        false => None,
    }
}

async fn bytes(buffer: Promise) -> Option<Vec<u8>> {
    let buffer = JsFuture::from(buffer).await.ok()?;
    Some(Uint8Array::new(buffer.unchecked_ref()).to_vec())
}

fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
