//! The clipboard, as it is and as it can go wrong.

use serde_json::{Value, json};

use super::Page;
use crate::{Browser, Outcome};

impl Page {
    /// Grants the page what a person would be asked for. Firefox has it from its preferences.
    pub(crate) async fn permit_clipboard(&self) -> Outcome {
        match self.browser {
            Browser::Chromium => {
                let permissions = json!({
                    "origin": self.origin,
                    "permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"],
                });
                self.driver
                    .cdp()
                    .send_raw("Browser.grantPermissions", permissions)
                    .await?;
                Ok(())
            }
            Browser::Firefox => Ok(()),
        }
    }

    /// Takes the permission away again, as a person's or an administrator's settings can. Chromium alone has such a switch.
    ///
    /// # Errors
    /// The browser refuses.
    pub async fn deny_clipboard(&self) -> Outcome {
        self.driver
            .cdp()
            .send_raw("Browser.resetPermissions", json!({}))
            .await?;
        for name in ["clipboard-read", "clipboard-write"] {
            for allow_without_sanitization in [false, true] {
                let permission = json!({
                    "origin": self.origin,
                    "permission": { "name": name, "allowWithoutSanitization": allow_without_sanitization },
                    "setting": "denied",
                });
                self.driver
                    .cdp()
                    .send_raw("Browser.setPermission", permission)
                    .await?;
            }
        }
        Ok(())
    }

    /// What is on the clipboard.
    ///
    /// # Errors
    /// The browser refuses to tell.
    pub async fn clipboard(&self) -> Outcome<String> {
        let script = "
            const done = arguments[arguments.length - 1];
            navigator.clipboard.readText().then(done, (error) => done('refused: ' + error));";
        let text = self.driver.execute_async(script, Vec::new()).await?;
        Ok(text.json().as_str().unwrap_or_default().to_owned())
    }

    /// From now on every write to the clipboard is noted, for [`noted_copies`](Self::noted_copies), and goes well.
    ///
    /// # Errors
    /// The browser refuses.
    pub async fn note_copies(&self) -> Outcome {
        let script = "
            window.notedCopies = [];
            navigator.clipboard.writeText = (text) => { window.notedCopies.push(text); return Promise.resolve(); };";
        self.script(script, Vec::new()).await.map(|_| ())
    }

    /// The texts that were written since.
    ///
    /// # Errors
    /// The browser refuses.
    pub async fn noted_copies(&self) -> Outcome<Vec<String>> {
        let copies = self.script("return window.notedCopies", Vec::new()).await?;
        let texts = copies.as_array().into_iter().flatten().filter_map(Value::as_str);
        Ok(texts.map(str::to_owned).collect())
    }

    /// From now on every write to the clipboard is refused.
    ///
    /// # Errors
    /// The browser refuses.
    pub async fn refuse_copies(&self) -> Outcome {
        let script = "
            navigator.clipboard.writeText = () => Promise.reject(new DOMException('Not now.', 'NotAllowedError'));";
        self.script(script, Vec::new()).await.map(|_| ())
    }

    /// From now on a write to the clipboard waits until [`let_copies_go_on`](Self::let_copies_go_on).
    ///
    /// # Errors
    /// The browser refuses.
    pub async fn delay_copies(&self) -> Outcome {
        let script = "
            navigator.clipboard.writeText = () => new Promise((resolve) => { window.letCopiesGoOn = resolve; });";
        self.script(script, Vec::new()).await.map(|_| ())
    }

    /// Waits until a write waits.
    ///
    /// # Errors
    /// None comes.
    pub async fn copy_has_begun(&self) -> Outcome {
        self.until("the copy has begun".to_owned(), async || {
            Ok(self
                .script("return typeof window.letCopiesGoOn", Vec::new())
                .await?
                == "function")
        })
        .await
    }

    /// Lets the write that waits come to its good end.
    ///
    /// # Errors
    /// None waits.
    pub async fn let_copies_go_on(&self) -> Outcome {
        self.script("window.letCopiesGoOn()", Vec::new())
            .await
            .map(|_| ())
    }

    /// From now on the page has no clipboard, as on a page without TLS.
    ///
    /// # Errors
    /// The browser refuses.
    pub async fn take_clipboard_away(&self) -> Outcome {
        let script =
            "Object.defineProperty(navigator, 'clipboard', { value: undefined, configurable: true });";
        self.script(script, Vec::new()).await.map(|_| ())
    }
}
