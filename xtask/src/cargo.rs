//! The cargo that runs this program.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::complaint::Complaint;
use crate::workspace::Workspace;

/// A cargo command in the checkout: the same cargo that started this program, or the one on PATH.
pub(crate) fn cargo(workspace: &Workspace, arguments: &[&str]) -> Command {
    let program = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut command = Command::new(program);
    command.args(arguments).current_dir(workspace.root());
    tell_folders(&mut command, workspace);
    command
}

/// Tells cargo, or a program that calls it, where to compile to and where its home is, if they are not where they usually are.
pub(crate) fn tell_folders(command: &mut Command, workspace: &Workspace) {
    if let Some(target) = workspace.target() {
        command.env("CARGO_TARGET_DIR", target);
    }
    if let Some(home) = workspace.cargo_home() {
        command.env("CARGO_HOME", home);
    }
}

/// Cargo's home as it is for everybody else: what the environment says, or the folder in the person's own.
pub(crate) fn usual_home(workspace: &Workspace) -> Option<PathBuf> {
    std::env::var_os("CARGO_HOME")
        .map(|folder| workspace.root().join(folder))
        .or_else(|| std::env::home_dir().map(|home| home.join(".cargo")))
}

/// Where cargo puts what it builds of a checkout.
pub(crate) fn target_folder(workspace: &Workspace) -> PathBuf {
    let root = workspace.root();
    workspace
        .target()
        .map(Path::to_owned)
        .or_else(|| std::env::var_os("CARGO_TARGET_DIR").map(|folder| root.join(folder)))
        .unwrap_or_else(|| root.join("target"))
}

/// Where cargo puts the workspace's own programs: beside this one, wherever the target folder may be.
pub(crate) fn built_program(name: &str) -> Result<PathBuf, Complaint> {
    let here =
        std::env::current_exe().map_err(|cause| Complaint::system("find this program's own file", &cause))?;
    Ok(here.with_file_name(format!("{name}{}", std::env::consts::EXE_SUFFIX)))
}
