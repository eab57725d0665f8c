//! The list of service users.

use service_user::{ServiceUser, visible};
use service_user_list::{Column, Direction, Order, Show};

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
/// In the place of an end date that could not be read; its status says more.
pub const UNREAD_END_DATE: &str = "Cannot be read";
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
/// Takes search and filter away.
pub const SHOW_ALL: &str = "Show all";
/// Leads to the page of a service user.
pub const OPEN: &str = "Open";
/// Label of the filters.
pub const FILTERS: &str = "Show";
/// Label of the order.
pub const ORDER: &str = "Sort by";
/// Heading of the boxes.
pub const SELECTED: &str = "Selected";
/// The list is there, and could not be read again.
pub const NOT_READ_AGAIN: &str = "The list could not be read again. What you see is as old as it says above.";

/// What stands in the place of the last day of a service user that has none, as far as is known.
#[must_use]
pub fn no_end_date(user: &ServiceUser) -> &'static str {
    match user.has_unread_end_date() {
        true => UNREAD_END_DATE,
        false => NO_END_DATE,
    }
}

/// A filter's name.
#[must_use]
pub fn filter(show: Show) -> &'static str {
    match show {
        Show::All => "All",
        Show::Active => ACTIVE,
        Show::Disabled => DISABLED,
        Show::Expiring => "Expiring within 30 days",
        Show::Expired => EXPIRED,
        Show::NoEndDate => NO_END_DATE,
    }
}

/// A filter's name and how many it shows.
#[must_use]
pub fn filter_with_count(show: Show, count: usize) -> String {
    format!("{} ({count})", filter(show))
}

/// A column's heading.
#[must_use]
pub fn column(column: Column) -> &'static str {
    match column {
        Column::FriendlyName => NAME,
        Column::Status => STATUS,
        Column::EndDate => END_DATE,
        Column::Email => EMAIL,
        Column::Managers => MANAGERS,
        Column::Created => "Created",
    }
}

/// A column and from which end.
#[must_use]
pub fn order(order: Order) -> String {
    let ends = match (order.column, order.direction) {
        (Column::EndDate | Column::Created, Direction::Ascending) => "earliest first",
        (Column::EndDate | Column::Created, Direction::Descending) => "latest first",
        (_, Direction::Ascending) => "A to Z",
        (_, Direction::Descending) => "Z to A",
    };
    format!("{}, {ends}", column(order.column))
}

/// Name of a row's box.
#[must_use]
pub fn select(name: &str) -> String {
    let name = visible(name);
    format!("Select {name}")
}

/// Name of the box that selects everybody who is shown.
#[must_use]
pub fn select_all(count: usize) -> String {
    format!("Select all {count} shown")
}

/// How many of the first list have arrived.
#[must_use]
pub fn arrived(count: usize) -> String {
    format!("Loading… {count} so far.")
}

/// How many have arrived of a list that is read again.
#[must_use]
pub fn reading_again(count: usize) -> String {
    match count {
        0 => "Reading the list again…".to_owned(),
        _ => format!("Reading the list again… {count} so far."),
    }
}

/// How long ago, in milliseconds, the list was read.
#[must_use]
pub fn read_ago(milliseconds: f64) -> String {
    let minutes = (milliseconds / 60_000.0).floor();
    match minutes {
        ..1.0 => "Read less than a minute ago.".to_owned(),
        ..2.0 => "Read a minute ago.".to_owned(),
        ..120.0 => format!("Read {minutes} minutes ago."),
        _ => format!("Read {} hours ago.", (minutes / 60.0).floor()),
    }
}

/// How many service users are shown.
#[must_use]
pub fn count(shown: usize, all: usize) -> String {
    match shown == all {
        true => format!("{all} service {}", super::plural(all, "user", "users")),
        false => format!("{shown} of {all} match"),
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
    let name = visible(name);
    format!("Service user “{name}” was created.")
}
