//! The heading of a screen.

use super::focus::focus_in_place;
use crate::text;
use leptos::html::H1;
use leptos::prelude::*;

/// The id of the screen's heading.
pub const SCREEN_HEADING_ID: &str = "screen-heading";

/// The screen's `h1`. It takes the focus when the screen appears, so that a keyboard or a screen reader starts there, and
/// names the window.
#[component]
pub fn ScreenHeading(
    /// The words.
    #[prop(into)]
    title: Signal<String>,
) -> impl IntoView {
    let heading = NodeRef::<H1>::new();
    effect(move |_| {
        document().set_title(&text::app::page_title(&title.get()));
        if let Some(heading) = heading.get() {
            // It is the first thing of the screen, so nothing has to be scrolled for it.
            focus_in_place(&heading);
            scroll_to_top();
        }
    });
    view! {
        <h1 node_ref=heading id=SCREEN_HEADING_ID tabindex="-1">
            {move || title.get()}
        </h1>
    }
}

/// With the frame that shows the screen: at once, the browser would have to lay the screen out once more for it.
fn scroll_to_top() {
    request_animation_frame(|| window().scroll_to_with_x_and_y(0.0, 0.0));
}
