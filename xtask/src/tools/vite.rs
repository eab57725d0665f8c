//! Vite, the bundler that the rules' module is tried in.

use super::npm;
use crate::complaint::Complaint;
use crate::progress::Progress;
use crate::workspace::Workspace;

/// The newest that runs on Node.js 20.
const VERSION: &str = "7.3.8";

/// Puts it beside npm's other packages.
pub(crate) fn provide(workspace: &Workspace, progress: &Progress, again: &str) -> Result<(), Complaint> {
    npm::provide("vite", VERSION, workspace, progress, again)
}
