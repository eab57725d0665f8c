//! What one test of the extension stands on.

use std::sync::Mutex;
use std::time::Duration;

use hyper::Method;
use tempfile::TempDir;
use thirtyfour::WindowHandle;
use tokio::time::timeout;

use super::hosts;
use super::launch::{Installed, Launch};
use crate::driver::Driver;
use crate::proxy::Proxy;
use crate::{
    AccountManager, Browser, FaultPlan, Happening, Held, HoldAt, Look, Needle, Outcome, Page, Requests,
    Search, Stage, Surroundings, Trouble,
};

/// The Account Manager's path before every endpoint.
const API: &str = "/account/api/v1";

/// How many service users the sandbox makes up.
const USERS: usize = 5;

/// A sandbox that is every host which the extension may talk to, a browser with the packaged extension in it, and the page
/// in the window that was chosen last, for one test alone. The page begins as an ordinary empty tab:
/// [`open`](Self::open) opens the extension.
///
/// The fields are in the order in which they end: the browser first, so that nobody asks a server that is gone.
pub struct ExtensionWorld {
    /// The page in the window that was chosen last.
    pub page: Page,
    /// The sandbox, behind the extension's back.
    pub account_manager: AccountManager,
    /// Which browser it is.
    pub browser: Browser,
    /// What was found on the machine.
    pub surroundings: Surroundings,
    pub(super) extension: Installed,
    /// The ordinary tab that the browser started with. It stays open to the end.
    pub(super) first_window: WindowHandle,
    /// The windows that the test knows of, so that one which the extension opened by itself stands out.
    pub(super) known_windows: Mutex<Vec<WindowHandle>>,
    driver: Driver,
    plan: FaultPlan,
    proxy: Proxy,
    pub(super) sandbox: sandbox::Running,
    /// The browser's profile and whatever else it writes; the home of the person.
    pub(super) folder: TempDir,
}

impl Stage for ExtensionWorld {
    async fn start(browser: Browser) -> Outcome<Self> {
        // The local proxy's HTTP library is these tests' too, and comes without TLS until one is chosen.
        tenant_proxy::choose_tls();
        let surroundings = Surroundings::look();
        let options = sandbox::Options {
            users: USERS,
            allowed_hosts: hosts::ALL.map(str::to_owned).to_vec(),
            ..sandbox::Options::default()
        };
        let sandbox = sandbox::start(options).await?;
        let plan = FaultPlan::default();
        let proxy = Proxy::start_with_tls(sandbox.address, plan.clone(), &hosts::ALL).await?;
        let account_manager = AccountManager::new(sandbox.address, sandbox.administrator_api_key.clone())?;
        let folder = tempfile::tempdir()?;
        let profile = folder.path().join("profile");
        std::fs::create_dir(&profile)?;
        browser.prepare_profile(&profile)?;
        let port = proxy.address().port();
        let launch = Launch::prepare(browser, &surroundings, folder.path(), &profile, port)?;
        let driver = Driver::start(browser, &surroundings, folder.path()).await?;
        let session = driver.open_browser(launch.capabilities()).await?;
        let extension = launch.install(&session).await?;
        let first_window = session.window().await?;
        let page = Page::new(session, browser, extension.origin.clone());
        page.permit_clipboard().await?;
        Ok(Self {
            page,
            account_manager,
            browser,
            surroundings,
            extension,
            known_windows: Mutex::new(vec![first_window.clone()]),
            first_window,
            driver,
            plan,
            proxy,
            sandbox,
            folder,
        })
    }

    async fn report_failure(&self, test: &str) {
        self.page.report_failure(&self.surroundings.failures, test).await;
    }

    async fn end(self) {
        let Self {
            page,
            driver,
            proxy,
            sandbox,
            folder,
            ..
        } = self;
        // Whatever comes of the polite way: the process group ends with the driver.
        let _polite = timeout(Duration::from_secs(10), page.quit()).await;
        drop(driver);
        drop(proxy);
        sandbox.stop().await;
        drop(folder);
    }
}

impl ExtensionWorld {
    /// Makes every request of this method and endpoint, such as `/user`, to this host go wrong until the answer is dropped.
    pub fn make(&self, host: &str, method: Method, endpoint: &str, happening: Happening) -> Trouble {
        self.plan.make(requests(host, method, endpoint), happening)
    }

    /// Holds every request of this method and endpoint to this host until the answer is dropped.
    pub fn hold(&self, host: &str, method: Method, endpoint: &str) -> Held {
        self.plan.hold(requests(host, method, endpoint), HoldAt::Request)
    }

    /// Holds their answers, after they were carried out, until the answer is dropped.
    pub fn hold_answer(&self, host: &str, method: Method, endpoint: &str) -> Held {
        self.plan.hold(requests(host, method, endpoint), HoldAt::Answer)
    }

    /// How many requests of this method and endpoint the browser has sent to this host.
    #[must_use]
    pub fn count(&self, host: &str, method: &Method, endpoint: &str) -> usize {
        self.plan.count(&requests(host, method.clone(), endpoint))
    }

    /// Gives the page in the current window this size and these colours, then leaves a picture of it.
    ///
    /// # Errors
    /// The browser or the disk refuses.
    pub async fn picture(&self, look: Look, file: &std::path::Path) -> Outcome {
        self.page.take_look(look).await?;
        self.page.screenshot(file).await
    }

    /// Looks for what a secret left behind.
    #[must_use]
    pub fn search(&self) -> Search<'_> {
        Search {
            page: &self.page,
            browser: self.browser,
            recorded: self.proxy.recorded(),
            folder: self.folder.path(),
        }
    }

    /// The token that was handed out last, by whichever answer: the page need not be asked for it.
    ///
    /// # Errors
    /// There was none.
    pub fn last_token(&self) -> Outcome<Needle> {
        self.proxy.recorded().last_token()
    }
}

fn requests(host: &str, method: Method, endpoint: &str) -> Requests {
    Requests::of(method, format!("{API}{endpoint}")).at(host)
}
