//! The extension's button in the browser's bar.

use super::ExtensionWorld;
use crate::Outcome;

impl ExtensionWorld {
    /// What stands on the button. The current window has to show the extension.
    ///
    /// # Errors
    /// It does not.
    pub async fn badge(&self) -> Outcome<String> {
        self.of_button("return chrome.action.getBadgeText({})").await
    }

    /// The button's tooltip. The current window has to show the extension.
    ///
    /// # Errors
    /// It does not.
    pub async fn button_title(&self) -> Outcome<String> {
        self.of_button("return chrome.action.getTitle({})").await
    }

    async fn of_button(&self, script: &str) -> Outcome<String> {
        let text = self.page.promised(script, Vec::new()).await?;
        Ok(text.as_str().unwrap_or_default().to_owned())
    }
}
