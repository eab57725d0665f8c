//! What the tests find on the machine, and what they are told about it.

use std::env;
use std::path::{Path, PathBuf};

use crate::{Fault, Outcome};

/// Where everything is. Each place is an environment variable with a fallback, so that a plain `cargo test` works too.
#[derive(Clone, Debug)]
pub struct Surroundings {
    /// `PAGE_DIR`: the page as trunk makes it; `dist/page` otherwise.
    pub page: PathBuf,
    /// `PACKAGES_DIR`: the folder with the extension's packages, `chrome.zip` and `firefox.zip`; `dist` otherwise.
    pub packages: PathBuf,
    /// `RULES_MODULE`: the rules as a module; `dist/rules-module` otherwise.
    pub rules_module: PathBuf,
    /// The example that bundles the module with Vite, in `dist/rules-module-in-vite`.
    pub rules_module_in_vite: PathBuf,
    /// `CHROMEDRIVER`; `/usr/bin/chromedriver` otherwise.
    pub chromedriver: PathBuf,
    /// `GECKODRIVER`; the project's own in `target/tools/bin`, or the one on `PATH`, otherwise.
    pub geckodriver: PathBuf,
    /// `CHROMIUM`; `/usr/bin/chromium` otherwise.
    pub chromium: PathBuf,
    /// `FIREFOX`; `/usr/bin/firefox-esr` otherwise.
    pub firefox: PathBuf,
    /// `AXE_SOURCE`: axe-core's `axe.min.js`; the project's own in `target/tools/npm` otherwise.
    pub axe: PathBuf,
    /// `SCREENSHOTS`: the folder for pictures of every screen; none are taken without it.
    pub screenshots: Option<PathBuf>,
    /// Where a failed test leaves a picture of the page.
    pub failures: PathBuf,
}

impl Surroundings {
    /// Reads the environment.
    pub fn look() -> Self {
        let package = Path::new(env!("CARGO_MANIFEST_DIR"));
        let root = package.ancestors().nth(2).unwrap_or(package);
        let tools = root.join("target/tools");
        let or = |variable: &str, fallback: PathBuf| env::var_os(variable).map_or(fallback, PathBuf::from);
        Self {
            page: or("PAGE_DIR", root.join("dist/page")),
            packages: or("PACKAGES_DIR", root.join("dist")),
            rules_module: or("RULES_MODULE", root.join("dist/rules-module")),
            rules_module_in_vite: root.join("dist/rules-module-in-vite"),
            chromedriver: or("CHROMEDRIVER", "/usr/bin/chromedriver".into()),
            geckodriver: or(
                "GECKODRIVER",
                first_file([tools.join("bin/geckodriver"), on_path("geckodriver")]),
            ),
            chromium: or("CHROMIUM", "/usr/bin/chromium".into()),
            firefox: or("FIREFOX", "/usr/bin/firefox-esr".into()),
            axe: or("AXE_SOURCE", tools.join("npm/node_modules/axe-core/axe.min.js")),
            screenshots: env::var_os("SCREENSHOTS").map(PathBuf::from),
            failures: root.join("target/end-to-end"),
        }
    }

    /// Refuses to go on without a file, in one sentence that says how to get it or where to name it.
    ///
    /// # Errors
    /// The file is not there.
    #[track_caller]
    pub fn need(file: &Path, what: &str, variable: &str) -> Outcome {
        match file.exists() {
            true => Ok(()),
            false => Err(Fault::new(format!(
                "There is no {what} at {}: run “cargo xtask test”, which installs it, or name its place in {variable}.",
                file.display()
            ))),
        }
    }
}

/// The first of these files that is there, and the last one where none is.
fn first_file(files: [PathBuf; 2]) -> PathBuf {
    let [first, last] = files;
    if first.is_file() { first } else { last }
}

fn on_path(name: &str) -> PathBuf {
    let folders = env::var_os("PATH").unwrap_or_default();
    let found = env::split_paths(&folders)
        .map(|folder| folder.join(name))
        .find(|file| file.is_file());
    found.unwrap_or_else(|| Path::new("/usr/bin").join(name))
}
