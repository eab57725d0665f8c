//! TypeScript's compiler, which checks the types of the rules' module.

use super::npm;
use crate::complaint::Complaint;
use crate::progress::Progress;
use crate::workspace::Workspace;

/// The last one in JavaScript, which runs wherever node does.
const VERSION: &str = "5.9.3";

/// Puts it beside npm's other packages.
pub(crate) fn provide(workspace: &Workspace, progress: &Progress, again: &str) -> Result<(), Complaint> {
    npm::provide("typescript", VERSION, workspace, progress, again)
}
