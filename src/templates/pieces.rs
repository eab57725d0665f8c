//! What the part with the templates puts on the screens for creating.

use super::filling_notice::FillingNotice;
use super::preview::Preview;
use super::save_window::SaveWindow;
use super::use_button::UseButton;
use leptos::prelude::*;

/// Pieces of screens that are there from the start. Each is made by the part, and has its place kept for it.
#[derive(Clone, Copy)]
pub struct TemplatePieces {
    /// What the template behind the chosen option is for and would set.
    pub(super) preview: fn(RwSignal<String>) -> AnyView,
    /// The button that uses it.
    pub(super) use_button: fn(RwSignal<String>) -> AnyView,
    /// What came of one that is, or was, filled in.
    pub(super) notice: fn() -> AnyView,
    /// The window in which the present choices are saved as one. It calls with the name under which that was done, or with none.
    pub(super) save_window: fn(Callback<Option<String>>) -> AnyView,
}

impl TemplatePieces {
    /// The pieces. Whoever calls this from elsewhere than the part has the part's content beside it.
    #[must_use]
    pub fn of_part() -> Self {
        TemplatePieces {
            preview: |chosen| view! { <Preview chosen=chosen /> }.into_any(),
            use_button: |chosen| view! { <UseButton chosen=chosen /> }.into_any(),
            notice: || view! { <FillingNotice /> }.into_any(),
            save_window: |on_close| view! { <SaveWindow on_close=on_close /> }.into_any(),
        }
    }
}
