//! Step 1: *Service user details*.

use super::submission::use_submission;
use crate::fields::{DetailsFields, FaultCount, focus, use_form};
use crate::navigation::Screen;
use crate::templates::TemplatePicker;
use crate::text;
use crate::workspace::use_workspace;
use leptos::prelude::*;
use service_user::{Field, Step};

/// A template to start from, and the six documented fields, in the documented order.
#[component]
pub(super) fn Details() -> impl IntoView {
    let form = use_form();
    let submission = use_submission();
    let navigation = use_workspace().navigation;
    let next = move || match form.leave_step(Step::Details) {
        Some(field) => focus(field),
        None => navigation.go(Screen::Roles),
    };
    // The button that was pressed goes with what there was to discard.
    let discard = move |_| {
        submission.discard();
        focus(Field::FriendlyName);
    };
    view! {
        <TemplatePicker />
        <form
            class="panel form-width"
            novalidate
            on:submit=move |event| {
                event.prevent_default();
                next();
            }
        >
            <DetailsFields />
            <div class="button-row button-row-end">
                <FaultCount step=Step::Details />
                <Show when=move || !form.is_empty()>
                    <button type="button" class="button button-quiet" on:click=discard>
                        {text::create::DISCARD}
                    </button>
                </Show>
                <button type="button" class="button" on:click=move |_| navigation.go(Screen::ServiceUsers)>
                    {text::create::CANCEL}
                </button>
                <button type="submit" class="button button-primary">{text::create::NEXT}</button>
            </div>
        </form>
    }
}
