//! The document.

use serde_json::json;

use super::{Search, privileged, texts};
use crate::{Browser, Outcome};

/// In a text, an attribute, a field, a template, an open and a closed shadow root.
pub(super) const PLANTS: &[&str] = &[
    "document.body.append(Object.assign(document.createElement('p'), { textContent: arguments[0], hidden: true }));",
    "document.body.dataset.planted = arguments[0];",
    "const field = document.createElement('input'); field.hidden = true; document.body.append(field); field.value = arguments[0];",
    "const template = document.createElement('template'); document.body.append(template); template.content.append(arguments[0]);",
    "const host = document.createElement('div'); document.body.append(host);
    host.attachShadow({ mode: 'open' }).append(document.createComment(arguments[0]));",
    "const host = document.createElement('div'); document.body.append(host);
    host.attachShadow({ mode: 'closed' }).append(document.createComment(arguments[0]));",
];

const READ: &str = include_str!("document.js");

pub(super) async fn contents(search: &Search<'_>) -> Outcome<Vec<u8>> {
    match search.browser {
        Browser::Chromium => {
            let mut contents = texts::all_in(&search.page.promised(READ, Vec::new()).await?);
            // The inspector sees closed shadow roots, and the browser's own, in which a field shows its text.
            let cdp = search.page.driver().cdp();
            let whole = json!({ "depth": -1, "pierce": true });
            contents.extend(texts::all_in(&cdp.send_raw("DOM.getDocument", whole).await?));
            Ok(contents)
        }
        Browser::Firefox => Ok(texts::all_in(
            &privileged::beside_the_page(search.page, READ).await?,
        )),
    }
}
