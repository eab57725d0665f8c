//! Choosing a template to start from.

use super::access::{Arrival, use_template_access};
use super::chosen::{BUILT_IN, OWN};
use crate::components::focus_by_id;
use crate::text;
use leptos::prelude::*;
use service_user::{RECIPE_NAMES, visible};

/// The id of the list.
pub(super) const PICKER_ID: &str = "template-picker";

/// A list of all templates, and the places for what the chosen one would set and for what came of the one that was used. What
/// fills the places is in a part, which a choice has loaded.
#[component]
pub fn TemplatePicker() -> impl IntoView {
    let access = use_template_access();
    access.show_box();
    let chosen = RwSignal::new(String::new());
    let choose = move |event| {
        chosen.set(event_target_value(&event));
        access.want();
    };
    let try_again = move |_| {
        access.want();
        // The button that was pressed is gone.
        focus_by_id(PICKER_ID);
    };
    let own_options = move || {
        let names = access.own_names().get();
        (!names.is_empty()).then(|| {
            let options = names.iter().map(|name| option(OWN, name)).collect_view();
            view! { <optgroup label=text::templates::OWN>{options}</optgroup> }
        })
    };
    let recipes = RECIPE_NAMES.into_iter().map(|name| option(BUILT_IN, name));
    view! {
        <section class="panel template-picker form-width" aria-label=text::templates::START_FROM>
            <div class="field">
                <label class="field-label" for=PICKER_ID>
                    {text::templates::START_FROM}
                    <span class="field-optional">" ("{text::create::OPTIONAL}")"</span>
                </label>
                <p class="field-hint" id="template-picker-hint">{text::templates::START_FROM_HINT}</p>
                <select
                    class="field-select"
                    id=PICKER_ID
                    aria-describedby="template-picker-hint"
                    prop:value=move || chosen.get()
                    on:change=choose
                >
                    <option value="">{text::templates::NO_TEMPLATE}</option>
                    <optgroup label=text::templates::RECIPES>{recipes.collect_view()}</optgroup>
                    {own_options}
                </select>
                {move || access.lacks_own().get().then(|| view! {
                    <p class="field-hint">{text::templates::OWN_MISSING}</p>
                })}
            </div>
            <div class="template-preview" role="status">
                {move || match access.arrival() {
                    Arrival::There(pieces) => (pieces.preview)(chosen),
                    Arrival::Coming if chosen.with(|chosen| !chosen.is_empty()) => {
                        view! { <p class="field-hint">{text::templates::COMING}</p> }.into_any()
                    }
                    Arrival::Unwanted | Arrival::Coming | Arrival::Failed => ().into_any(),
                }}
            </div>
            {move || access.pieces().map(|pieces| (pieces.use_button)(chosen))}
            <div class="filling-notice" role="status">
                {move || match access.arrival() {
                    Arrival::There(pieces) => (pieces.notice)(),
                    Arrival::Failed => view! {
                        <div class="notice notice-caution">
                            <p>{text::templates::NOT_LOADED}</p>
                            <div class="button-row">
                                <button type="button" class="button" on:click=try_again>{text::parts::TRY_AGAIN}</button>
                            </div>
                        </div>
                    }
                    .into_any(),
                    Arrival::Coming if access.link().with(Option::is_some) => {
                        view! { <p class="notice">{text::templates::COMING}</p> }.into_any()
                    }
                    Arrival::Unwanted | Arrival::Coming => ().into_any(),
                }}
            </div>
        </section>
    }
}

fn option(kind: &str, name: &str) -> impl IntoView + use<> {
    let value = format!("{kind}{name}");
    view! { <option value=value>{visible(name)}</option> }
}
