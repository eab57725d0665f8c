//! What the extension does by itself.

use crate::platform::Look;
use service_user::Countdown;

/// On a page that does nothing by itself.
pub const NOTHING_TO_SET: &str = "This page does nothing by itself, so there is nothing to set. The browser extension can watch end dates, and clear the clipboard after a token ID was copied.";
/// Heading.
pub const RADAR: &str = "Expiry radar";
/// What it does.
pub const RADAR_LEAD: &str = "Counts the service users that end soon, on the extension's button, and looks again every few hours. \
    It asks the host with your session and does nothing while you are signed out.";
/// Switches it on.
pub const WATCH: &str = "Watch end dates";
/// Why it cannot be switched on.
pub const NEEDS_SESSION: &str = "It needs your session: connect with it instead of an API key.";
/// Label of the days.
pub const DAYS: &str = "Count those that end within so many days";
/// Switches notices on.
pub const NOTIFY: &str = "Show a notice of each";
/// When.
pub const NOTIFY_HINT: &str =
    "Once when 30, 7 and 1 days are left, without a sound. The browser asks you first.";
/// Looks at once.
pub const LOOK_NOW: &str = "Look now";
/// While looking.
pub const LOOKING: &str = "Looking…";
/// The browser refused to keep it.
pub const NOT_KEPT: &str = "The browser did not keep this setting.";
/// The browser refused notices.
pub const NO_NOTICES: &str =
    "Your browser shows no notices of this extension. The number on its button is shown all the same.";

/// Heading.
pub const CLIPBOARD: &str = "Clipboard";
/// Switches clearing on.
pub const CLEAR: &str = "Clear the clipboard after a token ID was copied";
/// What that takes.
pub const CLEAR_HINT: &str = "Only if it still holds what was copied. To tell, the extension looks at the clipboard once, at that time; \
    what is on it is neither kept nor sent anywhere. The browser asks you first.";
/// What it cannot do.
pub const CLEAR_LIMITS: &str = "A clipboard history, a clipboard manager or another device that shares the clipboard keeps a copy of its own, which stays. \
    Nothing is cleared once the browser is closed.";
/// The browser does not let it be read.
pub const MAY_NOT_LOOK: &str =
    "Your browser does not let this extension look at the clipboard, so it is not cleared by itself.";

/// What clearing the clipboard does, and when.
#[must_use]
pub fn clipboard_lead() -> String {
    let minutes = Countdown::LENGTH.as_secs() / 60;
    format!(
        "A copied token ID stays on the clipboard until something else is copied. The extension can clear it by itself, {minutes} minutes \
         after the copy, also when its window is closed by then."
    )
}

/// Which host it watches.
#[must_use]
pub fn watches(host: &str) -> String {
    format!("It watches {host}.")
}

/// Which host it would watch.
#[must_use]
pub fn would_watch(host: &str) -> String {
    format!("It would watch {host}, the host you are connected to.")
}

/// Watches another host.
#[must_use]
pub fn watch_instead(host: &str) -> String {
    format!("Watch {host} instead")
}

/// The days are none that can be chosen.
#[must_use]
pub fn days_out_of_range(most: u16) -> String {
    format!("Enter a number of days from 1 to {most}.")
}

/// What a look saw.
#[must_use]
pub fn seen(look: Look) -> String {
    match look {
        Look::Counted(0) => "No service user ends within these days.".to_owned(),
        Look::Counted(1) => "1 service user ends within these days.".to_owned(),
        Look::Counted(count) => format!("{count} service users end within these days."),
        Look::SwitchedOff => "The radar is switched off.".to_owned(),
        Look::NotSignedIn => "You are not signed in to the host. It looks again by itself.".to_owned(),
        Look::NoAccess => "The browser does not let the extension reach the host.".to_owned(),
        Look::NotAllowed => "Your organisation does not allow this host, or a session there.".to_owned(),
        Look::Failed => "The host did not answer as expected. It looks again by itself.".to_owned(),
    }
}
