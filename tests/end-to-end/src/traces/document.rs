//! The document.

use serde_json::{Value, json};

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
            // Not by the driver, which keeps on the heap what a script answered.
            let cdp = search.page.driver().cdp();
            let script = json!({ "expression": format!("(() => {{ {READ} }})()"), "returnByValue": true });
            let read = cdp.send_raw("Runtime.evaluate", script).await?;
            let read = read.pointer("/result/value").unwrap_or(&Value::Null);
            // The inspector sees closed shadow roots, and the browser's own, in which a field shows its text.
            let whole = json!({ "depth": -1, "pierce": true });
            let whole = cdp.send_raw("DOM.getDocument", whole).await?;
            Ok([texts::all_in(read), texts::all_in(&whole)].concat())
        }
        Browser::Firefox => Ok(texts::all_in(
            &privileged::beside_the_page(search.page, READ).await?,
        )),
    }
}
