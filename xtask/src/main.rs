//! The project's own commands: `cargo xtask serve` and `cargo xtask test`.
//!
//! It depends on the standard library alone, so that it compiles in a second or two on a machine that has nothing yet, and then
//! says in a sentence what is missing and how to get it.

mod arguments;
mod awaited;
mod browser;
mod bundle;
mod cargo;
mod complaint;
mod console;
mod dev_page;
mod freshness;
mod lockfile;
mod network;
mod port;
mod process;
mod progress;
mod serve;
mod server;
mod tally;
mod test;
mod tools;
mod version;
mod workspace;

use std::process::ExitCode;

use arguments::{HELP, Task};
use workspace::Workspace;

fn main() -> ExitCode {
    let outcome = match Task::parse(std::env::args_os().skip(1)) {
        Ok(Task::Help) => {
            println!("{HELP}");
            Ok(ExitCode::SUCCESS)
        }
        Ok(Task::Serve(options)) => Workspace::find().and_then(|workspace| serve::run(&workspace, &options)),
        Ok(Task::Test(options)) => Workspace::find().and_then(|workspace| test::run(&workspace, &options)),
        Ok(Task::OpenOnceListening(port)) => browser::open_once_listening(port),
        Err(complaint) => Err(complaint),
    };
    match outcome {
        Ok(code) => code,
        Err(complaint) => {
            eprintln!("error: {complaint}");
            ExitCode::FAILURE
        }
    }
}
