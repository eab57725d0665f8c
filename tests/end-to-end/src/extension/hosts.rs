//! The hosts that this machine stands in for.

/// A documented production host, to which the extension has access from the start.
pub const PRODUCTION: &str = "one.digicert.com";
/// A documented demo host, to which the extension has access from the start.
pub const DEMO: &str = "demo.one.digicert.com";
/// A host that the extension has to ask for.
pub const ON_PREMISES: &str = "pki.example.test";

/// All of them. They are one sandbox, and sessions are apart by the browser's cookies, which belong to a host.
pub(super) const ALL: [&str; 3] = [PRODUCTION, DEMO, ON_PREMISES];
