//! The C compiler: SQLite is written in C, and Rust links with it.

use super::on_path;
use crate::complaint::Complaint;

/// Checks for one before a build of minutes ends at it.
pub(crate) fn require() -> Result<(), Complaint> {
    // On Windows Rust finds Microsoft's compiler by itself, outside of PATH.
    if cfg!(windows) || on_path::find("cc").is_some() {
        return Ok(());
    }
    let command = match std::env::consts::OS {
        "macos" => "xcode-select --install",
        _ if on_path::find("apt-get").is_some() => "sudo apt-get install build-essential",
        _ if on_path::find("dnf").is_some() => "sudo dnf install gcc",
        _ if on_path::find("pacman").is_some() => "sudo pacman -S gcc",
        _ if on_path::find("apk").is_some() => "sudo apk add build-base",
        _ => "",
    };
    Err(Complaint::new(match command {
        "" => "There is no C compiler `cc` on PATH, and SQLite needs one; install gcc or clang.".to_owned(),
        command => {
            format!("There is no C compiler `cc` on PATH, and SQLite needs one; install it with `{command}`.")
        }
    }))
}
