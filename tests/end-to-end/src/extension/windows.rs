//! The windows and tabs that the extension's page is in.

use std::panic::Location;
use std::sync::{MutexGuard, PoisonError};

use thirtyfour::WindowHandle;

use super::{ExtensionWorld, Surface};
use crate::{Browser, Outcome};

impl ExtensionWorld {
    /// Opens the extension's page as it is on a surface, in a tab of its own and about as large as the surface is, and makes it
    /// the current one. For the browser's real popup and panel see [`dock`](Self::dock).
    ///
    /// # Errors
    /// The tab does not open, or the app does not start in it.
    pub async fn open(&self, surface: Surface) -> Outcome<WindowHandle> {
        let driver = self.page.driver();
        let window = match self.browser {
            Browser::Chromium => {
                let window = driver.new_tab().await?;
                self.switch_to(&window).await?;
                self.page.open(surface.path()).await?;
                window
            }
            Browser::Firefox => {
                driver.switch_to_window(self.first_window.clone()).await?;
                let script = "
                    gBrowser.selectedTab = gBrowser.addTab(arguments[0], {
                        triggeringPrincipal: Services.scriptSecurityManager.getSystemPrincipal(),
                    });";
                let address = format!("{}{}", self.extension.origin, surface.path());
                self.page.around_the_page(script, vec![address.into()]).await?;
                self.await_window().await?
            }
        };
        // Firefox's new tab shows another document first, which can be neither measured nor asked.
        self.page.is_started().await?;
        self.page.take_look(surface.look()).await?;
        Ok(window)
    }

    /// Makes a window the current one: what the test does from here on, it does there. The browser brings it to the front, and
    /// a popup of its bar closes.
    ///
    /// # Errors
    /// It is closed.
    pub async fn switch_to(&self, window: &WindowHandle) -> Outcome {
        self.page.driver().switch_to_window(window.clone()).await?;
        let mut known = self.known();
        if !known.contains(window) {
            known.push(window.clone());
        }
        Ok(())
    }

    /// Closes the current window or tab, as a person does, and goes to the ordinary tab that is always there.
    ///
    /// # Errors
    /// The browser refuses.
    pub async fn close_current(&self) -> Outcome {
        self.page.driver().close_window().await?;
        self.page
            .driver()
            .switch_to_window(self.first_window.clone())
            .await?;
        Ok(())
    }

    /// Waits for a window or tab that opens by itself, such as the one that the extension pops out to, and makes it the current
    /// one.
    ///
    /// # Errors
    /// None opens in time.
    #[track_caller]
    pub fn await_window(&self) -> impl Future<Output = Outcome<WindowHandle>> {
        let at = Location::caller();
        async move {
            let driver = self.page.driver();
            let window = self
                .page
                .until_some("a window opens by itself".to_owned(), at, async || {
                    let windows = driver.windows().await?;
                    let known = self.known();
                    Ok(windows.into_iter().find(|window| !known.contains(window)))
                })
                .await?;
            self.switch_to(&window).await?;
            Ok(window)
        }
    }

    /// Whether a window or tab is still open.
    ///
    /// # Errors
    /// The browser cannot say.
    pub async fn is_open(&self, window: &WindowHandle) -> Outcome<bool> {
        Ok(self.page.driver().windows().await?.contains(window))
    }

    /// Does something in the ordinary tab that is always there, and comes back.
    pub(super) async fn in_first_window<T>(&self, work: impl AsyncFnOnce() -> Outcome<T>) -> Outcome<T> {
        let driver = self.page.driver();
        let before = driver.window().await?;
        driver.switch_to_window(self.first_window.clone()).await?;
        let outcome = work().await;
        driver.switch_to_window(before).await?;
        outcome
    }

    fn known(&self) -> MutexGuard<'_, Vec<WindowHandle>> {
        self.known_windows.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
