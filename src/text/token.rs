//! The window that shows the token ID.

use crate::token::Made;
use service_user::{TokenForm, visible};

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
