//! Handing the person a file.

use super::Refused;
use js_sys::Array;
use leptos::prelude::{document, set_timeout};
use std::time::Duration;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

/// How long the browser has to take the file. It reads from the address when it begins to save, which may be after it asked the
/// person where to.
const TIME_TO_TAKE_IT: Duration = Duration::from_secs(60);

/// Hands a text, in UTF-8, to the person as a file of this name and media type. Call it while their press of a button is still what
/// runs: a browser may ask about a download that nobody pressed for.
///
/// It is a download from an address inside the page. The page's policy has nothing against it: it forbids what the page
/// loads into itself, and this goes the other way, in the extension as on a page of a web server, without a permission.
///
/// # Errors
/// The browser made no file. Where it made one, it tells nobody whether the person kept it.
pub fn save_file(name: &str, media_type: &str, text: &str) -> Result<(), Refused> {
    let address = address_of(text, media_type).map_err(|_| Refused)?;
    let pressed = press_link(&address, name);
    set_timeout(
        move || {
            // An address that is gone already needs no revoking.
            let _ = Url::revoke_object_url(&address);
        },
        TIME_TO_TAKE_IT,
    );
    pressed.map_err(|_| Refused)
}

fn address_of(text: &str, media_type: &str) -> Result<String, JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type(media_type);
    let blob = Blob::new_with_str_sequence_and_options(&Array::of1(&JsValue::from_str(text)), &options)?;
    Url::create_object_url_with_blob(&blob)
}

/// A link can only be pressed where it is part of the page, so it is, unseen, for an instant.
fn press_link(address: &str, name: &str) -> Result<(), JsValue> {
    let link: HtmlAnchorElement = document().create_element("a")?.dyn_into()?;
    link.set_href(address);
    link.set_download(name);
    link.set_hidden(true);
    let body = document().body().ok_or(JsValue::UNDEFINED)?;
    body.append_child(&link)?;
    link.click();
    link.remove();
    Ok(())
}
