//! The ways from one surface of the extension to another.

use crate::platform::{self, Surface};
use crate::text;
use crate::workspace::use_workspace;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Buttons that open the page elsewhere, with everything that was typed; none on a page of a web server.
#[component]
pub fn SurfaceButtons() -> impl IntoView {
    let surface = use_workspace().surface();
    // What stays open beside the page it opened has nothing to close.
    let leave = move || {
        if surface == Surface::Popup {
            platform::close_this_page();
        }
    };
    let to_panel = move |_| platform::open_side_panel(leave);
    let to_tab = move |_| {
        spawn_local(async move {
            if platform::open_tab().await.is_ok() {
                leave();
            }
        });
    };
    let to_window = move |_| {
        spawn_local(async move {
            if platform::open_window("").await.is_ok() {
                leave();
            }
        });
    };
    let (has_panel, has_window, has_tab) = match surface {
        Surface::Popup => (true, true, true),
        Surface::SidePanel | Surface::Sidebar => (false, true, true),
        Surface::Window => (false, false, true),
        Surface::Page | Surface::Tab => (false, false, false),
    };
    let has_any = has_panel || has_window || has_tab;
    has_any.then(|| view! {
        <span class="surface-buttons">
            {has_panel.then(|| view! { <IconButton label=text::surface::OPEN_PANEL path=PANEL on_press=to_panel /> })}
            {has_window.then(|| view! { <IconButton label=text::surface::OPEN_WINDOW path=WINDOW on_press=to_window /> })}
            {has_tab.then(|| view! { <IconButton label=text::surface::OPEN_TAB path=TAB on_press=to_tab /> })}
        </span>
    })
}

/// A frame with a bar at its right.
const PANEL: &str = "M2.5 3.5h11v9h-11zM9.5 3.5v9";
/// Two frames, one before the other.
const WINDOW: &str = "M5.5 2.5h8v7h-8zM5.5 6.5h-3v7h8v-4";
/// An arrow that leaves a frame.
const TAB: &str = "M7 3.5H3.5v9h9V9M9.5 2.5h4v4M13.5 2.5l-6 6";

/// A button with a picture; its words are its name and its tooltip.
#[component]
fn IconButton(
    label: &'static str,
    path: &'static str,
    #[prop(into)] on_press: Callback<()>,
) -> impl IntoView {
    view! {
        <button type="button" class="button button-icon" aria-label=label title=label on:click=move |_| on_press.run(())>
            <svg viewBox="0 0 16 16" aria-hidden="true">
                <path d=path fill="none" stroke="currentColor" stroke-width="1.4" stroke-linejoin="round"></path>
            </svg>
        </button>
    }
}
