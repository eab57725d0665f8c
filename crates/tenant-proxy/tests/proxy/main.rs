//! The proxy between a page and an upstream, both played by the tests.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "what clippy.toml allows in tests counts for the functions that they share, too"
)]

mod passing_on;
mod refusing;
mod support;
mod tls;
