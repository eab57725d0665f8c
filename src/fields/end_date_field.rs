//! The end date: a day in UTC, a preset, or the explicit choice of none.

use super::end_date_control::{EndDateControl, typed_choice};
use super::form::use_form;
use super::text_field::{control_id, focus};
use crate::workspace::use_workspace;
use crate::{components, text};
use leptos::prelude::*;
use service_user::{EndDateChoice, Field};

/// The end date field of the form.
#[component]
pub(super) fn EndDateField() -> impl IntoView {
    let form = use_form();
    let policy = use_workspace().at_start(|start| start.organisation.policy.clone());
    let must_end = policy.longest_life_days.is_some();
    let hint = match must_end {
        true => text::create::END_DATE_REQUIRED_HINT,
        false => text::create::END_DATE_HINT,
    };
    let hint = text::organisation::with_longest_life(hint, &policy);
    let id = control_id(Field::EndDate);
    let remarks = form.remarks(Field::EndDate);
    let choose = Callback::new(move |choice: EndDateChoice| form.change(|draft| draft.end_date = choice));
    view! {
        <components::Field
            id=id
            label=text::create::END_DATE
            hint=hint
            optional=!must_end
            remarks=remarks
            on_suggestion=Callback::new(move |suggestion| {
                choose.run(typed_choice(suggestion));
                focus(Field::EndDate);
            })
        >
            <EndDateControl
                id=id
                choice=Signal::derive(move || form.read(|draft| draft.end_date.clone()))
                on_choose=choose
                invalid=move || components::has_fault(remarks)
                offers_none=!must_end
                on_blur=Callback::new(move |()| form.lose_focus(Field::EndDate))
                on_settle=Callback::new(move |()| form.leave(Field::EndDate))
            />
        </components::Field>
    }
}
