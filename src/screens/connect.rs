//! Choosing a host and a way to sign in.

use super::create::use_form;
use crate::components::{BusyButton, FailureNotice, Loading, ScreenHeading};
use crate::navigation::Screen;
use crate::workspace::use_workspace;
use crate::{platform, text};
use account_api::{ApiKey, ApiKeyFault, Client, Credential, DOCUMENTED_HOSTS, Environment, Error, ErrorKind, Host, HostFault};
use leptos::task::spawn_local;
use leptos::{html, prelude::*};

/// What is chosen in the list of hosts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum HostChoice {
    /// The server that served the page.
    PageServer,
    /// A documented host, by its place in [`DOCUMENTED_HOSTS`].
    Documented(usize),
    /// Any other, typed below the list.
    Other,
}

impl HostChoice {
    fn value(self) -> String {
        match self {
            HostChoice::PageServer => "page".to_owned(),
            HostChoice::Documented(place) => place.to_string(),
            HostChoice::Other => "other".to_owned(),
        }
    }

    fn from_value(value: &str) -> Self {
        match value {
            "page" => HostChoice::PageServer,
            other => other.parse().map_or(HostChoice::Other, HostChoice::Documented),
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Way {
    Session,
    ApiKey,
}

/// Whether the page's own server turned out to have an Account Manager behind it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Looking {
    UnderWay,
    Over,
}

/// The connect screen. A session with the page's own server is used without asking.
#[component]
pub fn Connect() -> impl IntoView {
    let workspace = use_workspace();
    let form = use_form();
    let page_host = StoredValue::new_local(platform::page_host());
    let has_page_host = page_host.with_value(Option::is_some);
    let choice = RwSignal::new(if has_page_host {
        HostChoice::PageServer
    } else {
        HostChoice::Documented(0)
    });
    let other = RwSignal::new(String::new());
    let way = RwSignal::new(Way::Session);
    let busy = RwSignal::new(false);
    let looking = RwSignal::new(Looking::UnderWay);
    let failure = RwSignal::new(None::<(Error, Host)>);
    let host_fault = RwSignal::new(None::<HostFault>);
    let key_fault = RwSignal::new(None::<ApiKeyFault>);
    let key_input = NodeRef::<html::Input>::new();

    let host = move || match choice.get() {
        HostChoice::PageServer => page_host.get_value().ok_or(HostFault::Empty),
        HostChoice::Documented(place) => {
            DOCUMENTED_HOSTS.get(place).ok_or(HostFault::Empty).and_then(|host| Host::parse(host.name))
        }
        HostChoice::Other => Host::parse(&other.get()),
    };
    let enter = move |signed_in| {
        workspace.open(signed_in);
        workspace.navigation.go(match form.is_empty() {
            true => Screen::ServiceUsers,
            false => Screen::Details,
        });
    };

    // Only the page's own server is asked unbidden, and only at the first visit: nobody else learns of this page, and
    // whoever pressed Disconnect wants to choose.
    let first_visit = workspace.first_visit();
    match page_host.get_value() {
        Some(own) if first_visit => spawn_local(async move {
            let answer = Client::new(platform::transport(), own)
                .sign_in(Credential::Session)
                .await;
            looking.try_set(Looking::Over);
            if let Ok(signed_in) = answer {
                enter(signed_in);
            }
        }),
        Some(_) | None => looking.set(Looking::Over),
    }

    let connect = move || {
        if busy.get_untracked() {
            return;
        }
        failure.set(None);
        host_fault.set(None);
        key_fault.set(None);
        let host = match untrack(host) {
            Ok(host) => host,
            Err(fault) => {
                host_fault.set(Some(fault));
                focus("connect-other-host");
                return;
            }
        };
        let credential = match way.get_untracked() {
            Way::Session => Credential::Session,
            Way::ApiKey => match take_key(key_input) {
                Ok(key) => Credential::ApiKey(key),
                Err(fault) => {
                    key_fault.set(Some(fault));
                    focus("connect-api-key");
                    return;
                }
            },
        };
        busy.set(true);
        spawn_local(async move {
            match Client::new(platform::transport(), host.clone())
                .sign_in(credential)
                .await
            {
                Ok(signed_in) => {
                    if let Some(input) = key_input.get_untracked() {
                        input.set_value("");
                    }
                    enter(signed_in);
                }
                Err(error) => {
                    failure.try_set(Some((error, host)));
                }
            }
            busy.try_set(false);
        });
    };
    let press = Callback::new(move |()| connect());
    let sign_in_page = move || untrack(host).ok().map(|host| sign_in_address(&host));

    let documented = move |environment: Environment| {
        DOCUMENTED_HOSTS
            .iter()
            .enumerate()
            .filter(|(_, host)| host.environment == environment)
            .map(|(place, host)| {
                let value = HostChoice::Documented(place);
                view! {
                    <option value=value.value() selected=move || choice.get() == value>
                        {host.name}" ("{host.region}")"
                    </option>
                }
            })
            .collect_view()
    };
    let way_choice = move |this: Way, label: &'static str, hint: &'static str| {
        view! {
            <label class="choice">
                <input
                    type="radio"
                    name="way"
                    prop:checked=move || way.get() == this
                    on:change=move |_| way.set(this)
                />
                <span>
                    {label}
                    <span class="role-description">" — "{hint}</span>
                </span>
            </label>
        }
    };
    let page_server = move || {
        let name = page_host.with_value(|host| host.as_ref().map(|host| host.name().to_owned()));
        name.map(|name| {
            view! {
                <option value=HostChoice::PageServer.value() selected=move || choice.get() == HostChoice::PageServer>
                    {text::connect::THIS_SERVER}" ("{name}")"
                </option>
            }
        })
    };
    let failure_notice = move || {
        failure.get().map(|(error, host)| {
            let sign_in = (error.kind == ErrorKind::NotSignedIn && way.get_untracked() == Way::Session)
                .then(|| sign_in_address(&host));
            view! {
                <FailureNotice error=error host=host.name().to_owned() />
                {sign_in.map(|address| view! { <SignInLink address=address /> })}
            }
        })
    };

    view! {
        <div class="screen narrow">
            <div class="screen-title">
                <ScreenHeading title=text::connect::TITLE />
                <p class="screen-lead">{text::connect::LEAD}</p>
            </div>
            <Show when=move || !form.is_empty()>
                <p class="notice notice-info">{text::connect::DRAFT_KEPT}</p>
            </Show>
            <Show
                when=move || looking.get() == Looking::Over
                fallback=|| view! { <Loading label=text::connect::LOOKING /> }
            >
            <form
                class="panel"
                novalidate
                on:submit=move |event| {
                    event.prevent_default();
                    connect();
                }
            >
                <div class="field">
                    <label class="field-label" for="connect-host">{text::connect::HOST}</label>
                    <select
                        class="field-select"
                        id="connect-host"
                        on:change=move |event| {
                            choice.set(HostChoice::from_value(&event_target_value(&event)));
                            failure.set(None);
                            host_fault.set(None);
                        }
                    >
                        {page_server()}
                        <optgroup label=text::connect::PRODUCTION>{documented(Environment::Production)}</optgroup>
                        <optgroup label=text::connect::DEMO>{documented(Environment::Demo)}</optgroup>
                        <option value=HostChoice::Other.value() selected=move || choice.get() == HostChoice::Other>
                            {text::connect::OTHER}
                        </option>
                    </select>
                </div>
                <Show when=move || choice.get() == HostChoice::Other>
                    <div class="field">
                        <label class="field-label" for="connect-other-host">{text::connect::OTHER_LABEL}</label>
                        <p class="field-hint" id="connect-other-host-hint">{text::connect::OTHER_HINT}</p>
                        <input
                            class="field-input"
                            id="connect-other-host"
                            type="text"
                            inputmode="url"
                            autocomplete="off"
                            spellcheck="false"
                            aria-describedby="connect-other-host-hint connect-other-host-fault"
                            aria-invalid=move || host_fault.with(Option::is_some).then_some("true")
                            prop:value=other
                            on:input=move |event| {
                                other.set(event_target_value(&event));
                                host_fault.set(None);
                            }
                        />
                        <div id="connect-other-host-fault" aria-live="polite">
                            {move || host_fault.get().map(|fault| view! {
                                <p class="remark remark-fault"><span>{text::connect::host_fault(fault)}</span></p>
                            })}
                        </div>
                    </div>
                </Show>
                <fieldset class="field">
                    <legend class="field-label">{text::connect::WAY}</legend>
                    {way_choice(Way::Session, text::connect::SESSION, text::connect::SESSION_HINT)}
                    {way_choice(Way::ApiKey, text::connect::API_KEY, text::connect::API_KEY_HINT)}
                </fieldset>
                <Show when=move || way.get() == Way::ApiKey>
                    <div class="field">
                        <label class="field-label" for="connect-api-key">{text::connect::API_KEY_LABEL}</label>
                        // The key stays in the field until it is used: no signal holds it, so nothing can leak it.
                        <input
                            node_ref=key_input
                            class="field-input field-mono"
                            id="connect-api-key"
                            type="password"
                            autocomplete="off"
                            spellcheck="false"
                            aria-describedby="connect-api-key-fault"
                            aria-invalid=move || key_fault.get().is_some().then_some("true")
                            on:input=move |_| key_fault.set(None)
                        />
                        <div id="connect-api-key-fault" aria-live="polite">
                            {move || key_fault.get().map(|fault| view! {
                                <p class="remark remark-fault"><span>{text::connect::api_key_fault(fault)}</span></p>
                            })}
                        </div>
                    </div>
                </Show>
                {failure_notice}
                <div class="button-row button-row-end">
                    {move || (way.get() == Way::Session && failure.with(Option::is_none))
                        .then(|| { choice.track(); sign_in_page() })
                        .flatten()
                        .map(|address| view! { <SignInLink address=address /> })}
                    <BusyButton
                        label=text::connect::CONNECT
                        busy_label=text::connect::CONNECTING
                        busy=busy
                        on_press=press
                    />
                </div>
            </form>
            </Show>
        </div>
    }
}

/// Where a session is made: the console of a real host, the sandbox's own page otherwise.
#[derive(Clone, Debug, PartialEq, Eq)]
struct SignInAddress {
    address: String,
    same_tab: bool,
}

fn sign_in_address(host: &Host) -> SignInAddress {
    let own = platform::page_host().is_some_and(|own| own.origin() == host.origin());
    match own {
        true => SignInAddress {
            address: format!("{}/account/sign-in", host.origin()),
            same_tab: true,
        },
        false => SignInAddress {
            address: format!("{}/", host.origin()),
            same_tab: false,
        },
    }
}

#[component]
fn SignInLink(address: SignInAddress) -> impl IntoView {
    let (target, rel) = match address.same_tab {
        true => (None, None),
        false => (Some("_blank"), Some("noopener noreferrer")),
    };
    view! {
        <a class="button" href=address.address target=target rel=rel>{text::connect::OPEN_SIGN_IN}</a>
    }
}

/// Reads the key out of its field, which keeps it until the key has proved right.
fn take_key(input: NodeRef<html::Input>) -> Result<ApiKey, ApiKeyFault> {
    match input.get_untracked() {
        Some(input) => ApiKey::from_text(input.value()),
        None => Err(ApiKeyFault::Empty),
    }
}

/// Moves the focus once the field is on the page.
fn focus(id: &'static str) {
    use wasm_bindgen::JsCast;
    set_timeout(
        move || {
            let field = document().get_element_by_id(id);
            if let Some(field) = field.and_then(|field| field.dyn_into::<web_sys::HtmlElement>().ok()) {
                let _ = field.focus();
            }
        },
        std::time::Duration::ZERO,
    );
}
