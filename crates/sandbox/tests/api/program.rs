//! The sandbox as a program of its own.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

use crate::support::TestSandbox;

/// Ends the program with the test.
struct Ended(Child);

impl Drop for Ended {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

fn program(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_sandbox"));
    command
        .args(arguments)
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    command
}

#[test]
fn it_prints_how_to_reach_it_how_to_sign_in_and_how_to_stop_it() {
    let mut running = Ended(program(&["--users", "3"]).spawn().unwrap());
    let lines = BufReader::new(running.0.stdout.take().unwrap()).lines();
    let mut printed = String::new();
    for line in lines {
        printed += &line.unwrap();
        printed += "\n";
        if printed.contains("Ctrl+C") {
            break;
        }
    }
    assert!(
        printed.contains("development server") && printed.contains("/account/sign-in"),
        "{printed}"
    );
    assert!(
        printed.split_whitespace().any(service_user::has_token_shape),
        "{printed}"
    );
    assert!(printed.contains("3 service users"), "{printed}");
}

#[test]
fn a_busy_port_is_one_sentence_and_no_backtrace() {
    let sandbox = TestSandbox::start();
    let output = program(&["--port", &sandbox.running.address.port().to_string()])
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(1));
    let message = String::from_utf8(output.stderr).unwrap();
    assert_eq!(message.lines().count(), 1, "{message}");
    assert!(
        message.contains("in use") && message.contains("--port"),
        "{message}"
    );
}

#[test]
fn a_wrong_argument_is_named_with_the_right_ones() {
    let output = program(&["--prot", "1"]).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    let message = String::from_utf8(output.stderr).unwrap();
    assert!(
        message.contains("--prot") && message.contains("--port N"),
        "{message}"
    );
}
