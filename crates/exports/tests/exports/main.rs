//! What leaves the app, read back: calendars and tables by programs that others wrote, addresses and names sign by sign.

#![expect(
    clippy::expect_used,
    clippy::panic,
    reason = "clippy counts as a test only what is marked as one, not what tests share"
)]

mod calendar;
mod csv;
mod file_kind;
mod mail_draft;
mod support;
