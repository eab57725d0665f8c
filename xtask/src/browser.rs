//! Opening the default browser for `serve --open`.

use std::process::{Command, ExitCode, Stdio};
use std::time::Duration;

use crate::complaint::Complaint;
use crate::port;
use crate::process;

/// How long the server may take to start; the reloading one compiles the page first.
const LIMIT: Duration = Duration::from_secs(5 * 60);

/// Leaves a second run of this program behind that opens the browser once the port answers. A process and not a thread, because
/// this one becomes the server.
pub(crate) fn leave_an_opener(port: u16) -> Result<(), Complaint> {
    let here =
        std::env::current_exe().map_err(|cause| Complaint::system("find this program's own file", &cause))?;
    let mut command = Command::new(here);
    command
        .args(["open-once-listening", &port.to_string()])
        .stdin(Stdio::null());
    // Nobody waits for it: it ends by itself, and Ctrl-C ends it together with the server.
    command
        .spawn()
        .map(drop)
        .map_err(|cause| process::not_started("xtask", &cause))
}

/// What the opener does.
pub(crate) fn open_once_listening(port: u16) -> Result<ExitCode, Complaint> {
    if !port::wait_until_listening(port, LIMIT) {
        return Ok(ExitCode::FAILURE);
    }
    let address = format!("http://127.0.0.1:{port}/");
    let mut command = opener(&address);
    command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    match command.status() {
        Ok(status) if status.success() => Ok(ExitCode::SUCCESS),
        _ => Err(Complaint::new(format!(
            "No browser could be opened; open {address} in one."
        ))),
    }
}

fn opener(address: &str) -> Command {
    let (program, arguments): (&str, &[&str]) = match std::env::consts::OS {
        "macos" => ("open", &[]),
        // The empty argument is the new window's title; without it `start` takes the address for one.
        "windows" => ("cmd", &["/C", "start", ""]),
        _ => ("xdg-open", &[]),
    };
    let mut command = Command::new(program);
    command.args(arguments).arg(address);
    command
}
