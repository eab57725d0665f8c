//! Copying something that is no secret.

/// Copies.
pub const COPY: &str = "Copy";
/// The clipboard's promise resolved.
pub const COPIED: &str = "Copied.";
/// It was rejected, or there is no clipboard.
pub const NOT_COPIED: &str = "Not copied: the browser refused.";
