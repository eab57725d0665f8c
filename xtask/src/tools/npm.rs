//! Packages from npm's registry.

use std::path::Path;
use std::process::Command;
use std::sync::{Mutex, PoisonError};

use super::on_path;
use crate::complaint::Complaint;
use crate::progress::Progress;
use crate::workspace::Workspace;

/// Two npm commands in one folder write over each other's lock file.
static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());

/// Whether packages can be installed at all.
pub(crate) fn is_there() -> bool {
    on_path::find("npm").is_some() && on_path::find("node").is_some()
}

/// Puts a package into `target/tools/npm`, unless this version is there.
pub(crate) fn provide(
    package: &str,
    version: &str,
    workspace: &Workspace,
    progress: &Progress,
    again: &str,
) -> Result<(), Complaint> {
    let _turn = ONE_AT_A_TIME.lock().unwrap_or_else(PoisonError::into_inner);
    if is_installed(&workspace.node_modules(), package, version) {
        return Ok(());
    }
    let Some(npm) = on_path::find("npm") else {
        return Err(Complaint::new(format!(
            "{package} comes from npm, and npm is not on PATH; install Node.js."
        )));
    };
    let mut command = Command::new(npm);
    // Nothing of a package is run while it is installed.
    command.args([
        "install",
        "--no-audit",
        "--no-fund",
        "--ignore-scripts",
        "--prefix",
    ]);
    command
        .arg(workspace.tools().join("npm"))
        .arg(format!("{package}@{version}"));
    let what = format!("{package} {version}");
    progress
        .run(
            &what,
            &format!("Installing {what} with npm into target/tools (seconds)"),
            command,
        )
        .map_err(|failure| failure.complaint(again))
}

/// Reads the version in an installed package's own `package.json`, where it stands on a line of its own.
fn is_installed(node_modules: &Path, package: &str, version: &str) -> bool {
    let wanted = format!("\"version\": \"{version}\"");
    std::fs::read_to_string(node_modules.join(package).join("package.json")).is_ok_and(|manifest| {
        manifest
            .lines()
            .any(|line| line.trim().trim_end_matches(',') == wanted)
    })
}
