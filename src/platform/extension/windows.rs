//! The extension's other surfaces, and the tab that the popup was opened over.

use super::access::was_allowed_by_name;
use super::api::{self, object, outcome, property};
use crate::platform::{Refused, Surface};
use account_api::{Host, HostKind};
use std::cell::Cell;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::spawn_local;

/// The size of a window of its own: wide enough for a step of the form without its summary beside it.
const WINDOW_WIDTH: u32 = 560;
const WINDOW_HEIGHT: u32 = 760;

thread_local! {
    /// The window that this page is in, learnt at the start: Chrome opens a side panel only while a press is what runs, and asking
    /// for the window then would take too long.
    static OWN_WINDOW: Cell<Option<f64>> = const { Cell::new(None) };
}

/// Learns which window this page is in.
pub(in crate::platform) async fn remember_own_window() {
    let id = outcome(api::current_window()).await.ok();
    OWN_WINDOW.set(
        id.and_then(|window| property(&window, "id"))
            .and_then(|id| id.as_f64()),
    );
}

/// The host of the tab in front, where that is a documented one or one that the person allowed by its name: any other site may be in front
/// of whoever allowed them all.
pub(in crate::platform) async fn host_of_current_tab() -> Option<Host> {
    let filter = object(&[("active", true.into()), ("currentWindow", true.into())]);
    let tabs = outcome(api::query_tabs(&filter)).await.ok()?;
    let tab = js_sys::Array::from(&tabs).get(0);
    let address = property(&tab, "url")?.as_string()?;
    let host = Host::page_origin(&address).ok()?;
    let is_meant = host.kind() != HostKind::Other || was_allowed_by_name(&host).await;
    is_meant.then_some(host)
}

/// Opens a window of its own, with further parameters in its address such as `&create=7`.
pub(in crate::platform) async fn open_window(parameters: &str) -> Result<(), Refused> {
    let options = object(&[
        ("url", address_of(Surface::Window, parameters)?),
        ("type", "popup".into()),
        ("width", WINDOW_WIDTH.into()),
        ("height", WINDOW_HEIGHT.into()),
    ]);
    outcome(api::create_window(&options))
        .await
        .map(|_| ())
        .map_err(|_| Refused)
}

/// Opens a tab.
pub(in crate::platform) async fn open_tab() -> Result<(), Refused> {
    let options = object(&[("url", address_of(Surface::Tab, "")?)]);
    outcome(api::create_tab(&options))
        .await
        .map(|_| ())
        .map_err(|_| Refused)
}

/// Opens the side panel, or Firefox's sidebar; a tab where the browser has neither or will not. Call it while a press of a button
/// is still what runs.
pub(in crate::platform) fn open_side_panel(opened: impl FnOnce() + 'static) {
    let promise = match (api::side_panel(), OWN_WINDOW.get()) {
        (Some(panel), Some(window)) => api::open_side_panel(&panel, &object(&[("windowId", window.into())])),
        (Some(_), None) => Err(JsValue::UNDEFINED),
        (None, _) => api::open_sidebar(),
    };
    spawn_local(async move {
        if outcome(promise).await.is_ok() || open_tab().await.is_ok() {
            opened();
        }
    });
}

fn address_of(surface: Surface, parameters: &str) -> Result<JsValue, Refused> {
    let path = format!("index.html?surface={}{parameters}", surface.name());
    api::address_of(&path).map(JsValue::from).map_err(|_| Refused)
}
