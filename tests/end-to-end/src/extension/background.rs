//! The extension's background, which browsers stop when it has nothing to do.

use serde_json::{Value, json};

use super::ExtensionWorld;
use crate::{Browser, Outcome};

impl ExtensionWorld {
    /// Stops the background, as the browser does after half a minute without work, and waits until it has stopped. The next
    /// event starts it anew.
    ///
    /// # Errors
    /// The browser does not stop it.
    pub async fn stop_background(&self) -> Outcome {
        match self.browser {
            Browser::Chromium => {
                for command in ["ServiceWorker.enable", "ServiceWorker.stopAllWorkers"] {
                    self.page.driver().cdp().send_raw(command, json!({})).await?;
                }
            }
            Browser::Firefox => {
                let script =
                    "return WebExtensionPolicy.getByID(arguments[0]).extension.terminateBackground()";
                self.page
                    .around_the_page(script, vec![self.extension.id.as_str().into()])
                    .await?;
            }
        }
        self.page
            .until("the background has stopped".to_owned(), async || {
                Ok(!self.background_runs().await?)
            })
            .await
    }

    /// Whether the background is running.
    ///
    /// # Errors
    /// The browser cannot say.
    pub async fn background_runs(&self) -> Outcome<bool> {
        match self.browser {
            Browser::Chromium => {
                let targets = self
                    .page
                    .driver()
                    .cdp()
                    .send_raw("Target.getTargets", json!({}))
                    .await?;
                Ok(self.worker_among(&targets).is_some())
            }
            Browser::Firefox => {
                let script = "return WebExtensionPolicy.getByID(arguments[0]).extension.backgroundState";
                let state = self
                    .page
                    .around_the_page(script, vec![self.extension.id.as_str().into()])
                    .await?;
                Ok(state != "stopped")
            }
        }
    }

    /// Lets the time of an alarm come now instead of when the extension has set it to; one that comes again and again goes on doing
    /// so. The current window has to show the extension.
    ///
    /// # Errors
    /// It does not, or the extension has set no such alarm.
    pub async fn ring(&self, alarm: &str) -> Outcome {
        let script = "
            const [name] = arguments;
            const alarm = await chrome.alarms.get(name);
            if (!alarm) throw new Error(`there is no alarm ${name}`);
            const { periodInMinutes } = alarm;
            await chrome.alarms.create(name, { when: Date.now(), ...(periodInMinutes && { periodInMinutes }) });";
        self.page.promised(script, vec![alarm.into()]).await.map(|_| ())
    }

    /// The extension's service worker among Chromium's targets, as `Target.getTargets` lists them.
    pub(super) fn worker_among<'a>(&self, targets: &'a Value) -> Option<&'a str> {
        let targets = targets.get("targetInfos").and_then(Value::as_array);
        let is_worker = |target: &&Value| {
            let text = |name| target.get(name).and_then(Value::as_str).unwrap_or_default();
            text("type") == "service_worker" && text("url").starts_with(&self.extension.origin)
        };
        let worker = targets.into_iter().flatten().find(is_worker)?;
        worker.get("targetId").and_then(Value::as_str)
    }
}
