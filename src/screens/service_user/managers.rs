//! *Managers, roles and permissions*.

use super::subject::Subject;
use crate::components::{FailureNotice, Loading, PermissionList};
use crate::text;
use crate::workspace::{Load, use_workspace};
use account_api::Error;
use leptos::prelude::*;
use service_user::{Role, RoleId, ServiceUser, visible, visible_lines};
use std::collections::BTreeSet;

/// The roles of a service user.
#[derive(Clone, Debug, Default, PartialEq)]
struct Grants {
    /// The Managers in the order of their first role, each with the roles that are known.
    groups: Vec<(String, Vec<Role>)>,
    /// The Managers to which it has access by no role that is known.
    further_managers: Vec<String>,
    /// The roles that are not known.
    unseen_roles: Vec<RoleId>,
}

impl Grants {
    fn of(user: &ServiceUser, roles: &[Role]) -> Self {
        let mut groups: Vec<(String, Vec<Role>)> = Vec::new();
        for role in user
            .roles
            .iter()
            .filter_map(|id| roles.iter().find(|role| role.id == *id))
        {
            match groups
                .iter_mut()
                .find(|(manager, _)| *manager == role.manager.name)
            {
                Some((_, of_it)) => of_it.push(role.clone()),
                None => groups.push((role.manager.name.clone(), vec![role.clone()])),
            }
        }
        Grants {
            groups,
            further_managers: user.unseen_managers(roles).map(ToOwned::to_owned).collect(),
            unseen_roles: user.unseen_roles(roles).cloned().collect(),
        }
    }

    fn is_empty(&self) -> bool {
        *self == Grants::default()
    }

    fn permissions(&self) -> BTreeSet<String> {
        let roles = self.groups.iter().flat_map(|(_, roles)| roles);
        roles.flat_map(|role| role.permissions.iter().cloned()).collect()
    }
}

/// The roles Manager by Manager, broad ones marked as in the form, and the permissions that follow from all of them together.
#[component]
pub(super) fn Managers(subject: Subject) -> impl IntoView {
    let workspace = use_workspace();
    let grants = {
        let roles = workspace.roles;
        subject.follow(move |user| {
            roles.with(|roles| Grants::of(user, roles.ready().map_or(&[], Vec::as_slice)))
        })
    };
    // None while they load, and the error where they did not arrive.
    let roles = Memo::new(move |_| {
        workspace.roles.with(|roles| match roles {
            Load::Pending => None,
            Load::Ready(_) => Some(Ok(())),
            Load::Failed(error) => Some(Err(error.clone())),
        })
    });
    view! {
        <section class="panel" aria-labelledby="managers-heading">
            <h2 id="managers-heading">{text::service_user::ROLES}</h2>
            {move || match roles.get() {
                None => view! { <Loading label=text::service_user::LOADING_ROLES /> }.into_any(),
                Some(Ok(())) => view! { <KnownGrants grants=grants /> }.into_any(),
                Some(Err(error)) => view! { <WithoutRoles subject=subject error=error /> }.into_any(),
            }}
        </section>
    }
}

/// The roles, once it is known which ID stands for which.
#[component]
fn KnownGrants(grants: Memo<Grants>) -> impl IntoView {
    let permissions = Memo::new(move |_| grants.with(Grants::permissions));
    let groups = move || {
        grants
            .get()
            .groups
            .into_iter()
            .map(|(manager, roles)| {
                view! {
                    <div class="grant">
                        <h3>{visible(&manager)}</h3>
                        <ul class="grant-roles">{roles.into_iter().map(role_item).collect_view()}</ul>
                    </div>
                }
            })
            .collect_view()
    };
    let further = move || {
        let managers = grants.get().further_managers;
        let managers = managers.into_iter().map(|manager| {
            view! {
                <div class="grant">
                    <h3>{visible(&manager)}</h3>
                    <p class="field-hint">{text::service_user::ROLE_NOT_TOLD}</p>
                </div>
            }
        });
        managers.collect_view()
    };
    let unseen = move || {
        let roles = grants.get().unseen_roles;
        (!roles.is_empty()).then(|| {
            let roles = roles
                .into_iter()
                .map(|id| view! { <li><code>{visible(id.as_str())}</code></li> });
            view! {
                <div class="grant">
                    <h3>{text::service_user::UNSEEN_ROLES}</h3>
                    <p class="field-hint">{text::service_user::UNSEEN_ROLES_HINT}</p>
                    <ul class="facts-list">{roles.collect_view()}</ul>
                </div>
            }
        })
    };
    view! {
        <Show when=move || grants.with(Grants::is_empty)>
            <p class="field-hint">{text::service_user::NO_ROLES}</p>
        </Show>
        {groups}
        {further}
        {unseen}
        <div class="grant">
            <h3>{text::service_user::PERMISSIONS}</h3>
            <PermissionList permissions=permissions none=text::service_user::NO_PERMISSIONS />
        </div>
    }
}

fn role_item(role: Role) -> impl IntoView + use<> {
    let is_broad = role.is_broad();
    view! {
        <li>
            <span class="role-name">
                {visible(&role.name)}
                {is_broad.then(|| view! { <span class="tag">{text::create::BROAD}</span> })}
            </span>
            {(!role.description.is_empty()).then(|| view! { <span class="field-hint">{visible_lines(&role.description)}</span> })}
        </li>
    }
}

/// What is known without the list of roles: why it is not there, and the Managers, which the service user itself names.
#[component]
fn WithoutRoles(subject: Subject, error: Error) -> impl IntoView {
    let workspace = use_workspace();
    let managers = subject.follow(|user| user.managers.clone());
    let retry = Callback::new(move |()| workspace.load_roles());
    view! {
        <FailureNotice error=error lead=text::service_user::ROLES_FAILED of_part=true on_retry=retry />
        <ul class="facts-list">
            {move || managers.get().into_iter().map(|manager| view! { <li>{visible(&manager)}</li> }).collect_view()}
        </ul>
    }
}
