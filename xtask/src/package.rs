//! `cargo xtask package`: the page as extensions, as an archive of its own, the rules as a module, and the sources of it all.

use std::process::{Command, ExitCode};

use crate::bundle;
use crate::cargo::{built_program, cargo};
use crate::complaint::Complaint;
use crate::machine_paths;
use crate::process::Running;
use crate::progress::Progress;
use crate::rules_module;
use crate::tools::{c_compiler, wasm_bindgen, wasm_opt, wasm_target};
use crate::workspace::Workspace;

/// The command that a message tells a person to run again.
const AGAIN: &str = "cargo xtask package";

/// The package and the program that packs.
const PROGRAM: &str = "packaging";

/// The archives that every run makes, in the order in which they are listed.
pub(crate) const ARCHIVES: [&str; 4] = ["chrome.zip", "firefox.zip", "page.zip", "service-user-rules.tgz"];

/// The archive that is made where there is a checkout of git's.
pub(crate) const SOURCES: &str = "sources.zip";

/// Sets up, makes the page unless it is newer than its sources, and packs it.
pub(crate) fn run(workspace: &Workspace) -> Result<ExitCode, Complaint> {
    c_compiler::require()?;
    let progress = Progress::reporting(workspace);
    // Before the first minute of work, because without it the work is in vain.
    let wasm_opt = wasm_opt::provide(workspace, &progress, AGAIN);
    wasm_opt::require_pinned(wasm_opt.as_ref(), AGAIN)?;
    match bundle::is_fresh(workspace)? {
        true => build_program(workspace, &progress, AGAIN)?,
        false => bundle::make(workspace, &progress, AGAIN, |workspace, progress| {
            build_program(workspace, progress, AGAIN)
        })?,
    }
    wasm_target::provide(&progress, AGAIN)?;
    let wasm_bindgen = wasm_bindgen::provide(workspace, &progress, AGAIN)?;
    if let Some(wasm_opt) = &wasm_opt {
        rules_module::provide(workspace, &wasm_bindgen, wasm_opt, &progress, AGAIN)?;
    }
    drop(progress);
    machine_paths::check(workspace)?;
    // What the program says is what a person wants to read: the archives, or why there are none.
    let status = Running::start(&mut pack_command(workspace, workspace)?)?.wait()?;
    match status.success() {
        true => Ok(ExitCode::SUCCESS),
        false => Ok(ExitCode::FAILURE),
    }
}

/// Compiles the program that packs. Cargo is asked every time, for this package alone: beside others it might get another
/// compressor.
pub(crate) fn build_program(
    workspace: &Workspace,
    progress: &Progress,
    again: &str,
) -> Result<(), Complaint> {
    let command = cargo(workspace, &["build", "--package", PROGRAM, "--bin", PROGRAM]);
    let purpose = match built_program(PROGRAM)?.is_file() {
        true => "Compiling what changed in the packing program",
        false => "Compiling the packing program (seconds)",
    };
    progress.run_shown("the packing program", purpose, command, again)
}

/// The command that packs what was built in `workspace`, which is `checkout` or a copy of it. Only `checkout` knows what git tracks.
pub(crate) fn pack_command(workspace: &Workspace, checkout: &Workspace) -> Result<Command, Complaint> {
    let root = workspace.root();
    let mut command = program()?;
    command
        .arg("pack")
        .arg("--page")
        .arg(workspace.page())
        .arg("--extension")
        .arg(root.join("public").join("extension"))
        .arg("--manifest")
        .arg(root.join("manifest.json"))
        .arg("--rules-module")
        .arg(workspace.rules_module())
        .arg("--into")
        .arg(workspace.packages())
        .arg("--checkout")
        .arg(checkout.root())
        .arg("--copy")
        .arg(root);
    Ok(command)
}

/// The program that packs, built before.
pub(crate) fn program() -> Result<Command, Complaint> {
    built_program(PROGRAM).map(Command::new)
}

#[cfg(test)]
mod tests {
    use crate::lockfile::locked_version;
    use crate::tools::{trunk, wasm_opt};
    use crate::workspace::Workspace;

    #[test]
    fn the_note_for_reviewers_names_the_versions_that_are_installed() {
        let note = include_str!("../../docs/building-the-extension.md");
        let bindgen = locked_version(&Workspace::find().unwrap(), "wasm-bindgen").unwrap();
        for tool in [
            format!("trunk {}", trunk::VERSION),
            format!("wasm-bindgen-cli {bindgen}"),
            format!("binaryen {}", wasm_opt::PACKAGE_VERSION),
        ] {
            assert!(
                note.contains(&tool),
                "docs/building-the-extension.md does not name {tool}"
            );
        }
    }
}
