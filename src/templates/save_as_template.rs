//! The button that saves the present choices as a template.

use super::save_window::SaveWindow;
use crate::components::focus_by_id;
use crate::fields::use_form;
use crate::text;
use crate::workspace::use_workspace;
use leptos::prelude::*;
use template::{Choices, TemplateDraft};

/// The id of the button.
const BUTTON_ID: &str = "save-as-template";

/// A button that opens the window, and what came of it.
#[component]
pub fn SaveAsTemplate() -> impl IntoView {
    let form = use_form();
    let workspace = use_workspace();
    let open = RwSignal::new(None::<(Choices, Option<String>)>);
    let saved = RwSignal::new(None::<String>);
    let choose = move |_| {
        let today = workspace.today.get_untracked();
        let draft = untrack(|| form.read(Clone::clone));
        let choices = workspace.roles.with_untracked(|roles| {
            workspace.accounts.with_untracked(|accounts| {
                let roles = roles.ready().map_or(&[][..], Vec::as_slice);
                let accounts = accounts.ready().map_or(&[][..], Vec::as_slice);
                TemplateDraft::of(&draft, roles, accounts, today)
            })
        });
        let prefix = TemplateDraft::suggested_prefix(&draft.friendly_name).map(str::to_owned);
        saved.set(None);
        open.set(Some((choices, prefix)));
    };
    let close = Callback::new(move |name: Option<String>| {
        open.set(None);
        saved.set(name);
        focus_by_id(BUTTON_ID);
    });
    view! {
        <button type="button" class="button button-small" id=BUTTON_ID on:click=choose>
            {text::templates::SAVE_AS}
        </button>
        <span class="template-saved" role="status">
            {move || saved.get().map(|name| text::templates::saved(&name))}
        </span>
        {move || {
            open.get().map(|(choices, prefix)| view! {
                <SaveWindow choices=choices prefix=prefix on_close=close />
            })
        }}
    }
}
