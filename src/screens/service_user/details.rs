//! *Details*: the facts that stay as they are until somebody changes them.

use super::creator::Creator;
use super::subject::Subject;
use crate::components::CopyButton;
use crate::text;
use crate::workspace::{Load, use_workspace};
use leptos::prelude::*;
use service_user::{AccountId, visible};

/// Email, description, accounts, ID, and who created it when.
#[component]
pub(super) fn Details(subject: Subject) -> impl IntoView {
    let email = subject.follow(|user| user.email.clone());
    let description = subject.follow(|user| user.description.clone());
    let created_at = subject.follow(|user| user.created_at);
    let id = subject.id().as_str().to_owned();
    let created = move || match created_at.get() {
        None => text::service_user::NOT_TOLD.to_owned(),
        Some(instant) => text::service_user::in_utc(instant),
    };
    view! {
        <section class="panel" aria-labelledby="details-heading">
            <h2 id="details-heading">{text::service_user::DETAILS}</h2>
            <dl class="facts">
                <div>
                    <dt>{text::create::EMAIL}</dt>
                    <dd>{move || email.with(|email| text::create::given(email))}</dd>
                </div>
                <div>
                    <dt>{text::create::DESCRIPTION}</dt>
                    <dd class="facts-text">{move || description.with(|description| text::create::given(description))}</dd>
                </div>
                <div>
                    <dt>{text::service_user::ACCOUNTS}</dt>
                    <dd><Accounts subject=subject /></dd>
                </div>
                <div>
                    <dt>{text::service_user::USER_ID}</dt>
                    <dd class="facts-id">
                        <code class="service-user-id">{visible(&id)}</code>
                        <CopyButton content=id name=text::service_user::COPY_USER_ID class="button-small" />
                    </dd>
                </div>
                <div>
                    <dt>{text::service_user::CREATED}</dt>
                    <dd>{created} " " <Creator subject=subject /></dd>
                </div>
            </dl>
        </section>
    }
}

/// The accounts by name, the primary one first; by ID, where the caller's accounts do not tell a name.
#[component]
fn Accounts(subject: Subject) -> impl IntoView {
    let workspace = use_workspace();
    let accounts = subject.follow(|user| user.accounts.clone());
    let name = move |id: &AccountId| {
        workspace.accounts.with(|accounts| {
            let known = accounts.ready()?.iter().find(|account| account.id == *id)?;
            Some((known.name.clone(), known.active))
        })
    };
    let item = move |(place, id): (usize, AccountId), count: usize| {
        let is_primary = place == 0 && count > 1;
        let remark = match (
            name(&id),
            workspace.accounts.with(|accounts| accounts.ready().is_some()),
        ) {
            (Some((_, true)), _) | (None, false) => "",
            (Some((_, false)), _) => text::create::INACTIVE_ACCOUNT,
            (None, true) => text::service_user::UNKNOWN_ACCOUNT,
        };
        let called = match name(&id) {
            Some((name, _)) => view! { <span>{visible(&name)}</span> }.into_any(),
            None => view! { <code>{visible(id.as_str())}</code> }.into_any(),
        };
        view! {
            <li>
                {called}
                {is_primary.then(|| view! { <span class="facts-remark">{text::service_user::PRIMARY_ACCOUNT}</span> })}
                {(!remark.is_empty()).then(|| view! { <span class="facts-remark">{remark}</span> })}
            </li>
        }
    };
    let list = move || {
        let accounts = accounts.get();
        let count = accounts.len();
        match count {
            0 => view! { {text::service_user::NOT_TOLD} }.into_any(),
            _ => view! {
                <ul class="facts-list">
                    {accounts.into_iter().enumerate().map(|account| item(account, count)).collect_view()}
                </ul>
            }
            .into_any(),
        }
    };
    let state = move || {
        workspace.accounts.with(|accounts| match accounts {
            Load::Pending => {
                view! { <p class="field-hint">{text::service_user::LOADING_ACCOUNTS}</p> }.into_any()
            }
            Load::Ready(_) => ().into_any(),
            Load::Failed(_) => view! {
                <p class="remark remark-warning"><span>{text::service_user::ACCOUNTS_FAILED}</span></p>
                <button type="button" class="button button-small" on:click=move |_| workspace.load_accounts()>
                    {text::app::TRY_AGAIN}
                </button>
            }
            .into_any(),
        })
    };
    view! {
        {list}
        <div role="status">{state}</div>
    }
}
