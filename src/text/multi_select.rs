//! A searchable list of which several can be chosen.

use service_user::visible;

/// Placeholder of the search field.
pub const SEARCH: &str = "Search…";
/// The choices are on their way.
pub const LOADING: &str = "Loading…";
/// Nothing matches.
pub const NONE: &str = "Nothing matches.";

/// Label of the button that takes a choice away.
#[must_use]
pub fn remove(choice: &str) -> String {
    let choice = visible(choice);
    format!("Remove {choice}")
}

/// Spoken when something was chosen.
#[must_use]
pub fn added(choice: &str) -> String {
    let choice = visible(choice);
    format!("{choice} was chosen")
}

/// Spoken when a choice was taken away.
#[must_use]
pub fn removed(choice: &str) -> String {
    let choice = visible(choice);
    format!("{choice} was removed")
}

/// Label of the list of what is chosen.
#[must_use]
pub fn chosen(label: &str) -> String {
    format!("Chosen: {label}")
}

/// Spoken while searching.
#[must_use]
pub fn matches(count: usize) -> String {
    format!("{count} {}", super::plural(count, "match", "matches"))
}
