//! The list of hosts, and the field for one that is not in it.

use super::attempt::{Attempt, OTHER_HOST_ID};
use super::host_choice::HostChoice;
use crate::{platform, text};
use account_api::{DOCUMENTED_HOSTS, Environment, Host};
use leptos::prelude::*;

/// Production and demo are apart, because a credential of one does not work on the other.
#[component]
pub(super) fn HostField(attempt: Attempt) -> impl IntoView {
    let choice = attempt.choice;
    let option = move |this: HostChoice, words: String| {
        view! {
            <option value=this.value() selected=move || choice.get() == this>{words}</option>
        }
    };
    let documented = move |environment: Environment| {
        let hosts = DOCUMENTED_HOSTS
            .iter()
            .enumerate()
            .filter(|(_, host)| host.environment == environment);
        hosts
            .map(|(place, host)| {
                option(
                    HostChoice::Documented(place),
                    text::connect::documented_host(host.name, host.region),
                )
            })
            .collect_view()
    };
    let page_server = attempt.page_host.with_value(|host| {
        host.as_ref()
            .map(|host| option(HostChoice::PageServer, this_server(host)))
    });
    view! {
        <div class="field">
            <label class="field-label" for="connect-host">{text::connect::HOST}</label>
            <select
                class="field-select"
                id="connect-host"
                on:change=move |event| {
                    choice.set(HostChoice::from_value(&event_target_value(&event)));
                    attempt.changed();
                }
            >
                {page_server}
                <optgroup label=text::connect::PRODUCTION>{documented(Environment::Production)}</optgroup>
                <optgroup label=text::connect::DEMO>{documented(Environment::Demo)}</optgroup>
                {option(HostChoice::Other, text::connect::OTHER.to_owned())}
            </select>
        </div>
        <Show when=move || choice.get() == HostChoice::Other>
            <OtherHostField attempt=attempt />
        </Show>
    }
}

/// The page's own server, with the tenant behind it where it is a proxy.
fn this_server(host: &Host) -> String {
    match platform::host_behind_page_host() {
        None => text::connect::this_server(host.name()),
        Some(behind) => text::connect::local_proxy(behind.name()),
    }
}

/// The name of an install of one's own.
#[component]
fn OtherHostField(attempt: Attempt) -> impl IntoView {
    view! {
        <div class="field">
            <label class="field-label" for=OTHER_HOST_ID>{text::connect::OTHER_LABEL}</label>
            <p class="field-hint" id="connect-other-host-hint">{text::connect::OTHER_HINT}</p>
            <input
                class="field-input"
                id=OTHER_HOST_ID
                type="text"
                inputmode="url"
                autocomplete="off"
                autocapitalize="off"
                spellcheck="false"
                aria-describedby="connect-other-host-hint connect-other-host-fault"
                aria-invalid=move || attempt.host_fault().is_some().then_some("true")
                prop:value=attempt.other
                on:input=move |event| {
                    attempt.other.set(event_target_value(&event));
                    attempt.changed();
                }
            />
            <div id="connect-other-host-fault" aria-live="polite">
                {move || attempt.host_fault().map(|fault| view! {
                    <p class="remark remark-fault"><span>{text::connect::host_fault(fault)}</span></p>
                })}
            </div>
        </div>
    }
}
