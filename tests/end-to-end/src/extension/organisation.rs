//! What an organisation sets for the extension.

use std::fs;

use serde_json::{Value, json};

use super::ExtensionWorld;
use crate::{Browser, Outcome};

/// The numbers are those of the page's own lists: set by the platform, for the machine, mandatory.
const SET_IN_CHROMIUM: &str = "
    const [id, settings] = arguments;
    const { sendWithPromise } = await import('chrome://resources/js/cr.js');
    const policies = Object.entries(settings).map(([name, value]) =>
        ({ namespace: id, name, value, source: 5, scope: 1, level: 1 }));
    await sendWithPromise('setLocalTestPolicies', JSON.stringify(policies), '');";

impl ExtensionWorld {
    /// Sets what an administrator would, as one JSON object in the extension's managed storage.
    ///
    /// To be called before a surface is opened: Firefox reads an organisation's settings once. There it is the manifest that an
    /// administrator puts into the person's home; in Chromium it is the browser's own page for trying policies out, which
    /// builds have that are not Google's, and which checks the settings against the schema as a real policy is checked.
    ///
    /// # Errors
    /// The settings do not arrive, as ones that Chromium finds against the schema.
    pub async fn set_by_organisation(&self, settings: Value) -> Outcome {
        let id = self.extension.id.as_str();
        match self.browser {
            Browser::Chromium => {
                self.in_first_window(async || {
                    self.page.open("chrome://policy/test").await?;
                    self.page
                        .promised(SET_IN_CHROMIUM, vec![id.into(), settings.clone()])
                        .await?;
                    // A page of the extension that starts no app.
                    self.page.open("/manifest.json").await?;
                    self.page
                        .until(
                            "the organisation's settings have arrived".to_owned(),
                            async || Ok(self.stored(super::Area::Managed).await? == settings),
                        )
                        .await
                })
                .await
            }
            Browser::Firefox => {
                let folder = self.folder.path().join(".mozilla/managed-storage");
                fs::create_dir_all(&folder)?;
                let manifest = json!({
                    "name": id, "type": "storage", "description": "Set by the organisation", "data": settings,
                });
                Ok(fs::write(
                    folder.join(format!("{id}.json")),
                    manifest.to_string(),
                )?)
            }
        }
    }
}
