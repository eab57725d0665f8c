//! The standard library for WebAssembly.

use std::path::PathBuf;
use std::process::Command;

use super::on_path;
use crate::complaint::Complaint;
use crate::progress::Progress;

/// The target's name.
pub(crate) const TARGET: &str = "wasm32-unknown-unknown";

/// Adds the target to the toolchain in use, unless it is there.
pub(crate) fn provide(progress: &Progress, again: &str) -> Result<(), Complaint> {
    if is_installed()? {
        return Ok(());
    }
    if on_path::find("rustup").is_none() {
        return Err(Complaint::new(format!(
            "This Rust has no {TARGET} target, and without rustup only its own package manager can add it (on Debian `sudo apt-get \
             install libstd-rust-dev-wasm32`); or install Rust with rustup."
        )));
    }
    let mut command = Command::new("rustup");
    command.args(["target", "add", TARGET]);
    let what = format!("the {TARGET} target");
    progress
        .run(&what, &format!("Adding {what} (seconds)"), command)
        .map_err(|failure| failure.complaint(again))
}

fn is_installed() -> Result<bool, Complaint> {
    let rustc = std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let output = Command::new(rustc)
        .args(["--print", "sysroot"])
        .output()
        .map_err(|cause| crate::process::not_started("rustc", &cause))?;
    let sysroot = PathBuf::from(String::from_utf8_lossy(&output.stdout).trim());
    Ok(sysroot
        .join("lib")
        .join("rustlib")
        .join(TARGET)
        .join("lib")
        .is_dir())
}
