//! The end date: a day in UTC, a preset, or the explicit choice of none.

use super::form::use_form;
use super::text_field::{control_id, focus};
use crate::workspace::use_workspace;
use crate::{clock, components, text};
use leptos::html;
use leptos::prelude::*;
use service_user::{EndDateChoice, EndDatePreset, Field, UtcDay};

/// The end date field, with the instant it means in UTC and in the person's own time.
#[component]
pub(super) fn EndDateField() -> impl IntoView {
    let form = use_form();
    let workspace = use_workspace();
    let today = workspace.today;
    let policy = workspace.at_start(|start| start.organisation.policy.clone());
    let must_end = policy.longest_life_days.is_some();
    let hint = match must_end {
        true => text::create::END_DATE_REQUIRED_HINT,
        false => text::create::END_DATE_HINT,
    };
    let hint = text::organisation::with_longest_life(hint, &policy);
    let presets = EndDatePreset::allowed(&policy);
    let id = control_id(Field::EndDate);
    let picker = NodeRef::<html::Input>::new();
    let choose = move |choice: EndDateChoice| {
        form.change(|draft| draft.end_date = choice);
    };
    let typed = move || {
        form.read(|draft| match &draft.end_date {
            EndDateChoice::Typed(text) => text.clone(),
            EndDateChoice::Unanswered | EndDateChoice::NoEndDate => String::new(),
        })
    };
    let no_end_date = Memo::new(move |_| form.read(|draft| draft.end_date == EndDateChoice::NoEndDate));
    let invalid = form.is_faulty(Field::EndDate);
    let type_text = move |text: String| {
        choose(match text.is_empty() {
            true => EndDateChoice::Unanswered,
            false => EndDateChoice::Typed(text),
        });
    };
    let preset = move |preset: EndDatePreset| {
        let day = move || preset.last_day(today.get());
        view! {
            <button
                type="button"
                class="button button-small"
                aria-pressed=move || if day().to_string() == typed() { "true" } else { "false" }
                on:click=move |_| {
                    choose(EndDateChoice::Typed(untrack(day).to_string()));
                    form.leave(Field::EndDate);
                }
            >
                {text::create::preset(preset.days())}
            </button>
        }
    };
    let instant = move || match (no_end_date.get(), UtcDay::parse(&typed())) {
        (true, _) => view! { {text::create::WORKS_UNTIL_DISABLED} }.into_any(),
        (false, Some(day)) => view! {
            <strong>{text::create::valid_until(day)}</strong>
            " · "
            {text::create::local_time(&clock::last_instant_in_local_time(day))}
        }
        .into_any(),
        (false, None) => ().into_any(),
    };
    view! {
        <components::Field
            id=id
            label=text::create::END_DATE
            hint=hint
            optional=!must_end
            remarks=form.remarks(Field::EndDate)
            on_suggestion=Callback::new(move |suggestion| {
                type_text(suggestion);
                focus(Field::EndDate);
            })
        >
            <div class="end-date-row">
                <input
                    class="field-input field-mono end-date-input"
                    id=id
                    type="text"
                    inputmode="numeric"
                    autocomplete="off"
                    spellcheck="false"
                    placeholder="YYYY-MM-DD"
                    aria-describedby=format!("{} {id}-instant", components::description_ids(id))
                    aria-invalid=move || invalid.get().then_some("true")
                    prop:value=typed
                    on:input=move |event| type_text(event_target_value(&event))
                    on:blur=move |_| form.lose_focus(Field::EndDate)
                />
                <span class="end-date-picker">
                    <button
                        type="button"
                        class="button"
                        on:click=move |_| {
                            // A browser without a calendar to show leaves the text field, which does the same.
                            if let Some(picker) = picker.get_untracked() {
                                let _ = picker.show_picker();
                            }
                        }
                    >
                        {text::create::CALENDAR}
                    </button>
                    <input
                        node_ref=picker
                        type="date"
                        tabindex="-1"
                        aria-hidden="true"
                        prop:value=typed
                        on:change=move |event| {
                            type_text(event_target_value(&event));
                            form.leave(Field::EndDate);
                        }
                    />
                </span>
                {(!must_end).then(|| view! {
                    <label class="choice">
                        <input
                            type="checkbox"
                            prop:checked=no_end_date
                            on:change=move |event| {
                                choose(match event_target_checked(&event) {
                                    true => EndDateChoice::NoEndDate,
                                    false => EndDateChoice::Unanswered,
                                });
                                form.leave(Field::EndDate);
                            }
                        />
                        {text::create::NO_END_DATE}
                    </label>
                })}
            </div>
            <div class="button-row" role="group" aria-label=text::create::END_DATE_PRESETS>
                {presets.map(preset).collect_view()}
            </div>
            <p class="end-date-instant" id=format!("{id}-instant")>{instant}</p>
        </components::Field>
    }
}
