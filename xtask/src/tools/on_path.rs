//! Looking for programs.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};

/// Where a program is on PATH, if it is.
pub(crate) fn find(program: &str) -> Option<PathBuf> {
    find_in(&std::env::var_os("PATH")?, program)
}

/// A program in one folder, under the name that this system gives it.
pub(crate) fn in_folder(folder: &Path, program: &str) -> Option<PathBuf> {
    // On Windows npm and what it installs are command files.
    let endings: &[&str] = if cfg!(windows) { &[".exe", ".cmd"] } else { &[""] };
    endings
        .iter()
        .map(|ending| folder.join(format!("{program}{ending}")))
        .find(|path| path.is_file())
}

/// The value of PATH with one folder before all others.
pub(crate) fn with_first(folders: &[PathBuf]) -> std::ffi::OsString {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let all = folders.iter().cloned().chain(std::env::split_paths(&path));
    // Joining fails only for a folder whose name holds the separator, and then the plain PATH is the best there is.
    std::env::join_paths(all).unwrap_or(path)
}

fn find_in(path: &OsStr, program: &str) -> Option<PathBuf> {
    std::env::split_paths(path).find_map(|folder| in_folder(&folder, program))
}

#[cfg(unix)]
#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_program_is_found_where_it_is_and_nowhere_else() {
        assert!(find_in(OsStr::new("/no/such/folder:/bin"), "sh").is_some());
        assert_eq!(find_in(OsStr::new("/no/such/folder"), "sh"), None);
        assert_eq!(find_in(OsStr::new(""), "sh"), None);
    }
}
