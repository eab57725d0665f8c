//! Tests that cargo runs: on this machine, and inside a browser.

use std::path::{Path, PathBuf};
use std::process::Command;

use super::failed_tests::FailedTests;
use super::libtest::Counter;
use super::supplies::Supplies;
use super::{Outcome, settled, watched};
use crate::cargo::cargo;
use crate::complaint::Complaint;
use crate::tools::on_path;
use crate::tools::wasm_bindgen::TEST_RUNNER;
use crate::tools::wasm_target::TARGET;
use crate::workspace::Workspace;

/// How long wasm-bindgen's runner waits for a test page, in seconds. Its own 20 are short for a browser that starts cold.
const PAGE_TIMEOUT: &str = "180";

/// Every package but the end-to-end tests, which need a page and browsers.
pub(super) fn native(
    workspace: &Workspace,
    supplies: &Supplies,
    filter: Option<&str>,
    failed: &mut FailedTests,
) -> Outcome {
    let arguments = ["test", "--workspace", "--exclude", "end-to-end", "--no-fail-fast"];
    let mut command = cargo(workspace, &arguments);
    command.env("NAUGHTY_STRINGS", supplies.naughty_strings()?);
    counted(command, filter, failed)
}

/// The tests of the app's components and of the client's browser transport, in headless Chromium.
pub(super) fn wasm(
    workspace: &Workspace,
    supplies: &Supplies,
    filter: Option<&str>,
    failed: &mut FailedTests,
) -> Outcome {
    supplies.wasm_target()?;
    let folder = supplies.wasm_bindgen()?;
    let browsers = supplies.browsers()?;
    let runner = on_path::in_folder(&folder, TEST_RUNNER).ok_or_else(|| {
        Complaint::new(format!(
            "{TEST_RUNNER} was there a moment ago and is gone; run the command again."
        ))
    })?;
    let arguments = [
        "test",
        "--package",
        "service-user-helper",
        "--package",
        "account-api",
        // By name: the other test programs of these packages are for this machine and do not build for a browser.
        "--test",
        "web",
        "--test",
        "browser",
        "--target",
        TARGET,
        "--no-fail-fast",
    ];
    let mut command = cargo(workspace, &arguments);
    command
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", runner)
        .env("CHROMEDRIVER", &browsers.chromedriver)
        .env(
            "WASM_BINDGEN_TEST_WEBDRIVER_JSON",
            capabilities(workspace, &browsers.chromium)?,
        )
        .env("WASM_BINDGEN_TEST_TIMEOUT", PAGE_TIMEOUT)
        // The runner takes the first driver it finds, and it looks for this one first.
        .env_remove("GECKODRIVER");
    counted(command, filter, failed)
}

/// Runs a `cargo test`, adds up the summaries of its binaries and collects what failed.
pub(super) fn counted(mut command: Command, filter: Option<&str>, failed: &mut FailedTests) -> Outcome {
    command.args(filter);
    let mut counter = Counter::default();
    let ending = watched::run(command, &mut |line| {
        counter.read(line);
        failed.read(line);
    })?;
    Ok(settled(
        counter.finish(ending.is_success()),
        ending,
        filter.is_some(),
    ))
}

/// Writes how the browser is to be started. A file of its own and not one in the checkout, because it names the browser's path
/// on this machine.
fn capabilities(workspace: &Workspace, chromium: &Path) -> Result<PathBuf, Complaint> {
    let path = workspace.tools().join("webdriver.json");
    std::fs::create_dir_all(workspace.tools())
        .and_then(|()| std::fs::write(&path, capabilities_text(chromium)))
        .map_err(|cause| Complaint::system(format_args!("write {}", path.display()), &cause))?;
    Ok(path)
}

fn capabilities_text(chromium: &Path) -> String {
    let binary = chromium
        .display()
        .to_string()
        .replace('\\', "\\\\")
        .replace('"', "\\\"");
    format!(
        r#"{{
  "goog:chromeOptions": {{
    "binary": "{binary}",
    "args": [
      "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-dev-shm-usage",
      "--disable-background-networking", "--disable-component-update", "--disable-sync"
    ]
  }}
}}
"#
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_with_quotes_and_backslashes_stays_one_json_string() {
        let text = capabilities_text(Path::new(r#"C:\a "b"\chrome.exe"#));
        assert!(text.contains(r#""binary": "C:\\a \"b\"\\chrome.exe","#), "{text}");
    }
}
