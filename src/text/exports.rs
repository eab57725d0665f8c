//! What can be saved of the list.

use exports::Calendar;

/// Saves what is shown as a table.
pub const CSV: &str = "Save as CSV";
/// Saves the end dates.
pub const CALENDAR: &str = "Save calendar";
/// Label of both.
pub const SAVE: &str = "Save what is shown";
/// The browser made no file.
pub const NOT_SAVED: &str = "The browser made no file.";

/// A table was handed to the browser.
#[must_use]
pub fn csv_saved(count: usize) -> String {
    format!(
        "{count} service {} in a CSV file.",
        super::plural(count, "user", "users")
    )
}

/// A calendar was handed to the browser, or there was nothing to put into one.
#[must_use]
pub fn calendar_saved(calendar: &Calendar) -> String {
    let left_out = [
        (calendar.without_end_date, "without an end date"),
        (calendar.already_past, "ended already"),
    ];
    let left_out = left_out.into_iter().filter(|(count, _)| *count > 0);
    let left_out = left_out.map(|(count, why)| format!("{count} {why}"));
    let left_out = left_out.collect::<Vec<_>>().join(", ");
    let saved = match calendar.included {
        0 => "No end date to come, so there is no calendar.".to_owned(),
        count => format!(
            "{count} end {} in a calendar file.",
            super::plural(count, "date", "dates")
        ),
    };
    match left_out.is_empty() {
        true => saved,
        false => format!("{saved} Left out: {left_out}."),
    }
}
