//! What stops an integration, or cannot be undone, takes a second press.

use crate::components::{BusyButton, Question};
use crate::text;
use leptos::prelude::*;

/// A button that asks; in its place then the question, with a button that does it and one that leaves it as it is.
#[component]
pub(super) fn SecondPress(
    /// The words on the button that asks.
    ask_label: &'static str,
    /// Whether the button that asks looks as dangerous as the one that does it.
    #[prop(optional)]
    dangerous: bool,
    /// The question.
    question: String,
    /// The words on the button that does it.
    label: &'static str,
    /// The words while it is being done.
    busy_label: &'static str,
    /// Whether it is being done.
    busy: Signal<bool>,
    /// Does it.
    on_press: Callback<()>,
    /// What stands before the button that asks.
    children: ChildrenFn,
) -> impl IntoView {
    let asked = Question::new("rotate-ask", "rotate-keep");
    let ask_class = match dangerous {
        true => "button button-danger",
        false => "button button-primary",
    };
    move || {
        match asked.is_asked() {
        false => view! {
            <div class="button-row button-row-end">
                {children.call(())}
                <button type="button" class=ask_class id=asked.ask_id() on:click=move |_| asked.ask()>{ask_label}</button>
            </div>
        }
        .into_any(),
        true => view! {
            <div class="rotate-question">
                <p class="rotate-words" role="alert">{question.clone()}</p>
                <div class="button-row button-row-end">
                    <BusyButton label=label busy_label=busy_label busy=busy dangerous=true on_press=on_press />
                    <button type="button" class="button" id=asked.keep_id() on:click=move |_| asked.keep()>
                        {text::rotate::KEEP}
                    </button>
                </div>
            </div>
        }
        .into_any(),
    }
    }
}
