//! Reaching a host, which the browser asks the person about.

/// The button that asks.
#[must_use]
pub fn allow(host: &str) -> String {
    format!("Allow access to {host}")
}

/// The person, or the browser, said no.
pub const NOT_ALLOWED: &str = "Not allowed. Nothing was sent.";
