//! A browser without anything behind it, for who brings a server along.

use std::time::Duration;

use serde_json::Value;
use tempfile::TempDir;
use tokio::time::timeout;

use crate::driver::Driver;
use crate::{Browser, Look, Outcome, Page, Surroundings};

/// Lets Chromium forget a page that is left: kept for *Back*, its memory would be counted with that of the page after it.
const NO_PAGES_KEPT: &str = "--disable-features=BackForwardCache";

/// A browser and a page in it, whose origin is given. The fields are in the order in which they end.
pub struct LoneBrowser {
    /// The page. Nothing is open in it yet.
    pub page: Page,
    driver: Driver,
    /// The browser's profile and whatever else it writes.
    _folder: TempDir,
}

impl LoneBrowser {
    /// Starts the browser, with a page as wide as one on a desk.
    ///
    /// # Errors
    /// The browser or its driver is not there, or does not start.
    pub async fn start(browser: Browser, origin: String) -> Outcome<Self> {
        // The local proxy's HTTP library is these tests' too, and comes without TLS until one is chosen.
        tenant_proxy::choose_tls();
        let surroundings = Surroundings::look();
        let folder = tempfile::tempdir()?;
        let profile = folder.path().join("profile");
        std::fs::create_dir(&profile)?;
        browser.prepare_profile(&profile)?;
        let driver = Driver::start(browser, &surroundings, folder.path()).await?;
        let mut capabilities = browser.capabilities(&surroundings, &profile);
        if let Some(Value::Array(arguments)) = capabilities.pointer_mut("/goog:chromeOptions/args") {
            arguments.push(NO_PAGES_KEPT.into());
        }
        let session = driver.open_browser(capabilities).await?;
        let page = Page::new(session, browser, origin);
        page.take_look(Look::WIDE).await?;
        page.permit_clipboard().await?;
        Ok(Self {
            page,
            driver,
            _folder: folder,
        })
    }

    /// Ends it.
    pub async fn end(self) {
        let Self {
            page,
            driver,
            _folder: folder,
        } = self;
        // Whatever comes of the polite way: the process group ends with the driver.
        let _polite = timeout(Duration::from_secs(10), page.quit()).await;
        drop(driver);
        drop(folder);
    }
}
