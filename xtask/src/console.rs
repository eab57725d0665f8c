//! How things look on this console.

use std::io::{IsTerminal, Write};
use std::process::Command;
use std::time::Duration;

/// Whether lines may be rewritten and coloured: a person is looking, and nobody asked for plain text.
pub(crate) fn is_lively() -> bool {
    let is_set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    std::io::stdout().is_terminal() && !is_set("CI") && !is_set("NO_COLOR")
}

/// Tells a command whose output passes through this program how it may look, since it sees a pipe and no terminal.
pub(crate) fn dress(command: &mut Command) {
    match is_lively() {
        true => {
            command.env("CARGO_TERM_COLOR", "always").env("FORCE_COLOR", "1");
        }
        false => {
            // Not "1": trunk reads a boolean word here and refuses to start on a number.
            command.env("CARGO_TERM_COLOR", "never").env("NO_COLOR", "true");
        }
    }
    command.env("CARGO_TERM_PROGRESS_WHEN", "never");
}

/// A heading above a part of the output.
pub(crate) fn heading(text: &str) {
    match is_lively() {
        true => say(&format!("\n\x1b[1m── {text} ──\x1b[0m")),
        false => say(&format!("\n── {text} ──")),
    }
}

/// Prints a line at once. That nobody reads it any more is no reason to stop, so a closed pipe is passed over.
pub(crate) fn say(line: &str) {
    let mut output = std::io::stdout().lock();
    let _closed = writeln!(output, "{line}").and_then(|()| output.flush());
}

/// A duration for a person: `8 s`, `2 min 5 s`.
pub(crate) fn elapsed(duration: Duration) -> String {
    match duration.as_secs() {
        seconds if seconds < 60 => format!("{seconds} s"),
        seconds => format!("{} min {} s", seconds / 60, seconds % 60),
    }
}

/// A line without its colours and other escape sequences.
pub(crate) fn plain(line: &str) -> String {
    let mut text = String::with_capacity(line.len());
    let mut characters = line.chars();
    while let Some(character) = characters.next() {
        match character {
            '\x1b' => {
                // A sequence of this kind ends with the first letter.
                characters.by_ref().find(char::is_ascii_alphabetic);
            }
            other => text.push(other),
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escape_sequences_are_taken_out() {
        assert_eq!(
            plain("\x1b[1m\x1b[32m   Running\x1b[0m tests"),
            "   Running tests"
        );
        assert_eq!(plain("as it is"), "as it is");
        assert_eq!(plain("cut off \x1b[3"), "cut off ");
    }

    #[test]
    fn durations_are_written_for_people() {
        assert_eq!(elapsed(Duration::from_millis(8_900)), "8 s");
        assert_eq!(elapsed(Duration::from_secs(125)), "2 min 5 s");
    }
}
