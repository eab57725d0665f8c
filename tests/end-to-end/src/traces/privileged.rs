//! Firefox's own view of a page.

use serde_json::Value;

use crate::{Outcome, Page};

/// Runs a script beside the page in the current tab of Firefox, in its process and with the rights of the browser.
pub(super) async fn beside_the_page(page: &Page, script: &str) -> Outcome<Value> {
    let around = "
        const { currentWindowGlobal } = gBrowser.selectedBrowser.browsingContext;
        return currentWindowGlobal.getActor('MarionetteCommands')
            .executeScript(arguments[0], [], { sandboxName: 'system' });";
    page.around_the_page(around, vec![script.into()]).await
}
