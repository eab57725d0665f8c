//! The frame of a step.

use crate::text;
use account_api::RotationStep;
use leptos::prelude::*;

/// The id of the heading of the step that is shown.
pub(super) const STEP_HEADING_ID: &str = "rotate-step";

/// A panel with the step's name as its heading, which takes the focus when the step changes.
#[component]
pub(super) fn StepPanel(
    /// Which step.
    step: RotationStep,
    /// What there is to know and to do.
    children: Children,
) -> impl IntoView {
    view! {
        <section class="panel" aria-labelledby=STEP_HEADING_ID>
            <h2 id=STEP_HEADING_ID tabindex="-1">{text::rotate::step_name(step)}</h2>
            {children()}
        </section>
    }
}
