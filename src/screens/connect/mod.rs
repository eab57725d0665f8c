//! Choosing a host and a way to sign in.

mod attempt;
mod credential_field;
mod host_choice;
mod host_field;
mod sign_in_link;

use crate::components::{BusyButton, FailureNotice, ScreenHeading};
use crate::fields::use_form;
use crate::sign_in_way::SignInWay;
use crate::text;
use crate::workspace::use_workspace;
use attempt::Attempt;
use credential_field::CredentialField;
use host_field::HostField;
use leptos::prelude::*;
use sign_in_link::SignInLink;

/// The connect screen: the host and the way to sign in. That of the page's own server, or of the host that the extension was opened for,
/// has been tried before it is shown; see [`Session`](crate::session::Session).
#[component]
pub fn Connect() -> impl IntoView {
    let attempt = Attempt::new(use_workspace(), use_form());
    attempt.look_again_on_return();
    let form = use_form();
    let retry = Callback::new(move |()| attempt.connect());
    view! {
        <div class="screen narrow">
            <div class="screen-title">
                <ScreenHeading title=text::connect::TITLE />
                <p class="screen-lead">{text::connect::LEAD}</p>
            </div>
            <Show when=move || !form.is_empty()>
                <p class="notice notice-info">{text::connect::DRAFT_KEPT}</p>
            </Show>
            <form
                class="panel"
                novalidate
                on:submit=move |event| {
                    event.prevent_default();
                    attempt.connect();
                }
            >
                <HostField attempt=attempt />
                <CredentialField attempt=attempt />
                {move || attempt.failure().map(|(error, host)| view! {
                    <FailureNotice error=error host=host by_session=attempt.is_by_session() on_retry=retry />
                })}
                <Show when=move || attempt.may_be_refused()>
                    <div class="notice notice-info">
                        <p>{text::refusal::AT_SIGN_IN}</p>
                        <div class="button-row">
                            <button
                                type="button"
                                class="button"
                                on:click=move |_| attempt.choose(SignInWay::ApiKey)
                            >
                                {text::refusal::USE_API_KEY}
                            </button>
                        </div>
                    </div>
                </Show>
                <div class="button-row button-row-end">
                    <SignInLink attempt=attempt />
                    <Show when=move || attempt.can_connect()>
                        <BusyButton
                            label=text::connect::CONNECT
                            busy_label=text::connect::CONNECTING
                            busy=attempt.busy()
                        />
                    </Show>
                </div>
            </form>
        </div>
    }
}
