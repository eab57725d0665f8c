//! A button whose press starts something that takes time.

use leptos::prelude::*;

/// A button that is inert while `busy`, keeps the focus all the same, and says what it is doing.
#[component]
pub fn BusyButton(
    /// The words on the button.
    label: &'static str,
    /// The words while busy.
    busy_label: &'static str,
    /// Whether the work is under way.
    #[prop(into)]
    busy: Signal<bool>,
    /// Whether what it does stops or destroys something; it is the primary button otherwise.
    #[prop(optional)]
    dangerous: bool,
    /// Whether it cannot be pressed yet.
    #[prop(optional, into)]
    disabled: Signal<bool>,
    /// Its id, for the focus to be put on it.
    #[prop(optional)]
    id: Option<&'static str>,
    /// What a press does, not called while busy. Without it the button submits the form that it is in.
    #[prop(optional, into)]
    on_press: Option<Callback<()>>,
) -> impl IntoView {
    view! {
        <button
            type=if on_press.is_some() { "button" } else { "submit" }
            class=if dangerous { "button button-danger" } else { "button button-primary" }
            id=id
            disabled=move || disabled.get()
            aria-disabled=move || busy.get().then_some("true")
            on:click=move |event| match (busy.get_untracked(), on_press) {
                (true, _) => event.prevent_default(),
                (false, Some(on_press)) => on_press.run(()),
                (false, None) => {}
            }
        >
            <Show when=move || busy.get()>
                <span class="spinner" aria-hidden="true"></span>
            </Show>
            {move || if busy.get() { busy_label } else { label }}
        </button>
    }
}
