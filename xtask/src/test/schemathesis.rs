//! The sandbox against its own OpenAPI document.

use std::fs::File;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use super::supplies::Supplies;
use super::{AGAIN, Outcome, junit, settled, watched};
use crate::arguments::Backend;
use crate::complaint::Complaint;
use crate::port;
use crate::process::Running;
use crate::server;
use crate::tally::Tally;
use crate::workspace::Workspace;

/// The same requests in every run, so that a failure can be repeated.
const SEED: &str = "8640";

/// Per operation: enough to find what is wrong in a minute or so.
const EXAMPLES: &str = "100";

/// What schemathesis is told beyond the document.
const CONFIGURATION: &str = include_str!("schemathesis.toml");

/// How long the sandbox may take to start.
const START: Duration = Duration::from_secs(30);

pub(super) fn run(workspace: &Workspace, supplies: &Supplies) -> Outcome {
    let sandbox = Backend::Sandbox {
        database: None,
        users: None,
    };
    server::build(workspace, server::package(&sandbox), &supplies.progress, AGAIN)?;
    let schemathesis = supplies.schemathesis()?;

    // It reads its configuration from the folder that it runs in, and leaves its reports there.
    let folder = workspace.tools().join("schemathesis");
    std::fs::create_dir_all(&folder)
        .map_err(|cause| Complaint::system("make a folder for schemathesis", &cause))?;
    let report = folder.join("junit.xml");
    remove_old(&report)?;
    std::fs::write(folder.join("schemathesis.toml"), CONFIGURATION)
        .map_err(|cause| Complaint::system("write schemathesis' configuration", &cause))?;

    let port = port::free()?;
    let log = folder.join("sandbox.log");
    let output = File::create(&log).map_err(|cause| Complaint::system("write the sandbox's log", &cause))?;
    let mut command = server::command(&sandbox, port, None)?;
    command
        .stdin(Stdio::null())
        .stdout(output)
        .stderr(Stdio::inherit());
    let mut sandbox = Running::start(&mut command)?;
    let key = wait_for_key(&mut sandbox, &log, port)?;

    let mut command = Command::new(schemathesis);
    command
        .current_dir(&folder)
        .arg("run")
        .arg(format!("http://127.0.0.1:{port}/account/openapi.json"))
        .arg("--header")
        .arg(format!("x-api-key: {key}"))
        .args([
            "--checks",
            "all",
            "--max-examples",
            EXAMPLES,
            "--seed",
            SEED,
            "--generation-database",
            "none",
        ])
        .args(["--report", "junit", "--report-junit-path"])
        .arg(&report);
    let ending = watched::run(command, &mut |_| {})?;
    // A server that is gone was brought down by a request, whatever the report says of it.
    let is_up = sandbox.exit_status()?.is_none();
    sandbox.end();

    let counted = match std::fs::read_to_string(&report) {
        Ok(report) => junit::totals(&report).unwrap_or_default(),
        Err(_) => Tally::default(),
    };
    let mut tally = settled(counted, ending, false);
    if !is_up {
        tally += Tally::one(false);
    }
    Ok(tally)
}

fn remove_old(report: &Path) -> Result<(), Complaint> {
    match std::fs::remove_file(report) {
        Err(cause) if cause.kind() != std::io::ErrorKind::NotFound => {
            Err(Complaint::system("remove the report of an earlier run", &cause))
        }
        _ => Ok(()),
    }
}

/// Waits until the sandbox listens and has printed its administrator's API key.
fn wait_for_key(sandbox: &mut Running, log: &Path, port: u16) -> Result<String, Complaint> {
    let began = Instant::now();
    while began.elapsed() < START && sandbox.exit_status()?.is_none() {
        let printed = std::fs::read_to_string(log).unwrap_or_default();
        match token_in(&printed) {
            Some(key) if port::wait_until_listening(port, START) => return Ok(key.to_owned()),
            _ => std::thread::sleep(Duration::from_millis(50)),
        }
    }
    Err(Complaint::new(
        "The sandbox did not start or printed no API key; what it said is in target/tools/schemathesis/sandbox.log.",
    ))
}

/// The first word of a token's shape: 26 hexadecimal digits, an underscore, 64 more.
fn token_in(text: &str) -> Option<&str> {
    let is_hexadecimal = |part: &str| part.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
    text.split(|character: char| !character.is_ascii_alphanumeric() && character != '_')
        .find(|word| {
            word.split_once('_').is_some_and(|(first, second)| {
                first.len() == 26 && second.len() == 64 && is_hexadecimal(first) && is_hexadecimal(second)
            })
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_key_is_found_in_what_the_sandbox_prints() {
        let key = format!("{}_{}", "0123456789abcdef0123456789", "ab".repeat(32));
        let printed = format!("Sandbox on http://127.0.0.1:8640/\nAPI key: `{key}`.\nCtrl-C stops it.\n");
        assert_eq!(token_in(&printed), Some(key.as_str()));
    }

    #[test]
    fn a_key_cut_short_is_not_taken_for_one() {
        assert_eq!(token_in("key 0123456789abcdef0123456789_ab"), None);
        assert_eq!(token_in(""), None);
    }
}
