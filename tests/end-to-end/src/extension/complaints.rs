//! What the browser finds fault with.

use serde_json::Value;

use super::ExtensionWorld;
use crate::{Browser, Outcome};

/// On chrome://extensions: faults of the manifest, and what went wrong where no page shows it, as in the background.
const OF_CHROMIUM: &str = "
    const info = await chrome.developerPrivate.getExtensionInfo(arguments[0]);
    const faults = [...info.manifestErrors, ...info.runtimeErrors].map((fault) => `${fault.source}: ${fault.message}`);
    return [...faults, ...info.installWarnings ?? []];";

/// Errors and violations of the policy come from the window around; what was written to the console is known only in the
/// process of the extension's pages, into which the driver's own messenger leads.
const OF_FIREFOX: &str = "
    const [origin] = arguments;
    const errors = Services.console.getMessageArray()
        .filter((message) => message instanceof Ci.nsIScriptError && !(message.flags & message.warningFlag))
        .filter((error) => error.sourceName.startsWith(origin) || error.errorMessage.includes(origin))
        .map((error) => `${error.category}: ${error.errorMessage}`);
    const of_extension = gBrowser.browsers.find((browser) => browser.currentURI.spec.startsWith(origin));
    if (!of_extension) throw new Error('no tab of this window shows the extension');
    const console_of = `
        const storage = Cc['@mozilla.org/consoleAPI-storage;1'].getService(Ci.nsIConsoleAPIStorage);
        return storage.getEvents()
            .filter((event) => ['error', 'assert', 'exception'].includes(event.level))
            .map((event) => 'console.' + event.level + ': ' + Array.from(event.arguments, String).join(' '));`;
    const messenger = of_extension.browsingContext.currentWindowGlobal.getActor('MarionetteCommands');
    return [...errors, ...await messenger.executeScript(console_of, [], { sandboxName: 'system' })];";

impl ExtensionWorld {
    /// Every error in the extension's consoles so far, its background's included, and every violation of its policy. A tab has to
    /// show the extension.
    ///
    /// # Errors
    /// None does.
    pub async fn complaints(&self) -> Outcome<Vec<String>> {
        match self.browser {
            Browser::Chromium => {
                let log = self.page.driver().browser_log().await?;
                let severe = log.into_iter().filter(|entry| entry.level == "SEVERE");
                let mut complaints: Vec<String> = severe.map(|entry| entry.message).collect();
                let id = self.extension.id.as_str();
                let further = self
                    .in_first_window(async || {
                        self.page.open("chrome://extensions").await?;
                        self.page.promised(OF_CHROMIUM, vec![id.into()]).await
                    })
                    .await?;
                complaints.extend(texts(&further));
                Ok(complaints)
            }
            Browser::Firefox => {
                let origin = self.extension.origin.as_str();
                let complaints = self.page.around_the_page(OF_FIREFOX, vec![origin.into()]).await?;
                Ok(texts(&complaints))
            }
        }
    }
}

fn texts(list: &Value) -> Vec<String> {
    let texts = list.as_array().into_iter().flatten().filter_map(Value::as_str);
    texts.map(str::to_owned).collect()
}
