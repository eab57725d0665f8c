//! The steps of a flow.

use crate::text;
use leptos::prelude::*;

/// An ordered list of the steps with the current one marked; there is no ARIA pattern for steps beyond that.
#[component]
pub fn Stepper(
    /// The steps' names, in order.
    steps: &'static [&'static str],
    /// The place of the current step, from 0.
    #[prop(into)]
    current: Signal<usize>,
) -> impl IntoView {
    let step = move |place: usize, name: &'static str| {
        let done = move || place < current.get();
        view! {
            <li
                class="stepper-step"
                class:stepper-done=done
                aria-current=move || (place == current.get()).then_some("step")
            >
                <span class="stepper-number" aria-hidden="true">
                    {move || if done() { "✓".to_owned() } else { (place + 1).to_string() }}
                </span>
                {name}
                <Show when=done>
                    <span class="visually-hidden">{text::create::STEP_DONE}</span>
                </Show>
            </li>
        }
    };
    view! {
        <ol class="stepper" aria-label=text::create::STEPS>
            {steps.iter().enumerate().map(|(place, name)| step(place, name)).collect_view()}
        </ol>
    }
}
