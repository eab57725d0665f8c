//! What the browser sends.

/// In an address, in a header and in a body.
pub(super) const PLANTS: &[&str] = &[
    "await fetch('/planted?' + arguments[0]);",
    "await fetch('/planted', { headers: { 'x-planted': arguments[0] } });",
    "await fetch('/planted', { method: 'POST', body: arguments[0] });",
];
