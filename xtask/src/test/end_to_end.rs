//! The page in real browsers.

use super::failed_tests::FailedTests;
use super::supplies::Supplies;
use super::{Outcome, cargo_tests, packaging, rules_module};
use crate::cargo::cargo;
use crate::workspace::Workspace;

/// The package `end-to-end` learns from its environment where everything is: `PAGE_DIR` the bundle, `PACKAGES_DIR` the
/// folder with the packages, `RULES_MODULE` the rules' module, `CHROMIUM` and `FIREFOX` the
/// browsers, `CHROMEDRIVER` and `GECKODRIVER` their drivers, `AXE_SOURCE` axe-core's script. All paths are absolute.
pub(super) fn run(
    workspace: &Workspace,
    supplies: &Supplies,
    filter: Option<&str>,
    failed: &mut FailedTests,
) -> Outcome {
    packaging::provide(workspace, supplies)?;
    rules_module::bundle(workspace, supplies)?;
    let browsers = supplies.browsers()?;
    let mut command = cargo(workspace, &["test", "--package", "end-to-end", "--no-fail-fast"]);
    command
        .env("PAGE_DIR", workspace.page())
        .env("PACKAGES_DIR", workspace.packages())
        .env("RULES_MODULE", workspace.rules_module())
        .env("CHROMIUM", browsers.chromium)
        .env("CHROMEDRIVER", browsers.chromedriver)
        .env("FIREFOX", browsers.firefox)
        .env("GECKODRIVER", supplies.geckodriver()?)
        .env("AXE_SOURCE", supplies.axe()?);
    cargo_tests::counted(command, filter, failed)
}
