//! The frame around every screen.

/// The product's name.
pub const PRODUCT: &str = "Service User Helper";
/// Forgets the connection; the console's own session goes on.
pub const DISCONNECT: &str = "Disconnect";
/// Label of the links between screens.
pub const SCREENS: &str = "Screens";
/// The screen of templates.
pub const TEMPLATES: &str = "Templates";
/// The screen of settings.
pub const SETTINGS: &str = "Settings";
/// The extension found one of its own files missing, as after an update of it.
pub const NOT_STARTED: &str =
    "The app could not start: a file of the extension could not be loaded. Nothing was sent anywhere.";
/// What helps.
pub const RELOAD: &str = "Reload";
/// Said on every page.
pub const UNOFFICIAL: &str =
    "An unofficial tool, not affiliated with DigiCert. It talks to the host you choose and to nothing else.";
/// Label of the badge that names the host.
pub const HOST: &str = "Host";
/// What kind of host it is.
#[must_use]
pub fn host_kind(kind: account_api::HostKind) -> &'static str {
    match kind {
        account_api::HostKind::Production => "Production",
        account_api::HostKind::Demo => "Demo",
        account_api::HostKind::Other => "Own host",
    }
}

/// Offered where trying again can help.
pub const TRY_AGAIN: &str = "Try again";
/// Offered where signing in again can help.
pub const SIGN_IN_AGAIN: &str = "Sign in again";

/// The title of the window.
#[must_use]
pub fn page_title(screen: &str) -> String {
    format!("{screen} · {PRODUCT}")
}
