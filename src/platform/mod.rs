//! What the app asks of its surroundings, and the two answers: a page that a web server serves, and the browser extension.
//! Screens and components know no extension API: they ask here.

mod access;
mod clipboard;
mod clipboard_clearing;
mod expiry_radar;
mod extension;
mod fingerprint;
mod kept;
mod own_templates;
mod page;
mod page_storage;
mod read_file;
mod read_secret;
mod save_file;
mod surface;
mod surfaces;

pub use access::{ask_to_reach, ask_to_read_csrf_cookie, may_read_csrf_cookie};
pub use clipboard::{CopyFailure, copy_text};
pub use clipboard_clearing::{
    Clearing, Scheduled, ask_to_look_at_clipboard, clear_clipboard_later, clear_clipboard_now,
    clears_clipboard, fingerprint, has_clipboard_clearing, hear_of_clipboard, set_clipboard_clearing,
};
pub use expiry_radar::{
    ExpiryRadar, Look, ask_to_notify, expiry_radar, has_expiry_radar, look_at_end_dates, set_expiry_radar,
    switch_expiry_radar_off,
};
pub use fingerprint::Fingerprint;
pub use kept::{
    forget_draft, forget_host, keep_draft, keep_host, keeps_draft, kept_draft, kept_host, managed_policy,
    order_creation, take_creation_order,
};
pub use own_templates::{
    forget_own_templates, keep_own_templates, kept_own_templates, may_have_own_templates,
};
pub use page::{account_manager_at, host_behind_page_host, page_host, page_host_has_cookie};
pub use read_file::{Unread, read_file};
pub use read_secret::read_secret;
pub use save_file::save_file;
pub use surface::{LastingSurface, Surface, query_parameter};
pub use surfaces::{
    close_this_page, host_of_current_tab, open_side_panel, open_tab, open_window, remember_own_window,
};

use account_api::Transport;
use account_api::browser::BrowserTransport;
use std::rc::Rc;

/// The browser refused. It tells developers why, in its console, and programs nothing that they could act on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Refused;

/// Has this page, which is the extension's, ask the browser as the extension does.
pub fn begin_as_extension() {
    extension::begin();
}

/// How requests travel from this page.
#[must_use]
pub fn transport() -> Rc<dyn Transport> {
    match extension::loaded() {
        Some(extension) => extension.transport(),
        None => Rc::new(BrowserTransport::new()),
    }
}
