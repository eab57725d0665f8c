//! Choosing a template to start from.

use super::contents::TemplateContents;
use super::filling::{Origin, use_filling};
use super::filling_notice::{FillingNotice, NOTICE_ID};
use super::own_templates::{Kept, use_own_templates};
use crate::components::focus_by_id;
use crate::text;
use leptos::prelude::*;
use service_user::{visible, visible_lines};
use template::Template;

/// The id of the list.
pub(super) const PICKER_ID: &str = "template-picker";

/// Before the name of a built-in template, as an option's value.
const BUILT_IN: &str = "recipe/";
/// Before the name of an own one.
const OWN: &str = "own/";

/// A list of all templates, what the chosen one would set, and what came of the one that was used.
#[component]
pub fn TemplatePicker() -> impl IntoView {
    let own = use_own_templates();
    let filling = use_filling();
    // Another page may have saved one since this one was opened.
    own.reload();
    let chosen = RwSignal::new(String::new());
    let template = Memo::new(move |_| chosen.with(|value| own.read(|own| find(value, own))));
    let use_it = move |_| {
        if let Some(template) = template.get_untracked() {
            chosen.set(String::new());
            filling.fill(&template, Origin::Picked);
            focus_by_id(NOTICE_ID);
        }
    };
    let own_options = move || {
        let names = own.read(|own| own.iter().map(|own| own.name().to_owned()).collect::<Vec<_>>());
        (!names.is_empty()).then(|| {
            let options = names.into_iter().map(|name| option(OWN, name)).collect_view();
            view! { <optgroup label=text::templates::OWN>{options}</optgroup> }
        })
    };
    let recipes = Template::built_in()
        .into_iter()
        .map(|template| option(BUILT_IN, template.name().to_owned()));
    let lacks_own = Memo::new(move |_| {
        own.kept()
            .with(|kept| matches!(kept, Kept::Unreadable { .. } | Kept::Refused))
    });
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
                    prop:value=chosen
                    on:change=move |event| chosen.set(event_target_value(&event))
                >
                    <option value="">{text::templates::NO_TEMPLATE}</option>
                    <optgroup label=text::templates::RECIPES>{recipes.collect_view()}</optgroup>
                    {own_options}
                </select>
                <Show when=move || lacks_own.get()>
                    <p class="field-hint">{text::templates::OWN_MISSING}</p>
                </Show>
            </div>
            <div class="template-preview" role="status">
                {move || template.get().map(|template| view! { <Preview template=template /> })}
            </div>
            <Show when=move || template.with(Option::is_some)>
                <div class="button-row">
                    {move || match filling.has_lists() {
                        true => view! {
                            <button type="button" class="button" on:click=use_it>{text::templates::USE}</button>
                        }
                        .into_any(),
                        false => view! { <p>{text::templates::LISTS_MISSING}</p> }.into_any(),
                    }}
                </div>
            </Show>
            <FillingNotice />
        </section>
    }
}

/// What the chosen template is for and would set.
#[component]
fn Preview(template: Template) -> impl IntoView {
    let explanation = template.explanation().to_owned();
    view! {
        {(!explanation.is_empty()).then(|| view! { <p class="template-explanation">{visible_lines(&explanation)}</p> })}
        <TemplateContents template=template.into_draft() />
        <p class="field-hint">{text::templates::NOTHING_ELSE}</p>
    }
}

fn option(kind: &str, name: String) -> impl IntoView + use<> {
    let value = format!("{kind}{name}");
    view! { <option value=value>{visible(&name)}</option> }
}

/// The template behind an option's value.
fn find(value: &str, own: &template::Templates) -> Option<Template> {
    match (value.strip_prefix(BUILT_IN), value.strip_prefix(OWN)) {
        (Some(name), _) => Template::built_in()
            .into_iter()
            .find(|template| template.name() == name),
        (None, Some(name)) => own.get(name).cloned(),
        (None, None) => None,
    }
}
