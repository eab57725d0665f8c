//! The popup and the panel as the browser itself shows them.

use serde_json::{Value, json};
use thirtyfour::WindowHandle;

use super::{ExtensionWorld, Surface};
use crate::page::promise;
use crate::{Browser, Fault, Outcome};

/// Opens the popup or the sidebar from the window around the page.
const OPEN_IN_FIREFOX: &str = "
    const [id, surface] = arguments;
    const { extension } = WebExtensionPolicy.getByID(id);
    const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
    const { global } = ExtensionParent.apiManager;
    if (surface === 'popup') await global.browserActionFor(extension).openPopup(window, true);
    else await SidebarController.show(global.sidebarActionFor(extension).id);";

/// Finds the frame that shows a surface, then does something with it.
const FRAME_IN_FIREFOX: &str = "
    const [address] = arguments;
    const inside = (frame) => [frame, ...frame.contentDocument?.querySelectorAll('browser') ?? []];
    const frames = [...document.querySelectorAll('browser')].filter((frame) => !gBrowser.browsers.includes(frame));
    const frame = frames.flatMap(inside).find((frame) => frame.currentURI?.specIgnoringRef === address);";

/// The browser's own popup or panel, which was opened by [`ExtensionWorld::dock`].
#[derive(Clone, Debug)]
pub struct Docked {
    surface: Surface,
    /// Chromium's driver takes it for a window.
    window: Option<WindowHandle>,
}

impl ExtensionWorld {
    /// Opens the browser's own popup or panel, as a press of the extension's button does, and waits until the app has started
    /// in it.
    ///
    /// In Chromium it becomes the current window, and everything that can be done in a tab can be done in it except
    /// giving it a [`Look`](crate::Look). Firefox's driver does not know it as a window: there it is reached by
    /// [`in_docked`](Self::in_docked) alone.
    ///
    /// # Errors
    /// The browser does not open it, or has no such surface.
    pub async fn dock(&self, surface: Surface) -> Outcome<Docked> {
        let open = match surface {
            Surface::Popup => "chrome.action.openPopup()",
            _ => {
                "chrome.windows.getCurrent().then((window) => chrome.sidePanel.open({ windowId: window.id }))"
            }
        };
        self.dock_by(surface, open).await
    }

    /// Opens the browser's own popup over a page of this host, as a person does who is there; see [`dock`](Self::dock).
    ///
    /// # Errors
    /// The browser does not open it.
    pub async fn dock_popup_over(&self, host: &str) -> Outcome<Docked> {
        let address = format!("https://{host}/account/sign-in");
        let driver = self.page.driver();
        match self.browser {
            Browser::Chromium => {
                let tab = driver.new_tab().await?;
                self.switch_to(&tab).await?;
                self.page.open(&address).await?;
            }
            Browser::Firefox => {
                driver.switch_to_window(self.first_window.clone()).await?;
                self.page.open(&address).await?;
            }
        }
        let open = format!(
            "chrome.tabs.query({{ url: 'https://{host}/*' }})
                .then(([tab]) => chrome.tabs.update(tab.id, {{ active: true }}))
                .then(() => chrome.action.openPopup())"
        );
        self.dock_by(Surface::Popup, &open).await
    }

    /// `open` is what a page of the extension does in Chromium.
    async fn dock_by(&self, surface: Surface, open: &str) -> Outcome<Docked> {
        let driver = self.page.driver();
        driver.switch_to_window(self.first_window.clone()).await?;
        let docked = match self.browser {
            Browser::Chromium => {
                // A page of the extension that starts no app.
                self.page.open("/manifest.json").await?;
                let press = json!({ "expression": open, "userGesture": true, "awaitPromise": true, "returnByValue": true });
                let answer = driver.cdp().send_raw("Runtime.evaluate", press).await?;
                if let Some(exception) = answer.get("exceptionDetails") {
                    return Err(Fault::new(format!("Chromium does not open it: {exception}.")));
                }
                let window = self.await_window().await?;
                Docked {
                    surface,
                    window: Some(window),
                }
            }
            Browser::Firefox => {
                let name = match surface {
                    Surface::Popup => "popup",
                    _ => "sidebar",
                };
                let arguments = vec![self.extension.id.as_str().into(), name.into()];
                self.page.around_the_page(OPEN_IN_FIREFOX, arguments).await?;
                Docked {
                    surface,
                    window: None,
                }
            }
        };
        self.page
            .until(format!("the app has started in the {surface:?}"), async || {
                let script = "return document.querySelector('#main h1') !== null";
                Ok(self.in_docked(&docked, script, Vec::new()).await? == true)
            })
            .await?;
        Ok(docked)
    }

    /// Runs the body of an asynchronous function in the browser's own popup or panel and answers what it returns.
    ///
    /// # Errors
    /// It is closed, or the script fails.
    pub async fn in_docked(&self, docked: &Docked, body: &str, arguments: Vec<Value>) -> Outcome<Value> {
        match &docked.window {
            Some(window) => {
                self.switch_to(window).await?;
                self.page.promised(body, arguments).await
            }
            None => {
                let script = format!(
                    "{FRAME_IN_FIREFOX}
                    if (!frame) throw new Error('it is closed');
                    const messenger = frame.browsingContext.currentWindowGlobal.getActor('MarionetteCommands');
                    return messenger.executeScript(arguments[1], arguments[2], {{ async: true }});"
                );
                let body = promise::script(body);
                let arguments = vec![self.address_of(docked).into(), body.into(), arguments.into()];
                promise::value(self.page.around_the_page(&script, arguments).await?)
            }
        }
    }

    /// Whether the browser's own popup or panel is still open.
    ///
    /// # Errors
    /// The browser cannot say.
    pub async fn is_docked(&self, docked: &Docked) -> Outcome<bool> {
        match &docked.window {
            Some(window) => self.is_open(window).await,
            None => {
                let script = format!("{FRAME_IN_FIREFOX} return frame !== undefined;");
                let arguments = vec![self.address_of(docked).into()];
                Ok(self.page.around_the_page(&script, arguments).await? == true)
            }
        }
    }

    /// Takes the focus away from the popup by going to the ordinary tab; a popup does not survive that, a panel does.
    ///
    /// A Firefox without a screen notices no change of focus. What it would do then, closing the popup's frame, is done for it.
    ///
    /// # Errors
    /// The browser refuses.
    pub async fn press_beside(&self, docked: &Docked) -> Outcome {
        self.page
            .driver()
            .switch_to_window(self.first_window.clone())
            .await?;
        match (self.browser, docked.surface) {
            (Browser::Firefox, Surface::Popup) => {
                let script = format!("{FRAME_IN_FIREFOX} frame?.closest('panel').hidePopup();");
                let arguments = vec![self.address_of(docked).into()];
                self.page.around_the_page(&script, arguments).await.map(|_| ())
            }
            _ => Ok(()),
        }
    }

    fn address_of(&self, docked: &Docked) -> String {
        format!("{}{}", self.extension.origin, docked.surface.path())
    }
}
