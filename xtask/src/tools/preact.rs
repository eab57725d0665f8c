//! Preact, the library that the bench makes a page with to measure the product beside.

use std::path::PathBuf;
use std::process::Command;

use super::{npm, on_path, vite};
use crate::complaint::Complaint;
use crate::progress::Progress;
use crate::workspace::Workspace;

const VERSION: &str = "11.2.0";

/// Gets Preact and the bundler, and makes the page in `bench/preact` the way its own users would. Answers with the page's folder.
pub(crate) fn make_page(
    workspace: &Workspace,
    progress: &Progress,
    again: &str,
) -> Result<PathBuf, Complaint> {
    npm::provide("preact", VERSION, workspace, progress, again)?;
    vite::provide(workspace, progress, again)?;
    let programs = workspace.node_modules().join(".bin");
    let vite = on_path::in_folder(&programs, "vite")
        .ok_or_else(|| Complaint::new("vite was there a moment ago and is gone; run the command again."))?;
    let page = workspace.root().join("target").join("bench").join("preact");
    let mut command = Command::new(vite);
    command
        .env("NODE_MODULES", workspace.node_modules())
        .arg("build")
        .arg(workspace.root().join("bench").join("preact"))
        .args(["--emptyOutDir", "--outDir"])
        .arg(&page);
    progress.run_shown(
        "the page with Preact",
        "Bundling the page with Preact (seconds)",
        command,
        again,
    )?;
    Ok(page)
}
