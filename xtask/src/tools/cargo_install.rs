//! Programs that cargo compiles.

use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use super::on_path;
use crate::cargo::cargo;
use crate::complaint::Complaint;
use crate::progress::Progress;
use crate::version::Version;
use crate::workspace::Workspace;

/// A package with programs.
pub(crate) struct CargoTool {
    /// The package's name.
    pub(crate) package: &'static str,
    /// The version to install, and the only one that will do unless `newer_will_do`.
    pub(crate) version: String,
    /// Whether a later version on PATH is as good.
    pub(crate) newer_will_do: bool,
    /// The programs it brings, the one that tells the version first.
    pub(crate) programs: &'static [&'static str],
    /// More arguments for `cargo install`.
    pub(crate) arguments: &'static [&'static str],
    /// How long it takes on two cores, for a person.
    pub(crate) estimate: &'static str,
}

/// Tools share a build folder, so that what two of them depend on is compiled once. Cargo would make the second wait as well, but
/// say so in the log alone, and its waiting would be counted as its time.
static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());

/// The folder that holds the tool's programs: ours or one on PATH where the version is right, or else ours after installing it.
pub(crate) fn provide(
    tool: &CargoTool,
    workspace: &Workspace,
    progress: &Progress,
    again: &str,
) -> Result<PathBuf, Complaint> {
    let _turn = ONE_AT_A_TIME.lock().unwrap_or_else(PoisonError::into_inner);
    let path = std::env::var_os("PATH").unwrap_or_default();
    let present = std::iter::once(workspace.programs())
        .chain(std::env::split_paths(&path))
        .find(|folder| tool.is_in(folder));
    if let Some(folder) = present {
        return Ok(folder);
    }

    let mut command = cargo(
        workspace,
        &[
            "install",
            tool.package,
            "--version",
            &tool.version,
            "--force",
            "--debug",
        ],
    );
    command.args(tool.arguments).arg("--root").arg(workspace.tools());
    // An unoptimised build is fast enough to run and compiles in a third of the time; what only helps to debug it is left out.
    command
        .env("CARGO_TARGET_DIR", workspace.tools().join("build"))
        .env("CARGO_PROFILE_DEV_DEBUG", "0")
        .env("CARGO_PROFILE_DEV_INCREMENTAL", "false")
        .env("CARGO_PROFILE_DEV_DEBUG_ASSERTIONS", "false")
        .env("CARGO_PROFILE_DEV_OVERFLOW_CHECKS", "false");
    let what = format!("{} {}", tool.package, tool.version);
    let purpose = format!("Installing {what} into target/tools ({})", tool.estimate);
    progress
        .run(&what, &purpose, command)
        .map_err(|failure| failure.complaint(again))?;
    Ok(workspace.programs())
}

impl CargoTool {
    fn is_in(&self, folder: &Path) -> bool {
        let programs: Option<Vec<PathBuf>> = self
            .programs
            .iter()
            .map(|program| on_path::in_folder(folder, program))
            .collect();
        match programs.as_deref() {
            Some([first, ..]) => self.accepts(Version::of(first).as_ref()),
            _ => false,
        }
    }

    fn accepts(&self, found: Option<&Version>) -> bool {
        match (found, Version::find(&self.version)) {
            (Some(found), Some(wanted)) if self.newer_will_do => *found >= wanted,
            (Some(found), Some(wanted)) => *found == wanted,
            _ => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tool(newer_will_do: bool) -> CargoTool {
        CargoTool {
            package: "trunk",
            version: "0.21.14".to_owned(),
            newer_will_do,
            programs: &["trunk"],
            arguments: &[],
            estimate: "",
        }
    }

    fn accepts(newer_will_do: bool, found: &str) -> bool {
        tool(newer_will_do).accepts(Version::find(found).as_ref())
    }

    #[test]
    fn only_the_pinned_version_will_do() {
        assert!(accepts(false, "trunk 0.21.14"));
        assert!(!accepts(false, "trunk 0.21.15"));
        assert!(!accepts(false, ""));
    }

    #[test]
    fn where_a_newer_one_will_do_an_older_one_does_not() {
        assert!(accepts(true, "trunk 0.22.0"));
        assert!(!accepts(true, "trunk 0.21.13"));
    }
}
