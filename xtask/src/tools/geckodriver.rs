//! geckodriver drives Firefox.

use std::path::PathBuf;

use super::cargo_install::{self, CargoTool};
use super::on_path;
use crate::complaint::Complaint;
use crate::progress::Progress;
use crate::workspace::Workspace;

/// The oldest that the end-to-end tests were run with.
const VERSION: &str = "0.37.1";

/// The program itself.
pub(crate) fn provide(workspace: &Workspace, progress: &Progress, again: &str) -> Result<PathBuf, Complaint> {
    let tool = CargoTool {
        package: "geckodriver",
        version: VERSION.to_owned(),
        newer_will_do: true,
        programs: &["geckodriver"],
        arguments: &[],
        estimate: "about a minute, once",
    };
    let folder = cargo_install::provide(&tool, workspace, progress, again)?;
    on_path::in_folder(&folder, "geckodriver").ok_or_else(|| {
        Complaint::new("geckodriver was installed and yet is not there; run the command again.")
    })
}
