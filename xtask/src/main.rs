//! The project's own commands: `cargo xtask serve`, `cargo xtask package`, `cargo xtask test` and `cargo xtask bench`.
//!
//! It depends on the standard library alone, so that it compiles in a second or two on a machine that has nothing yet, and then
//! says in a sentence what is missing and how to get it.

mod arguments;
mod awaited;
mod bench;
mod browser;
mod bundle;
mod cargo;
mod complaint;
mod console;
mod dev_page;
mod freshness;
mod html_copy;
mod lockfile;
mod machine_paths;
mod network;
mod package;
mod port;
mod process;
mod progress;
mod rules_module;
mod rustc;
mod serve;
mod server;
mod tally;
mod test;
mod tools;
mod version;
mod without_comments;
mod workspace;

use std::process::ExitCode;

use arguments::{HELP, Task};
use complaint::Complaint;
use workspace::Workspace;

fn main() -> ExitCode {
    let outcome = match machine_paths::instead_of_rustc() {
        Some(outcome) => outcome,
        None => run(),
    };
    match outcome {
        Ok(code) => code,
        Err(complaint) => {
            eprintln!("error: {complaint}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<ExitCode, Complaint> {
    match Task::parse(std::env::args_os().skip(1)) {
        Ok(Task::Help) => {
            println!("{HELP}");
            Ok(ExitCode::SUCCESS)
        }
        Ok(Task::Serve(options)) => Workspace::find().and_then(|workspace| serve::run(&workspace, &options)),
        Ok(Task::Package) => Workspace::find().and_then(|workspace| package::run(&workspace)),
        Ok(Task::Test(options)) => Workspace::find().and_then(|workspace| test::run(&workspace, &options)),
        Ok(Task::Bench(options)) => Workspace::find().and_then(|workspace| bench::run(&workspace, &options)),
        Ok(Task::OpenOnceListening(port)) => browser::open_once_listening(port),
        Err(complaint) => Err(complaint),
    }
}
