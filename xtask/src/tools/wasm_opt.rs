//! wasm-opt makes the WebAssembly smaller.

use std::path::{Path, PathBuf};
use std::process::Command;

use super::{npm, on_path};
use crate::complaint::Complaint;
use crate::progress::Progress;
use crate::version::Version;
use crate::workspace::Workspace;

/// npm's package, whose wasm-opt is plain JavaScript and so runs wherever node does.
const PACKAGE: &str = "binaryen";
pub(crate) const PACKAGE_VERSION: &str = "132.0.0";

/// The oldest wasm-opt on PATH that was tried and will do where npm is missing.
const OLDEST_ON_PATH: &str = "108";

/// What the browsers of today all know, and what the compiler uses by itself. Never "all features": that switches on encodings
/// which browsers refuse.
const FEATURES: &[&str] = &[
    "--enable-bulk-memory",
    "--enable-reference-types",
    "--enable-multivalue",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
];

/// A wasm-opt that is ready to run.
#[derive(Clone, Debug)]
pub(crate) struct WasmOpt {
    program: PathBuf,
    /// Which one it is, for the stamp of what it made.
    pub(crate) name: String,
    is_pinned: bool,
}

/// Gets wasm-opt. Without one the bundle works as well and is larger, so that is a note and no failure.
pub(crate) fn provide(workspace: &Workspace, progress: &Progress, again: &str) -> Option<WasmOpt> {
    if !npm::is_there() {
        let found = installed(workspace);
        if found.is_none() {
            progress.tell("  npm is not installed, so wasm-opt is left out: the page works and loads a little more slowly.");
        }
        return found;
    }
    match npm::provide(PACKAGE, PACKAGE_VERSION, workspace, progress, again) {
        Err(complaint) if progress.given_up().is_none() => {
            progress.tell(&format!("  wasm-opt is left out: {complaint}"));
        }
        _ => {}
    }
    installed(workspace)
}

/// The wasm-opt that is there already.
pub(crate) fn installed(workspace: &Workspace) -> Option<WasmOpt> {
    let ours = on_path::in_folder(&workspace.node_modules().join(".bin"), "wasm-opt")
        .filter(|_| on_path::find("node").is_some())
        .map(|program| WasmOpt {
            program,
            name: format!("{PACKAGE} {PACKAGE_VERSION}"),
            is_pinned: true,
        });
    ours.or_else(|| {
        let program = on_path::find("wasm-opt")?;
        let version = Version::of(&program)?;
        (version >= Version::find(OLDEST_ON_PATH)?).then(|| WasmOpt {
            program,
            name: format!("wasm-opt {}", version.major()),
            is_pinned: false,
        })
    })
}

/// Refuses any wasm-opt but the one from npm, which every machine can have in the same version: another one makes other bytes, and
/// a package could not be compared with its sources any more.
pub(crate) fn require_pinned(wasm_opt: Option<&WasmOpt>, again: &str) -> Result<(), Complaint> {
    match wasm_opt {
        Some(wasm_opt) if wasm_opt.is_pinned => Ok(()),
        _ => Err(Complaint::new(format!(
            "A package is made with wasm-opt from npm's {PACKAGE} {PACKAGE_VERSION}, so that its bytes are the same on every machine, and \
             it is not there; install Node.js with npm, see to a network and run `{again}` again."
        ))),
    }
}

/// The command that optimises a file for size.
pub(crate) fn command(wasm_opt: &WasmOpt, from: &Path, to: &Path) -> Command {
    let mut command = Command::new(&wasm_opt.program);
    command.arg("-Oz").args(FEATURES).arg(from).arg("-o").arg(to);
    command
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_package_is_refused_without_the_wasm_opt_that_every_machine_can_have() {
        let found = |is_pinned| WasmOpt {
            program: "wasm-opt".into(),
            name: "wasm-opt".to_owned(),
            is_pinned,
        };
        assert_eq!(require_pinned(Some(&found(true)), "cargo xtask package"), Ok(()));
        for missing in [Some(&found(false)), None] {
            let sentence = require_pinned(missing, "cargo xtask package")
                .unwrap_err()
                .to_string();
            assert!(
                sentence.contains("binaryen") && sentence.contains("`cargo xtask package`"),
                "{sentence}"
            );
        }
    }
}
