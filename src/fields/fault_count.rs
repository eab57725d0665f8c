//! How much there is to put right before going on.

use super::form::use_form;
use crate::text;
use leptos::prelude::*;
use service_user::Step;

/// The number of faults of a step that are shown; nothing where there is none.
#[component]
pub fn FaultCount(
    /// The step.
    step: Step,
) -> impl IntoView {
    let count = use_form().fault_count(step);
    view! {
        <Show when=move || { count.get() > 0 }>
            <p class="remark remark-fault" role="status">
                <span>{move || text::create::faults(count.get())}</span>
            </p>
        </Show>
    }
}
