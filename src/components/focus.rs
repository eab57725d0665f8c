//! Moving the focus.

use leptos::prelude::*;
use std::time::Duration;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// Moves the focus to an element once what is being put on the page now is there.
///
/// An element that is not on the page, or refuses the focus, leaves it where it is.
pub fn focus_by_id(id: impl Into<String>) {
    let id = id.into();
    set_timeout(move || focus(&id), Duration::ZERO);
}

/// As [`focus_by_id`], where what had the focus is not on the page any more; a person who went elsewhere meanwhile stays there.
pub fn focus_if_lost(id: &'static str) {
    set_timeout(
        move || {
            let holder = document().active_element();
            if holder.is_none_or(|holder| holder.tag_name() == "BODY") {
                focus(id);
            }
        },
        Duration::ZERO,
    );
}

fn focus(id: &str) {
    let element = document().get_element_by_id(id);
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let _ = element.focus();
    }
}
