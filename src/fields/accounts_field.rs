//! *Accounts that can use this service user*.

use super::choice_field::{ChoiceField, flip};
use super::form::use_form;
use crate::components::Choice;
use crate::text;
use crate::workspace::{Load, use_workspace};
use leptos::prelude::*;
use service_user::{Account, AccountId, Field};

/// Which accounts may use the service user.
#[component]
pub(super) fn AccountsField() -> impl IntoView {
    let form = use_form();
    let accounts = use_workspace().accounts;
    let choices = Signal::derive(move || {
        accounts.with(|accounts| {
            accounts
                .ready()
                .map_or_else(Vec::new, |accounts| accounts.iter().map(choice).collect())
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
            pending=move || accounts.with(Load::is_pending)
            chosen=chosen
            on_toggle=toggle
        />
    }
}

fn choice(account: &Account) -> Choice {
    Choice {
        id: account.id.as_str().to_owned(),
        label: account.name.clone(),
        detail: match account.active {
            true => String::new(),
            false => text::create::INACTIVE_ACCOUNT.to_owned(),
        },
    }
}
