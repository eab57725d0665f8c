//! What the extension keeps.

use serde_json::Value;

use super::ExtensionWorld;
use crate::Outcome;

/// One of the extension's own places to keep things in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Area {
    /// In memory, until the browser ends.
    Session,
    /// On the disk.
    Local,
    /// What an organisation has set; it can only be read.
    Managed,
}

impl Area {
    fn name(self) -> &'static str {
        match self {
            Self::Session => "session",
            Self::Local => "local",
            Self::Managed => "managed",
        }
    }
}

impl ExtensionWorld {
    /// Everything in one area, as one JSON object. The current window has to show the extension.
    ///
    /// # Errors
    /// It does not; or, in Firefox, no organisation has set anything.
    pub async fn stored(&self, area: Area) -> Outcome<Value> {
        let script = "return chrome.storage[arguments[0]].get()";
        self.page.promised(script, vec![area.name().into()]).await
    }

    /// Puts these entries into an area, as the extension would, for what a test cannot wait for. The current window has to show
    /// the extension.
    ///
    /// # Errors
    /// It does not, or the area can only be read.
    pub async fn store(&self, area: Area, entries: Value) -> Outcome {
        let script = "return chrome.storage[arguments[0]].set(arguments[1])";
        let arguments = vec![area.name().into(), entries];
        self.page.promised(script, arguments).await.map(|_| ())
    }
}
