//! Commands whose output is shown and read at the same time.

use std::process::Command;
use std::time::Duration;

use crate::complaint::Complaint;
use crate::console;
use crate::process::{self, Ending};

/// How long a step may take: one that hangs costs itself and not the whole run. The two browsers take about half an hour, so there is room
/// for a machine that is busy.
const LIMIT: Duration = Duration::from_secs(45 * 60);

/// Runs a command, shows each line, and passes it on without its colours.
pub(crate) fn run(mut command: Command, read: &mut dyn FnMut(&str)) -> Result<Ending, Complaint> {
    console::dress(&mut command);
    let name = process::name_of(&command);
    let ending = process::watch(command, LIMIT, &|| false, &mut |line| {
        console::say(line);
        read(&console::plain(line));
    })?;
    if ending == Ending::OutOfTime {
        console::say(&format!(
            "error: {name} took longer than {} and was ended.",
            console::elapsed(LIMIT)
        ));
    }
    Ok(ending)
}

/// Runs a command that is one check.
pub(crate) fn check(command: Command) -> Result<bool, Complaint> {
    run(command, &mut |_| {}).map(Ending::is_success)
}
