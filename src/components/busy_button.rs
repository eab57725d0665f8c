//! A button whose press starts something that takes time.

use leptos::prelude::*;

/// A primary button that is inert while `busy`, keeps the focus all the same, and says what it is doing.
#[component]
pub fn BusyButton(
    /// The words on the button.
    label: &'static str,
    /// The words while busy.
    busy_label: &'static str,
    /// Whether the work is under way.
    #[prop(into)]
    busy: Signal<bool>,
    /// What a press does; not called while busy.
    #[prop(into)]
    on_press: Callback<()>,
) -> impl IntoView {
    view! {
        <button
            type="button"
            class="button button-primary"
            aria-disabled=move || busy.get().then_some("true")
            on:click=move |_| {
                if !busy.get_untracked() {
                    on_press.run(());
                }
            }
        >
            <Show when=move || busy.get()>
                <span class="spinner" aria-hidden="true"></span>
            </Show>
            {move || if busy.get() { busy_label } else { label }}
        </button>
    }
}
