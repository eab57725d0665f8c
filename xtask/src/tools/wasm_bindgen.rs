//! wasm-bindgen's programs: one writes the JavaScript beside the WebAssembly, one runs tests in a browser.

use std::path::PathBuf;

use super::cargo_install::{self, CargoTool};
use crate::complaint::Complaint;
use crate::lockfile::locked_version;
use crate::progress::Progress;
use crate::workspace::Workspace;

/// What runs a test binary in a browser.
pub(crate) const TEST_RUNNER: &str = "wasm-bindgen-test-runner";

/// The folder with the programs, of the same version as the crate: they share a format that changes with every version.
pub(crate) fn provide(workspace: &Workspace, progress: &Progress, again: &str) -> Result<PathBuf, Complaint> {
    let tool = CargoTool {
        package: "wasm-bindgen-cli",
        version: locked_version(workspace, "wasm-bindgen")?,
        newer_will_do: false,
        programs: &["wasm-bindgen", TEST_RUNNER],
        arguments: &[],
        estimate: "about a minute, once",
    };
    cargo_install::provide(&tool, workspace, progress, again)
}
