//! The two ways to sign in, and the field for an API key.

use super::attempt::{API_KEY_ID, Attempt, Way};
use crate::text;
use leptos::prelude::*;

/// Session or API key.
#[component]
pub(super) fn CredentialField(attempt: Attempt) -> impl IntoView {
    let way = attempt.way;
    let choice = move |this: Way, label: &'static str, hint: &'static str| {
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
    };
    view! {
        <fieldset class="field">
            <legend class="field-label">{text::connect::WAY}</legend>
            {choice(Way::Session, text::connect::SESSION, text::connect::SESSION_HINT)}
            {choice(Way::ApiKey, text::connect::API_KEY, text::connect::API_KEY_HINT)}
        </fieldset>
        <Show when=move || way.get() == Way::ApiKey>
            <ApiKeyField attempt=attempt />
        </Show>
    }
}

/// The key: masked, and never offered to the browser's password store as a new password.
#[component]
fn ApiKeyField(attempt: Attempt) -> impl IntoView {
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
