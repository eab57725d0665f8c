//! The programs of this workspace that answer below `/account`.

use std::path::Path;
use std::process::Command;

use crate::arguments::Backend;
use crate::cargo::{built_program, cargo};
use crate::complaint::Complaint;
use crate::progress::Progress;
use crate::workspace::Workspace;

/// The package and the program that serve a backend; both have the same name.
pub(crate) fn package(backend: &Backend) -> &'static str {
    match backend {
        Backend::Sandbox { .. } => "sandbox",
        Backend::Upstream(_) => "tenant-proxy",
    }
}

/// Compiles a server. The first time takes a minute; afterwards cargo sees that nothing changed.
pub(crate) fn build(
    workspace: &Workspace,
    package: &str,
    progress: &Progress,
    again: &str,
) -> Result<(), Complaint> {
    let command = cargo(workspace, &["build", "--package", package, "--bin", package]);
    let name = format!("the {package} server");
    let purpose = match built_program(package)?.is_file() {
        true => format!("Compiling what changed in {name}"),
        false => format!("Compiling {name} (about a minute the first time)"),
    };
    progress.run_shown(&name, &purpose, command, again)
}

/// The command that starts a built server on a port of 127.0.0.1. Without a page it answers below `/account` alone.
pub(crate) fn command(backend: &Backend, port: u16, page: Option<&Path>) -> Result<Command, Complaint> {
    let mut command = Command::new(built_program(package(backend))?);
    command.arg("--port").arg(port.to_string());
    match backend {
        Backend::Sandbox { database, users } => {
            if let Some(database) = database {
                command.arg("--db").arg(database);
            }
            if let Some(users) = users {
                command.arg("--users").arg(users.to_string());
            }
        }
        Backend::Upstream(address) => {
            command.arg("--upstream").arg(address);
        }
    }
    if let Some(page) = page {
        command.arg("--page").arg(page);
    }
    Ok(command)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn arguments(backend: &Backend, page: Option<&Path>) -> Vec<String> {
        let command = command(backend, 8640, page).unwrap();
        command
            .get_args()
            .map(|argument| argument.to_string_lossy().into_owned())
            .collect()
    }

    #[test]
    fn the_sandbox_gets_only_the_options_that_were_given() {
        let plain = Backend::Sandbox {
            database: None,
            users: None,
        };
        assert_eq!(arguments(&plain, None), ["--port", "8640"]);
        let full = Backend::Sandbox {
            database: Some("a.db".into()),
            users: Some(3),
        };
        assert_eq!(
            arguments(&full, Some(Path::new("dist"))),
            ["--port", "8640", "--db", "a.db", "--users", "3", "--page", "dist"]
        );
    }

    #[test]
    fn the_proxy_gets_its_upstream() {
        let backend = Backend::Upstream("https://one.digicert.com".to_owned());
        assert_eq!(package(&backend), "tenant-proxy");
        assert_eq!(
            arguments(&backend, None),
            ["--port", "8640", "--upstream", "https://one.digicert.com"]
        );
    }
}
