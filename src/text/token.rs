//! The window that shows the token ID.

use crate::token::Made;
use service_user::{Countdown, TokenForm, visible};

/// Heading.
pub const TITLE: &str = "Service user token ID";
/// The one thing to know.
pub const ONCE: &str = "This token ID is displayed once. Copy it now and save it somewhere safe: it cannot be recovered after you close this window.";
/// Reveals.
pub const SHOW: &str = "Show";
/// Hides.
pub const HIDE: &str = "Hide";
/// Copies.
pub const COPY: &str = "Copy";
/// Spoken for the masked token.
pub const MASKED: &str = "Token ID, hidden";
/// Heading of the other forms.
pub const OTHER_FORMS: &str = "Copy in the form your integration reads";
/// The promise was rejected, or there is no clipboard.
pub const COPY_FAILED: &str =
    "Not copied: the browser refused. The token ID is shown above; select it and press Ctrl+C (⌘C on a Mac).";
/// The person copied by hand.
pub const COPIED_BY_HAND: &str = "Copied by hand.";
/// Closes.
pub const CLOSE: &str = "Close";
/// Asked when nothing was copied.
pub const CLOSE_QUESTION: &str =
    "You have not copied the token ID. Once this window is closed, nobody can show it again.";
/// Goes back to the window.
pub const KEEP_OPEN: &str = "Keep open";
/// Closes all the same.
pub const CLOSE_UNCOPIED: &str = "Close without copying";
/// No token came.
#[must_use]
pub fn none_title(made: Made) -> &'static str {
    match made {
        Made::ServiceUser | Made::FurtherToken => "The token ID did not arrive",
        Made::FoundServiceUser => "The token ID did not arrive here",
    }
}
/// What that means.
#[must_use]
pub fn none_lead(made: Made) -> &'static str {
    match made {
        Made::ServiceUser | Made::FurtherToken => {
            "The service user exists, but its token ID cannot be recovered. Make a new token ID for it now, or close this window and do it later."
        }
        Made::FoundServiceUser => {
            "If you created it in another tab or window, its token ID is shown there. Otherwise the token ID is lost and cannot be recovered. \
            Make a new token ID for it now, or close this window and do it later."
        }
    }
}
/// Makes a new one.
pub const MAKE_NEW: &str = "Make a new token ID";
/// While making it.
pub const MAKING_NEW: &str = "Making a new token ID…";
/// None was made.
pub const NEW_NOT_MADE: &str = "The new token ID was not made.";
/// The way round where a host makes no further ones.
pub const DELETE_AND_CREATE: &str = "Some hosts give a service user one token ID for ever. Then close this window, delete the service user on \
    its page, and create it again.";
/// Whether one was made is not known.
pub const NEW_UNKNOWN: &str = "Whether the new token was made is not known, because the tokens could not be read either. Look again before you make another one.";
/// Reads the tokens to see.
pub const LOOK_AGAIN: &str = "Look again";
/// While reading them.
pub const LOOKING: &str = "Looking…";
/// The name given to such a token.
pub const NEW_TOKEN_NAME: &str = "Replacement token";

/// How much is left until the token is wiped; the time follows.
pub const COUNTDOWN: &str = "This window wipes the token ID in";
/// The same when little is left.
pub const COUNTDOWN_SOON: &str =
    "Copy it again or stop the countdown if you still need it: this window wipes the token ID in";
/// Stops it.
pub const STOP_COUNTDOWN: &str = "Stop the countdown";
/// Begins it anew.
pub const START_COUNTDOWN: &str = "Start the countdown";
/// It does not run.
pub const COUNTDOWN_STOPPED: &str =
    "The countdown is stopped. The token ID stays in this window until you close it.";
/// The token is gone and the window is not.
pub const WIPED_TITLE: &str = "The token ID was wiped from this window";

/// Clears the clipboard.
pub const CLEAR_CLIPBOARD: &str = "Clear clipboard";
/// What it does where it may not look.
pub const CLEAR_CLIPBOARD_HINT: &str = "Once the token ID is where it belongs. Overwrites whatever is on the clipboard now: this page does not look at it. \
    A clipboard history keeps a copy of its own.";
/// What was switched on and does not happen.
pub const CLIPBOARD_IS_NOT_CLEARED_LATER: &str = "The clipboard is not cleared by itself, although that is switched on: the browser does not permit it. \
    This button overwrites whatever is on the clipboard now.";
/// It was overwritten.
pub const CLIPBOARD_OVERWRITTEN: &str =
    "The clipboard was overwritten with an empty text, whatever was on it.";
/// It held what was copied.
pub const CLIPBOARD_CLEARED: &str = "The clipboard still held the token ID and was cleared.";
/// It held something else.
pub const CLIPBOARD_HOLDS_OTHER: &str =
    "The clipboard no longer holds the token ID, so it was left as it is.";
/// It could not be looked at.
pub const CLIPBOARD_NOT_READ: &str = "The browser did not let the extension look at the clipboard, so it was left as it is. \
    Press again to overwrite whatever is on it.";
/// It could not be emptied.
pub const CLIPBOARD_REFUSED: &str =
    "Not cleared: the browser refused. Copy something else to overwrite the clipboard.";
/// As [`CLIPBOARD_NOT_READ`], where the window with the button is closed.
pub const CLIPBOARD_WAS_NOT_READ: &str = "The browser did not let the extension look at the clipboard, so it was left as it is. \
    If the token ID is still on it, copy something else.";
/// As [`CLIPBOARD_REFUSED`], where the window with the button is closed.
pub const CLIPBOARD_WAS_NOT_CLEARED: &str =
    "The clipboard still holds the token ID: the browser refused to clear it. Copy something else.";

/// Said aloud when it begins.
#[must_use]
pub fn countdown_begins() -> String {
    let minutes = Countdown::LENGTH.as_secs() / 60;
    format!(
        "This window wipes the token ID in {minutes} minutes, unless you stop the countdown or copy again."
    )
}

/// Said aloud when little is left.
#[must_use]
pub fn countdown_ends_soon() -> String {
    let seconds = Countdown::SOON.as_secs();
    format!(
        "This window wipes the token ID in {seconds} seconds. Copy it again or stop the countdown if you still need it."
    )
}

/// What happens by itself.
#[must_use]
pub fn clipboard_is_cleared_later() -> String {
    let minutes = Countdown::LENGTH.as_secs() / 60;
    format!(
        "The clipboard is cleared by itself {minutes} minutes after the copy, or now, if it still holds what was copied. \
    A clipboard history keeps a copy of its own."
    )
}

/// So many seconds, as minutes and seconds.
#[must_use]
pub fn time_left(seconds: u32) -> String {
    format!("{}:{:02}", seconds / 60, seconds % 60)
}

/// When the token was copied and when it was wiped.
#[must_use]
pub fn wiped(copied_at: &str, wiped_at: &str) -> String {
    format!("It was copied at {copied_at} and wiped at {wiped_at}. It cannot be shown or copied again.")
}

/// How to make another one.
#[must_use]
pub fn lost_after_all(made: Made) -> String {
    match made == Made::FurtherToken {
        false => format!(
            "Was it lost after all? Close this window, open the service user and press “{}” to make another one.",
            super::service_user::ROTATE
        ),
        true => format!(
            "Was it lost after all? Close this window and open “{}” to delete it and make another one.",
            super::rotate::LOST_QUESTION
        ),
    }
}

/// Asks the host whose token this is.
pub const CHECK: &str = "Check that it works";
/// While asking.
pub const CHECKING: &str = "Checking…";
/// There was no answer to go by.
pub const NOT_CHECKED: &str = "Whether the token ID works could not be checked.";

/// The host knows it.
#[must_use]
pub fn works(host: &str, name: &str) -> String {
    let name = visible(name);
    format!("It works: {host} knows it as “{name}”.")
}

/// The host knows it as somebody else's.
#[must_use]
pub fn of_another(host: &str, name: &str) -> String {
    let name = visible(name);
    format!(
        "{host} takes this token ID as that of another user, “{name}”. Do not hand it over; tell an administrator of the host."
    )
}

/// The host does not take it.
#[must_use]
pub fn not_taken(host: &str) -> String {
    format!(
        "{host} does not take this token ID. A host can need a moment for a new one: check again before you hand it over. The service          user may also be disabled, or its end date past."
    )
}

/// The host knows it and tells nothing.
#[must_use]
pub fn not_told(host: &str) -> String {
    format!("{host} refuses to say whose token ID this is. Check it with the integration that is to use it.")
}

/// What was made.
#[must_use]
pub fn made(made: Made, name: &str) -> String {
    let name = visible(name);
    match made {
        Made::ServiceUser => format!("Service user “{name}” was created."),
        Made::FoundServiceUser => format!("Service user “{name}” exists, just as you asked for it."),
        Made::FurtherToken => format!("A new token ID for service user “{name}” was made."),
    }
}

/// The new one did not arrive either.
#[must_use]
pub fn new_is_lost(name: &str) -> String {
    format!(
        "The token “{name}” was made as well, and its token ID did not arrive here either. Unless you made it in another tab or window, \
         nobody can use it; it can be deleted on the service user's page. Make another one above."
    )
}

/// Label of a form's button.
#[must_use]
pub fn copy_as(form: &str) -> String {
    format!("Copy as {form}")
}

/// The clipboard's promise resolved.
#[must_use]
pub fn copied(form: TokenForm) -> String {
    match form {
        TokenForm::TokenId => "Copied to the clipboard.".to_owned(),
        other => format!("Copied as {}.", other.label()),
    }
}
