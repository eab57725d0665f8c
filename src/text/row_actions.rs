//! What can be done to a service user from its row.

use service_user::visible;

/// Closes the window with them.
pub const CLOSE: &str = "Close";
/// Tooltip of the button that opens them.
pub const ACTIONS: &str = "Actions";
/// Asks before disabling.
pub const DISABLE_QUESTION: &str = "Disable…";
/// Disables.
pub const DISABLE: &str = "Disable";
/// While disabling.
pub const DISABLING: &str = "Disabling…";
/// Leaves it as it is.
pub const KEEP: &str = "Keep it active";
/// Enables.
pub const ENABLE: &str = "Enable";
/// While enabling.
pub const ENABLING: &str = "Enabling…";
/// Copies the id that the API knows it by.
pub const COPY_ID: &str = "Copy user ID";
/// The clipboard's promise resolved.
pub const ID_COPIED: &str = "User ID copied.";
/// It was rejected.
pub const ID_NOT_COPIED: &str = "Not copied: the browser refused.";

/// Name of the button that opens them.
#[must_use]
pub fn actions_for(name: &str) -> String {
    let name = visible(name);
    format!("Actions for {name}")
}

/// What disabling stops.
#[must_use]
pub fn stops(name: &str) -> String {
    let name = visible(name);
    format!("Every integration that uses “{name}” stops working at once, until it is enabled again.")
}

/// What was done.
#[must_use]
pub fn done(name: &str, enabled: bool) -> String {
    let name = visible(name);
    match enabled {
        true => format!("Service user “{name}” was enabled."),
        false => format!("Service user “{name}” was disabled."),
    }
}
