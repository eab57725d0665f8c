//! The page in parts: one file of WebAssembly that starts, and others that are loaded when they are first wanted.

use std::path::PathBuf;
use std::process::Command;

use super::{BundleTools, PARTS, PROGRAM, compiled, style_sheet};
use crate::cargo::{built_program, cargo};
use crate::complaint::Complaint;
use crate::html_copy::moved;
use crate::process;
use crate::progress::Progress;
use crate::tools::on_path;
use crate::workspace::Workspace;

/// The package and the program that cuts.
const SPLITTING: &str = "splitting";

/// The names of the page's files of WebAssembly.
pub(super) struct WasmFiles {
    /// The one that starts.
    pub(super) start: String,
    /// The parts.
    pub(super) later: Vec<String>,
}

impl WasmFiles {
    /// Every one of them.
    pub(super) fn all(&self) -> impl Iterator<Item = &str> {
        std::iter::once(&self.start)
            .chain(&self.later)
            .map(String::as_str)
    }
}

/// Compiles the program that cuts.
pub(crate) fn build_program(
    workspace: &Workspace,
    progress: &Progress,
    again: &str,
) -> Result<(), Complaint> {
    let command = cargo(workspace, &["build", "--package", SPLITTING, "--bin", SPLITTING]);
    let purpose = match built_program(SPLITTING)?.is_file() {
        true => "Compiling what changed in the splitting program",
        false => "Compiling the splitting program (half a minute the first time)",
    };
    progress.run_shown("the splitting program", purpose, command, again)
}

/// Writes a copy of trunk's configuration and of `index.html` into `target/page-in-parts`, and answers with the configuration.
///
/// The copy differs in two points: the program is compiled so that it can be cut, and what loads its parts is a module, which wasm-bindgen
/// does not write into a plain script; and there is one style sheet.
pub(super) fn page_for_trunk(workspace: &Workspace) -> Result<PathBuf, Complaint> {
    let folder = folder(workspace);
    let configuration = folder.join("Trunk.toml");
    let cannot = |cause| Complaint::system("write the page for trunk", &cause);
    let copy = || {
        std::fs::create_dir_all(&folder)?;
        std::fs::copy(workspace.root().join("Trunk.toml"), &configuration)?;
        std::fs::read_to_string(workspace.root().join("index.html"))
    };
    let html = style_sheet::join(&moved(&copy().map_err(cannot)?, in_parts), &folder)?;
    std::fs::write(folder.join("index.html"), html).map_err(cannot)?;
    Ok(configuration)
}

/// Where the page for trunk is, and what is made on the way to its parts.
fn folder(workspace: &Workspace) -> PathBuf {
    workspace.root().join("target").join("page-in-parts")
}

fn in_parts(program: &str) -> String {
    let modules = program.replace(
        " data-bindgen-target=\"no-modules\"",
        " data-bindgen-target=\"web\"",
    );
    format!(" data-cargo-features=\"{PARTS}\"{modules}")
}

/// Cuts the page that trunk has made.
pub(super) fn split(workspace: &Workspace, tools: &BundleTools) -> Result<WasmFiles, Complaint> {
    let wasm_bindgen = on_path::in_folder(&tools.wasm_bindgen, "wasm-bindgen").ok_or_else(|| {
        Complaint::new("wasm-bindgen was there a moment ago and is gone; run the command again.")
    })?;
    let mut command = Command::new(built_program(SPLITTING)?);
    command
        .arg(compiled(workspace))
        .arg(PROGRAM)
        .arg(workspace.page())
        .arg(wasm_bindgen)
        .arg(folder(workspace).join("work"));
    let output = command
        .output()
        .map_err(|cause| process::not_started(SPLITTING, &cause))?;
    if !output.status.success() {
        return Err(Complaint::new(format!(
            "The page was not cut into parts: {}",
            String::from_utf8_lossy(&output.stderr).trim()
        )));
    }
    let printed = String::from_utf8_lossy(&output.stdout).into_owned();
    let mut names = printed.lines().map(str::to_owned);
    match names.next() {
        Some(start) => Ok(WasmFiles {
            start,
            later: names.collect(),
        }),
        None => Err(Complaint::new(
            "The splitting program named no file; run the command again.",
        )),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_for_trunk_is_that_of_the_checkout_but_for_the_program() {
        let html = include_str!("../../../index.html");
        let copy = moved(html, in_parts);
        assert!(
            copy.contains("data-cargo-features=\"parts\"") && copy.contains("data-bindgen-target=\"web\"")
        );
        assert!(!copy.contains("no-modules"));
        let others = |html: &str| {
            html.lines()
                .filter(|line| !line.contains("rel=\"rust\""))
                .map(|line| line.replace("../../", ""))
                .collect::<Vec<_>>()
        };
        assert_eq!(others(&copy), others(html));
    }
}
