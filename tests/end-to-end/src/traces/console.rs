//! The console.

use super::{Search, privileged, texts};
use crate::{Browser, Outcome};

/// Written there, and as an error that nobody caught.
pub(super) const PLANTS: &[&str] = &[
    "console.info('here is', arguments[0]);",
    "console.debug({ within: arguments[0] }); console.log(arguments[0]);",
    "const error = new Error(arguments[0]); setTimeout(() => { throw error; });
    await new Promise((resolve) => setTimeout(resolve));",
];

/// What was written since the last look in Chromium, and everything in Firefox.
pub(super) async fn contents(search: &Search<'_>) -> Outcome<Vec<u8>> {
    match search.browser {
        Browser::Chromium => {
            let log = search.page.driver().browser_log().await?;
            let lines = log.into_iter().map(|entry| entry.message + "\n");
            Ok(lines.collect::<String>().into_bytes())
        }
        Browser::Firefox => {
            let errors = "return Services.console.getMessageArray().map((message) => message.message);";
            let errors = search.page.around_the_page(errors, Vec::new()).await?;
            // What a page writes is known in its own process.
            let written = "
                const storage = Cc['@mozilla.org/consoleAPI-storage;1'].getService(Ci.nsIConsoleAPIStorage);
                return storage.getEvents().flatMap((event) => Array.from(event.arguments, String));";
            let written = privileged::beside_the_page(search.page, written).await?;
            Ok([texts::all_in(&errors), texts::all_in(&written)].concat())
        }
    }
}
