//! *Tokens*: what there is to know of them, and never the token itself.

use super::subject::Subject;
use crate::components::{FailureNotice, Loading, StandingMark};
use crate::navigation::Screen;
use crate::text;
use crate::workspace::{Load, use_workspace};
use account_api::{AccessToken, AccessTokenStatus, Error, ErrorKind};
use leptos::prelude::*;
use service_user::{Standing, UtcDay, visible};

/// The tokens in a table, newest first, with the way to rotate them.
#[component]
pub(super) fn Tokens(subject: Subject) -> impl IntoView {
    let workspace = use_workspace();
    let tokens = subject.tokens();
    let rotate = Screen::Rotate(subject.id()).fragment();
    view! {
        <section class="panel" aria-labelledby="tokens-heading">
            <div class="panel-head">
                <h2 id="tokens-heading">{text::service_user::TOKENS}</h2>
                {workspace.may_manage_users().then(|| view! {
                    <a class="button button-small" href=rotate>{text::service_user::ROTATE}</a>
                })}
            </div>
            {move || match tokens.get() {
                Load::Pending => view! { <Loading label=text::service_user::LOADING_TOKENS /> }.into_any(),
                Load::Failed(error) => view! { <Failed subject=subject error=error /> }.into_any(),
                Load::Ready(tokens) if tokens.is_empty() => {
                    view! { <p class="field-hint">{text::service_user::NO_TOKENS}</p> }.into_any()
                }
                Load::Ready(tokens) => view! { <Table tokens=tokens /> }.into_any(),
            }}
        </section>
    }
}

/// Why there is nothing to show. A host may not know the calls at all: DigiCert's pages disagree on whether a service user has
/// more than one token.
#[component]
fn Failed(subject: Subject, error: Error) -> impl IntoView {
    let retry = Callback::new(move |()| subject.read_tokens());
    match (error.status(), error.kind) {
        (Some(404 | 405 | 501), _) => {
            view! { <p class="field-hint">{text::service_user::TOKENS_NOT_OFFERED}</p> }.into_any()
        }
        (_, ErrorKind::NotPermitted) => {
            view! { <p class="field-hint">{text::service_user::TOKENS_NOT_PERMITTED}</p> }.into_any()
        }
        _ => view! {
            <FailureNotice error=error lead=text::service_user::TOKENS_FAILED of_part=true on_retry=retry />
        }
        .into_any(),
    }
}

#[component]
fn Table(tokens: Vec<AccessToken>) -> impl IntoView {
    let today = use_workspace().today;
    let mut tokens = tokens;
    tokens.sort_by_key(|token| std::cmp::Reverse(token.created_at));
    let row = move |token: AccessToken| {
        let standing = {
            let token = token.clone();
            Signal::derive(move || standing_of(&token, today.get()))
        };
        let end_date = match token.end_date {
            None => text::service_user::NO_OWN_END_DATE.to_owned(),
            Some(day) => day.to_string(),
        };
        let created = match token.created_at {
            None => text::service_user::NOTHING.to_owned(),
            Some(instant) => text::service_user::minute(instant),
        };
        let last_used = match token.last_used_at {
            None => text::service_user::NEVER_USED.to_owned(),
            Some(instant) => text::service_user::minute(instant),
        };
        let name = match token.name.is_empty() {
            true => view! { <span class="facts-remark">{text::service_user::NAMELESS}</span> }.into_any(),
            false => view! { {visible(&token.name)} }.into_any(),
        };
        view! {
            <tr role="row">
                <td role="cell" class="records-name">{name}</td>
                <td role="cell" data-label=text::service_user::TOKEN_STATUS><StandingMark standing=standing /></td>
                <td role="cell" data-label=text::service_user::TOKEN_END_DATE>{end_date}</td>
                <td role="cell" data-label=text::service_user::TOKEN_CREATED>{created}</td>
                <td role="cell" data-label=text::service_user::TOKEN_LAST_USED>{last_used}</td>
            </tr>
        }
    };
    view! {
        // The roles are spelled out because the narrow layout takes the table's own display, and its meaning, away.
        <table class="records" role="table" aria-labelledby="tokens-heading">
            <thead role="rowgroup">
                <tr role="row">
                    <th role="columnheader" scope="col">{text::service_user::TOKEN_NAME}</th>
                    <th role="columnheader" scope="col">{text::service_user::TOKEN_STATUS}</th>
                    <th role="columnheader" scope="col">{text::service_user::TOKEN_END_DATE}</th>
                    <th role="columnheader" scope="col">{text::service_user::TOKEN_CREATED}</th>
                    <th role="columnheader" scope="col">{text::service_user::TOKEN_LAST_USED}</th>
                </tr>
            </thead>
            <tbody role="rowgroup">{tokens.into_iter().map(row).collect_view()}</tbody>
        </table>
        <p class="field-hint">{text::service_user::TOKENS_LEAD}</p>
    }
}

/// How a token stands by itself, whatever becomes of its service user.
fn standing_of(token: &AccessToken, today: UtcDay) -> Standing {
    let is_over = token.end_date.is_some_and(|last_day| last_day < today);
    match &token.status {
        AccessTokenStatus::Disabled => Standing::Disabled,
        AccessTokenStatus::Active | AccessTokenStatus::Other(_) if is_over => Standing::Expired,
        AccessTokenStatus::Active => Standing::Active,
        AccessTokenStatus::Other(status) => Standing::Other(status.clone()),
    }
}
