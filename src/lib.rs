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
pub mod batch;
pub mod clock;
pub mod components;
pub mod fields;
pub mod kept_draft;
pub mod navigation;
pub mod organisation;
pub mod parts;
pub mod platform;
pub mod screens;
pub mod session;
pub mod sign_in_way;
pub mod starting_point;
pub mod surroundings;
pub mod templates;
pub mod text;
pub mod token;
pub mod unsaved_change;
pub mod users;
pub mod workspace;

use app::{App, NotStarted};
use leptos::prelude::*;
use platform::Surface;
use session::AtStart;
use starting_point::StartingPoint;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;

/// Learns where it is and whether there is a session, or most likely is one, then puts the app where the page's `#app` element is, in place of
/// the words that stood there meanwhile: the first screen that is made is, most often, the one that stays.
///
/// A page without that element gets the app at the end of its body.
pub fn start() {
    console_error_panic_hook::set_once();
    spawn_local(async {
        let start = match Surface::of_this_page() {
            Surface::Page => Ok(StartingPoint::default()),
            surface => parts::starting_point(surface).await,
        };
        match start {
            Ok(start) => {
                let session = AtStart::look(&start).await;
                show(move || view! { <App start=start session=session /> }.into_any());
            }
            // Without its part the extension knows nothing of the organisation's settings.
            Err(_) => show(|| view! { <NotStarted /> }.into_any()),
        }
    });
}

fn show(app: impl FnOnce() -> AnyView + 'static) {
    let place = document()
        .get_element_by_id("app")
        .and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok());
    match place {
        Some(place) => {
            place.set_text_content(None);
            leptos::mount::mount_to(place, app).forget();
        }
        None => leptos::mount::mount_to_body(app),
    }
}
