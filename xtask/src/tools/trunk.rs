//! trunk bundles the page.

use std::path::PathBuf;

use super::cargo_install::{self, CargoTool};
use crate::complaint::Complaint;
use crate::progress::Progress;
use crate::workspace::Workspace;

/// 0.22 wants a newer Rust than this workspace does.
pub(crate) const VERSION: &str = "0.21.14";

/// The folder with trunk.
pub(crate) fn provide(workspace: &Workspace, progress: &Progress, again: &str) -> Result<PathBuf, Complaint> {
    let tool = CargoTool {
        package: "trunk",
        version: VERSION.to_owned(),
        newer_will_do: false,
        programs: &["trunk"],
        // Without TLS trunk can download nothing by itself, which is as we want it, and a fifth of its code need not be compiled.
        arguments: &["--locked", "--no-default-features"],
        estimate: "about 2 minutes, once",
    };
    cargo_install::provide(&tool, workspace, progress, again)
}
