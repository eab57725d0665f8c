//! The sandbox over HTTP, as its clients see it.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "what clippy.toml allows in tests counts for the functions that they share, too"
)]

mod audit_log;
mod bodies;
mod document;
mod files;
mod lists;
mod origin;
mod permissions;
mod program;
mod sessions;
mod support;
mod tokens;
mod users;
mod vectors;
