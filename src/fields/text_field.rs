//! A field of one text.

use super::form::use_form;
use crate::components;
use leptos::prelude::*;
use service_user::{Draft, Field};

/// The id of a field's control.
#[must_use]
pub fn control_id(field: Field) -> &'static str {
    match field {
        Field::FriendlyName => "field-friendly-name",
        Field::Description => "field-description",
        Field::EndDate => "field-end-date",
        Field::Email => "field-email",
        Field::Accounts => "field-accounts",
        Field::Managers => "field-managers",
        Field::Roles => "field-roles",
    }
}

/// Moves the focus to a field's control.
pub fn focus(field: Field) {
    components::focus_by_id(control_id(field));
}

/// A text field of the draft: one line, or several for a description.
#[component]
pub(super) fn TextField(
    /// Which field.
    field: Field,
    /// Its text in the draft.
    text: fn(&Draft) -> &String,
    /// The same, to be changed.
    text_mut: fn(&mut Draft) -> &mut String,
    /// The label.
    label: &'static str,
    /// The hint.
    #[prop(into)]
    hint: String,
    /// Whether it may stay empty.
    #[prop(optional)]
    optional: bool,
    /// Several lines.
    #[prop(optional)]
    several_lines: bool,
    /// The keyboard a phone should show.
    #[prop(default = "text")]
    keyboard: &'static str,
) -> impl IntoView {
    let form = use_form();
    let id = control_id(field);
    let value = move || form.read(|draft| text(draft).clone());
    let remarks = form.remarks(field);
    let set = move |value: String| form.change(|draft| *text_mut(draft) = value);
    let control = match several_lines {
        true => view! {
            <textarea
                class="field-input"
                id=id
                rows="2"
                aria-describedby=components::description_ids(id)
                aria-invalid=move || components::has_fault(remarks).then_some("true")
                prop:value=value
                on:input=move |event| set(event_target_value(&event))
                on:blur=move |_| form.lose_focus(field)
            ></textarea>
        }
        .into_any(),
        false => view! {
            <input
                class="field-input"
                id=id
                type="text"
                inputmode=keyboard
                autocomplete="off"
                autocapitalize="off"
                spellcheck="false"
                aria-required=(!optional).then_some("true")
                aria-describedby=components::description_ids(id)
                aria-invalid=move || components::has_fault(remarks).then_some("true")
                prop:value=value
                on:input=move |event| set(event_target_value(&event))
                on:blur=move |_| form.lose_focus(field)
            />
        }
        .into_any(),
    };
    view! {
        <components::Field
            id=id
            label=label
            hint=hint
            optional=optional
            remarks=remarks
            on_suggestion=Callback::new(move |suggestion| {
                set(suggestion);
                focus(field);
            })
        >
            {control}
        </components::Field>
    }
}
