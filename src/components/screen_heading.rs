//! The heading of a screen.

use crate::text;
use leptos::html::H1;
use leptos::prelude::*;

/// The screen's `h1`. It takes the focus when the screen appears, so that a keyboard or a screen reader starts there, and
/// names the window.
#[component]
pub fn ScreenHeading(
    /// The words.
    #[prop(into)]
    title: Signal<String>,
) -> impl IntoView {
    let heading = NodeRef::<H1>::new();
    Effect::new(move |_| {
        document().set_title(&text::app::page_title(&title.get()));
        if let Some(heading) = heading.get() {
            focus_without_scrolling_past(&heading);
        }
    });
    view! {
        <h1 node_ref=heading tabindex="-1">
            {move || title.get()}
        </h1>
    }
}

/// Focus comes with the page scrolled to its top: the heading is the first thing of a screen. An element that refuses the
/// focus leaves it where it was, which is no reason to stop.
fn focus_without_scrolling_past(heading: &web_sys::HtmlElement) {
    window().scroll_to_with_x_and_y(0.0, 0.0);
    let _ = heading.focus();
}
