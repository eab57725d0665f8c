//! The address and the history.

use serde_json::{Value, json};

use super::{Search, texts};
use crate::{Browser, Outcome};

/// In the state of the entry, in the address of the one before, in the window's name and in the title.
pub(super) const PLANTS: &[&str] = &[
    "history.pushState(null, '', '#planted-' + arguments[0]); history.pushState(null, '', '#planted');",
    "history.replaceState({ a: [arguments[0]] }, '');",
    "window.name = arguments[0];",
    "document.title = arguments[0];",
];

const READ: &str = "return [location.href, document.referrer, document.title, window.name, JSON.stringify(history.state ?? '')];";

/// The page's own view, and every entry of the history in the browser's.
pub(super) async fn contents(search: &Search<'_>) -> Outcome<Vec<u8>> {
    let mut contents = texts::all_in(&search.page.promised(READ, Vec::new()).await?);
    contents.extend(texts::all_in(&entries(search).await?));
    Ok(contents)
}

async fn entries(search: &Search<'_>) -> Outcome<Value> {
    match search.browser {
        Browser::Chromium => {
            let cdp = search.page.driver().cdp();
            Ok(cdp.send_raw("Page.getNavigationHistory", json!({})).await?)
        }
        Browser::Firefox => {
            let script = "
                const { sessionHistory } = gBrowser.selectedBrowser.browsingContext;
                const entries = Array.from({ length: sessionHistory.count }, (_, place) => sessionHistory.getEntryAtIndex(place));
                return entries.flatMap((entry) => [entry.URI.spec, entry.title, atob(entry.stateData?.getDataAsBase64() ?? '')]);";
            search.page.around_the_page(script, Vec::new()).await
        }
    }
}
