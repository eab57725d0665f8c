//! A service user that exists and whose token did not arrive.

use super::issued_token::{Made, NewTokenFailure, use_issued_token};
use crate::components::{BusyButton, FailureNotice};
use crate::text;
use crate::workspace::use_workspace;
use account_api::{Error, ErrorKind};
use leptos::prelude::*;

/// Says plainly that the service user is there and its token is not, and makes a new one.
#[component]
pub(super) fn MissingToken(
    /// What there is without a token.
    made: Made,
) -> impl IntoView {
    let issued = use_issued_token();
    let workspace = use_workspace();
    // Whoever signs in again does so on the screen behind this window.
    effect(move |_| {
        if workspace.connection.with(Option::is_none) {
            issued.finish();
        }
    });
    let make = Callback::new(move |()| issued.make_new());
    let is_unknown = Memo::new(move |_| {
        issued
            .failure()
            .with(|failure| matches!(failure, Some(NewTokenFailure::Unknown(_, _))))
    });
    view! {
        <div class="notice notice-danger" role="alert">
            <p class="notice-title">{text::token::none_title(made)}</p>
            <p>{text::token::none_lead(made)}</p>
            <Show when=move || !is_unknown.get()>
                <div class="button-row">
                    <BusyButton
                        label=text::token::MAKE_NEW
                        busy_label=text::token::MAKING_NEW
                        busy=issued.is_awaited()
                        on_press=make
                    />
                </div>
            </Show>
        </div>
        {move || issued.failure().get().map(|failure| view! { <NoNewToken failure=failure look_again=make /> })}
    }
}

/// Why there is no new one either. The button that makes it stays above, so this offers no second one.
#[component]
fn NoNewToken(failure: NewTokenFailure, look_again: Callback<()>) -> impl IntoView {
    let issued = use_issued_token();
    match failure {
        NewTokenFailure::NotMade(error) => {
            let has_other_way = is_refusal(&error);
            let notice = match error.kind {
                ErrorKind::Duplicate => view! { <OneAlready error=error /> }.into_any(),
                _ => view! {
                    <FailureNotice error=error lead=text::token::NEW_NOT_MADE of_change=true on_retry=look_again />
                }
                .into_any(),
            };
            view! {
                {notice}
                {has_other_way.then(|| view! { <p>{text::token::DELETE_AND_CREATE}</p> })}
            }
            .into_any()
        }
        NewTokenFailure::Lost(name) => view! {
            <div class="notice notice-danger" role="alert">
                <p>{text::token::new_is_lost(&name)}</p>
            </div>
        }
        .into_any(),
        NewTokenFailure::Unknown(_, error) => view! {
            <FailureNotice error=error lead=text::token::NEW_UNKNOWN />
            <div class="button-row">
                <BusyButton
                    label=text::token::LOOK_AGAIN
                    busy_label=text::token::LOOKING
                    busy=issued.is_awaited()
                    on_press=look_again
                />
            </div>
        }
        .into_any(),
    }
}

/// The host says that there is one already. Of a token, that is not about a friendly name.
#[component]
fn OneAlready(error: Error) -> impl IntoView {
    let server_says = error.server_message.as_deref().map(text::failure::server_says);
    view! {
        <div class="notice notice-danger" role="alert">
            <p class="notice-title">{text::token::NEW_NOT_MADE}</p>
            <p>{text::rotate::ONE_ALREADY}</p>
            {server_says.map(|words| view! { <p class="notice-server">{words}</p> })}
        </div>
    }
}

/// Whether an answer may mean that the host gives a service user one token for ever, or knows no further ones (DigiCert's pages
/// disagree on whether some do).
fn is_refusal(error: &Error) -> bool {
    let is_unknown_call = matches!(error.status(), Some(404 | 405 | 501));
    let is_refused = matches!(
        error.kind,
        ErrorKind::InvalidRequest | ErrorKind::NotPermitted | ErrorKind::Duplicate
    );
    is_unknown_call || is_refused
}
