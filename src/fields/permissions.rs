//! What the chosen roles permit.

use super::form::use_form;
use crate::components::PermissionList;
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
    view! {
        <section class="panel" aria-labelledby="permissions-heading">
            <h2 id="permissions-heading">{text::create::PERMISSIONS}</h2>
            <PermissionList permissions=permissions none=text::create::NO_PERMISSIONS />
        </section>
    }
}
