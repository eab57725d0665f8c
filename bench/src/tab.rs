//! The browser's page, and what Chromium's own protocol says of it.

use std::time::{Duration, Instant};

use end_to_end::{Fault, LoneBrowser, Outcome, Page};
use serde_json::{Value, json};

/// How long a visit may take altogether: a million service users are read in it.
const PATIENCE: Duration = Duration::from_secs(180);

/// Between two looks at something that is waited for.
const PAUSE: Duration = Duration::from_millis(50);

/// A page with nothing on it.
const BLANK: &str = "/reference/blank.html";

/// What the browser's page is asked and told.
pub(crate) struct Tab {
    browser: LoneBrowser,
}

impl Tab {
    /// Prepares a browser for being measured.
    pub(crate) async fn new(browser: LoneBrowser) -> Outcome<Self> {
        let tab = Self { browser };
        let timeouts = thirtyfour::TimeoutConfiguration::new(Some(PATIENCE), Some(PATIENCE), None);
        tab.page().driver().update_timeouts(timeouts).await?;
        // A page that is quick is there before the browser has told it that its window is in front, and hears nothing of a field's focus.
        tab.protocol("Emulation.setFocusEmulationEnabled", json!({ "enabled": true }))
            .await?;
        // The time that the thread itself has worked: what other programs do meanwhile is not in it.
        tab.protocol("Performance.enable", json!({ "timeDomain": "threadTicks" }))
            .await?;
        Ok(tab)
    }

    /// The page.
    pub(crate) fn page(&self) -> &Page {
        &self.browser.page
    }

    /// The browser's name and version.
    pub(crate) async fn browser_version(&self) -> Outcome<String> {
        let answer = self.protocol("Browser.getVersion", json!({})).await?;
        Ok(text(&answer, "product")
            .replace("HeadlessChrome/", "Chromium ")
            .replace("Chrome/", "Chromium "))
    }

    /// Goes to a page with nothing on it.
    pub(crate) async fn rest(&self) -> Outcome {
        self.page().open(BLANK).await
    }

    /// Forgets every file that the browser has kept and what was compiled of them, as before a first visit.
    pub(crate) async fn forget_files(&self) -> Outcome {
        self.protocol("Network.clearBrowserCache", json!({})).await?;
        // The browser's process for a site still has what it compiled for the page before; another site has another one.
        let elsewhere = self
            .page()
            .script(
                "return location.origin.replace('127.0.0.1', 'localhost')",
                Vec::new(),
            )
            .await?;
        let elsewhere = elsewhere
            .as_str()
            .ok_or_else(|| Fault::new("The page does not say where it is from."))?;
        self.page().open(&format!("{elsewhere}{BLANK}")).await
    }

    /// Goes to an address on the host with a script that runs before the page's own.
    pub(crate) async fn visit(&self, address: &str, script: &str) -> Outcome {
        let added = self
            .protocol(
                "Page.addScriptToEvaluateOnNewDocument",
                json!({ "source": script }),
            )
            .await?;
        let opened = self.page().open(address).await;
        let identifier = json!({ "identifier": text(&added, "identifier") });
        self.protocol("Page.removeScriptToEvaluateOnNewDocument", identifier)
            .await?;
        opened
    }

    /// Waits until an expression in the page is something, and answers it.
    pub(crate) async fn until_some(&self, what: &str, expression: &str) -> Outcome<Value> {
        let deadline = Instant::now() + PATIENCE;
        loop {
            let value = self
                .page()
                .script(&format!("return {expression} ?? null"), Vec::new())
                .await?;
            if !value.is_null() {
                return Ok(value);
            }
            if Instant::now() > deadline {
                let words = self.page().words().await?;
                return Err(Fault::new(format!(
                    "Waited in vain until {what}. There is:\n{words}"
                )));
            }
            tokio::time::sleep(PAUSE).await;
        }
    }

    /// One of Chromium's own counters.
    pub(crate) async fn metric(&self, name: &str) -> Outcome<f64> {
        let answer = self.protocol("Performance.getMetrics", json!({})).await?;
        let metrics = answer.get("metrics").and_then(Value::as_array);
        metrics
            .into_iter()
            .flatten()
            .find(|metric| text(metric, "name") == name)
            .and_then(|metric| metric.get("value")?.as_f64())
            .ok_or_else(|| Fault::new(format!("The browser has no counter {name}.")))
    }

    /// Sends a command of Chromium's protocol.
    pub(crate) async fn protocol(&self, command: &str, parameters: Value) -> Outcome<Value> {
        Ok(self.page().driver().cdp().send_raw(command, parameters).await?)
    }

    /// Ends the browser.
    pub(crate) async fn end(self) {
        self.browser.end().await;
    }
}

/// A text of an object; empty where it has none of this name.
pub(crate) fn text<'a>(object: &'a Value, name: &str) -> &'a str {
    object.get(name).and_then(Value::as_str).unwrap_or_default()
}

/// A number of an object.
#[track_caller]
pub(crate) fn number(object: &Value, name: &str) -> Outcome<f64> {
    let found = object.get(name).and_then(Value::as_f64);
    found.ok_or_else(|| Fault::new(format!("There is no number {name} in {object}.")))
}
