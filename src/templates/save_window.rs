//! The window in which the present choices are saved as a template.

use super::naming_window::{NamingWindow, Subject};
use crate::fields::use_form;
use crate::workspace::use_workspace;
use leptos::prelude::*;
use template::TemplateDraft;

/// Asks for a name, shows what is saved and what is not, and saves.
#[component]
pub(super) fn SaveWindow(
    /// Called with the name under which it was saved, or with none.
    on_close: Callback<Option<String>>,
) -> impl IntoView {
    view! { <NamingWindow subject=untrack(present_choices) on_close=on_close /> }
}

/// What the present choices make, and what friendly names could begin with.
fn present_choices() -> Subject {
    let workspace = use_workspace();
    let draft = use_form().read(Clone::clone);
    let today = workspace.today.get();
    let choices = workspace.roles.with(|roles| {
        workspace.accounts.with(|accounts| {
            let roles = roles.ready().map_or(&[][..], Vec::as_slice);
            let accounts = accounts.ready().map_or(&[][..], Vec::as_slice);
            TemplateDraft::of(&draft, roles, accounts, today)
        })
    });
    Subject {
        prefix: TemplateDraft::suggested_prefix(&draft.friendly_name).map(str::to_owned),
        choices,
        in_place_of: None,
    }
}
