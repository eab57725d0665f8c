//! The list of service users.

/// Heading.
pub const TITLE: &str = "Service users";
/// Starts creating.
pub const CREATE: &str = "Create service user";
/// Goes on with a draft.
pub const CONTINUE_DRAFT: &str = "Continue creating";
/// Loads the list again.
pub const RELOAD: &str = "Reload";
/// Label of the search field.
pub const SEARCH: &str = "Search name, email, description";
/// While the list loads.
pub const LOADING: &str = "Loading service users…";
/// Column headings.
pub const NAME: &str = "Friendly name";
/// Column heading.
pub const STATUS: &str = "Status";
/// Column heading.
pub const END_DATE: &str = "End date (UTC)";
/// Column heading.
pub const EMAIL: &str = "Email";
/// Column heading.
pub const MANAGERS: &str = "Managers";
/// No end date.
pub const NO_END_DATE: &str = "No end date";
/// Status.
pub const ACTIVE: &str = "Active";
/// Status.
pub const DISABLED: &str = "Disabled";
/// Status.
pub const EXPIRED: &str = "Expired";
/// Empty list: heading.
pub const EMPTY_TITLE: &str = "No service users yet";
/// Empty list: what one is.
pub const EMPTY_LEAD: &str =
    "A service user lets a program call DigiCert ONE's APIs without a person signing in.";
/// Nothing matches the search.
pub const NO_MATCH: &str = "No service user matches this search.";
/// Shows further rows.
pub const SHOW_MORE: &str = "Show more";

/// The row count under the search field.
#[must_use]
pub fn count(shown: usize, matching: usize, all: usize) -> String {
    match (shown == matching, matching == all) {
        (true, true) => format!("{all} service {}", super::plural(all, "user", "users")),
        (true, false) => format!("{matching} of {all} match"),
        (false, true) => format!("The first {shown} of {all}"),
        (false, false) => format!("The first {shown} of {matching} that match, of {all}"),
    }
}

/// The days left until the end of the last day.
#[must_use]
pub fn days_left(days: i64) -> String {
    match days {
        0 => "ends today".to_owned(),
        1 => "1 day left".to_owned(),
        2.. => format!("{days} days left"),
        -1 => "ended yesterday".to_owned(),
        _ => format!("ended {} days ago", days.unsigned_abs()),
    }
}

/// After the token window was closed.
#[must_use]
pub fn created(name: &str) -> String {
    format!("Service user “{name}” was created.")
}
