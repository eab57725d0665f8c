//! An update of the extension that becomes available while it runs.

use super::ExtensionWorld;
use crate::{Browser, Outcome};

/// How often the extension has let the update go ahead, in Firefox.
const INSTALLATIONS: &str = "service-user-helper.test.installations";

/// Does what Firefox does that has downloaded an update: it asks whether the extension wants to be told, and tells it. The update
/// itself is none; that it is let go ahead is noted.
const OFFER_IN_FIREFOX: &str = "
    const [id, installations] = arguments;
    const { AddonManagerPrivate } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
    if (!AddonManagerPrivate.hasUpgradeListener(id)) return false;
    const install = () => Services.prefs.setIntPref(installations, Services.prefs.getIntPref(installations, 0) + 1);
    AddonManagerPrivate.getUpgradeListener(id)({ version: '999.0', install });
    return true;";

impl ExtensionWorld {
    /// Tells the extension that an update is available, as the browser does. Answers whether the extension had asked to be told; in
    /// Firefox, one that has not is updated at once.
    ///
    /// # Errors
    /// The browser refuses; in Chromium, the background has to run.
    pub async fn offer_update(&self) -> Outcome<bool> {
        match self.browser {
            Browser::Firefox => {
                let arguments = vec![self.extension.id.as_str().into(), INSTALLATIONS.into()];
                let is_told = self
                    .in_first_window(async || self.page.around_the_page(OFFER_IN_FIREFOX, arguments).await)
                    .await?;
                Ok(is_told == true)
            }
            Browser::Chromium => {
                self.in_worker("chrome.runtime.onUpdateAvailable.dispatch({ version: '999.0' })")
                    .await?;
                Ok(true)
            }
        }
    }

    /// How often the extension has let an update go ahead; `None` in Chromium, where one sees only that its pages close.
    ///
    /// # Errors
    /// The browser cannot say.
    pub async fn updates(&self) -> Outcome<Option<u64>> {
        if self.browser == Browser::Chromium {
            return Ok(None);
        }
        let script = "return Services.prefs.getIntPref(arguments[0], 0)";
        let count = self
            .in_first_window(async || {
                self.page
                    .around_the_page(script, vec![INSTALLATIONS.into()])
                    .await
            })
            .await?;
        Ok(count
            .as_u64()
            .or(count.as_i64().and_then(|count| u64::try_from(count).ok())))
    }
}
