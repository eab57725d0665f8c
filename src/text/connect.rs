//! The connect screen.

use account_api::{ApiKeyFault, HostFault};

/// Heading.
pub const TITLE: &str = "Connect to DigiCert ONE";
/// What the screen is for.
pub const LEAD: &str = "Choose the host your account is on and how to sign in. A credential works only on the host that created it.";
/// While the session of the page's own server is tried.
pub const LOOKING: &str = "Looking for your session…";
/// Label of the host list.
pub const HOST: &str = "Host";
/// The server that served the page.
#[must_use]
pub fn this_server(name: &str) -> String {
    format!("This server ({name})")
}

/// The server that served the page, where it passes calls on to a tenant.
#[must_use]
pub fn local_proxy(name: &str) -> String {
    format!("{name} (through the local proxy)")
}

/// A documented host with its region.
#[must_use]
pub fn documented_host(name: &str, region: &str) -> String {
    format!("{name} ({region})")
}

/// Group of hosts that DigiCert does not run.
pub const OWN_HOSTS: &str = "Own hosts";
/// Group of production hosts.
pub const PRODUCTION: &str = "Production";
/// Group of demo hosts.
pub const DEMO: &str = "Demo";
/// Any other host.
pub const OTHER: &str = "Another host…";
/// Label of the field for another host.
pub const OTHER_LABEL: &str = "Address of the host";
/// What to put there.
pub const OTHER_HINT: &str =
    "The name of an on-premises install, such as one.example.com. Only https, except on this computer.";
/// Legend of the two ways.
pub const WAY: &str = "Sign in with";
/// First way.
pub const SESSION: &str = "My session in this browser";
/// What it means.
pub const SESSION_HINT: &str = "You are signed in to the console in another tab. Nothing to paste.";
/// Second way.
pub const API_KEY: &str = "An API key";
/// What it means.
pub const API_KEY_HINT: &str =
    "An administrator's API token with the Manage users permission. Kept in memory until you disconnect.";
/// Label of the key's field.
pub const API_KEY_LABEL: &str = "API key";
/// Button.
pub const CONNECT: &str = "Connect";
/// Button while connecting.
pub const CONNECTING: &str = "Connecting…";
/// Link to where a session with the page's own server is made.
pub const OPEN_SIGN_IN: &str = "Open the sign-in page";
/// Link to where a session with any other host is made.
pub const OPEN_CONSOLE: &str = "Open the console";
/// In place of the key's field in a popup.
pub const API_KEY_ELSEWHERE: &str = "This popup forgets everything but your draft as soon as you click elsewhere, a key included. \
    In a window of its own, the key stays until you disconnect.";
/// What is wrong with a typed key.
#[must_use]
pub fn api_key_fault(fault: ApiKeyFault) -> &'static str {
    match fault {
        ApiKeyFault::Empty => "Paste the API key, or sign in with your session.",
        ApiKeyFault::ForbiddenCharacter => {
            "This is not an API key: a key has no spaces, line breaks or special letters."
        }
    }
}

/// What is wrong with a typed host.
#[must_use]
pub fn host_fault(fault: HostFault) -> String {
    match fault {
        HostFault::Empty => "Enter the name of the host, such as one.example.com.".to_owned(),
        HostFault::UserName => {
            "Leave out what stands before the @; only the host's name is needed.".to_owned()
        }
        HostFault::Insecure => "Use https: over http your credential would travel in the clear.".to_owned(),
        HostFault::UnknownScheme => "Use an address that begins with https://, or the name alone.".to_owned(),
        HostFault::ForbiddenCharacter(character) => {
            format!("A host's name cannot contain “{}”.", character.escape_default())
        }
        HostFault::Malformed => "This is not a host's name. An example is one.example.com.".to_owned(),
        HostFault::Port => "What follows the colon has to be a port, a number from 1 to 65535.".to_owned(),
    }
}

/// The draft is still there.
pub const DRAFT_KEPT: &str = "What you typed is kept. The sign-in page opens in a new tab: sign in there, come back here and press Connect.";
