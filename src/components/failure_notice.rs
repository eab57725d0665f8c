//! Shows what went wrong and what to do about it.

use crate::text;
use crate::workspace::use_workspace;
use account_api::{Error, Retry};
use leptos::prelude::*;

/// An error as a person can use it: what happened, what to do, what the server said, and the button that helps.
#[component]
pub fn FailureNotice(
    /// The error.
    error: Error,
    /// What was being done, as a sentence such as "The service user was not created."; empty for none.
    #[prop(optional)]
    lead: &'static str,
    /// The host, where there is no connection to ask for it.
    #[prop(optional, into)]
    host: Option<String>,
    /// What trying again does; without it no such button is offered.
    #[prop(optional, into)]
    on_retry: Option<Callback<()>>,
) -> impl IntoView {
    let workspace = use_workspace();
    let connected = untrack(|| workspace.account_manager()).map(|host| host.name().to_owned());
    let offers_sign_in = connected.is_some() && error.retry() == Retry::AfterSignIn;
    let host = host.or(connected).unwrap_or_default();
    let retry = match error.retry() {
        Retry::Now | Retry::After(_) => on_retry,
        Retry::AfterSignIn | Retry::AfterChange | Retry::No => None,
    };
    let server_says = error.server_message.as_deref().map(text::failure::server_says);
    view! {
        <div class="notice notice-danger" role="alert">
            {(!lead.is_empty()).then(|| view! { <p class="notice-title">{lead}</p> })}
            <p class:notice-title=lead.is_empty()>{text::failure::what_happened(&error, &host)}</p>
            <p>{text::failure::what_to_do(&error, &host)}</p>
            {server_says.map(|words| view! { <p class="notice-server">{words}</p> })}
            <div class="button-row">
                {retry.map(|retry| view! {
                    <button type="button" class="button" on:click=move |_| retry.run(())>
                        {text::app::TRY_AGAIN}
                    </button>
                })}
                {offers_sign_in.then(|| view! {
                    <button type="button" class="button" on:click=move |_| workspace.close()>
                        {text::app::SIGN_IN_AGAIN}
                    </button>
                })}
            </div>
        </div>
    }
}
