//! One change for many service users.

use super::failure::seconds;
use super::plural;
use crate::batch::{BatchKind, Counts};
use service_user::UtcDay;
use std::time::Duration;

/// Label of the bar.
pub const SELECTED: &str = "Selected service users";
/// Asks for a later end date.
pub const EXTEND: &str = "Extend…";
/// Asks before disabling.
pub const DISABLE: &str = "Disable…";
/// Asks before enabling.
pub const ENABLE: &str = "Enable…";
/// Selects nobody.
pub const CLEAR: &str = "Clear selection";
/// Leaves without doing anything.
pub const CANCEL: &str = "Cancel";
/// Begins nothing further.
pub const STOP: &str = "Stop after this one";
/// Ends a pause, and begins nothing further.
pub const STOP_NOW: &str = "Stop";
/// Closes the window.
pub const CLOSE: &str = "Close";
/// On the button, while there is no day.
pub const CHOOSE_A_DAY: &str = "Choose a day first";
/// Label of the day.
pub const NEW_END_DATE: &str = "New end date";
/// What is typed is no day.
pub const NOT_A_DAY: &str = "Write it as year, month and day with dashes, such as 2027-01-31.";
/// What is typed is past.
pub const PAST: &str = "This day is past.";
/// Label of the progress bar.
pub const PROGRESS: &str = "Progress";
/// Label of the results.
pub const RESULTS: &str = "Results";
/// Result.
pub const WAITING: &str = "Waiting";
/// Result.
pub const WORKING: &str = "Working…";
/// Result.
pub const DONE: &str = "Done";
/// Result.
pub const NO_END_DATE: &str = "Left alone: it has no end date";
/// Its end date may be later than the one that was chosen.
pub const UNREAD_END_DATE: &str = "Left alone: its end date cannot be read";
/// Result.
pub const DISABLED_ALREADY: &str = "Left alone: it is disabled already";
/// Result.
pub const ENABLED_ALREADY: &str = "Left alone: it is enabled already";

/// How many are selected.
#[must_use]
pub fn selected(count: usize) -> String {
    format!("{count} selected")
}

/// Heading of the window.
#[must_use]
pub fn title(kind: BatchKind, count: usize) -> String {
    format!("{} {}", verb(kind), users(count))
}

/// What will happen.
#[must_use]
pub fn question(kind: BatchKind, count: usize) -> String {
    match kind {
        BatchKind::Extend => "Each keeps everything but its end date. One that ends later already, or has no end date, is left alone.".to_owned(),
        BatchKind::Disable => format!(
            "Every integration that uses {} stops working at once, until it is enabled again.",
            plural(count, "this service user", "one of these service users")
        ),
        BatchKind::Enable => {
            "Their tokens work again at once. One that is past its end date stays expired until it is extended.".to_owned()
        }
    }
}

/// The button that begins.
#[must_use]
pub fn start(kind: BatchKind) -> &'static str {
    verb(kind)
}

/// The button that does the rest.
#[must_use]
pub fn try_again(count: usize) -> String {
    match count {
        1 => "Try the other one again".to_owned(),
        _ => format!("Try the other {count} again"),
    }
}

/// While it is under way.
#[must_use]
pub fn so_far(counts: Counts) -> String {
    format!("{} of {}", counts.settled(), counts.all)
}

/// While the host is given the pause that it asked for.
#[must_use]
pub fn pausing(counts: Counts, host: &str, pause: Duration) -> String {
    format!(
        "{}. {host} asked for a pause; it goes on by itself in {}.",
        so_far(counts),
        seconds(pause.as_secs())
    )
}

/// What came of it.
#[must_use]
pub fn summary(kind: BatchKind, counts: Counts) -> String {
    let done = match kind {
        BatchKind::Extend => "extended",
        BatchKind::Disable => "disabled",
        BatchKind::Enable => "enabled",
    };
    let failed = counts.failed + counts.faulty;
    let parts = [
        (counts.done, done),
        (counts.left_alone, "left alone"),
        (failed, "failed"),
        (counts.all - counts.settled(), "not begun"),
    ];
    let parts = parts.into_iter().filter(|(count, _)| *count > 0);
    let parts = parts.map(|(count, what)| format!("{count} {what}"));
    format!("{}.", parts.collect::<Vec<_>>().join(", "))
}

/// How many results are not listed.
#[must_use]
pub fn unlisted(count: usize) -> String {
    format!("{count} more are not listed here.")
}

/// It works longer than asked for.
#[must_use]
pub fn ends_later(day: UtcDay) -> String {
    format!("Left alone: it works until {day} already")
}

fn verb(kind: BatchKind) -> &'static str {
    match kind {
        BatchKind::Extend => "Extend",
        BatchKind::Disable => "Disable",
        BatchKind::Enable => "Enable",
    }
}

fn users(count: usize) -> String {
    format!("{count} service {}", plural(count, "user", "users"))
}
