//! The expiry radar: the number of service users that end soon, on the extension's toolbar button, and a notice of each. It looks by
//! itself every few hours, in the extension's background (`public/extension/expiry-radar.js`); what is here sets it.
//!
//! A page of a web server has no radar, and neither has a private window, of which nothing may remain.

use super::access::Answer;
use super::kept::Written;
use super::{Refused, extension};
use account_api::Host;

/// The radar as it is set, while it is switched on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExpiryRadar {
    /// The host it looks at, with the person's session there.
    pub host: Host,
    /// It counts the service users that end within so many days: 1 to [`MOST_DAYS`](Self::MOST_DAYS).
    pub days: u16,
    /// Whether it also shows a notice of a user when 30, 7 and 1 days are left.
    pub notifies: bool,
}

impl ExpiryRadar {
    /// The days where nobody chose others.
    pub const DEFAULT_DAYS: u16 = 30;

    /// More days than these are no radar.
    pub const MOST_DAYS: u16 = 365;
}

/// What came of a look at the end dates.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// So many service users end within the chosen days.
    Counted(u32),
    /// The radar is switched off.
    SwitchedOff,
    /// The person is not signed in to the host.
    NotSignedIn,
    /// The browser does not let the extension reach the host.
    NoAccess,
    /// The organisation leaves the host, or signing in by session, to nobody.
    NotAllowed,
    /// The host did not answer, or in a way that makes no sense.
    Failed,
}

/// Whether this page can set a radar.
#[must_use]
pub fn has_expiry_radar() -> bool {
    extension::is_there() && !extension::is_private()
}

/// The radar as it is set; `None` while it is switched off.
pub async fn expiry_radar() -> Option<ExpiryRadar> {
    match has_expiry_radar() {
        true => extension::expiry_radar().await,
        false => None,
    }
}

/// Switches the radar on, or sets it anew. The background looks at once.
///
/// # Errors
/// The browser did not keep it, or this page has none to set.
pub fn set_expiry_radar(radar: &ExpiryRadar) -> Written {
    match has_expiry_radar() {
        true => Box::pin(extension::set_expiry_radar(radar)),
        false => Box::pin(std::future::ready(Err(Refused))),
    }
}

/// Switches the radar off and forgets everything that was kept for it.
///
/// # Errors
/// The browser did not forget it, or this page has none to set.
pub fn switch_expiry_radar_off() -> Written {
    match has_expiry_radar() {
        true => Box::pin(extension::switch_expiry_radar_off()),
        false => Box::pin(std::future::ready(Err(Refused))),
    }
}

/// Asks the person whether the extension may show notices, and answers what they said. Call it while their press of a button is
/// still what runs. The question may close a popup and its answer get lost, so set [`ExpiryRadar::notifies`] first: without the
/// permission it has no effect.
#[must_use]
pub fn ask_to_notify() -> Answer {
    match has_expiry_radar() {
        true => Box::pin(extension::ask_to_notify()),
        false => Box::pin(std::future::ready(false)),
    }
}

/// Has the background look at once.
pub async fn look_at_end_dates() -> Look {
    match has_expiry_radar() {
        true => extension::look_at_end_dates().await,
        false => Look::SwitchedOff,
    }
}
