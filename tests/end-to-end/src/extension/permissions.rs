//! What the person lets the extension do.

use serde_json::{Value, json};

use super::ExtensionWorld;
use crate::{Browser, Outcome};

const HOST_ACCESS: &str = include_str!("host_access.js");

/// In Firefox a host that the extension has to ask for is left alone: the extension's own question is answered with yes there.
const HOST_ACCESS_IN_FIREFOX: &str = "
    const [id, pattern, give] = arguments;
    const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
    const { extension } = WebExtensionPolicy.getByID(id);
    const origins = { permissions: [], origins: [pattern] };
    if (!give) await ExtensionPermissions.remove(id, origins, extension);
    else if (extension.manifest.host_permissions.includes(pattern)) await ExtensionPermissions.add(id, origins, extension);";

impl ExtensionWorld {
    /// Takes the access to a host away from the extension, as the person can at any time in the browser's own page about it.
    ///
    /// # Errors
    /// The extension has no such access.
    pub async fn revoke_host_access(&self, host: &str) -> Outcome {
        self.set_host_access(host, false).await
    }

    /// Gives the extension access to a host, as the person can in the browser's own page about it. For a host that the extension
    /// has to ask for it means that its question, which it still has to ask, is answered with yes without being shown.
    ///
    /// # Errors
    /// The browser refuses.
    pub async fn give_host_access(&self, host: &str) -> Outcome {
        self.set_host_access(host, true).await
    }

    /// Whether the extension has a permission, such as `cookies`. The current window has to show the extension.
    ///
    /// # Errors
    /// It does not.
    pub async fn is_granted(&self, permission: &str) -> Outcome<bool> {
        self.has(json!({ "permissions": [permission] })).await
    }

    /// Lets the extension have permissions, as a person does who says yes to its question. The current window has to show the extension.
    ///
    /// # Errors
    /// The browser refuses.
    pub async fn allow(&self, permissions: &[&str]) -> Outcome {
        // A browser asks only on a press.
        let plant = "
            const button = document.createElement('button');
            button.id = 'planted';
            button.textContent = 'Ask';
            button.onclick = () => chrome.permissions.request({ permissions: arguments[0] })
                .finally(() => button.remove());
            document.querySelector('main').prepend(button);";
        self.page.script(plant, vec![json!(permissions)]).await?;
        self.page.press_element("#planted").await?;
        self.page
            .until(format!("the extension has {permissions:?}"), async || {
                self.has(json!({ "permissions": permissions })).await
            })
            .await
    }

    /// Takes permissions away from the extension, as the person can at any time. The current window has to show the extension.
    ///
    /// # Errors
    /// It does not, or the permissions are not optional.
    pub async fn take_back(&self, permissions: &[&str]) -> Outcome {
        let script = "return chrome.permissions.remove({ permissions: arguments[0] })";
        self.page
            .promised(script, vec![json!(permissions)])
            .await
            .map(|_| ())
    }

    /// Whether the extension has access to a host. The current window has to show the extension.
    ///
    /// # Errors
    /// It does not.
    pub async fn has_host_access(&self, host: &str) -> Outcome<bool> {
        self.has(json!({ "origins": [pattern(host)] })).await
    }

    async fn has(&self, permissions: Value) -> Outcome<bool> {
        let script = "return chrome.permissions.contains(arguments[0])";
        Ok(self.page.promised(script, vec![permissions]).await? == true)
    }

    async fn set_host_access(&self, host: &str, give: bool) -> Outcome {
        let id = self.extension.id.as_str();
        let arguments = vec![id.into(), pattern(host).into(), give.into()];
        match self.browser {
            Browser::Chromium => {
                self.in_first_window(async || {
                    self.page.open("chrome://extensions").await?;
                    self.page.promised(HOST_ACCESS, arguments).await
                })
                .await?;
            }
            Browser::Firefox => {
                self.page
                    .around_the_page(HOST_ACCESS_IN_FIREFOX, arguments)
                    .await?;
            }
        }
        Ok(())
    }
}

fn pattern(host: &str) -> String {
    format!("https://{host}/*")
}
