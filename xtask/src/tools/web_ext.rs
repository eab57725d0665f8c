//! web-ext brings the linter that Mozilla runs on every extension it is sent.

use std::path::PathBuf;

use super::{npm, on_path};
use crate::complaint::Complaint;
use crate::progress::Progress;
use crate::version::Version;
use crate::workspace::Workspace;

/// It names its linter exactly (addons-linter 10.13.0), so that this version pins the verdict as well.
const VERSION: &str = "10.7.0";

/// The oldest Node.js that it runs on.
const OLDEST_NODE: &str = "20";

/// The program.
pub(crate) fn provide(workspace: &Workspace, progress: &Progress, again: &str) -> Result<PathBuf, Complaint> {
    let node = on_path::find("node").and_then(Version::of);
    if node.is_some() && node < Version::find(OLDEST_NODE) {
        return Err(Complaint::new(format!(
            "Mozilla's linter needs Node.js {OLDEST_NODE} or later, and an older one is on PATH; install a newer one and run `{again}` again."
        )));
    }
    npm::provide("web-ext", VERSION, workspace, progress, again)?;
    on_path::in_folder(&workspace.node_modules().join(".bin"), "web-ext").ok_or_else(|| {
        Complaint::new(
            "npm installed web-ext without its program; delete target/tools/npm and run the command again.",
        )
    })
}
