//! schemathesis sends a server what its OpenAPI document allows and what it forbids, and checks the answers.

use std::path::{Path, PathBuf};
use std::process::Command;

use super::on_path;
use crate::complaint::Complaint;
use crate::progress::Progress;
use crate::version::Version;
use crate::workspace::Workspace;

const VERSION: &str = "4.32.5";

/// The program, in a virtual environment below `target/tools`.
pub(crate) fn provide(workspace: &Workspace, progress: &Progress, again: &str) -> Result<PathBuf, Complaint> {
    let environment = workspace.tools().join("venv");
    match program_in(&environment, "st") {
        Some(st) if Version::of(&st) == Version::find(VERSION) => return Ok(st),
        _ => {}
    }
    let Some(python) = on_path::find("python3").or_else(|| on_path::find("python")) else {
        return Err(Complaint::new(format!(
            "schemathesis needs Python 3.10 or later, and none is on PATH; install it and run `{again}` again."
        )));
    };
    let mut command = Command::new(python);
    command.args(["-m", "venv", "--clear"]).arg(&environment);
    progress
        .run("a Python environment", "Making a Python environment in target/tools (seconds)", command)
        .map_err(|failure| match failure.output().contains("ensurepip") {
            true => Complaint::new(format!(
                "This Python cannot make virtual environments; run `sudo apt-get install python3-venv` and then `{again}` again."
            )),
            false => failure.complaint(again),
        })?;
    let Some(python) = program_in(&environment, "python") else {
        return Err(Complaint::new(
            "Python made an environment without a Python in it; schemathesis cannot be installed.",
        ));
    };
    let mut command = Command::new(python);
    command
        .args(["-m", "pip", "install", "--disable-pip-version-check"])
        .arg(format!("schemathesis=={VERSION}"));
    let what = format!("schemathesis {VERSION}");
    progress
        .run(
            &what,
            &format!("Installing {what} with pip into target/tools (seconds)"),
            command,
        )
        .map_err(|failure| failure.complaint(again))?;
    program_in(&environment, "st").ok_or_else(|| {
        Complaint::new("pip installed schemathesis without its program `st`; it cannot be run.")
    })
}

fn program_in(environment: &Path, program: &str) -> Option<PathBuf> {
    let folder = if cfg!(windows) { "Scripts" } else { "bin" };
    on_path::in_folder(&environment.join(folder), program)
}
