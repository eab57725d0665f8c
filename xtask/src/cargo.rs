//! The cargo that runs this program.

use std::path::PathBuf;
use std::process::Command;

use crate::complaint::Complaint;
use crate::workspace::Workspace;

/// A cargo command in the checkout: the same cargo that started this program, or the one on PATH.
pub(crate) fn cargo(workspace: &Workspace, arguments: &[&str]) -> Command {
    let program = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut command = Command::new(program);
    command.args(arguments).current_dir(workspace.root());
    command
}

/// Where cargo puts the workspace's own programs: beside this one, wherever the target folder may be.
pub(crate) fn built_program(name: &str) -> Result<PathBuf, Complaint> {
    let here =
        std::env::current_exe().map_err(|cause| Complaint::system("find this program's own file", &cause))?;
    Ok(here.with_file_name(format!("{name}{}", std::env::consts::EXE_SUFFIX)))
}
