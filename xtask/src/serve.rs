//! `cargo xtask serve`: from a fresh checkout to a page that works.

use std::path::Path;
use std::process::ExitCode;
use std::time::Duration;

use crate::arguments::{Backend, ServeOptions};
use crate::browser;
use crate::bundle;
use crate::complaint::Complaint;
use crate::console;
use crate::dev_page;
use crate::port;
use crate::process::{self, Running};
use crate::progress::Progress;
use crate::server;
use crate::tools::{c_compiler, wasm_target};
use crate::workspace::Workspace;

/// The command that a message tells a person to run again.
const AGAIN: &str = "cargo xtask serve";

/// How long a server that is built may take to start: a hundred thousand users are written first.
const START: Duration = Duration::from_secs(60);

/// Sets up, builds, and becomes the server. Whatever can be known to go wrong is looked at before the first minute of work.
pub(crate) fn run(workspace: &Workspace, options: &ServeOptions) -> Result<ExitCode, Complaint> {
    let port = port::claim(options.port)?;
    check_database(&options.backend)?;
    c_compiler::require()?;
    match options.dev {
        false => serve_bundle(workspace, options, port),
        true => serve_reloading(workspace, options, port),
    }
}

fn serve_bundle(workspace: &Workspace, options: &ServeOptions, port: u16) -> Result<ExitCode, Complaint> {
    let progress = Progress::reporting(workspace);
    let package = server::package(&options.backend);
    match bundle::is_fresh(workspace)? {
        true => server::build(workspace, package, &progress, AGAIN)?,
        false => bundle::make(workspace, &progress, AGAIN, move |workspace, progress| {
            server::build(workspace, package, progress, AGAIN)
        })?,
    }
    drop(progress);
    if options.open {
        browser::leave_an_opener(port)?;
    }
    // A signal to this process is a signal to the server then, and nobody is left behind.
    process::turn_into(server::command(&options.backend, port, Some(&workspace.page()))?)
}

/// For people who work on the app: trunk's reloading server in front, the sandbox or the proxy behind it.
fn serve_reloading(workspace: &Workspace, options: &ServeOptions, port: u16) -> Result<ExitCode, Complaint> {
    let progress = Progress::reporting(workspace);
    wasm_target::provide(&progress, AGAIN)?;
    let tools = bundle::tools(workspace, &progress, AGAIN);
    let built = progress.insist(server::build(
        workspace,
        server::package(&options.backend),
        &progress,
        AGAIN,
    ));
    let tools = match (tools.wait(), built) {
        (Ok(tools), Ok(())) => tools,
        (Err(complaint), _) | (_, Err(complaint)) => return Err(progress.given_up().unwrap_or(complaint)),
    };
    drop(progress);

    let behind = port::free()?;
    let mut backend = Running::start(&mut server::command(&options.backend, behind, None)?)?;
    if !port::wait_until_listening(behind, START) {
        return Err(Complaint::new(
            "The server behind the page did not start; what it said stands above.",
        ));
    }
    let mut command = bundle::trunk_command(workspace, &tools)?;
    console::dress(&mut command);
    command
        .args([
            "serve",
            "--disable-address-lookup",
            "--address",
            "127.0.0.1",
            "--port",
            &port.to_string(),
        ])
        .args(dev_page::prepare(workspace, port, behind)?)
        // A request that the server behind it breaks off is no fault of trunk's that anybody would look for in its code.
        .env("RUST_BACKTRACE", "0");
    let mut trunk = Running::start(&mut command)?;
    if options.open {
        browser::leave_an_opener(port)?;
    }
    console::say(&format!(
        "\nThe page, rebuilt whenever a file changes: http://127.0.0.1:{port}/   (the server behind it is on port {behind}; Ctrl-C stops both)\n"
    ));
    // Ctrl-C reaches all of them by itself; when one of them ends on its own, the other goes with it.
    loop {
        for server in [&mut backend, &mut trunk] {
            match server.exit_status()? {
                Some(status) if status.success() => return Ok(ExitCode::SUCCESS),
                Some(_) => return Ok(ExitCode::FAILURE),
                None => {}
            }
        }
        std::thread::sleep(Duration::from_millis(200));
    }
}

/// A database in a folder that does not exist would be noticed only by the sandbox, after the build.
fn check_database(backend: &Backend) -> Result<(), Complaint> {
    let Backend::Sandbox {
        database: Some(file), ..
    } = backend
    else {
        return Ok(());
    };
    let folder = file
        .parent()
        .filter(|folder| *folder != Path::new(""))
        .unwrap_or(Path::new("."));
    match (folder.is_dir(), file.is_dir()) {
        (true, false) => Ok(()),
        (true, true) => Err(Complaint::new(format!(
            "`--db {}` is a folder; name a file in it.",
            file.display()
        ))),
        (false, _) => Err(Complaint::new(format!(
            "The folder of `--db {}` does not exist; make it first: `mkdir -p {}`.",
            file.display(),
            folder.display()
        ))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn complaint(file: &Path) -> String {
        let backend = Backend::Sandbox {
            database: Some(file.to_owned()),
            users: None,
        };
        check_database(&backend).unwrap_err().to_string()
    }

    #[test]
    fn a_database_in_a_missing_folder_is_told_before_the_build() {
        assert!(complaint(Path::new("no/such/folder/a.db")).contains("mkdir -p no/such/folder"));
    }

    #[test]
    fn a_folder_is_no_database() {
        assert!(complaint(&std::env::temp_dir()).contains("is a folder"));
    }

    #[test]
    fn a_file_in_an_existing_folder_will_do_whether_it_exists_or_not() {
        for file in [std::env::temp_dir().join("not-yet.db"), "not-yet.db".into()] {
            check_database(&Backend::Sandbox {
                database: Some(file),
                users: None,
            })
            .unwrap();
        }
    }
}
