//! The page in the browser: finding, pressing, reading and waiting.

mod around;
mod axe;
mod clipboard;
mod clock;
mod finder;
mod form;
mod keyboard;
mod list;
mod look;
mod one_service_user;
pub(crate) mod promise;
mod rotation;
mod saved_files;
mod templates;
mod token_window;

use std::panic::Location;
use std::path::Path;
use std::time::{Duration, Instant};

use serde_json::Value;
use thirtyfour::{WebDriver, WebElement};
use tokio::time::timeout;

use crate::{Browser, Fault, Outcome};

pub use axe::Violation;
pub use keyboard::Focus;
pub use saved_files::SavedFile;

/// How long anything on the page may take.
const PATIENCE: Duration = Duration::from_secs(15);

/// Between two looks at a condition that is waited for.
const PAUSE: Duration = Duration::from_millis(25);

/// The page in its browser.
pub struct Page {
    driver: WebDriver,
    browser: Browser,
    origin: String,
}

impl Page {
    pub(crate) fn new(driver: WebDriver, browser: Browser, origin: String) -> Self {
        Self {
            driver,
            browser,
            origin,
        }
    }

    pub(crate) async fn quit(self) -> Outcome {
        Ok(self.driver.quit().await?)
    }

    /// Ends the browser, as a person does, for a look at what it leaves on the disk. Nothing can be asked of it afterwards.
    ///
    /// # Errors
    /// It does not end.
    pub async fn quit_browser(&self) -> Outcome {
        Ok(self.driver.clone().quit().await?)
    }

    /// The driver, for what this type has no name for.
    #[must_use]
    pub fn driver(&self) -> &WebDriver {
        &self.driver
    }

    /// Opens an address: a path of the page's own origin, or a whole one.
    ///
    /// # Errors
    /// The browser cannot.
    pub async fn open(&self, address: &str) -> Outcome {
        let address = match address.starts_with('/') {
            true => format!("{}{address}", self.origin),
            false => address.to_owned(),
        };
        Ok(self.driver.goto(address).await?)
    }

    /// Runs a script and answers what it returns.
    ///
    /// # Errors
    /// The script fails.
    pub async fn script(&self, script: &str, arguments: Vec<Value>) -> Outcome<Value> {
        Ok(self.driver.execute(script, arguments).await?.json().clone())
    }

    /// Runs the body of an asynchronous function and answers what its promise comes to.
    ///
    /// # Errors
    /// The script fails, or its promise is rejected.
    pub async fn promised(&self, body: &str, arguments: Vec<Value>) -> Outcome<Value> {
        let script = promise::script(body);
        let answer = self.driver.execute_async(script, arguments).await?;
        promise::value(answer.json().clone())
    }

    /// The words on the page, as a person sees them; those of the window in front where one is open.
    ///
    /// # Errors
    /// The browser cannot say.
    pub async fn words(&self) -> Outcome<String> {
        let script = "return (document.querySelector('dialog[open]') ?? document.body).innerText";
        Ok(self
            .script(script, Vec::new())
            .await?
            .as_str()
            .unwrap_or_default()
            .to_owned())
    }

    /// Waits until these words are on the page.
    ///
    /// # Errors
    /// They do not come in time.
    #[track_caller]
    pub fn sees(&self, words: &str) -> impl Future<Output = Outcome> {
        self.until(format!("“{words}” is on the page"), async move || {
            Ok(self.words().await?.contains(words))
        })
    }

    /// Waits until these words are no longer on the page.
    ///
    /// # Errors
    /// They stay.
    #[track_caller]
    pub fn sees_no_more(&self, words: &str) -> impl Future<Output = Outcome> {
        self.until(format!("“{words}” is gone from the page"), async move || {
            Ok(!self.words().await?.contains(words))
        })
    }

    /// Waits until a condition holds. A look that fails, as one at an element that was replaced meanwhile, is another no.
    ///
    /// # Errors
    /// It does not hold in time; the sentence tells what is on the page instead.
    #[track_caller]
    pub fn until(
        &self,
        what: String,
        condition: impl AsyncFn() -> Outcome<bool>,
    ) -> impl Future<Output = Outcome> {
        let at = Location::caller();
        async move {
            self.until_some(what, at, async || Ok(condition().await?.then_some(())))
                .await
        }
    }

    /// Waits until there is something, and answers it.
    #[track_caller]
    pub(crate) fn until_there<T>(
        &self,
        what: &str,
        look: impl AsyncFn() -> Outcome<Option<T>>,
    ) -> impl Future<Output = Outcome<T>> {
        let at = Location::caller();
        self.until_some(what.to_owned(), at, look)
    }

    pub(crate) async fn until_some<T>(
        &self,
        what: String,
        at: &'static Location<'static>,
        look: impl AsyncFn() -> Outcome<Option<T>>,
    ) -> Outcome<T> {
        let deadline = Instant::now() + PATIENCE;
        loop {
            let last = match look().await {
                Ok(Some(found)) => return Ok(found),
                Ok(None) => String::new(),
                Err(fault) => format!(" The last look failed: {fault:?}."),
            };
            if Instant::now() >= deadline {
                let page = self.describe().await.unwrap_or_else(|fault| format!("{fault:?}"));
                return Err(Fault::at(
                    format!("Waited in vain until {what}.{last} There is:\n{page}"),
                    at,
                ));
            }
            tokio::time::sleep(PAUSE).await;
        }
    }

    /// Address, focus and words, for a failure's report.
    pub(crate) async fn describe(&self) -> Outcome<String> {
        let address = self.driver.current_url().await?;
        let focus = self.focus().await?;
        Ok(format!("{address}\nfocus on {focus:?}\n{}", self.words().await?))
    }

    /// Leaves a picture of the page in a folder, and tells its words, for a test that failed.
    pub(crate) async fn report_failure(&self, folder: &Path, test: &str) {
        let file = folder.join(format!("{test}.png"));
        let picture = async {
            std::fs::create_dir_all(folder)?;
            self.screenshot(&file).await?;
            let state = self.describe().await?;
            eprintln!("The page of {test} is in {}:\n{state}", file.display());
            Outcome::Ok(())
        };
        if let Ok(Err(fault)) = timeout(Duration::from_secs(15), picture).await {
            eprintln!("There is no picture of {test}: {fault:?}");
        }
    }

    /// Saves a picture of what is visible.
    ///
    /// # Errors
    /// The browser or the disk refuses.
    pub async fn screenshot(&self, file: &Path) -> Outcome {
        Ok(self.driver.screenshot(file).await?)
    }

    /// Whether the browser would ask before the page is left or loaded again.
    ///
    /// # Errors
    /// The browser cannot say.
    pub async fn asks_before_leaving(&self) -> Outcome<bool> {
        let script = "
            const leaving = document.createEvent('BeforeUnloadEvent');
            leaving.initEvent('beforeunload', false, true);
            window.dispatchEvent(leaving);
            return leaving.defaultPrevented;";
        Ok(self.script(script, Vec::new()).await? == true)
    }

    /// An element's attribute, or `None` where it has none.
    ///
    /// # Errors
    /// There is no such element.
    pub async fn attribute(&self, selector: &str, name: &str) -> Outcome<Option<String>> {
        let script = "return document.querySelector(arguments[0]).getAttribute(arguments[1])";
        let value = self.script(script, vec![selector.into(), name.into()]).await?;
        Ok(value.as_str().map(str::to_owned))
    }

    /// How many elements match a CSS selector.
    ///
    /// # Errors
    /// The selector is none.
    pub async fn count(&self, selector: &str) -> Outcome<u64> {
        let script = "return document.querySelectorAll(arguments[0]).length";
        Ok(self
            .script(script, vec![selector.into()])
            .await?
            .as_u64()
            .unwrap_or_default())
    }

    /// Presses a visible element with the pointer once it is there.
    ///
    /// # Errors
    /// It does not come in time.
    #[track_caller]
    pub fn press_element(&self, selector: &str) -> impl Future<Output = Outcome> {
        let at = Location::caller();
        async move {
            self.until_some(format!("{selector} can be pressed"), at, async || {
                let element = self.driver.find(thirtyfour::By::Css(selector.to_owned())).await?;
                element.click().await?;
                Ok(Some(()))
            })
            .await
        }
    }

    async fn element(&self, script: &str, arguments: Vec<Value>) -> Outcome<Option<WebElement>> {
        let found = self.driver.execute(script, arguments).await?;
        match found.json().is_null() {
            true => Ok(None),
            false => Ok(Some(found.element()?)),
        }
    }
}
