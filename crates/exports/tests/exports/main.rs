//! What leaves the app, read back: calendars by a program that others wrote, names sign by sign.

#![expect(
    clippy::expect_used,
    clippy::panic,
    reason = "clippy counts as a test only what is marked as one, not what tests share"
)]

mod calendar;
mod file_kind;
mod support;
