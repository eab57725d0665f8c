//! The rules as a module: in Node.js, through TypeScript's compiler, and through a bundler. The browsers are the end-to-end tests'.

use std::process::Command;

use super::supplies::Supplies;
use super::{AGAIN, Outcome, settled, watched};
use crate::complaint::Complaint;
use crate::rules_module;
use crate::tally::Tally;
use crate::tools::{on_path, wasm_opt};
use crate::workspace::Workspace;

/// Runs all of them.
pub(super) fn run(workspace: &Workspace, supplies: &Supplies) -> Outcome {
    let command = tests(workspace, supplies, TESTS)?;
    let mut tally = Tally::default();
    let ending = watched::run(command, &mut |line| tally += summary(line))?;
    Ok(settled(tally, ending, false))
}

/// Makes the module and, with its bundler, the example that the end-to-end tests open.
pub(super) fn bundle(workspace: &Workspace, supplies: &Supplies) -> Result<(), Complaint> {
    match watched::check(tests(workspace, supplies, &[BUNDLER])?)? {
        true => Ok(()),
        false => Err(Complaint::new("The module was not bundled; why stands above.")),
    }
}

/// The tests learn from their environment where the module is (`RULES_MODULE`) and where npm's packages are (`NODE_MODULES`).
fn tests(workspace: &Workspace, supplies: &Supplies, files: &[&str]) -> Result<Command, Complaint> {
    provide(workspace, supplies)?;
    supplies.module_tools()?;
    let node = on_path::find("node").ok_or_else(|| {
        Complaint::new("The module's tests run in Node.js, and node is not on PATH; install Node.js.")
    })?;
    let mut command = Command::new(node);
    command
        .current_dir(workspace.root())
        .args(["--test", "--test-reporter=tap"])
        .args(files)
        .env("RULES_MODULE", workspace.rules_module())
        .env("NODE_MODULES", workspace.node_modules());
    Ok(command)
}

/// It leaves its bundle behind.
const BUNDLER: &str = "crates/validation-js/tests/node/bundler.test.mjs";

const TESTS: &[&str] = &[
    BUNDLER,
    "crates/validation-js/tests/node/package.test.mjs",
    "crates/validation-js/tests/node/rules.test.mjs",
    "crates/validation-js/tests/node/types.test.mjs",
];

/// Makes the module in `dist/rules-module`, unless it is newer than its sources.
pub(super) fn provide(workspace: &Workspace, supplies: &Supplies) -> Result<(), Complaint> {
    let tools = supplies.bundle_tools()?;
    wasm_opt::require_pinned(tools.wasm_opt.as_ref(), AGAIN)?;
    supplies.wasm_target()?;
    match &tools.wasm_opt {
        Some(wasm_opt) => rules_module::provide(
            workspace,
            &tools.wasm_bindgen,
            wasm_opt,
            &supplies.progress,
            AGAIN,
        ),
        // It was required above.
        None => Ok(()),
    }
}

/// What node says at the end: `# pass 12` and `# fail 0`.
fn summary(line: &str) -> Tally {
    let count = |word: &str| {
        line.strip_prefix(word)
            .and_then(|number| number.parse().ok())
            .unwrap_or(0)
    };
    Tally {
        passed: count("# pass "),
        failed: count("# fail "),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_two_lines_of_the_summary_count_and_no_other() {
        assert_eq!(
            summary("# pass 12"),
            Tally {
                passed: 12,
                failed: 0
            }
        );
        assert_eq!(summary("# fail 3"), Tally { passed: 0, failed: 3 });
        assert_eq!(summary("    # pass 12"), Tally::default());
        assert_eq!(summary("ok 1 - passes"), Tally::default());
    }

    #[test]
    fn every_file_of_tests_is_run() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../crates/validation-js/tests/node");
        let mut there: Vec<String> = std::fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
            .filter(|name| name.ends_with(".test.mjs"))
            .map(|name| format!("crates/validation-js/tests/node/{name}"))
            .collect();
        there.sort();
        assert_eq!(there, TESTS);
    }
}
