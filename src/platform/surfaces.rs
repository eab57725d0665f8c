//! Going to another surface of the extension. A page of a web server has no other, and nothing offers one there.

use super::{Refused, extension};
use account_api::Host;

/// The host of the tab that the popup was opened over, where the extension may reach it.
pub async fn host_of_current_tab() -> Option<Host> {
    match extension::is_there() {
        true => extension::host_of_current_tab().await,
        false => None,
    }
}

/// Learns what [`open_side_panel`] has to know at once when a button is pressed.
pub async fn remember_own_window() {
    if extension::is_there() {
        extension::remember_own_window().await;
    }
}

/// Opens a window of the extension's own, with further parameters in its address such as `&create=7`.
///
/// # Errors
/// The browser opens none.
pub async fn open_window(parameters: &str) -> Result<(), Refused> {
    match extension::loaded() {
        Some(extension) => extension.open_window(parameters).await,
        None => Err(Refused),
    }
}

/// Closes this page, as a popup that has handed its work on. A browser that keeps it open leaves a page that goes on working.
pub fn close_this_page() {
    if leptos::prelude::window().close().is_err() {
        leptos::logging::warn!("the browser did not close this page");
    }
}

/// Opens the extension in a tab.
///
/// # Errors
/// The browser opens none.
pub async fn open_tab() -> Result<(), Refused> {
    match extension::loaded() {
        Some(extension) => extension.open_tab().await,
        None => Err(Refused),
    }
}

/// Opens the side panel or sidebar, and calls back once it, or a tab in its place, is open. Call it while a press of a button is
/// still what runs.
pub fn open_side_panel(opened: impl FnOnce() + 'static) {
    if let Some(extension) = extension::loaded() {
        extension.open_side_panel(Box::new(opened));
    }
}
