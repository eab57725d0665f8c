//! What went wrong on the way to the Account Manager, and what to do about it.

use account_api::{Error, ErrorKind, Retry};
use service_user::visible;

/// What to do where the host knows no session.
pub const SIGN_IN_ELSEWHERE: &str =
    "Sign in to the console in another tab and come back; what you typed is kept.";

/// What happened, in one sentence.
#[must_use]
pub fn what_happened(error: &Error, host: &str) -> String {
    match error.kind {
        ErrorKind::InvalidRequest => format!("{host} did not accept the request."),
        ErrorKind::NotSignedIn => {
            format!("You are not signed in to {host}.")
        }
        ErrorKind::NotPermitted => "You are signed in, but not allowed to do this.".to_owned(),
        ErrorKind::NotFound => format!("{host} does not know what was asked for."),
        ErrorKind::Duplicate => "This friendly name is already in use.".to_owned(),
        ErrorKind::TooManyRequests => format!("{host} asks for a pause: too many requests."),
        ErrorKind::Unavailable => format!("{host} is not available at the moment."),
        ErrorKind::ServerFault { status } => format!("{host} failed (status {status})."),
        ErrorKind::CrossOriginRefused => {
            format!("{host} is up, but refuses calls from a page of another origin.")
        }
        ErrorKind::AccessNotGranted => {
            format!("Your browser does not let Service User Helper reach {host}.")
        }
        ErrorKind::Unreachable => format!("{host} cannot be reached."),
        ErrorKind::TimedOut => format!("{host} did not answer in time."),
        ErrorKind::Interrupted => {
            format!("The connection to {host} broke off before the answer was complete.")
        }
        ErrorKind::UnexpectedAnswer => {
            format!("{host} answered with something that is not an Account Manager's answer.")
        }
    }
}

/// What the person can do about it.
#[must_use]
pub fn what_to_do(error: &Error, host: &str) -> String {
    match error.kind {
        ErrorKind::CrossOriginRefused => {
            return format!(
                "There are two ways round: the browser extension, which has permission for this host, or the local \
                 proxy: run “cargo xtask serve --upstream https://{host}” and open the page it prints."
            );
        }
        ErrorKind::Unreachable => {
            return "Check the host's name, your network and VPN, then try again.".to_owned();
        }
        ErrorKind::NotPermitted => {
            return "Creating service users needs the Manage users permission; an administrator of your account can \
                    give it to you."
                .to_owned();
        }
        _ => {}
    }
    match error.retry() {
        Retry::Now => "Trying again may help.".to_owned(),
        Retry::After(pause) => format!("Try again in {}.", seconds(pause.as_secs())),
        Retry::AfterSignIn => "Sign in or check the key, then go on where you were.".to_owned(),
        Retry::AfterAccess => format!(
            "Nothing was sent. Press the button and let the browser allow it; you can take it back in the browser's settings \
             at any time. The extension talks to {host} alone with it."
        ),
        Retry::AfterChange => "Change what it names, then try again.".to_owned(),
        Retry::No => "Trying again will not help as it is; check the host and your permissions.".to_owned(),
    }
}

/// What the server said about it, in its own words.
#[must_use]
pub fn server_says(message: &str) -> String {
    let message = visible(message);
    format!("The server says: {message}")
}

/// How long something takes.
pub(super) fn seconds(count: u64) -> String {
    match count {
        0 | 1 => "a second".to_owned(),
        2..=119 => format!("{count} seconds"),
        _ => format!("{} minutes", count.div_ceil(60)),
    }
}
