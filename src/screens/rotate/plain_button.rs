//! A button of second rank whose press starts something that takes time.

use leptos::prelude::*;

/// As [`BusyButton`](crate::components::BusyButton), beside a button that matters more.
#[component]
pub(super) fn PlainButton(
    /// The words on the button.
    label: &'static str,
    /// The words while busy.
    busy_label: &'static str,
    /// Whether the work is under way.
    busy: Signal<bool>,
    /// Whether it stands in a heading's line.
    #[prop(optional)]
    small: bool,
    /// What a press does, not called while busy.
    on_press: Callback<()>,
) -> impl IntoView {
    view! {
        <button
            type="button"
            class=if small { "button button-small" } else { "button" }
            aria-disabled=move || busy.get().then_some("true")
            on:click=move |_| {
                if !busy.get_untracked() {
                    on_press.run(());
                }
            }
        >
            {move || if busy.get() { busy_label } else { label }}
        </button>
    }
}
