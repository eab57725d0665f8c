//! Step 1: *Service user details*.

use super::end_date_field::EndDateField;
use super::fault_count::FaultCount;
use super::form::use_form;
use super::text_field::{TextField, control_id, focus};
use crate::components::{Choice, Field as FieldFrame, MultiSelect};
use crate::navigation::Screen;
use crate::text;
use crate::workspace::use_workspace;
use leptos::prelude::*;
use service_user::{Account, AccountId, Field, Manager, ManagerCode, Role, RoleId, Step};

/// The six documented fields, in the documented order.
#[component]
pub(super) fn Details() -> impl IntoView {
    let form = use_form();
    let workspace = use_workspace();
    let navigation = workspace.navigation;
    // What the organisation asks is said before it is typed against.
    let (name_hint, email_hint) = workspace.at_start(|start| {
        let policy = &start.organisation.policy;
        (
            text::organisation::with_name_patterns(text::create::FRIENDLY_NAME_HINT, policy),
            text::organisation::with_email_domains(text::create::EMAIL_HINT, policy),
        )
    });
    let next = move || match form.leave_step(Step::Details) {
        Some(field) => focus(field),
        None => navigation.go(Screen::Roles),
    };
    view! {
        <form
            class="panel form-width"
            novalidate
            on:submit=move |event| {
                event.prevent_default();
                next();
            }
        >
            <TextField
                field=Field::FriendlyName
                text=|draft| &mut draft.friendly_name
                label=text::create::FRIENDLY_NAME
                hint=name_hint
            />
            <TextField
                field=Field::Description
                text=|draft| &mut draft.description
                label=text::create::DESCRIPTION
                hint=text::create::DESCRIPTION_HINT
                optional=true
                several_lines=true
            />
            <EndDateField />
            <TextField
                field=Field::Email
                text=|draft| &mut draft.email
                label=text::create::EMAIL
                hint=email_hint
                keyboard="email"
            />
            <AccountsField />
            <ManagersField />
            <div class="button-row button-row-end">
                <FaultCount step=Step::Details />
                <Show when=move || !form.is_empty()>
                    <button type="button" class="button button-quiet" on:click=move |_| form.clear()>
                        {text::create::DISCARD}
                    </button>
                </Show>
                <button type="button" class="button" on:click=move |_| navigation.go(Screen::ServiceUsers)>
                    {text::create::CANCEL}
                </button>
                <button type="submit" class="button button-primary">{text::create::NEXT}</button>
            </div>
        </form>
    }
}

/// Which accounts may use the service user.
#[component]
fn AccountsField() -> impl IntoView {
    let form = use_form();
    let accounts = use_workspace().accounts;
    let choices = Signal::derive(move || {
        accounts.with(|accounts| {
            accounts
                .ready()
                .map_or_else(Vec::new, |accounts| accounts.iter().map(account_choice).collect())
        })
    });
    let chosen = Signal::derive(move || {
        form.read(|draft| {
            draft
                .accounts
                .iter()
                .map(|account| account.as_str().to_owned())
                .collect::<Vec<_>>()
        })
    });
    let toggle = Callback::new(move |account: String| {
        form.change(|draft| flip(&mut draft.accounts, AccountId::new(account)));
    });
    view! {
        <ChoiceField
            field=Field::Accounts
            label=text::create::ACCOUNTS
            hint=text::create::ACCOUNTS_HINT
            choices=choices
            chosen=chosen
            on_toggle=toggle
        />
    }
}

/// Which Managers the service user may use.
#[component]
fn ManagersField() -> impl IntoView {
    let form = use_form();
    let roles = use_workspace().roles;
    let choices = Signal::derive(move || {
        roles.with(|roles| {
            managers(roles.ready().map_or(&[], Vec::as_slice))
                .into_iter()
                .map(|(manager, count)| manager_choice(&manager, count))
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
            chosen=chosen
            on_toggle=toggle
        />
    }
}

/// A field of several choices.
#[component]
fn ChoiceField(
    field: Field,
    label: &'static str,
    hint: &'static str,
    choices: Signal<Vec<Choice>>,
    chosen: Signal<Vec<String>>,
    on_toggle: Callback<String>,
) -> impl IntoView {
    let form = use_form();
    let id = control_id(field);
    view! {
        <FieldFrame id=id label=label hint=hint remarks=form.remarks(field)>
            <MultiSelect
                id=id
                label=label
                choices=choices
                chosen=chosen
                invalid=form.is_faulty(field)
                on_toggle=on_toggle
                on_leave=Callback::new(move |()| form.lose_focus(field))
            />
        </FieldFrame>
    }
}

/// The Managers that the known roles belong to, in the order of their first role, with the number of roles of each.
pub(super) fn managers(roles: &[Role]) -> Vec<(Manager, usize)> {
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

fn account_choice(account: &Account) -> Choice {
    Choice {
        id: account.id.as_str().to_owned(),
        label: account.name.clone(),
        detail: match account.active {
            true => String::new(),
            false => text::create::INACTIVE_ACCOUNT.to_owned(),
        },
    }
}

fn manager_choice(manager: &Manager, roles: usize) -> Choice {
    Choice {
        id: manager.code.as_str().to_owned(),
        label: manager.name.clone(),
        detail: text::create::role_count(roles),
    }
}

/// Puts a choice in, or takes it out where it is there.
pub(super) fn flip<T: PartialEq>(chosen: &mut Vec<T>, choice: T) {
    match chosen.iter().position(|known| *known == choice) {
        Some(place) => {
            chosen.remove(place);
        }
        None => chosen.push(choice),
    }
}
