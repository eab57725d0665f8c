//! The surroundings of a page of the browser extension. Chrome, Edge and Firefox answer to the same calls here.

mod access;
mod api;
mod clipboard_clearing;
mod csrf_cookie;
mod expiry_radar;
mod local_storage;
mod managed_policy;
mod own_templates;
mod session_storage;
mod transport;
mod windows;

pub(super) use access::{
    ask_to_look_at_clipboard, ask_to_notify, ask_to_reach, ask_to_read_csrf_cookie, may_read_csrf_cookie,
};
pub(super) use clipboard_clearing::{
    clear_clipboard_later, clear_clipboard_now, clears_clipboard, hear_of_clipboard,
    switch_clipboard_clearing_off, switch_clipboard_clearing_on,
};
pub(super) use expiry_radar::{expiry_radar, look_at_end_dates, set_expiry_radar, switch_expiry_radar_off};
pub(super) use managed_policy::managed_policy;
pub(super) use own_templates::{forget_own_templates, keep_own_templates, kept_own_templates};
pub(super) use session_storage::{SessionItem, keep_draft};
pub(super) use transport::ExtensionTransport;
pub(super) use windows::{host_of_current_tab, open_side_panel, open_tab, open_window, remember_own_window};

/// Whether this page is the extension's.
pub(super) fn is_there() -> bool {
    api::extension_id().is_some()
}

/// Whether this page is in a private window.
pub(super) fn is_private() -> bool {
    api::is_private()
}
