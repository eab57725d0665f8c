//! *DigiCert ONE Manager access*.

use super::choice_field::{ChoiceField, flip};
use super::form::use_form;
use crate::components::Choice;
use crate::text;
use crate::workspace::{Load, use_workspace};
use leptos::prelude::*;
use service_user::{Field, Manager, ManagerCode, Role, RoleId};

/// Which Managers the service user may use.
#[component]
pub(super) fn ManagersField() -> impl IntoView {
    let form = use_form();
    let roles = use_workspace().roles;
    let choices = Signal::derive(move || {
        roles.with(|roles| {
            managers(roles.ready().map_or(&[], Vec::as_slice))
                .into_iter()
                .map(|(manager, count)| choice(&manager, count))
                .collect::<Vec<_>>()
        })
    });
    let chosen = Signal::derive(move || {
        form.read(|draft| {
            draft
                .managers
                .iter()
                .map(|manager| manager.as_str().to_owned())
                .collect::<Vec<_>>()
        })
    });
    let toggle = Callback::new(move |manager: String| {
        let manager = ManagerCode::new(manager);
        // A Manager that is taken away takes its roles along: a role of a Manager that is not chosen is never asked for.
        let its_roles = roles.with_untracked(|roles| {
            roles
                .ready()
                .map_or_else(Vec::new, |roles| ids_of_roles(roles, &manager))
        });
        form.change(|draft| {
            flip(&mut draft.managers, manager);
            draft.roles.retain(|role| !its_roles.contains(role));
        });
    });
    view! {
        <ChoiceField
            field=Field::Managers
            label=text::create::MANAGERS
            hint=text::create::MANAGERS_HINT
            choices=choices
            pending=move || roles.with(Load::is_pending)
            chosen=chosen
            on_toggle=toggle
        />
    }
}

/// The Managers that the known roles belong to, in the order of their first role, with the number of roles of each.
fn managers(roles: &[Role]) -> Vec<(Manager, usize)> {
    let mut managers: Vec<(Manager, usize)> = Vec::new();
    for role in roles {
        match managers
            .iter_mut()
            .find(|(manager, _)| manager.code == role.manager.code)
        {
            Some((_, count)) => *count += 1,
            None => managers.push((role.manager.clone(), 1)),
        }
    }
    managers
}

fn ids_of_roles(roles: &[Role], manager: &ManagerCode) -> Vec<RoleId> {
    roles
        .iter()
        .filter(|role| role.manager.code == *manager)
        .map(|role| role.id.clone())
        .collect()
}

fn choice(manager: &Manager, roles: usize) -> Choice {
    Choice {
        id: manager.code.as_str().to_owned(),
        label: manager.name.clone(),
        detail: text::create::role_count(roles),
    }
}
