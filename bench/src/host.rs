//! A local Account Manager that serves the pages.

use std::path::Path;

use end_to_end::{Browser, Fault, LoneBrowser, Outcome, Surroundings, labels};
use tempfile::TempDir;

use crate::options::Options;
use crate::tab::Tab;

/// A page with nothing on it, to go to between two measurements: what was open before is gone then.
const BLANK: &str = "<!doctype html><title>Blank</title>";

/// A sandbox that serves the pages on one origin, with a browser in which a person is signed in.
pub(crate) struct Host {
    /// The browser's page.
    pub(crate) tab: Tab,
    /// How many service users there are.
    pub(crate) users: usize,
    sandbox: sandbox::Running,
    /// The pages' files.
    _folder: TempDir,
}

impl Host {
    /// Starts it with so many made-up service users.
    pub(crate) async fn start(options: &Options, users: usize) -> Outcome<Self> {
        let product = Surroundings::look().page;
        Surroundings::need(&product.join("index.html"), "page", "PAGE_DIR")?;
        let folder = tempfile::tempdir()?;
        copy(&product, folder.path())?;
        let reference = folder.path().join("reference");
        copy(&options.root.join("bench/reference"), &reference)?;
        std::fs::write(reference.join("blank.html"), BLANK)?;
        if let Some(page) = &options.preact_page {
            copy(page, &folder.path().join("preact"))?;
        }
        let sandbox = sandbox::start(sandbox::Options {
            users,
            page: Some(folder.path().to_owned()),
            ..sandbox::Options::default()
        })
        .await?;
        let browser = LoneBrowser::start(Browser::Chromium, sandbox.url()).await?;
        let tab = Tab::new(browser).await?;
        tab.page().sign_in_as("Administrator").await?;
        tab.page().is_on(labels::SERVICE_USERS).await?;
        tab.rest().await?;
        Ok(Self {
            tab,
            users: sandbox.users,
            sandbox,
            _folder: folder,
        })
    }

    /// The friendly names that are in use now, asked by the browser's session.
    pub(crate) async fn friendly_names(&self) -> Outcome<Vec<String>> {
        let body = "
            const answer = await fetch('/account/api/v1/user?user_type=service');
            return (await answer.json()).map((user) => user.friendly_name);";
        let names = self.tab.page().promised(body, Vec::new()).await?;
        serde_json::from_value(names).map_err(|_| Fault::new("The sandbox's list could not be read."))
    }

    /// Ends browser and sandbox.
    pub(crate) async fn end(self) {
        self.tab.end().await;
        self.sandbox.stop().await;
    }
}

fn copy(from: &Path, to: &Path) -> std::io::Result<()> {
    std::fs::create_dir_all(to)?;
    for entry in std::fs::read_dir(from)? {
        let entry = entry?;
        let to = to.join(entry.file_name());
        match entry.file_type()?.is_dir() {
            true => copy(&entry.path(), &to)?,
            false => std::fs::copy(entry.path(), to).map(drop)?,
        }
    }
    Ok(())
}
