//! Every word that leaves the app, in English.

use service_user::{ServiceUser, Standing, Status, UtcDay};

use crate::plain_text::on_one_line;

/// The headings of the table, in the order of its cells.
pub(crate) const COLUMNS: [&str; 10] = [
    "Friendly name",
    "Status",
    "End date (UTC)",
    "Days left",
    "Email",
    "Description",
    "Managers",
    "Created (UTC)",
    "Created by",
    "User ID",
];

/// How a service user stands.
pub(crate) fn standing(standing: &Standing) -> &str {
    match standing {
        Standing::Active => "Active",
        Standing::Disabled => "Disabled",
        Standing::Expired => "Expired",
        Standing::Other(status) => status,
    }
}

/// What the calendar shows on the last day.
pub(crate) fn ends(user: &ServiceUser) -> String {
    format!("Service user “{}” ends", on_one_line(&user.friendly_name))
}

/// What an alarm says so many days before.
pub(crate) fn ends_in(user: &ServiceUser, days: i64, last_day: UtcDay) -> String {
    let days = match days {
        1 => "1 day".to_owned(),
        _ => format!("{days} days"),
    };
    format!(
        "Service user “{}” ends in {days}, on {last_day} (UTC)",
        on_one_line(&user.friendly_name)
    )
}

/// What stops, who looks after it, where it is, and how to extend it.
pub(crate) fn ending(user: &ServiceUser, last_day: UtcDay, host: &str) -> String {
    let name = on_one_line(&user.friendly_name);
    let mut lines = vec![
        format!(
            "The service user “{name}” works until 23:59:59 UTC on {last_day}. Then its token stops working, and with \
             it whatever uses that token."
        ),
        match &user.status {
            Status::Active => String::new(),
            Status::Disabled => "It was disabled when this entry was made.".to_owned(),
            Status::Other(status) => format!(
                "Its status was “{}” when this entry was made.",
                on_one_line(status)
            ),
        },
        match user.email.is_empty() {
            true => "Nobody is named who looks after it.".to_owned(),
            false => format!("Looked after by: {}", on_one_line(&user.email)),
        },
    ];
    if !user.managers.is_empty() {
        lines.push(format!("Managers: {}", on_one_line(&user.managers.join(", "))));
    }
    if !user.description.is_empty() {
        lines.push(format!("Description: {}", on_one_line(&user.description)));
    }
    lines.push(format!("Host: {}", on_one_line(host)));
    lines.push(format!("User ID: {}", on_one_line(user.id.as_str())));
    lines.push(
        "To extend it, set a later end date before this day is over: in DigiCert ONE under Account, Access, Service users. \
         Once the day has passed, that may no longer be possible."
            .to_owned(),
    );
    lines.retain(|line| !line.is_empty());
    lines.join("\n")
}
