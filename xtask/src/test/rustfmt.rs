//! The layout of the source.

use super::supplies::Supplies;
use super::{AGAIN, Outcome, watched};
use crate::cargo::cargo;
use crate::complaint::Complaint;
use crate::console;
use crate::tally::Tally;
use crate::tools::on_path;
use crate::workspace::Workspace;

pub(super) fn run(workspace: &Workspace, supplies: &Supplies) -> Outcome {
    require_component(workspace, supplies, "fmt", "rustfmt")?;
    // rustfmt colours what it shows unless it is told not to.
    let colour = if console::is_lively() { "always" } else { "never" };
    watched::check(cargo(
        workspace,
        &["fmt", "--all", "--check", "--", "--color", colour],
    ))
    .map(Tally::one)
}

/// Adds a component of the toolchain that a minimal installation leaves out.
pub(super) fn require_component(
    workspace: &Workspace,
    supplies: &Supplies,
    subcommand: &str,
    component: &str,
) -> Result<(), Complaint> {
    let is_there = cargo(workspace, &[subcommand, "--version"])
        .output()
        .is_ok_and(|output| output.status.success());
    if is_there {
        return Ok(());
    }
    let Some(rustup) = on_path::find("rustup") else {
        return Err(Complaint::new(format!(
            "This Rust has no {component}; install its package (on Debian `sudo apt-get install {component}`), or Rust with rustup."
        )));
    };
    let mut command = std::process::Command::new(rustup);
    command.args(["component", "add", component]);
    supplies
        .progress
        .run(component, &format!("Adding {component} (seconds)"), command)
        .map_err(|failure| failure.complaint(AGAIN))
}
