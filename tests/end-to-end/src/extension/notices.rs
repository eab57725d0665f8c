//! The notices that the extension has the browser show.

use serde_json::{Value, json};

use super::ExtensionWorld;
use crate::{Browser, Fault, Outcome};

/// Presses the window in which Firefox shows a notice, once it does.
const PRESS_IN_FIREFOX: &str = "
    const [title] = arguments;
    const notices = [...Services.wm.getEnumerator('alert:alert')].map(({ document }) => document);
    const titleOf = (notice) => notice.getElementById('alertTitleLabel').getAttribute('value') ?? '';
    const notice = notices.find((notice) => titleOf(notice).includes(title));
    notice?.getElementById('alertBox').click();
    return notice !== undefined;";

impl ExtensionWorld {
    /// Lets the extension show notices, as a person does who says yes to its question. The current window has to show the extension.
    ///
    /// # Errors
    /// The browser refuses.
    pub async fn allow_notices(&self) -> Outcome {
        self.allow(&["notifications"]).await
    }

    /// The names that the extension has given to the notices that the browser shows, in alphabetical order. The current window has
    /// to show the extension.
    ///
    /// # Errors
    /// It does not, or the extension may show none.
    pub async fn notices(&self) -> Outcome<Vec<String>> {
        let script = "return Object.keys(await chrome.notifications.getAll()).sort()";
        let names = self.page.promised(script, Vec::new()).await?;
        let names = names.as_array().into_iter().flatten();
        Ok(names.filter_map(Value::as_str).map(str::to_owned).collect())
    }

    /// What the notices say, title and text of each; `None` in Chromium, which tells only their names.
    ///
    /// # Errors
    /// As [`notices`](Self::notices).
    pub async fn words_of_notices(&self) -> Outcome<Option<Vec<String>>> {
        if self.browser == Browser::Chromium {
            return Ok(None);
        }
        let script = "
            const notices = Object.values(await chrome.notifications.getAll());
            return notices.map(({ title, message }) => `${title}: ${message}`).sort();";
        let words = self.page.promised(script, Vec::new()).await?;
        let words = words.as_array().into_iter().flatten();
        Ok(Some(words.filter_map(Value::as_str).map(str::to_owned).collect()))
    }

    /// Takes all notices away, as a person does who has read them.
    ///
    /// # Errors
    /// As [`notices`](Self::notices).
    pub async fn clear_notices(&self) -> Outcome {
        let script = "
            const names = Object.keys(await chrome.notifications.getAll());
            await Promise.all(names.map((name) => chrome.notifications.clear(name)));";
        self.page.promised(script, Vec::new()).await.map(|_| ())
    }

    /// Presses a notice that the browser shows: in Firefox by a part of its title; in Chromium, which shows it where no driver
    /// reaches, by its name, of which the background is told as by a press.
    ///
    /// # Errors
    /// There is no such notice.
    pub async fn press_notice(&self, name: &str, title: &str) -> Outcome {
        match self.browser {
            Browser::Firefox => {
                self.page
                    .until(format!("a notice “{title}” can be pressed"), async || {
                        let arguments = vec![title.into()];
                        let pressed = self.page.around_the_page(PRESS_IN_FIREFOX, arguments).await?;
                        Ok(pressed == true)
                    })
                    .await
            }
            Browser::Chromium => {
                let name = Value::from(name);
                self.in_worker(&format!("chrome.notifications.onClicked.dispatch({name})"))
                    .await
            }
        }
    }

    /// Has Chromium's background evaluate an expression, without waiting for what it comes to.
    pub(super) async fn in_worker(&self, expression: &str) -> Outcome {
        let driver = self.page.driver();
        let send = async |command, arguments| driver.cdp().send_raw(command, arguments).await;
        let targets = send("Target.getTargets", json!({})).await?;
        let Some(worker) = self.worker_among(&targets) else {
            return Err(Fault::new("The background does not run."));
        };
        let attach = json!({ "targetId": worker, "flatten": false });
        let session = send("Target.attachToTarget", attach).await?;
        let evaluate =
            json!({ "id": 1, "method": "Runtime.evaluate", "params": { "expression": expression } });
        let message = json!({ "sessionId": session.get("sessionId"), "message": evaluate.to_string() });
        send("Target.sendMessageToTarget", message).await?;
        Ok(())
    }
}
