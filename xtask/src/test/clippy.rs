//! Warnings, all of them errors: on this machine for everything, and for WebAssembly for what runs there.

use super::supplies::Supplies;
use super::{Outcome, rustfmt, watched};
use crate::cargo::cargo;
use crate::tally::Tally;
use crate::tools::wasm_target::TARGET;
use crate::workspace::Workspace;

pub(super) fn run(workspace: &Workspace, supplies: &Supplies) -> Outcome {
    rustfmt::require_component(workspace, supplies, "clippy", "clippy")?;
    let native = ["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"];
    let mut tally = Tally::one(watched::check(cargo(workspace, &native))?);
    supplies.wasm_target()?;
    let wasm = [
        "clippy",
        "--package",
        "service-user-helper",
        "--package",
        "account-api",
        "--package",
        "exports",
        "--package",
        "framework",
        "--package",
        "service-user-list",
        "--package",
        "template",
        "--package",
        "validation-js",
        "--target",
        TARGET,
        "--",
        "-D",
        "warnings",
    ];
    tally += Tally::one(watched::check(cargo(workspace, &wasm))?);
    Ok(tally)
}
