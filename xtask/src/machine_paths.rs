//! The paths of this machine, and keeping them out of the page.
//!
//! A panic's message names the file it comes from, so the compiler writes paths into the WebAssembly: those of the registry's crates
//! below cargo's home, and perhaps those of the checkout. With them the same sources would make other bytes on every machine, and a
//! package would tell who made it. A macro may also make something of the path that cargo tells it, as `wasm_split_helpers` makes the
//! name of an export; so the compiler is told another one there.

use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use crate::cargo;
use crate::complaint::Complaint;
use crate::process;
use crate::rustc;
use crate::workspace::Workspace;

/// What `.cargo/config.toml` tells the compiler about WebAssembly. Flags from the environment replace those of a file, so it is said
/// again here.
const CONFIGURED: &str = "--cfg=erase_components";

/// How cargo separates flags from each other, so that a path may hold a space.
const SEPARATOR: &str = "\x1f";

/// What tells this program that cargo has called it in the place of the compiler: this machine's paths and what stands for each,
/// one after the other.
const NAMES: &str = "XTASK_NAMES_OF_PATHS";

/// The path that macros can ask for and that no flag of the compiler changes.
const TOLD_TO_MACROS: &str = "CARGO_MANIFEST_PATH";

/// Tells cargo, or a program that calls it, to write names of ours in the place of this machine's paths. The flags go for what is
/// compiled for WebAssembly alone: with a target named, cargo passes them to nothing else. The compiler is called through
/// [`instead_of_rustc`]; another program that the environment puts before it is left aside.
pub(crate) fn keep_out(command: &mut Command, workspace: &Workspace) -> Result<(), Complaint> {
    let names = names(workspace)?;
    let here =
        std::env::current_exe().map_err(|cause| Complaint::system("find this program's own file", &cause))?;
    let mut told = OsString::new();
    for (path, name) in &names {
        told.push(path);
        told.push(SEPARATOR);
        told.push(name);
        told.push(SEPARATOR);
    }
    command
        .env("CARGO_ENCODED_RUSTFLAGS", flags(&names))
        .env("RUSTC_WRAPPER", here)
        .env(NAMES, told);
    Ok(())
}

/// Turns into the compiler, as cargo's `RUSTC_WRAPPER`, when [`keep_out`] has arranged for that; nothing otherwise.
pub(crate) fn instead_of_rustc() -> Option<Result<ExitCode, Complaint>> {
    let names = std::env::var_os(NAMES)?;
    let mut arguments = std::env::args_os().skip(1);
    let mut command = Command::new(arguments.next()?);
    command.args(arguments).env_remove(NAMES);
    if let Some(path) = std::env::var_os(TOLD_TO_MACROS) {
        command.env(TOLD_TO_MACROS, renamed(&path, &names));
    }
    Some(process::turn_into(command))
}

/// The path with the name that stands for its beginning. As for the compiler, of two that fit the later one counts.
fn renamed(path: &OsStr, names: &OsStr) -> OsString {
    let names = names.to_string_lossy();
    let mut parts = names.split(SEPARATOR);
    let mut pairs = Vec::new();
    while let (Some(from), Some(to)) = (parts.next(), parts.next()) {
        pairs.push((from, to));
    }
    pairs
        .iter()
        .rev()
        .find_map(|(from, to)| {
            let rest = Path::new(path).strip_prefix(from).ok()?;
            Some(Path::new(to).join(rest).into_os_string())
        })
        .unwrap_or_else(|| path.to_owned())
}

/// Refuses a page or a module in which one of this machine's paths has remained.
pub(crate) fn check(workspace: &Workspace) -> Result<(), Complaint> {
    check_folder(workspace, &workspace.page())?;
    check_folder(workspace, &workspace.rules_module())
}

fn check_folder(workspace: &Workspace, folder: &Path) -> Result<(), Complaint> {
    let paths: Vec<PathBuf> = names(workspace)?.into_iter().map(|(path, _)| path).collect();
    let reading = |cause| Complaint::system(format_args!("read {}", folder.display()), &cause);
    for entry in std::fs::read_dir(folder).map_err(reading)? {
        let file = entry.map_err(reading)?.path();
        let content = std::fs::read(&file).map_err(reading)?;
        if let Some(path) = paths.iter().find(|path| contains(&content, path)) {
            return Err(Complaint::new(format!(
                "{} names the folder {} of this machine, so its bytes would be others elsewhere; see xtask/src/machine_paths.rs.",
                workspace.shown(&file),
                path.display()
            )));
        }
    }
    Ok(())
}

/// This machine's paths and what stands for each. Of two that fit, the compiler takes the later one.
fn names(workspace: &Workspace) -> Result<Vec<(PathBuf, String)>, Complaint> {
    let root = workspace.root();
    let target = cargo::target_folder(workspace);
    let mut names = vec![
        (root.to_owned(), "/checkout".to_owned()),
        (target, "/target".to_owned()),
    ];
    for home in [cargo::usual_home(workspace).as_deref(), workspace.cargo_home()] {
        names.extend(home.map(|folder| (folder.to_owned(), "/cargo".to_owned())));
    }
    // Where the standard library's sources are installed, the compiler names them instead of the place where it was built.
    let library = rustc::sysroot(workspace)?.join("lib/rustlib/src/rust");
    names.extend(rustc::commit(workspace)?.map(|commit| (library, format!("/rustc/{commit}"))));
    Ok(names)
}

fn flags(names: &[(PathBuf, String)]) -> OsString {
    let mut flags = OsString::from(CONFIGURED);
    for (path, name) in names {
        flags.push(SEPARATOR);
        flags.push("--remap-path-prefix=");
        flags.push(path);
        flags.push("=");
        flags.push(name);
    }
    flags
}

fn contains(content: &[u8], path: &Path) -> bool {
    let wanted = path.as_os_str().as_encoded_bytes();
    content
        .windows(wanted.len().max(1))
        .any(|window| window == wanted)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_flags_of_the_configuration_are_said_again() {
        let configuration = include_str!("../../.cargo/config.toml");
        let flags = configuration
            .lines()
            .filter(|line| line.starts_with("rustflags"))
            .collect::<Vec<_>>();
        assert_eq!(flags, [format!("rustflags = [\"{CONFIGURED}\"]")]);
    }

    #[test]
    fn every_path_gets_its_name_and_may_hold_a_space() {
        let names = [
            (PathBuf::from("/a b"), "/checkout".to_owned()),
            (PathBuf::from("/a b/target"), "/target".to_owned()),
        ];
        assert_eq!(
            flags(&names),
            "--cfg=erase_components\x1f--remap-path-prefix=/a b=/checkout\x1f--remap-path-prefix=/a b/target=/target"
        );
    }

    #[test]
    fn a_path_gets_the_name_of_the_last_folder_that_it_is_in() {
        let names = OsStr::new("/a\x1f/checkout\x1f/a/b c\x1f/cargo\x1f");
        assert_eq!(
            renamed(OsStr::new("/a/b c/d/Cargo.toml"), names),
            "/cargo/d/Cargo.toml"
        );
        assert_eq!(renamed(OsStr::new("/a/d"), names), "/checkout/d");
        assert_eq!(renamed(OsStr::new("/ab/d"), names), "/ab/d");
    }

    #[test]
    fn a_path_is_found_wherever_it_stands() {
        let wasm = b"\0asm\x01/home/somebody/.cargo/registry/src/lib.rs\0";
        assert!(contains(wasm, Path::new("/home/somebody/.cargo")));
        assert!(!contains(wasm, Path::new("/home/somebody/checkout")));
        assert!(!contains(b"", Path::new("/home/somebody/checkout")));
    }
}
