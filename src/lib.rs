//! Service User Helper: creates and looks after DigiCert ONE service users, in the browser.
//!
//! Data walks one way: what was typed becomes a [`service_user::Draft`], the rules turn it into a checked request,
//! [`account_api`] carries it to the Account Manager, and the answer becomes a screen. The code map is in `ARCHITECTURE.md`.

#![cfg(target_arch = "wasm32")]
#![allow(
    unreachable_pub,
    reason = "the component macro makes public items of components in private modules"
)]

pub mod app;
pub mod clock;
pub mod components;
pub mod navigation;
pub mod platform;
pub mod screens;
pub mod text;
pub mod workspace;

/// Puts the app where the page's `#app` element is, in place of the words that stood there while it loaded.
///
/// A page without that element gets the app at the end of its body.
pub fn start() {
    use wasm_bindgen::JsCast;

    console_error_panic_hook::set_once();
    let place = leptos::prelude::document()
        .get_element_by_id("app")
        .and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok());
    match place {
        Some(place) => {
            place.set_inner_html("");
            leptos::mount::mount_to(place, app::App).forget();
        }
        None => leptos::mount::mount_to_body(app::App),
    }
}
