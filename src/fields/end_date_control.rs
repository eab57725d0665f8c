//! Choosing an end date: typed, from a calendar, by a preset, or none.

use crate::workspace::use_workspace;
use crate::{clock, components, text};
use leptos::html;
use leptos::prelude::*;
use service_user::{EndDateChoice, EndDatePreset, UtcDay};

/// The control of an end date, with the instant that the chosen day means in UTC and in the person's own time. It belongs into the
/// frame of a field.
#[component]
pub fn EndDateControl(
    /// The id of the field that is typed into.
    id: &'static str,
    /// What is chosen.
    #[prop(into)]
    choice: Signal<EndDateChoice>,
    /// Takes another choice over.
    #[prop(into)]
    on_choose: Callback<EndDateChoice>,
    /// Whether a fault of it is shown.
    #[prop(into)]
    invalid: Signal<bool>,
    /// Whether *No end date* can be chosen.
    offers_none: bool,
    /// Called when the focus goes from the field.
    #[prop(optional, into)]
    on_blur: Option<Callback<()>>,
    /// Called when something was chosen by a press, after which there is nothing more to type.
    #[prop(optional, into)]
    on_settle: Option<Callback<()>>,
) -> impl IntoView {
    let workspace = use_workspace();
    let today = workspace.today;
    let presets = workspace.at_start(|start| EndDatePreset::allowed(&start.organisation.policy));
    let picker = NodeRef::<html::Input>::new();
    let settle = move |choice: EndDateChoice| {
        on_choose.run(choice);
        if let Some(on_settle) = on_settle {
            on_settle.run(());
        }
    };
    let typed = move || {
        choice.with(|choice| match choice {
            EndDateChoice::Typed(text) => text.clone(),
            EndDateChoice::Unanswered | EndDateChoice::NoEndDate => String::new(),
        })
    };
    let no_end_date = Memo::new(move |_| choice.with(|choice| *choice == EndDateChoice::NoEndDate));
    let preset = move |preset: EndDatePreset| {
        let day = move || preset.last_day(today.get());
        view! {
            <button
                type="button"
                class="button button-small"
                aria-pressed=move || if day().to_string() == typed() { "true" } else { "false" }
                on:click=move |_| settle(EndDateChoice::Typed(untrack(day).to_string()))
            >
                {text::create::preset(preset.days())}
            </button>
        }
    };
    let instant = move || match (no_end_date.get(), UtcDay::parse(&typed())) {
        (true, _) => view! { {text::create::WORKS_UNTIL_DISABLED} }.into_any(),
        (false, Some(day)) => view! {
            <strong>{text::create::valid_until(day)}</strong>
            <span class="end-date-separator">" · "</span>
            {text::create::local_time(&clock::last_instant_in_local_time(day))}
        }
        .into_any(),
        (false, None) => ().into_any(),
    };
    view! {
        <div class="end-date-row">
            <input
                class="field-input end-date-input"
                id=id
                type="text"
                inputmode="numeric"
                autocomplete="off"
                spellcheck="false"
                placeholder="YYYY-MM-DD"
                aria-describedby=format!("{} {id}-instant", components::description_ids(id))
                aria-invalid=move || invalid.get().then_some("true")
                prop:value=typed
                on:input=move |event| on_choose.run(typed_choice(event_target_value(&event)))
                on:blur=move |_| {
                    if let Some(on_blur) = on_blur {
                        on_blur.run(());
                    }
                }
            />
            <span class="end-date-picker">
                <button
                    type="button"
                    class="button"
                    on:click=move |_| {
                        // A browser without a calendar to show leaves the text field, which does the same.
                        if let Some(picker) = picker.get_untracked() {
                            picker.set_type("date");
                            let _ = picker.show_picker();
                        }
                    }
                >
                    {text::create::CALENDAR}
                </button>
                // It becomes a date with the first press: a browser draws a field of that kind from two dozen elements of its own.
                <input
                    node_ref=picker
                    type="text"
                    tabindex="-1"
                    aria-hidden="true"
                    prop:value=typed
                    on:change=move |event| settle(typed_choice(event_target_value(&event)))
                />
            </span>
            {offers_none.then(|| view! {
                <label class="choice">
                    <input
                        type="checkbox"
                        prop:checked=move || no_end_date.get()
                        on:change=move |event| settle(match event_target_checked(&event) {
                            true => EndDateChoice::NoEndDate,
                            false => EndDateChoice::Unanswered,
                        })
                    />
                    {text::create::NO_END_DATE}
                </label>
            })}
        </div>
        <div class="button-row" role="group" aria-label=text::create::END_DATE_PRESETS>
            {presets.map(preset).collect_view()}
        </div>
        <p class="end-date-instant" id=format!("{id}-instant")>{instant}</p>
    }
}

/// What a text stands for: an empty one for no answer yet.
pub(super) fn typed_choice(text: String) -> EndDateChoice {
    match text.is_empty() {
        true => EndDateChoice::Unanswered,
        false => EndDateChoice::Typed(text),
    }
}
