//! `cargo xtask bench`: how light and how quick the page is beside one that is written by hand.

use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use crate::arguments::BenchOptions;
use crate::bundle;
use crate::cargo::{built_program, cargo};
use crate::complaint::Complaint;
use crate::process::Running;
use crate::progress::Progress;
use crate::tools::browsers::{self, Browsers};
use crate::tools::wasm_opt::{self, WasmOpt};
use crate::tools::{c_compiler, preact, wasm_target};
use crate::workspace::Workspace;

/// The command that a message tells a person to run again.
const AGAIN: &str = "cargo xtask bench";

/// The package and the program that measures.
const PROGRAM: &str = "bench";

/// Sets up, makes the page as it is shipped unless it is newer than its sources, and measures.
pub(crate) fn run(workspace: &Workspace, options: &BenchOptions) -> Result<ExitCode, Complaint> {
    c_compiler::require()?;
    let progress = Progress::reporting(workspace);
    let wasm_opt = wasm_opt::provide(workspace, &progress, AGAIN);
    // Before the first minute of work: a page without it is another page.
    wasm_opt::require_pinned(wasm_opt.as_ref(), AGAIN)?;
    let browsers = browsers::provide(&progress, AGAIN)?;
    match bundle::is_fresh(workspace)? {
        true => build_program(workspace, &progress)?,
        false => bundle::make(workspace, &progress, AGAIN, build_program)?,
    }
    let preact_page = preact::make_page(workspace, &progress, AGAIN)?;
    let named = match wasm_opt {
        Some(wasm_opt) => Some(name_functions(workspace, &wasm_opt, &progress)?),
        None => None,
    };
    drop(progress);
    let mut command = command(workspace, options, &browsers, &preact_page, named.as_deref())?;
    match Running::start(&mut command)?.wait()?.success() {
        true => Ok(ExitCode::SUCCESS),
        false => Ok(ExitCode::FAILURE),
    }
}

fn build_program(workspace: &Workspace, progress: &Progress) -> Result<(), Complaint> {
    let command = cargo(workspace, &["build", "--package", PROGRAM, "--bin", PROGRAM]);
    let purpose = match built_program(PROGRAM)?.is_file() {
        true => "Compiling what changed in the measuring program",
        false => "Compiling the measuring program (about a minute the first time)",
    };
    progress.run_shown("the measuring program", purpose, command, AGAIN)
}

/// The page's WebAssembly once more, with the names of its functions: which crate costs what cannot be told without them, and what is
/// shipped has none.
fn name_functions(
    workspace: &Workspace,
    wasm_opt: &WasmOpt,
    progress: &Progress,
) -> Result<PathBuf, Complaint> {
    wasm_target::provide(progress, AGAIN)?;
    // Done already where the page was just made.
    bundle::compile(workspace, progress, AGAIN)?;
    let folder = workspace.root().join("target").join("bench");
    std::fs::create_dir_all(&folder)
        .map_err(|cause| Complaint::system(format_args!("make {}", folder.display()), &cause))?;
    let named = folder.join("named.wasm");
    let mut command = wasm_opt::command(wasm_opt, &bundle::compiled(workspace), &named);
    command.arg("--debuginfo");
    progress.run_shown(
        "wasm-opt with names",
        "Optimising the page once more with the names of its functions (seconds)",
        command,
        AGAIN,
    )?;
    Ok(named)
}

fn command(
    workspace: &Workspace,
    options: &BenchOptions,
    browsers: &Browsers,
    preact_page: &Path,
    named: Option<&Path>,
) -> Result<Command, Complaint> {
    let mut command = Command::new(built_program(PROGRAM)?);
    for (name, value) in [
        ("--rounds", options.rounds.map(|rounds| rounds.to_string())),
        ("--users", options.users.map(|users| users.to_string())),
        ("--only", options.only.clone()),
    ] {
        if let Some(value) = value {
            command.arg(name).arg(value);
        }
    }
    command.arg("--preact-page").arg(preact_page);
    if let Some(named) = named {
        command.arg("--named-wasm").arg(named);
    }
    command
        .current_dir(workspace.root())
        .env("PAGE_DIR", workspace.page())
        .env("CHROMIUM", &browsers.chromium)
        .env("CHROMEDRIVER", &browsers.chromedriver);
    Ok(command)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_program_gets_only_what_was_asked_for_and_where_the_browser_is() {
        let workspace = Workspace::find().unwrap();
        let browsers = Browsers {
            chromium: "/browsers/chromium".into(),
            chromedriver: "/browsers/chromedriver".into(),
            firefox: "/browsers/firefox".into(),
        };
        let options = BenchOptions {
            rounds: Some(3),
            ..BenchOptions::default()
        };
        let command = command(
            &workspace,
            &options,
            &browsers,
            Path::new("preact"),
            Some(Path::new("named.wasm")),
        )
        .unwrap();
        let arguments: Vec<_> = command.get_args().collect();
        assert_eq!(
            arguments,
            [
                "--rounds",
                "3",
                "--preact-page",
                "preact",
                "--named-wasm",
                "named.wasm"
            ]
        );
        assert!(
            command
                .get_envs()
                .any(|(name, value)| name == "CHROMIUM" && value == Some("/browsers/chromium".as_ref()))
        );
    }
}
