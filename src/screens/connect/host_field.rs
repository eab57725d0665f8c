//! The list of hosts, and the field for one that is not in it.

use super::attempt::{Attempt, OTHER_HOST_ID};
use super::host_choice::HostChoice;
use crate::components::HostBadge;
use crate::{platform, text};
use account_api::{Host, HostKind};
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
    let page_host = platform::page_host();
    let hosts = attempt.listed.get_value();
    let listed = move |belongs: &dyn Fn(&Host) -> bool| {
        let hosts = hosts.iter().enumerate().filter(|(_, host)| belongs(host));
        hosts
            .map(|(place, host)| option(HostChoice::Listed(place), label(host)))
            .collect_view()
    };
    let is_page_host = |host: &Host| page_host.as_ref() == Some(host);
    let of_kind = |kind: HostKind| listed(&|host: &Host| host.kind() == kind && !is_page_host(host));
    let has_own = attempt.listed.with_value(|hosts| {
        hosts
            .iter()
            .any(|host| host.kind() == HostKind::Other && !is_page_host(host))
    });
    let group =
        |label: &'static str, kind: HostKind| view! { <optgroup label=label>{of_kind(kind)}</optgroup> };
    let has = |kind: HostKind| {
        attempt
            .listed
            .with_value(|hosts| hosts.iter().any(|host| host.kind() == kind))
    };
    let chosen = Signal::derive(move || {
        let host = attempt.host().ok();
        host.map(|host| platform::account_manager_at(&host))
    });
    let is_free = attempt
        .workspace
        .at_start(|start| start.organisation.hosts.is_empty());
    view! {
        <div class="field">
            <label class="field-label" for="connect-host">{text::connect::HOST}</label>
            <select
                class="field-select"
                id="connect-host"
                on:change=move |event| attempt.choose_host(HostChoice::from_value(&event_target_value(&event)))
            >
                {listed(&is_page_host)}
                {has_own.then(|| group(text::connect::OWN_HOSTS, HostKind::Other))}
                {has(HostKind::Production).then(|| group(text::connect::PRODUCTION, HostKind::Production))}
                {has(HostKind::Demo).then(|| group(text::connect::DEMO, HostKind::Demo))}
                {is_free.then(|| option(HostChoice::Other, text::connect::OTHER.to_owned()))}
            </select>
            <p class="chosen-host"><HostBadge host=chosen /></p>
            {(!is_free).then(|| view! { <p class="field-hint">{text::organisation::HOSTS}</p> })}
        </div>
        <Show when=move || choice.get() == HostChoice::Other>
            <OtherHostField attempt=attempt />
        </Show>
    }
}

/// A host in the list: the page's own server with the tenant behind it where it is a proxy, a documented host with its region.
fn label(host: &Host) -> String {
    match (platform::page_host().as_ref() == Some(host), host.region()) {
        (true, _) => match platform::host_behind_page_host() {
            None => text::connect::this_server(host.name()),
            Some(behind) => text::connect::local_proxy(behind.name()),
        },
        (false, Some(region)) => text::connect::documented_host(host.name(), region),
        (false, None) => host.name().to_owned(),
    }
}

/// The name of an install of one's own.
#[component]
fn OtherHostField(attempt: Attempt) -> impl IntoView {
    let typed = attempt.workspace.typed_host;
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
                prop:value=move || typed.get()
                on:input=move |event| {
                    typed.set(event_target_value(&event));
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
