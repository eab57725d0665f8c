//! Shows what went wrong and what to do about it.

use crate::components::{SCREEN_HEADING_ID, SessionRefusal, focus_if_lost};
use crate::platform;
use crate::text;
use crate::workspace::use_workspace;
use account_api::{Error, ErrorKind, Host, Retry, SignedIn};
use leptos::task::spawn_local;
use leptos::{html, prelude::*};
use web_sys::{ScrollIntoViewOptions, ScrollLogicalPosition};

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
    host: Option<Host>,
    /// Whether a session was tried, where there is no connection to ask for it.
    #[prop(optional)]
    by_session: bool,
    /// Whether something was to be changed: a session that may read can still be refused a change.
    #[prop(optional)]
    of_change: bool,
    /// Whether it is about a part of what is shown, which the person may not even look at: they are told of it in passing.
    #[prop(optional)]
    of_part: bool,
    /// What trying again does; without it no such button is offered.
    #[prop(optional, into)]
    on_retry: Option<Callback<()>>,
) -> impl IntoView {
    let workspace = use_workspace();
    let connection = workspace.connection.get_untracked();
    let by_session = by_session || connection.as_ref().is_some_and(SignedIn::is_by_session);
    let connected = connection.as_ref().map(|signed_in| signed_in.host().clone());
    let offers_sign_in = connected.is_some() && error.retry() == Retry::AfterSignIn;
    let called = host.or(connected);
    let name = called
        .as_ref()
        .map(|host| platform::account_manager_at(host).name().to_owned())
        .unwrap_or_default();
    let again = match error.retry() {
        Retry::Now | Retry::After(_) => on_retry,
        Retry::AfterSignIn | Retry::AfterAccess | Retry::AfterChange | Retry::No => None,
    };
    let to_allow = called.filter(|_| error.retry() == Retry::AfterAccess);
    // Where the caller's own permissions tell that they may not, asking for a cookie would help nobody.
    let is_session_refused = of_change
        && error.kind == ErrorKind::NotPermitted
        && workspace.surface().is_of_extension()
        && by_session
        && workspace.may_manage_users();
    let refusal = on_retry.filter(|_| is_session_refused).map(|on_retry| {
        let name = name.clone();
        view! { <SessionRefusal host=name on_retry=on_retry /> }
    });
    let is_signed_out = by_session && error.kind == ErrorKind::NotSignedIn;
    let what_happened = match is_session_refused {
        true => text::refusal::what_happened(&name),
        false => text::failure::what_happened(&error, &name),
    };
    let what_to_do = match (is_session_refused, is_signed_out) {
        (true, _) => None,
        (false, true) => Some(text::failure::SIGN_IN_ELSEWHERE.to_owned()),
        (false, false) => Some(text::failure::what_to_do(&error, &name)),
    };
    // A button in it that was pressed goes with it.
    on_cleanup(|| focus_if_lost(SCREEN_HEADING_ID));
    let notice = NodeRef::<html::Div>::new();
    effect(move |_| match notice.get() {
        Some(notice) if !of_part => scroll_into_sight(&notice),
        Some(_) | None => {}
    });
    let server_says = error.server_message.as_deref().map(text::failure::server_says);
    view! {
        <div node_ref=notice class="notice notice-danger" role=if of_part { "status" } else { "alert" }>
            {(!lead.is_empty()).then(|| view! { <p class="notice-title">{lead}</p> })}
            <p class:notice-title=lead.is_empty()>{what_happened}</p>
            {what_to_do.map(|words| view! { <p>{words}</p> })}
            {server_says.map(|words| view! { <p class="notice-server">{words}</p> })}
            {refusal}
            <div class="button-row">
                {to_allow.map(|host| view! { <AllowButton host=host on_allowed=on_retry /> })}
                {again.map(|retry| view! {
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

/// What went wrong may be said above or below what the person looks at.
fn scroll_into_sight(notice: &web_sys::Element) {
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Nearest);
    notice.scroll_into_view_with_scroll_into_view_options(&options);
}

/// Asks the browser to let the extension reach a host, and goes on once it does.
#[component]
fn AllowButton(host: Host, on_allowed: Option<Callback<()>>) -> impl IntoView {
    let label = text::access::allow(host.name());
    let refused = RwSignal::new(false);
    let ask = move |_| {
        let answer = platform::ask_to_reach(&host);
        spawn_local(async move {
            match (answer.await, on_allowed) {
                (true, Some(on_allowed)) => on_allowed.run(()),
                (true, None) => {}
                (false, _) => {
                    refused.try_set(true);
                }
            }
        });
    };
    view! {
        <button type="button" class="button button-primary" on:click=ask>{label}</button>
        <Show when=move || refused.get()>
            <span role="status">{text::access::NOT_ALLOWED}</span>
        </Show>
    }
}
