//! The button that saves the present choices as a template.

use super::access::{Arrival, use_template_access};
use crate::components::focus_by_id;
use crate::text;
use leptos::prelude::*;

/// The id of the button.
const BUTTON_ID: &str = "save-as-template";

/// A button that opens the window, which is in a part, and what came of it.
#[component]
pub fn SaveAsTemplate() -> impl IntoView {
    let access = use_template_access();
    let is_open = RwSignal::new(false);
    let saved = RwSignal::new(None::<String>);
    let open = move |_| {
        saved.set(None);
        is_open.set(true);
        access.want();
    };
    let close = Callback::new(move |name: Option<String>| {
        is_open.set(false);
        saved.set(name);
        focus_by_id(BUTTON_ID);
    });
    view! {
        <button type="button" class="button button-small" id=BUTTON_ID on:click=open>
            {text::templates::SAVE_AS}
        </button>
        <span class="template-saved" role="status">
            {move || saved.get().map(|name| text::templates::saved(&name))}
        </span>
        <span class="template-awaited" role="status">
            {move || match (is_open.get(), access.arrival()) {
                (true, Arrival::Coming) => text::templates::COMING,
                (true, Arrival::Failed) => text::templates::NOT_LOADED,
                (true | false, _) => "",
            }}
        </span>
        {move || {
            let pieces = access.pieces();
            pieces.filter(|_| is_open.get()).map(|pieces| (pieces.save_window)(close))
        }}
    }
}
