//! One attempt to connect: what is chosen, and what came of it.

use super::host_choice::HostChoice;
use crate::components::focus_by_id;
use crate::navigation::Screen;
use crate::platform;
use crate::screens::create::Form;
use crate::workspace::Workspace;
use account_api::{
    ApiKey, ApiKeyFault, Client, Credential, DOCUMENTED_HOSTS, Error, Host, HostFault, SignedIn,
};
use leptos::task::spawn_local;
use leptos::{html, prelude::*};

/// The id of the field for another host.
pub(super) const OTHER_HOST_ID: &str = "connect-other-host";

/// The id of the field for an API key.
pub(super) const API_KEY_ID: &str = "connect-api-key";

/// A way to sign in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Way {
    /// The browser's own session.
    Session,
    /// A key that is pasted.
    ApiKey,
}

/// The state of the connect screen. A handle: copies are the same attempt.
#[derive(Clone, Copy)]
pub(super) struct Attempt {
    workspace: Workspace,
    form: Form,
    /// The host that served the page, if there is one.
    pub(super) page_host: StoredValue<Option<Host>>,
    /// What is chosen in the list of hosts.
    pub(super) choice: RwSignal<HostChoice>,
    /// What is typed as another host.
    pub(super) other: RwSignal<String>,
    /// The chosen way to sign in.
    pub(super) way: RwSignal<Way>,
    /// The key's field. The key stays in it until it has proved right: no signal holds it, so nothing can leak it.
    pub(super) key_input: NodeRef<html::Input>,
    host_fault: RwSignal<Option<HostFault>>,
    key_fault: RwSignal<Option<ApiKeyFault>>,
    failure: RwSignal<Option<(Error, Host)>>,
    busy: RwSignal<bool>,
    looking: RwSignal<bool>,
}

impl Attempt {
    /// Nothing tried yet; the page's own server is chosen where there is one.
    pub(super) fn new(workspace: Workspace, form: Form) -> Self {
        let page_host = platform::page_host();
        let choice = match page_host {
            Some(_) => HostChoice::PageServer,
            None => HostChoice::Documented(0),
        };
        Attempt {
            workspace,
            form,
            page_host: StoredValue::new(page_host),
            choice: RwSignal::new(choice),
            other: RwSignal::new(String::new()),
            // The console's session belongs to the tenant's own origin and does not reach through the local proxy.
            way: RwSignal::new(match platform::host_behind_page_host() {
                Some(_) => Way::ApiKey,
                None => Way::Session,
            }),
            key_input: NodeRef::new(),
            host_fault: RwSignal::new(None),
            key_fault: RwSignal::new(None),
            failure: RwSignal::new(None),
            busy: RwSignal::new(false),
            looking: RwSignal::new(false),
        }
    }

    /// The chosen host, or what is wrong with it.
    pub(super) fn host(self) -> Result<Host, HostFault> {
        match self.choice.get() {
            HostChoice::PageServer => self.page_host.get_value().ok_or(HostFault::Empty),
            HostChoice::Documented(place) => DOCUMENTED_HOSTS
                .get(place)
                .ok_or(HostFault::Empty)
                .and_then(|host| Host::parse(host.name)),
            HostChoice::Other => Host::parse(&self.other.get()),
        }
    }

    /// What is wrong with the typed host, once *Connect* was pressed.
    pub(super) fn host_fault(self) -> Option<HostFault> {
        self.host_fault.get()
    }

    /// What is wrong with the typed key, once *Connect* was pressed.
    pub(super) fn key_fault(self) -> Option<ApiKeyFault> {
        self.key_fault.get()
    }

    /// Why the last attempt failed, and at which host.
    pub(super) fn failure(self) -> Option<(Error, Host)> {
        self.failure.get()
    }

    /// Whether an attempt is under way.
    pub(super) fn busy(self) -> Signal<bool> {
        self.busy.into()
    }

    /// Whether the page's own server is being asked for a session.
    pub(super) fn looking(self) -> bool {
        self.looking.get()
    }

    /// Whether something was typed before that leaving this page would lose.
    pub(super) fn has_draft(self) -> bool {
        !self.form.is_empty()
    }

    /// Something was changed: what was said about it before no longer holds.
    pub(super) fn changed(self) {
        self.failure.set(None);
        self.host_fault.set(None);
        self.key_fault.set(None);
    }

    /// Enters at once where the page's own server knows the browser's session.
    ///
    /// Only that server is asked unbidden, so that nobody else learns of this page, and only at the first visit:
    /// whoever pressed *Disconnect* wants to choose.
    pub(super) fn look_for_session(self) {
        let first_visit = self.workspace.first_visit();
        let Some(own) = self.page_host.get_value().filter(|_| first_visit) else {
            return;
        };
        self.looking.set(true);
        spawn_local(async move {
            let answer = Client::new(platform::transport(), own)
                .sign_in(Credential::Session)
                .await;
            self.looking.try_set(false);
            if let Ok(signed_in) = answer {
                self.enter(signed_in);
            }
        });
    }

    /// Signs in to the chosen host. A press while one is under way does nothing.
    pub(super) fn connect(self) {
        if self.busy.get_untracked() {
            return;
        }
        self.changed();
        let host = match untrack(|| self.host()) {
            Ok(host) => host,
            Err(fault) => {
                self.host_fault.set(Some(fault));
                focus_by_id(OTHER_HOST_ID);
                return;
            }
        };
        let credential = match self.credential() {
            Ok(credential) => credential,
            Err(fault) => {
                self.key_fault.set(Some(fault));
                focus_by_id(API_KEY_ID);
                return;
            }
        };
        self.busy.set(true);
        spawn_local(async move {
            let answer = Client::new(platform::transport(), host.clone())
                .sign_in(credential)
                .await;
            self.busy.try_set(false);
            match answer {
                Ok(signed_in) => {
                    self.empty_key_field();
                    self.enter(signed_in);
                }
                Err(error) => {
                    self.failure.try_set(Some((error, host)));
                }
            }
        });
    }

    fn credential(self) -> Result<Credential, ApiKeyFault> {
        match (self.way.get_untracked(), self.key_input.get_untracked()) {
            (Way::Session, _) => Ok(Credential::Session),
            (Way::ApiKey, Some(input)) => ApiKey::from_text(input.value()).map(Credential::ApiKey),
            (Way::ApiKey, None) => Err(ApiKeyFault::Empty),
        }
    }

    fn empty_key_field(self) {
        if let Some(input) = self.key_input.try_get_untracked().flatten() {
            input.set_value("");
        }
    }

    /// Goes to the list, or on with what was typed before.
    fn enter(self, signed_in: SignedIn) {
        self.workspace.open(signed_in);
        self.workspace.navigation.replace(match self.form.is_empty() {
            true => Screen::ServiceUsers,
            false => Screen::Details,
        });
    }
}
