//! The browsers that the tests drive.

use std::path::{Path, PathBuf};

use super::debian::{self, Need};
use super::{npm, on_path};
use crate::complaint::Complaint;
use crate::progress::Progress;
use crate::version::Version;

const CHROMIUM_NAMES: &[&str] = &[
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
];
const FIREFOX_NAMES: &[&str] = &["firefox-esr", "firefox"];

/// Where macOS keeps applications that are not on PATH.
const MAC_CHROME: &str = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";
const MAC_FIREFOX: &str = "/Applications/Firefox.app/Contents/MacOS/firefox";

/// The browsers, and the driver that comes with one of them.
#[derive(Clone, Debug)]
pub(crate) struct Browsers {
    /// Chromium or Chrome.
    pub(crate) chromium: PathBuf,
    /// Its driver.
    pub(crate) chromedriver: PathBuf,
    /// Firefox; its driver is geckodriver.
    pub(crate) firefox: PathBuf,
}

/// The browsers, after installing those that are missing together with the other system packages that tests need. The
/// environment variables `CHROMIUM`, `CHROMEDRIVER` and `FIREFOX` point to others.
pub(crate) fn provide(progress: &Progress, again: &str) -> Result<Browsers, Complaint> {
    let needs = [
        // Without a font every text is nothing wide, and tests that look at the page see nothing.
        Need {
            what: "Chromium",
            packages: "chromium fonts-liberation",
            is_there: chromium().is_some(),
        },
        Need {
            what: "chromedriver",
            packages: "chromium-driver",
            is_there: chromedriver().is_some(),
        },
        Need {
            what: "Firefox",
            packages: "firefox-esr",
            is_there: firefox().is_some(),
        },
        Need {
            what: "npm",
            packages: "nodejs npm",
            is_there: npm::is_there(),
        },
        Need {
            what: "Python",
            packages: "python3 python3-venv",
            is_there: on_path::find("python3").is_some(),
        },
    ];
    debian::provide(&needs, progress, again)?;
    match (chromium(), chromedriver(), firefox()) {
        (Some(chromium), Some(chromedriver), Some(firefox)) => {
            check_versions(&chromium, &chromedriver)?;
            Ok(Browsers {
                chromium,
                chromedriver,
                firefox,
            })
        }
        _ => Err(Complaint::new(
            "Chromium, chromedriver and Firefox are not all on PATH; the variables CHROMIUM, CHROMEDRIVER and FIREFOX may name them.",
        )),
    }
}

/// A driver refuses a browser of another version with a message that is hard to find in a test's output.
fn check_versions(chromium: &Path, chromedriver: &Path) -> Result<(), Complaint> {
    match (Version::of(chromium), Version::of(chromedriver)) {
        (Some(browser), Some(driver)) if browser.major() != driver.major() => Err(Complaint::new(format!(
            "{} is version {} and {} is version {}; they have to be the same.",
            chromium.display(),
            browser.major(),
            chromedriver.display(),
            driver.major(),
        ))),
        _ => Ok(()),
    }
}

fn chromium() -> Option<PathBuf> {
    from_environment("CHROMIUM")
        .or_else(|| first_on_path(CHROMIUM_NAMES))
        .or_else(|| existing(MAC_CHROME))
}

fn chromedriver() -> Option<PathBuf> {
    from_environment("CHROMEDRIVER").or_else(|| on_path::find("chromedriver"))
}

fn firefox() -> Option<PathBuf> {
    from_environment("FIREFOX")
        .or_else(|| first_on_path(FIREFOX_NAMES))
        .or_else(|| existing(MAC_FIREFOX))
}

fn from_environment(name: &str) -> Option<PathBuf> {
    std::env::var_os(name)
        .map(PathBuf::from)
        .filter(|path| path.is_file())
}

fn first_on_path(names: &[&str]) -> Option<PathBuf> {
    names.iter().find_map(|name| on_path::find(name))
}

fn existing(path: &str) -> Option<PathBuf> {
    Some(PathBuf::from(path)).filter(|path| path.is_file())
}
