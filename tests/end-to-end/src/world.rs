//! What one test stands on.

use std::time::Duration;

use hyper::Method;
use tempfile::TempDir;
use tokio::time::timeout;

use crate::driver::Driver;
use crate::proxy::Proxy;
use crate::{
    AccountManager, Browser, FaultPlan, Happening, Held, HoldAt, Look, Needle, Outcome, Page, Requests,
    Search, Stage, Surroundings, Trouble,
};

/// The Account Manager's path before every endpoint.
const API: &str = "/account/api/v1";

/// How many service users the sandbox makes up; enough for a list, few enough to read.
const USERS: usize = 5;

/// A sandbox, a proxy before it, a browser and the page in it, for one test alone.
///
/// The fields are in the order in which they end: the browser first, so that nobody asks a server that is gone.
pub struct World {
    /// The page.
    pub page: Page,
    /// The sandbox, behind the page's back.
    pub account_manager: AccountManager,
    /// Which browser it is.
    pub browser: Browser,
    /// What was found on the machine.
    pub surroundings: Surroundings,
    driver: Driver,
    plan: FaultPlan,
    proxy: Proxy,
    sandbox: sandbox::Running,
    /// The browser's profile and whatever else it writes.
    folder: TempDir,
}

impl Stage for World {
    async fn start(browser: Browser) -> Outcome<Self> {
        Self::start_with(browser, USERS).await
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

impl World {
    /// As every [`Stage`] starts, with so many made-up service users.
    pub(crate) async fn start_with(browser: Browser, users: usize) -> Outcome<Self> {
        // The local proxy's HTTP library is these tests' too, and comes without TLS until one is chosen.
        tenant_proxy::choose_tls();
        let surroundings = Surroundings::look();
        Surroundings::need(&surroundings.page.join("index.html"), "page", "PAGE_DIR")?;
        let options = sandbox::Options {
            users,
            page: Some(surroundings.page.clone()),
            ..sandbox::Options::default()
        };
        let sandbox = sandbox::start(options).await?;
        let plan = FaultPlan::default();
        let proxy = Proxy::start(sandbox.address, plan.clone()).await?;
        let account_manager = AccountManager::new(sandbox.address, sandbox.administrator_api_key.clone())?;
        let folder = tempfile::tempdir()?;
        let profile = folder.path().join("profile");
        std::fs::create_dir(&profile)?;
        browser.prepare_profile(&profile)?;
        let driver = Driver::start(browser, &surroundings, folder.path()).await?;
        let session = driver
            .open_browser(browser.capabilities(&surroundings, &profile))
            .await?;
        let page = Page::new(session, browser, format!("http://{}", proxy.address()));
        page.take_look(Look::WIDE).await?;
        page.permit_clipboard().await?;
        Ok(Self {
            page,
            account_manager,
            browser,
            surroundings,
            driver,
            plan,
            proxy,
            sandbox,
            folder,
        })
    }

    /// The origin that serves page and API.
    #[must_use]
    pub fn origin(&self) -> String {
        format!("http://{}", self.proxy.address())
    }

    /// The sandbox's own origin, without the proxy and so of another origin than the page.
    #[must_use]
    pub fn sandbox_origin(&self) -> String {
        format!("http://{}", self.sandbox.address)
    }

    /// Makes every request of this method and endpoint, such as `/user`, go wrong until the answer is dropped.
    pub fn make(&self, method: Method, endpoint: &str, happening: Happening) -> Trouble {
        self.plan.make(requests(method, endpoint), happening)
    }

    /// Makes those of them go wrong whose body holds this text.
    pub fn make_of(&self, text: &str, method: Method, endpoint: &str, happening: Happening) -> Trouble {
        let requests = requests(method, endpoint).with_text(text);
        self.plan.make(requests, happening)
    }

    /// Holds every request of this method and endpoint until the answer is dropped.
    pub fn hold(&self, method: Method, endpoint: &str) -> Held {
        self.plan.hold(requests(method, endpoint), HoldAt::Request)
    }

    /// Holds the second half of every answer of this method and endpoint until the answer is dropped.
    pub fn hold_half(&self, method: Method, endpoint: &str) -> Held {
        self.plan.hold(requests(method, endpoint), HoldAt::Midway)
    }

    /// Holds, at this point, those of them whose body holds this text.
    pub fn hold_of(&self, text: &str, method: Method, endpoint: &str, at: HoldAt) -> Held {
        self.plan.hold(requests(method, endpoint).with_text(text), at)
    }

    /// How many requests of this method and endpoint the browser has sent.
    #[must_use]
    pub fn count(&self, method: &Method, endpoint: &str) -> usize {
        self.plan.count(&requests(method.clone(), endpoint))
    }

    /// How many of them had this text in their body.
    #[must_use]
    pub fn count_of(&self, text: &str, method: &Method, endpoint: &str) -> usize {
        let requests = requests(method.clone(), endpoint).with_text(text);
        self.plan.count(&requests)
    }

    /// Breaks every connection off and refuses new ones, as a host that is down.
    pub async fn refuse_connections(&self) {
        self.proxy.refuse_connections().await;
    }

    /// Takes connections again.
    ///
    /// # Errors
    /// Somebody else has taken the port meanwhile.
    pub async fn accept_connections(&self) -> Outcome {
        self.proxy.listen_again().await
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

fn requests(method: Method, endpoint: &str) -> Requests {
    Requests::of(method, format!("{API}{endpoint}"))
}
