//! What the chosen roles permit.

use super::form::use_form;
use crate::text;
use crate::workspace::use_workspace;
use leptos::prelude::*;
use std::collections::BTreeSet;

/// The permissions of all chosen roles together, each once.
#[component]
pub fn Permissions() -> impl IntoView {
    let form = use_form();
    let roles = use_workspace().roles;
    let permissions = Memo::new(move |_| {
        let given = form.read(|draft| draft.roles.clone());
        roles.with(|roles| {
            let roles = roles.ready().map_or(&[][..], Vec::as_slice);
            let given = roles.iter().filter(|role| given.contains(&role.id));
            given
                .flat_map(|role| role.permissions.iter().cloned())
                .collect::<BTreeSet<_>>()
        })
    });
    let list = move || {
        match permissions.with(BTreeSet::is_empty) {
        true => view! { <p class="field-hint">{text::create::NO_PERMISSIONS}</p> }.into_any(),
        false => view! {
            <ul class="permissions">
                {permissions.get().into_iter().map(|permission| view! { <li>{permission}</li> }).collect_view()}
            </ul>
        }
        .into_any(),
    }
    };
    view! {
        <section class="panel" aria-labelledby="permissions-heading">
            <h2 id="permissions-heading">{text::create::PERMISSIONS}</h2>
            {list}
        </section>
    }
}
