//! The compiler.

use std::path::PathBuf;
use std::process::Command;

use crate::complaint::Complaint;
use crate::workspace::Workspace;

/// What the compiler says of itself in one line, its commit included: another compiler makes other bytes.
pub(crate) fn version(workspace: &Workspace) -> Result<String, Complaint> {
    ask(workspace, &["--version"])
}

/// The folder of the toolchain in use.
pub(crate) fn sysroot(workspace: &Workspace) -> Result<PathBuf, Complaint> {
    ask(workspace, &["--print", "sysroot"]).map(PathBuf::from)
}

/// The commit that the compiler and its standard library were built from. A distribution's compiler may not know it.
pub(crate) fn commit(workspace: &Workspace) -> Result<Option<String>, Complaint> {
    ask(workspace, &["--version", "--verbose"]).map(|text| commit_in(&text))
}

/// The machine that the compiler runs on, as cargo names its targets.
pub(crate) fn host(workspace: &Workspace) -> Result<String, Complaint> {
    let text = ask(workspace, &["--version", "--verbose"])?;
    let host = text.lines().find_map(|line| line.strip_prefix("host: "));
    let host = host.ok_or_else(|| Complaint::new("`rustc --version --verbose` names no host.".to_owned()))?;
    Ok(host.to_owned())
}

fn commit_in(text: &str) -> Option<String> {
    text.lines()
        .find_map(|line| line.strip_prefix("commit-hash: "))
        .filter(|commit| *commit != "unknown")
        .map(str::to_owned)
}

/// Asks in the checkout, where rustup may have another toolchain than elsewhere.
fn ask(workspace: &Workspace, arguments: &[&str]) -> Result<String, Complaint> {
    let rustc = std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let output = Command::new(rustc)
        .args(arguments)
        .current_dir(workspace.root())
        .output()
        .map_err(|cause| crate::process::not_started("rustc", &cause))?;
    Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_commit_is_found_where_there_is_one() {
        let text = "rustc 1.95.0 (59807616e 2026-04-14)\nbinary: rustc\ncommit-hash: 59807616e1fa\ncommit-date: 2026-04-14\n";
        assert_eq!(commit_in(text).as_deref(), Some("59807616e1fa"));
        assert_eq!(commit_in("rustc 1.95.0\ncommit-hash: unknown\n"), None);
    }
}
