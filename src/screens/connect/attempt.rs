//! One attempt to connect: what is chosen, and what came of it.

use super::host_choice::{HostChoice, listed_hosts};
use crate::components::focus_by_id;
use crate::fields::Form;
use crate::platform;
use crate::sign_in_way::SignInWay;
use crate::starting_point::StartingPoint;
use crate::workspace::Workspace;
use account_api::{ApiKey, ApiKeyFault, Client, Credential, Error, ErrorKind, Host, HostFault};
use leptos::ev;
use leptos::task::spawn_local;
use leptos::{html, prelude::*};

/// The id of the field for another host.
pub(super) const OTHER_HOST_ID: &str = "connect-other-host";

/// The id of the field for an API key.
pub(super) const API_KEY_ID: &str = "connect-api-key";

/// The state of the connect screen. A handle: copies are the same attempt.
#[derive(Clone, Copy)]
pub(super) struct Attempt {
    /// What the screens share.
    pub(super) workspace: Workspace,
    form: Form,
    /// The hosts of the list.
    pub(super) listed: StoredValue<Vec<Host>>,
    /// What is chosen in it.
    pub(super) choice: RwSignal<HostChoice>,
    /// The chosen way to sign in.
    pub(super) way: RwSignal<SignInWay>,
    /// The key's field. The key stays in it until it has proved right: no signal holds it, so nothing can leak it.
    pub(super) key_input: NodeRef<html::Input>,
    host_fault: RwSignal<Option<HostFault>>,
    key_fault: RwSignal<Option<ApiKeyFault>>,
    failure: RwSignal<Option<(Error, Host)>>,
    busy: RwSignal<bool>,
    /// Grows by one with each choice, so that the answer to an attempt that was overtaken is dropped.
    choices: StoredValue<u32>,
}

impl Attempt {
    /// Nothing tried yet. What was typed or connected to before is chosen again, or else the first host of the list.
    pub(super) fn new(workspace: Workspace, form: Form) -> Self {
        let listed = listed_hosts(workspace);
        let last = workspace.last_host.get_untracked();
        let place = last.and_then(|last| listed.iter().position(|host| *host == last));
        let choice = match workspace.typed_host.with_untracked(String::is_empty) {
            true => HostChoice::Listed(place.unwrap_or(0)),
            false => HostChoice::Other,
        };
        Attempt {
            workspace,
            form,
            listed: StoredValue::new(listed),
            choice: RwSignal::new(choice),
            way: RwSignal::new(workspace.at_start(StartingPoint::first_way)),
            key_input: NodeRef::new(),
            host_fault: RwSignal::new(None),
            key_fault: RwSignal::new(None),
            failure: RwSignal::new(workspace.take_refusal()),
            busy: RwSignal::new(false),
            choices: StoredValue::new(0),
        }
    }

    /// The chosen host, or what is wrong with it.
    pub(super) fn host(self) -> Result<Host, HostFault> {
        match self.choice.get() {
            HostChoice::Listed(place) => self
                .listed
                .with_value(|listed| listed.get(place).cloned())
                .ok_or(HostFault::Empty),
            HostChoice::Other => self.workspace.typed_host.with(|text| Host::parse(text)),
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

    /// Whether the session is the chosen way.
    pub(super) fn is_by_session(self) -> bool {
        self.way.get_untracked() == SignInWay::Session
    }

    /// Whether this surface can sign in in the chosen way: a key is not pasted where it would be lost at once.
    pub(super) fn can_connect(self) -> bool {
        self.way.get() == SignInWay::Session || self.workspace.surface().lasting().is_some()
    }

    /// Whether the host may have refused the extension and not the person: it knows the session and forbids even this.
    pub(super) fn may_be_refused(self) -> bool {
        self.workspace.surface().is_of_extension()
            && self.way.get() == SignInWay::Session
            && self
                .workspace
                .at_start(|start| start.organisation.allows(SignInWay::ApiKey))
            && self.failure.with(|failure| {
                failure
                    .as_ref()
                    .is_some_and(|(error, _)| error.kind == ErrorKind::NotPermitted)
            })
    }

    /// Chooses a host, for this page and for the one that goes on after it.
    pub(super) fn choose_host(self, choice: HostChoice) {
        self.choice.set(choice);
        self.changed();
        match (choice, untrack(|| self.host())) {
            (HostChoice::Listed(_), Ok(host)) => {
                self.workspace.typed_host.set(String::new());
                platform::keep_host(&host);
                self.workspace.last_host.set(Some(host));
            }
            // Another host is kept as it is typed.
            (HostChoice::Listed(_) | HostChoice::Other, _) => {}
        }
    }

    /// Chooses a way to sign in.
    pub(super) fn choose(self, way: SignInWay) {
        self.way.set(way);
        self.changed();
        focus_by_id(API_KEY_ID);
    }

    /// Whether an attempt is under way.
    pub(super) fn busy(self) -> Signal<bool> {
        self.busy.into()
    }

    /// Whether something was typed before that leaving this page would lose.
    pub(super) fn has_draft(self) -> bool {
        !self.form.is_empty()
    }

    /// Something was changed: what was said about it before no longer holds, and what is still awaited is no longer wanted.
    pub(super) fn changed(self) {
        self.choices
            .update_value(|choices| *choices = choices.wrapping_add(1));
        self.busy.set(false);
        self.failure.set(None);
        self.host_fault.set(None);
        self.key_fault.set(None);
    }

    /// Tries again by itself when the person comes back from signing in elsewhere, for as long as this screen is shown.
    pub(super) fn look_again_on_return(self) {
        let listener = window_event_listener(ev::focus, move |_| {
            let was_signed_out = self.failure.with_untracked(|failure| {
                failure
                    .as_ref()
                    .is_some_and(|(error, _)| error.kind == ErrorKind::NotSignedIn)
            });
            if was_signed_out && self.way.get_untracked() == SignInWay::Session {
                self.connect();
            }
        });
        on_cleanup(move || listener.remove());
    }

    /// Signs in to the chosen host. A press while one is under way does nothing.
    pub(super) fn connect(self) {
        if self.busy.get_untracked() || !untrack(|| self.can_connect()) {
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
        let choices = self.choices.get_value();
        spawn_local(async move {
            let answer = Client::new(platform::transport(), host.clone())
                .sign_in(credential)
                .await;
            if self.choices.try_get_value() != Some(choices) {
                if let Ok(signed_in) = answer {
                    signed_in.sign_out();
                }
                return;
            }
            self.busy.set(false);
            match answer {
                Ok(signed_in) => {
                    self.empty_key_field();
                    self.workspace.enter(signed_in, !self.form.is_empty());
                }
                Err(error) => self.failure.set(Some((error, host))),
            }
        });
    }

    fn credential(self) -> Result<Credential, ApiKeyFault> {
        match (self.way.get_untracked(), self.key_input.get_untracked()) {
            (SignInWay::Session, _) => Ok(Credential::Session),
            (SignInWay::ApiKey, Some(input)) => {
                ApiKey::from_text(platform::read_secret(&input)).map(Credential::ApiKey)
            }
            (SignInWay::ApiKey, None) => Err(ApiKeyFault::Empty),
        }
    }

    /// Takes the key out of its field, and out of what the browser keeps of the field.
    pub(super) fn empty_key_field(self) {
        if let Some(input) = self.key_input.get_untracked() {
            input.set_value("");
        }
    }
}
