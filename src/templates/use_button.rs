//! The button that uses a template.

use super::chosen::template_of;
use super::desk::{use_filling, use_own_templates};
use super::filling::Origin;
use super::filling_notice::NOTICE_ID;
use crate::components::focus_by_id;
use crate::text;
use leptos::prelude::*;

/// A button that uses the chosen template, or why that cannot be; nothing where none is chosen.
#[component]
pub(super) fn UseButton(
    /// The value of the chosen option.
    chosen: RwSignal<String>,
) -> impl IntoView {
    let own = use_own_templates();
    let filling = use_filling();
    let template = template_of(chosen, own);
    let use_it = move |_| {
        if let Some(template) = template.get_untracked() {
            chosen.set(String::new());
            filling.fill(&template, Origin::Picked);
            focus_by_id(NOTICE_ID);
        }
    };
    view! {
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
    }
}
