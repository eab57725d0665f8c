//! The shapes of requests and answers: the only place that knows what stands in JSON. One shape a file, each with its mark.
//!
//! A shape that is read passes over members it does not know, accepts a missing member unless the record makes no sense
//! without it (that is its id, nothing else), and accepts an optional member of a wrong type as if it were missing. Two
//! exceptions, because silence would mislead: an end date that cannot be read shows in the status, and a record without
//! an id makes the whole list unreadable rather than one record shorter.

pub(crate) mod created;
pub(crate) mod error_body;
pub(crate) mod one_time_token;
pub(crate) mod page;
pub(crate) mod record_stream;

pub(crate) mod access_token;
pub(crate) mod account;
pub(crate) mod audit_log_entry;
pub(crate) mod role;
pub(crate) mod user;

pub(crate) mod access_token_body;
pub(crate) mod user_body;

mod end_date;
mod member;
mod record;
mod value_scan;

pub(crate) use json::is_json;
pub(crate) use record::Unreadable;
