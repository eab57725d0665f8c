//! What stands beside the roles: the permissions that follow from them, and what step 1 says.

use crate::fields::{Permissions, use_form};
use crate::navigation::Screen;
use crate::templates::SaveAsTemplate;
use crate::text;
use crate::workspace::use_workspace;
use leptos::prelude::*;
use service_user::{Draft, EndDateChoice};

/// Permissions and summary.
#[component]
pub(super) fn Side() -> impl IntoView {
    view! {
        <div class="side">
            <Permissions />
            <Summary />
        </div>
    }
}

/// What was typed in step 1, with the way back.
#[component]
fn Summary() -> impl IntoView {
    let form = use_form();
    let workspace = use_workspace();
    let row = move |label: &'static str, value: fn(&Draft) -> String| {
        view! {
            <div>
                <dt>{label}</dt>
                <dd>{move || text::create::given(&form.read(value))}</dd>
            </div>
        }
    };
    let accounts = move || {
        let chosen = form.read(|draft| draft.accounts.clone());
        workspace.accounts.with(|accounts| {
            let accounts = accounts.ready().map_or(&[][..], Vec::as_slice);
            let names = accounts
                .iter()
                .filter(|account| chosen.contains(&account.id))
                .map(|account| account.name.as_str());
            names.collect::<Vec<_>>().join("\n")
        })
    };
    view! {
        <section class="panel" aria-labelledby="summary-heading">
            <h2 id="summary-heading">{text::create::SUMMARY}</h2>
            <dl class="summary">
                {row(text::create::FRIENDLY_NAME, |draft| draft.friendly_name.clone())}
                {row(text::create::DESCRIPTION, |draft| draft.description.clone())}
                {row(text::create::END_DATE, |draft| match &draft.end_date {
                    EndDateChoice::Unanswered => String::new(),
                    EndDateChoice::NoEndDate => text::create::NO_END_DATE.to_owned(),
                    EndDateChoice::Typed(day) => text::create::last_instant(day),
                })}
                {row(text::create::EMAIL, |draft| draft.email.clone())}
                <div>
                    <dt>{text::create::ACCOUNTS}</dt>
                    <dd>{move || text::create::given(&accounts())}</dd>
                </div>
            </dl>
            <div class="button-row">
                <button
                    type="button"
                    class="button button-small"
                    on:click=move |_| workspace.navigation.go(Screen::Details)
                >
                    {text::create::CHANGE_DETAILS}
                </button>
                <SaveAsTemplate />
            </div>
        </section>
    }
}
