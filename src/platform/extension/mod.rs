//! The surroundings of a page of the browser extension. Chrome, Edge and Firefox answer to the same calls here.
//!
//! A page of the extension loads all of it before it mounts, and a page of a web server never; what both kinds of page ask goes through
//! the [`Extension`], which is there on the former alone.

mod access;
mod answers;
mod api;
mod clipboard_clearing;
mod csrf_cookie;
mod expiry_radar;
mod interface;
mod local_storage;
mod managed_policy;
mod own_templates;
mod session_storage;
mod transport;
mod windows;

pub(super) use access::{ask_to_look_at_clipboard, ask_to_notify};
pub(super) use answers::begin;
pub(super) use clipboard_clearing::{
    clears_clipboard, switch_clipboard_clearing_off, switch_clipboard_clearing_on,
};
pub(super) use expiry_radar::{expiry_radar, look_at_end_dates, set_expiry_radar, switch_expiry_radar_off};
pub(super) use interface::{Extension, loaded};
pub(super) use managed_policy::managed_policy;
pub(super) use session_storage::SessionItem;
pub(super) use windows::{host_of_current_tab, remember_own_window};

/// Whether this page is the extension's.
pub(super) fn is_there() -> bool {
    api::extension_id().is_some()
}

/// Whether this page is in a private window.
pub(super) fn is_private() -> bool {
    api::is_private()
}
