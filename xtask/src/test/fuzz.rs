//! Any bytes at all, for the parsers and the rules.

use std::path::Path;
use std::process::Command;

use super::failed_tests::FailedTests;
use super::{Outcome, cargo_tests, watched};
use crate::cargo::cargo;
use crate::complaint::Complaint;
use crate::console;
use crate::rustc;
use crate::tally::Tally;
use crate::tools::on_path;
use crate::workspace::Workspace;

/// The programs of `fuzz/`, one for each target of `crates/fuzzing`.
const TARGETS: [&str; 5] = ["answers", "rules", "templates", "hosts", "shown_texts"];

/// How long each looks, in seconds, unless `FUZZ_SECONDS` says so.
const SECONDS: u32 = 20;

/// What makes the compiler count what is reached, as libFuzzer wants it. All of it works with a stable compiler; the sanitizers alone
/// would need another one, and find what safe code cannot do.
const COVERAGE: &str = "--cfg fuzzing -Ccodegen-units=1 -Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4 \
    -Cllvm-args=-sanitizer-coverage-inline-8bit-counters -Cllvm-args=-sanitizer-coverage-pc-table \
    -Cllvm-args=-sanitizer-coverage-trace-compares";

/// Lets libFuzzer look for bytes that break something, each target for some seconds from the inputs that are kept. Without a C++
/// compiler there is no libFuzzer, and the kept inputs and changes of them have to do.
pub(super) fn run(workspace: &Workspace, failed: &mut FailedTests) -> Outcome {
    let seconds = seconds(std::env::var("FUZZ_SECONDS").ok().as_deref())?;
    if !has_cpp_compiler() {
        console::say(
            "warning: there is no C++ compiler (c++, or what CXX names), so libFuzzer was not run. The kept inputs and changes of \
             them are tried instead; install g++ or clang++ for the whole step.",
        );
        let command = cargo(workspace, &["test", "--package", "fuzzing"]);
        return cargo_tests::counted(command, None, failed);
    }
    let folder = workspace.root().join("target").join("fuzz");
    let host = rustc::host(workspace)?;
    if !watched::check(build(workspace, &folder, &host))? {
        return Ok(Tally::one(false));
    }
    let mut tally = Tally::default();
    for target in TARGETS {
        let found = folder.join("found").join(target);
        std::fs::create_dir_all(&found)
            .map_err(|cause| Complaint::system("make a folder for what is found", &cause))?;
        let program = folder.join(&host).join("release").join(target);
        let is_sound = watched::check(look(workspace, &program, target, &found, seconds))?;
        if !is_sound {
            console::say(&format!(
                "error: {target} does not hold. The bytes are in a file that begins with {}-; put right what they break, then keep them \
                 in fuzz/corpus/{target} under a name that says what they are.",
                workspace.shown(&found)
            ));
        }
        tally += Tally::one(is_sound);
    }
    Ok(tally)
}

/// With a target named, only what is linked into the programs is counted, and no procedural macro.
fn build(workspace: &Workspace, folder: &Path, host: &str) -> Command {
    let arguments = [
        "build",
        "--manifest-path",
        "fuzz/Cargo.toml",
        "--locked",
        "--release",
        "--bins",
        "--target",
        host,
    ];
    let mut command = cargo(workspace, &arguments);
    command
        .arg("--target-dir")
        .arg(folder)
        .env("RUSTFLAGS", COVERAGE)
        .env_remove("CARGO_ENCODED_RUSTFLAGS");
    command
}

/// What is found on the way stays below `target`; what breaks something is written beside it.
fn look(workspace: &Workspace, program: &Path, target: &str, found: &Path, seconds: u32) -> Command {
    let mut command = Command::new(program);
    command
        .arg(found)
        .arg(workspace.root().join("fuzz").join("corpus").join(target))
        .arg(format!("-max_total_time={seconds}"))
        .arg(format!("-artifact_prefix={}-", found.display()))
        .args([
            "-timeout=10",
            "-rss_limit_mb=2048",
            "-max_len=4096",
            "-verbosity=0",
            "-print_final_stats=1",
        ]);
    command
}

fn has_cpp_compiler() -> bool {
    // libFuzzer is not there for Microsoft's linker.
    !cfg!(windows) && (std::env::var_os("CXX").is_some() || on_path::find("c++").is_some())
}

fn seconds(set: Option<&str>) -> Result<u32, Complaint> {
    match set {
        None => Ok(SECONDS),
        Some(set) => set.parse().ok().filter(|seconds| *seconds > 0).ok_or_else(|| {
            Complaint::new(format!(
                "`FUZZ_SECONDS` is a number of seconds from 1 on, not `{set}`."
            ))
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_time_is_a_number_of_seconds_or_an_error() {
        assert_eq!(seconds(None), Ok(SECONDS));
        assert_eq!(seconds(Some("600")), Ok(600));
        assert!(seconds(Some("0")).is_err());
        assert!(seconds(Some("ten")).is_err());
    }

    #[test]
    fn every_program_of_the_manifest_is_run() {
        let manifest = include_str!("../../../fuzz/Cargo.toml");
        let programs: Vec<&str> = manifest
            .lines()
            .filter_map(|line| line.strip_prefix("path = \"fuzz_targets/")?.strip_suffix(".rs\""))
            .collect();
        assert_eq!(programs, TARGETS);
    }
}
