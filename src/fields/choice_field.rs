//! A field of several choices.

use super::form::use_form;
use super::text_field::control_id;
use crate::components::{Choice, Field as FieldFrame, MultiSelect, has_fault};
use leptos::prelude::*;
use service_user::Field;

/// A searchable list of choices in the frame of its field.
#[component]
pub(super) fn ChoiceField(
    /// Which field.
    field: Field,
    /// The label.
    label: &'static str,
    /// The hint.
    hint: &'static str,
    /// Everything that can be chosen.
    choices: Signal<Vec<Choice>>,
    /// Whether they are still on their way.
    #[prop(into)]
    pending: Signal<bool>,
    /// The ids of what is chosen.
    chosen: Signal<Vec<String>>,
    /// Chooses, or takes away.
    on_toggle: Callback<String>,
) -> impl IntoView {
    let form = use_form();
    let id = control_id(field);
    let remarks = form.remarks(field);
    view! {
        <FieldFrame id=id label=label hint=hint remarks=remarks>
            <MultiSelect
                id=id
                label=label
                choices=choices
                pending=pending
                chosen=chosen
                invalid=move || has_fault(remarks)
                on_toggle=on_toggle
                on_leave=Callback::new(move |()| form.lose_focus(field))
            />
        </FieldFrame>
    }
}

/// Puts a choice in, or takes it out where it is there.
pub(super) fn flip<T: PartialEq>(chosen: &mut Vec<T>, choice: T) {
    match chosen.iter().position(|known| *known == choice) {
        Some(place) => {
            chosen.remove(place);
        }
        None => chosen.push(choice),
    }
}
