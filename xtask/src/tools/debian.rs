//! Debian's packages: the only way to a browser, and only as root.

use std::process::Command;

use super::on_path;
use crate::complaint::Complaint;
use crate::progress::Progress;

/// Something that a system package brings.
pub(crate) struct Need {
    /// What a person calls it.
    pub(crate) what: &'static str,
    /// Debian's packages that bring it.
    pub(crate) packages: &'static str,
    /// Whether it is there.
    pub(crate) is_there: bool,
}

/// Installs what is missing, or says which command a person has to run.
pub(crate) fn provide(needs: &[Need], progress: &Progress, again: &str) -> Result<(), Complaint> {
    let missing: Vec<&Need> = needs.iter().filter(|need| !need.is_there).collect();
    if missing.is_empty() {
        return Ok(());
    }
    let what = missing
        .iter()
        .map(|need| need.what)
        .collect::<Vec<_>>()
        .join(", ");
    let packages = missing
        .iter()
        .map(|need| need.packages)
        .collect::<Vec<_>>()
        .join(" ");
    if on_path::find("apt-get").is_none() {
        return Err(Complaint::new(format!(
            "Not on PATH: {what}; install them and run `{again}` again."
        )));
    }
    if !is_root() {
        return Err(Complaint::new(format!(
            "Not installed: {what}; run `sudo apt-get install {packages}` and then `{again}` again."
        )));
    }
    progress
        .run(
            "Debian's package lists",
            "Updating Debian's package lists (seconds)",
            apt_get(&["update"]),
        )
        .map_err(|failure| failure.complaint(again))?;
    let mut command = apt_get(&["install", "--yes", "--no-install-recommends"]);
    command.args(packages.split(' '));
    progress
        .run(
            "Debian packages",
            &format!("Installing {packages} with apt-get (about 2 minutes)"),
            command,
        )
        .map_err(|failure| failure.complaint(again))
}

fn apt_get(arguments: &[&str]) -> Command {
    let mut command = Command::new("apt-get");
    command.args(arguments).env("DEBIAN_FRONTEND", "noninteractive");
    command
}

fn is_root() -> bool {
    Command::new("id")
        .arg("-u")
        .output()
        .is_ok_and(|output| output.stdout.trim_ascii() == b"0")
}
