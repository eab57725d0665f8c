//! Says that something is on its way.

use leptos::prelude::*;

/// A spinner with its words, announced politely.
#[component]
pub fn Loading(
    /// What is loading.
    label: &'static str,
) -> impl IntoView {
    view! {
        <div class="loading" role="status">
            <span class="spinner" aria-hidden="true"></span>
            {label}
        </div>
    }
}
