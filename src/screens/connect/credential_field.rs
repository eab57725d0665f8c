//! The two ways to sign in, and the field for an API key.

use super::attempt::{API_KEY_ID, Attempt};
use crate::platform;
use crate::sign_in_way::SignInWay;
use crate::text;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Session or API key; where an organisation allows one of them alone, that one.
#[component]
pub(super) fn CredentialField(attempt: Attempt) -> impl IntoView {
    let way = attempt.way;
    let allows = |way: SignInWay| attempt.workspace.at_start(|start| start.organisation.allows(way));
    let is_preset = !SignInWay::ALL.into_iter().all(allows);
    let choice = move |this: SignInWay, label: &'static str, hint: &'static str| {
        allows(this).then(|| {
            view! {
                <label class="choice">
                    <input
                        type="radio"
                        name="way"
                        prop:checked=move || way.get() == this
                        on:change=move |_| {
                            way.set(this);
                            attempt.changed();
                        }
                    />
                    <span>
                        {label}
                        <span class="choice-hint">{hint}</span>
                    </span>
                </label>
            }
        })
    };
    view! {
        <fieldset class="field">
            <legend class="field-label">{text::connect::WAY}</legend>
            {choice(SignInWay::Session, text::connect::SESSION, text::connect::SESSION_HINT)}
            {choice(SignInWay::ApiKey, text::connect::API_KEY, text::connect::API_KEY_HINT)}
            {is_preset.then(|| view! { <p class="field-hint">{text::organisation::SIGN_IN_WAYS}</p> })}
        </fieldset>
        <Show when=move || way.get() == SignInWay::ApiKey>
            {match attempt.workspace.surface().lasting() {
                Some(_) => view! { <ApiKeyField attempt=attempt /> }.into_any(),
                None => view! { <ApiKeyElsewhere /> }.into_any(),
            }}
        </Show>
    }
}

/// The popup closes when it loses the focus, and a key in it would have to be pasted again each time: the way to a window.
#[component]
fn ApiKeyElsewhere() -> impl IntoView {
    let open = move |_| {
        spawn_local(async move {
            let parameters = format!("&sign-in={}", SignInWay::ApiKey.name());
            if platform::open_window(&parameters).await.is_ok() {
                platform::close_this_page();
            }
        });
    };
    view! {
        <div class="notice notice-info">
            <p>{text::connect::API_KEY_ELSEWHERE}</p>
            <div class="button-row">
                <button type="button" class="button" on:click=open>{text::surface::OPEN_WINDOW}</button>
            </div>
        </div>
    }
}

/// The key: masked, and never offered to the browser's password store as a new password.
#[component]
fn ApiKeyField(attempt: Attempt) -> impl IntoView {
    // A browser may keep what was taken off the page for as long as it likes.
    on_cleanup(move || attempt.empty_key_field());
    view! {
        <div class="field">
            <label class="field-label" for=API_KEY_ID>{text::connect::API_KEY_LABEL}</label>
            <input
                node_ref=attempt.key_input
                class="field-input field-mono"
                id=API_KEY_ID
                type="password"
                autocomplete="off"
                spellcheck="false"
                aria-describedby="connect-api-key-fault"
                aria-invalid=move || attempt.key_fault().is_some().then_some("true")
                on:input=move |_| attempt.changed()
            />
            <div id="connect-api-key-fault" aria-live="polite">
                {move || attempt.key_fault().map(|fault| view! {
                    <p class="remark remark-fault"><span>{text::connect::api_key_fault(fault)}</span></p>
                })}
            </div>
        </div>
    }
}
