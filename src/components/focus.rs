//! Moving the focus.

use leptos::prelude::*;
use std::time::Duration;
use wasm_bindgen::JsCast;
use web_sys::{FocusOptions, HtmlElement};

/// Moves the focus to an element once what is being put on the page now is there.
///
/// An element that is not on the page, or refuses the focus, leaves it where it is.
pub fn focus_by_id(id: impl Into<String>) {
    let id = id.into();
    set_timeout(
        move || {
            if let Some(element) = element(&id) {
                let _ = element.focus();
            }
        },
        Duration::ZERO,
    );
}

/// As [`focus_by_id`], where what had the focus is not on the page any more; a person who went elsewhere meanwhile stays there. Nothing
/// is scrolled: it is done unasked. Where a window is open and the element behind it, it is the window's heading, because nothing behind a window
/// takes the focus.
pub fn focus_if_lost(id: &'static str) {
    set_timeout(
        move || {
            let holder = document().active_element();
            let is_lost = holder.is_none_or(|holder| holder.tag_name() == "BODY");
            let place = match document().query_selector("dialog[open]").ok().flatten() {
                None => element(id),
                Some(window) => element(id)
                    .filter(|element| window.contains(Some(element)))
                    .or_else(|| heading_of(&window)),
            };
            if let Some(place) = place.filter(|_| is_lost) {
                focus_in_place(&place);
            }
        },
        Duration::ZERO,
    );
}

/// Moves the focus to an element and scrolls nothing. One that refuses the focus leaves it where it was, which is no reason to stop.
pub(super) fn focus_in_place(element: &HtmlElement) {
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    let _ = element.focus_with_options(&options);
}

/// A heading takes the focus only where it is said that a script may give it.
fn heading_of(window: &web_sys::Element) -> Option<HtmlElement> {
    let heading = window.query_selector("h2").ok().flatten()?;
    let heading: HtmlElement = heading.dyn_into().ok()?;
    heading.set_tab_index(-1);
    Some(heading)
}

fn element(id: &str) -> Option<HtmlElement> {
    document().get_element_by_id(id)?.dyn_into().ok()
}
