//! *Roles*: a group for each chosen Manager.

use super::choice_field::flip;
use super::form::use_form;
use super::text_field::control_id;
use crate::components::RemarkList;
use crate::text;
use crate::workspace::use_workspace;
use leptos::prelude::*;
use service_user::{Field, Manager, ManagerCode, Role, RoleId, visible, visible_lines};

/// A search over roles and permissions, and the roles of each chosen Manager.
#[component]
pub fn RolesField() -> impl IntoView {
    let form = use_form();
    let workspace = use_workspace();
    let search = RwSignal::new(String::new());
    let chosen_managers = Memo::new(move |_| form.read(|draft| draft.managers.clone()));
    let groups = Memo::new(move |_| {
        workspace.roles.with(|roles| {
            let roles = roles.ready().map_or(&[][..], Vec::as_slice);
            chosen_managers.with(|chosen| {
                chosen
                    .iter()
                    .filter_map(|code| group(roles, code))
                    .collect::<Vec<_>>()
            })
        })
    });
    let any_matches = Memo::new(move |_| {
        search.with(|search| {
            groups.with(|groups| {
                groups
                    .iter()
                    .flat_map(|(_, roles)| roles)
                    .any(|role| matches(role, search))
            })
        })
    });
    view! {
        <div class="field">
            <label class="field-label" for="role-search">{text::create::SEARCH_ROLES}</label>
            <input
                class="field-input"
                id="role-search"
                type="search"
                autocomplete="off"
                prop:value=move || search.get()
                on:input=move |event| search.set(event_target_value(&event))
            />
        </div>
        <div id=control_id(Field::Roles) tabindex="-1">
            <RemarkList id=control_id(Field::Roles) remarks=form.remarks(Field::Roles) on_suggestion=None />
        </div>
        <Show when=move || groups.with(Vec::is_empty)>
            <p>{text::create::NO_MANAGER}</p>
        </Show>
        <Show when=move || groups.with(|groups| !groups.is_empty()) && !any_matches.get()>
            <p role="status">{text::create::NO_ROLE_MATCHES}</p>
        </Show>
        {move || {
            groups
                .get()
                .into_iter()
                .map(|(manager, roles)| view! { <RoleGroup manager=manager roles=roles search=search /> })
                .collect_view()
        }}
    }
}

/// The roles of one Manager.
#[component]
fn RoleGroup(manager: Manager, roles: Vec<Role>, search: RwSignal<String>) -> impl IntoView {
    let shown = {
        let roles = roles.clone();
        Memo::new(move |_| search.with(|search| roles.iter().any(|role| matches(role, search))))
    };
    view! {
        <fieldset
            class="role-group"
            hidden=move || !shown.get()
            aria-describedby=format!("{}-remarks", control_id(Field::Roles))
        >
            <legend class="role-group-legend">{visible(&manager.name)}</legend>
            {roles.into_iter().map(|role| view! { <RoleChoice role=role search=search /> }).collect_view()}
        </fieldset>
    }
}

/// One role with its box.
#[component]
fn RoleChoice(role: Role, search: RwSignal<String>) -> impl IntoView {
    let form = use_form();
    let id = role.id.clone();
    let given = Memo::new(move |_| form.read(|draft| draft.roles.contains(&id)));
    let shown = {
        let role = role.clone();
        Memo::new(move |_| search.with(|search| matches(&role, search)))
    };
    let toggled: RoleId = role.id.clone();
    let description = match role.description.is_empty() {
        true => text::create::permission_count(role.permissions.len()),
        false => visible_lines(&role.description),
    };
    view! {
        <label class="role" hidden=move || !shown.get()>
            <input
                type="checkbox"
                data-role=role.name.clone()
                prop:checked=move || given.get()
                on:change=move |_| {
                    form.change(|draft| flip(&mut draft.roles, toggled.clone()));
                }
            />
            <span class="role-name">
                {visible(&role.name)}
                {role.is_broad().then(|| view! { <span class="tag">{text::create::BROAD}</span> })}
            </span>
            <span class="role-description">{description}</span>
        </label>
    }
}

fn group(roles: &[Role], code: &ManagerCode) -> Option<(Manager, Vec<Role>)> {
    let of_it: Vec<Role> = roles
        .iter()
        .filter(|role| role.manager.code == *code)
        .cloned()
        .collect();
    of_it
        .first()
        .map(|first| first.manager.clone())
        .map(|manager| (manager, of_it))
}

fn matches(role: &Role, search: &str) -> bool {
    let search = search.trim().to_lowercase();
    search.is_empty()
        || role.name.to_lowercase().contains(&search)
        || role.description.to_lowercase().contains(&search)
        || role
            .permissions
            .iter()
            .any(|permission| permission.to_lowercase().contains(&search))
}
