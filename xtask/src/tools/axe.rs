//! axe-core looks for what keeps people out of a page.

use std::path::PathBuf;

use super::npm;
use crate::complaint::Complaint;
use crate::progress::Progress;
use crate::workspace::Workspace;

const VERSION: &str = "4.14.1";

/// The script that the end-to-end tests run on every screen.
pub(crate) fn provide(workspace: &Workspace, progress: &Progress, again: &str) -> Result<PathBuf, Complaint> {
    npm::provide("axe-core", VERSION, workspace, progress, again)?;
    Ok(workspace.node_modules().join("axe-core").join("axe.min.js"))
}
