//! A searchable list of which several can be chosen: the WAI-ARIA combobox pattern with a multi-selectable listbox.
//!
//! Keys: Down and Up open the list and walk in it, Enter chooses or takes away, Escape closes the list and then empties
//! the search, Backspace in an empty search takes the last choice away, Tab goes on.

use crate::text;
use leptos::html;
use leptos::prelude::*;
use service_user::visible;
use web_sys::{KeyboardEvent, ScrollIntoViewOptions, ScrollLogicalPosition};

/// One thing that can be chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// What tells it apart.
    pub id: String,
    /// Its name.
    pub label: String,
    /// A word more about it; empty for none.
    pub detail: String,
}

impl Choice {
    fn matches(&self, search: &str) -> bool {
        let search = search.trim().to_lowercase();
        search.is_empty()
            || self.label.to_lowercase().contains(&search)
            || self.detail.to_lowercase().contains(&search)
    }
}

/// A searchable multi-select. The label and the hint belong to the surrounding [`Field`](super::Field).
#[component]
pub fn MultiSelect(
    /// The control's id; the field's label points to it.
    id: &'static str,
    /// The field's label, for the list of what is chosen.
    label: &'static str,
    /// Everything that can be chosen.
    #[prop(into)]
    choices: Signal<Vec<Choice>>,
    /// Whether the choices are still on their way.
    #[prop(into)]
    pending: Signal<bool>,
    /// The ids of what is chosen, in the order of choosing.
    #[prop(into)]
    chosen: Signal<Vec<String>>,
    /// Whether the field has a fault that is shown.
    #[prop(into)]
    invalid: Signal<bool>,
    /// Chooses, or takes away what was chosen.
    #[prop(into)]
    on_toggle: Callback<String>,
    /// Called when the person goes on to another field.
    #[prop(into)]
    on_leave: Callback<()>,
) -> impl IntoView {
    let search = RwSignal::new(String::new());
    let open = RwSignal::new(false);
    let active = RwSignal::new(None::<usize>);
    let input = NodeRef::<html::Input>::new();
    let frame = NodeRef::<html::Div>::new();

    let matching = Memo::new(move |_| {
        if pending.get() {
            return Vec::new();
        }
        search.with(|search| {
            choices.with(|choices| {
                choices
                    .iter()
                    .filter(|choice| choice.matches(search))
                    .cloned()
                    .collect::<Vec<_>>()
            })
        })
    });
    let option_id = move |place: usize| format!("{id}-option-{place}");
    let list_id = format!("{id}-list");

    let close = move || {
        open.set(false);
        active.set(None);
    };
    let name_of = move |choice: &str| {
        choices.with(|choices| {
            choices
                .iter()
                .find(|known| known.id == choice)
                .map_or_else(|| choice.to_owned(), |known| known.label.clone())
        })
    };
    // The option or the chip that changes may be gone before a screen reader has come to it.
    let said = RwSignal::new(String::new());
    let change = move |choice: String| {
        let name = untrack(|| name_of(&choice));
        let was_chosen = chosen.with_untracked(|chosen| chosen.contains(&choice));
        on_toggle.run(choice);
        said.set(match was_chosen {
            true => text::multi_select::removed(&name),
            false => text::multi_select::added(&name),
        });
    };
    let toggle = move |choice: String| {
        change(choice);
        if !search.with_untracked(String::is_empty) {
            search.set(String::new());
            active.set(None);
        }
    };
    let remove = move |choice: String| {
        change(choice);
        if let Some(input) = input.get_untracked() {
            // The pressed button is gone; the focus goes to the field instead of to nowhere.
            let _ = input.focus();
        }
    };
    let walk = move |down: bool| {
        let count = matching.with_untracked(Vec::len);
        open.set(true);
        if count == 0 {
            return;
        }
        let next = match (active.get_untracked(), down) {
            (None, true) => 0,
            (None, false) => count - 1,
            (Some(place), true) => (place + 1) % count,
            (Some(place), false) => place.checked_sub(1).unwrap_or(count - 1),
        };
        active.set(Some(next));
    };
    let press = move |event: KeyboardEvent| match event.key().as_str() {
        "ArrowDown" => {
            event.prevent_default();
            walk(true);
        }
        "ArrowUp" => {
            event.prevent_default();
            walk(false);
        }
        "Enter" => {
            event.prevent_default();
            let choice = active
                .get_untracked()
                .and_then(|place| matching.with_untracked(|matching| matching.get(place).cloned()));
            match choice {
                Some(choice) if open.get_untracked() => toggle(choice.id),
                _ => open.set(true),
            }
        }
        "Escape" if open.get_untracked() => {
            event.prevent_default();
            event.stop_propagation();
            close();
        }
        "Escape" if !search.with_untracked(String::is_empty) => {
            event.prevent_default();
            search.set(String::new());
        }
        "Backspace" if search.with_untracked(String::is_empty) && !pending.get_untracked() => {
            let last = chosen.with_untracked(|chosen| chosen.last().cloned());
            if let Some(last) = last {
                change(last);
            }
        }
        _ => {}
    };

    effect(move |_| {
        let Some(place) = active.get() else { return };
        if let Some(option) = document().get_element_by_id(&option_id(place)) {
            let nearest = ScrollIntoViewOptions::new();
            nearest.set_block(ScrollLogicalPosition::Nearest);
            option.scroll_into_view_with_scroll_into_view_options(&nearest);
        }
    });

    let chip = move |choice: String| {
        let name = name_of(&choice);
        view! {
            <li class="multi-select-chip">
                <span class="multi-select-chip-text">{visible(&name)}</span>
                <button
                    type="button"
                    class="multi-select-remove"
                    aria-label=text::multi_select::remove(&name)
                    on:click=move |_| remove(choice.clone())
                >
                    "×"
                </button>
            </li>
        }
    };
    let option = move |(place, choice): (usize, Choice)| {
        let chosen_id = choice.id.clone();
        let selected = move || chosen.with(|chosen| chosen.contains(&chosen_id));
        let toggled = choice.id;
        view! {
            <li
                class="multi-select-option"
                class:multi-select-option-active=move || active.get() == Some(place)
                role="option"
                id=option_id(place)
                aria-selected=move || if selected() { "true" } else { "false" }
                on:click=move |_| toggle(toggled.clone())
            >
                <span>{visible(&choice.label)}</span>
                {(!choice.detail.is_empty())
                    .then(|| view! { <span class="multi-select-detail">{visible(&choice.detail)}</span> })}
            </li>
        }
    };
    // They are made when the list is opened: a tenant can have thousands of accounts, and the form is not to wait for them.
    let options = move || {
        let matching = matching.get();
        if !matching.is_empty() {
            return matching
                .into_iter()
                .enumerate()
                .map(option)
                .collect_view()
                .into_any();
        }
        let none = match pending.get() {
            true => text::multi_select::LOADING,
            false => text::multi_select::NONE,
        };
        view! {
            <li class="multi-select-none" role="option" aria-disabled="true" aria-selected="false">
                {none}
            </li>
        }
        .into_any()
    };

    view! {
        <div
            class="multi-select"
            node_ref=frame
            on:focusout=move |event| {
                use wasm_bindgen::JsCast;
                let next = event.related_target().and_then(|target| target.dyn_into::<web_sys::Node>().ok());
                let inside = frame
                    .get_untracked()
                    .is_some_and(|frame| frame.contains(next.as_ref()) && next.is_some());
                if !inside {
                    close();
                    search.set(String::new());
                    said.set(String::new());
                    on_leave.run(());
                }
            }
        >
            // What was chosen before is shown by its names, which come with the choices.
            <Show when=move || !pending.get() && chosen.with(|chosen| !chosen.is_empty())>
                <ul class="multi-select-chosen" aria-label=text::multi_select::chosen(label)>
                    {move || chosen.get().into_iter().map(chip).collect_view()}
                </ul>
            </Show>
            <input
                node_ref=input
                class="field-input"
                id=id
                type="text"
                role="combobox"
                autocomplete="off"
                spellcheck="false"
                placeholder=move || if pending.get() { text::multi_select::LOADING } else { text::multi_select::SEARCH }
                aria-expanded=move || if open.get() { "true" } else { "false" }
                aria-controls=list_id.clone()
                aria-autocomplete="list"
                aria-required="true"
                // A search may come before what it looks for.
                aria-activedescendant=move || {
                    active.get().filter(|place| *place < matching.with(Vec::len)).map(option_id)
                }
                aria-describedby=super::description_ids(id)
                aria-invalid=move || invalid.get().then_some("true")
                prop:value=move || search.get()
                on:input=move |event| {
                    search.set(event_target_value(&event));
                    open.set(true);
                    active.set(Some(0));
                }
                on:click=move |_| open.set(true)
                on:keydown=press
            />
            <ul
                class="multi-select-list"
                id=list_id.clone()
                role="listbox"
                // A list that scrolls is a stop of the Tab key by itself; the search field is the one stop there should be.
                tabindex="-1"
                aria-multiselectable="true"
                aria-labelledby=format!("{id}-label")
                hidden=move || !open.get()
                // A press inside the list leaves the focus in the search field.
                on:mousedown=move |event| event.prevent_default()
            >
                {move || match open.get() {
                    true => options(),
                    false => ().into_any(),
                }}
            </ul>
            <span class="visually-hidden" role="status">
                {move || match open.get() && !search.with(String::is_empty) {
                    true => text::multi_select::matches(matching.with(Vec::len)),
                    false => said.get(),
                }}
            </span>
        </div>
    }
}
