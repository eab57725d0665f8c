//! The one request that creates a service user, and what came of it.
//!
//! It lives above the screens: whatever the person does while the answer is on its way, a token that arrives is shown.

use crate::components::focus_by_id;
use crate::fields::{Form, focus, use_form};
use crate::kept_draft::KeptDraft;
use crate::navigation::Screen;
use crate::platform::{self, LastingSurface};
use crate::token::{IssuedToken, Made, use_issued_token};
use crate::users::ListState;
use crate::workspace::{Load, Workspace, use_workspace};
use account_api::{Created, Error, ErrorKind, SignedIn};
use leptos::prelude::*;
use leptos::task::spawn_local;
use service_user::{ServiceUser, ServiceUserRequest, Step, TokenId};

/// The id of the button that creates.
pub(super) const CREATE_BUTTON_ID: &str = "create-service-user";

/// Why there is no new service user, or why that is not known.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Failure {
    /// There is none.
    NotCreated(Error),
    /// The request may have been carried out, and the list could not be read to see.
    Unknown(Error),
    /// The page went away while the request was under way, and the list does not show that it was carried out.
    Interrupted,
    /// The popup could not hand the draft on, and must not create by itself.
    NotHandedOn,
}

/// Creating, from the press of the button to the answer. A handle: copies are the same submission.
#[derive(Clone, Copy)]
pub struct Submission {
    workspace: Workspace,
    form: Form,
    issued: IssuedToken,
    busy: RwSignal<bool>,
    looking: RwSignal<bool>,
    /// With the connection that it came over.
    failure: RwSignal<Option<(SignedIn, Failure)>>,
    /// What was asked for, and why it is not known what came of it.
    unsettled: StoredValue<Option<(ServiceUserRequest, Error)>>,
}

impl Submission {
    /// Nothing under way.
    #[must_use]
    pub fn new(workspace: Workspace, form: Form, issued: IssuedToken) -> Self {
        Submission {
            workspace,
            form,
            issued,
            busy: RwSignal::new(false),
            looking: RwSignal::new(false),
            failure: RwSignal::new(None),
            unsettled: StoredValue::new(None),
        }
    }

    /// Whether a request is under way.
    #[must_use]
    pub(super) fn busy(self) -> Signal<bool> {
        self.busy.into()
    }

    /// Whether the list is being read to see what came of a request.
    #[must_use]
    pub(super) fn is_looking(self) -> Signal<bool> {
        self.looking.into()
    }

    /// What the last attempt failed of. On another host that means nothing, and after signing in again on the same one, that nothing was
    /// created is past.
    #[must_use]
    pub(super) fn failure(self) -> Signal<Option<Failure>> {
        Memo::new(move |_| {
            let connection = self.workspace.connection.get()?;
            self.failure.with(|failure| {
                let (over, failure) = failure.as_ref()?;
                let is_of_now = match failure {
                    Failure::NotCreated(_) | Failure::NotHandedOn => !over.is_signed_out(),
                    Failure::Unknown(_) | Failure::Interrupted => over.host() == connection.host(),
                };
                is_of_now.then(|| failure.clone())
            })
        })
        .into()
    }

    fn fail(self, connection: &SignedIn, failure: Failure) {
        self.failure.set(Some((connection.clone(), failure)));
    }

    /// Creates what the popup was asked to create, once what the rules need has arrived. What does not arrive ends the order: the
    /// person sees why, and presses the button again.
    pub fn follow_order(self) {
        let workspace = self.workspace;
        // A page that was opened without an order gets none later.
        if !workspace.creation_is_ordered.get_untracked() {
            return;
        }
        let is_ready = Memo::new(move |_| {
            workspace.connection.with(Option::is_some)
                && !workspace.users.state().with(ListState::is_pending)
                && !workspace.accounts.with(Load::is_pending)
                && !workspace.roles.with(Load::is_pending)
        });
        effect(move |_| {
            if is_ready.get() && workspace.creation_is_ordered.get_untracked() {
                workspace.creation_is_ordered.set(false);
                self.send();
                // The button is where the person pressed it in the popup: there they see what comes of it.
                focus_by_id(CREATE_BUTTON_ID);
            }
        });
    }

    /// Finds out what came of a request whose page went away before the answer, once what the rules need has arrived.
    pub fn follow_interruption(self) {
        let workspace = self.workspace;
        // A new order comes before the question what came of an old request: the host's answer to it tells.
        let is_ordered = workspace.creation_is_ordered.get_untracked();
        if workspace.surface().lasting().is_none() || !self.form.is_sent() || is_ordered {
            return;
        }
        // Another host's list would tell nothing.
        let of_draft = workspace.at_start(|start| start.kept.as_ref().and_then(|kept| kept.host.clone()));
        let is_at_host = move |connection: &Option<SignedIn>| {
            let host = connection.as_ref().map(SignedIn::host);
            host.is_some() && host == of_draft.as_ref()
        };
        let is_ready = Memo::new(move |_| {
            workspace.connection.with(&is_at_host)
                && workspace.accounts.with(|accounts| accounts.ready().is_some())
                && workspace.roles.with(|roles| roles.ready().is_some())
        });
        effect(move |_| {
            // Once more after signing in again, where that came before the answer.
            let is_free = is_ready.get() && !self.looking.get();
            if is_free && self.form.is_sent() && self.failure.with_untracked(Option::is_none) {
                self.look_again();
            }
        });
    }

    /// Reads the list once more to see what came of a request whose outcome is not known. It sends nothing else.
    pub(super) fn look_again(self) {
        let (Some(connection), Some(lasting)) = (
            self.workspace.connection.get_untracked(),
            self.workspace.surface().lasting(),
        ) else {
            return;
        };
        if self.looking.get_untracked() || self.busy.get_untracked() || self.issued.is_shown() {
            return;
        }
        self.looking.set(true);
        spawn_local(async move {
            match self.unsettled.get_value() {
                Some((request, error)) => {
                    self.look_up(&connection, &request, error, lasting).await;
                    self.form.set_sent(self.unsettled.with_value(Option::is_some));
                }
                None => self.look_up_interrupted(&connection, lasting).await,
            }
            self.looking.set(false);
        });
    }

    /// Checks the draft and sends it, once: a second press while a request is under way does nothing. A popup sends nothing; it
    /// hands the draft on to a window that outlives the loss of the focus, because a token comes only once.
    pub(super) fn send(self) {
        if self.busy.get_untracked() || self.looking.get_untracked() || self.issued.is_shown() {
            return;
        }
        let Some(connection) = self.workspace.connection.get_untracked() else {
            return;
        };
        self.failure.set(None);
        self.unsettled.set_value(None);
        match (self.form.review().request(), self.workspace.surface().lasting()) {
            (Err(_), _) => self.show_faults(),
            (Ok(request), Some(lasting)) => self.create(connection, request, lasting),
            (Ok(_), None) => self.hand_on(connection),
        }
    }

    /// Empties the form: what came of an earlier attempt is not about the next one. A request that is under way goes on.
    pub(super) fn discard(self) {
        if !self.busy.get_untracked() && !self.looking.get_untracked() {
            self.failure.set(None);
            self.unsettled.set_value(None);
            self.form.set_sent(false);
        }
        self.form.clear();
    }

    fn create(self, connection: SignedIn, request: ServiceUserRequest, lasting: LastingSurface) {
        self.set_busy(true);
        spawn_local(async move {
            match connection.create(&request).await {
                Ok(Created { user, token }) => {
                    self.show_created(Made::ServiceUser, named(user, &request), token, lasting);
                }
                // A browser may have sent the request twice by itself: the first then took the name.
                Err(error) if error.is_ambiguous() || error.kind == ErrorKind::Duplicate => {
                    self.look_up(&connection, &request, error, lasting).await;
                }
                Err(error) => self.show_failure(&connection, error, &request),
            }
            self.set_busy(false);
        });
    }

    /// Hands the draft on to a window of its own and closes the popup. The window creates only what an order of its own name stands
    /// for, so that loading it again, or another surface, creates nothing.
    fn hand_on(self, connection: SignedIn) {
        let draft = self.kept();
        self.busy.set(true);
        spawn_local(async move {
            // A whole number: the code that writes a fraction in decimals would be in the bundle for this alone, 10 kB of it.
            let window = ((js_sys::Math::random() * f64::from(u32::MAX)) as u32).to_string();
            let is_handed_on = platform::keep_draft(&draft).await.is_ok()
                && platform::order_creation(&window).await.is_ok()
                && platform::open_window(&format!("&create={window}")).await.is_ok();
            self.busy.set(false);
            match is_handed_on {
                true => platform::close_this_page(),
                false => self.fail(&connection, Failure::NotHandedOn),
            }
        });
    }

    /// The draft as it is kept while the popup is closed.
    fn kept(self) -> KeptDraft {
        untrack(|| self.form.kept())
    }

    /// The service user exists from here on: its draft is done with, wherever it was kept.
    fn show_created(self, made: Made, user: ServiceUser, token: Option<TokenId>, lasting: LastingSurface) {
        self.unsettled.set_value(None);
        self.failure.set(None);
        self.issued.show(made, user, token, lasting);
        self.form.clear();
    }

    fn set_busy(self, busy: bool) {
        self.busy.set(busy);
        self.issued.set_awaited(busy);
        // As long as it is not known what came of a request, a page that goes away leaves it to the next one to find out.
        self.form
            .set_sent(busy || self.unsettled.with_value(Option::is_some));
    }

    /// The answer did not say whether the service user was made; the list does. Under its name there may also be one that somebody
    /// else made meanwhile: that is a name that is taken, and no token of it is offered.
    async fn look_up(
        self,
        connection: &SignedIn,
        request: &ServiceUserRequest,
        error: Error,
        lasting: LastingSurface,
    ) {
        let is_duplicate = error.kind == ErrorKind::Duplicate;
        let users = connection.service_users().await;
        if connection.is_signed_out() {
            // Who is signed in now has another list. Their failure is still there when they come back to this host.
            return;
        }
        let Ok(users) = users else {
            match is_duplicate {
                true => self.show_failure(connection, error, request),
                false => {
                    self.unsettled.set_value(Some((request.clone(), error.clone())));
                    self.fail(connection, Failure::Unknown(error));
                }
            }
            return;
        };
        self.unsettled.set_value(None);
        self.failure.set(None);
        let name = request.friendly_name().as_str();
        let of_this_name = users.iter().find(|user| user.friendly_name == name).cloned();
        self.workspace.users.take(users);
        // What a host made of the request may differ from it; whoever made it is the caller all the same.
        let caller = connection.caller().id.as_str();
        let is_by_caller = |user: &ServiceUser| user.created_by.as_deref() == Some(caller);
        match of_this_name {
            Some(user) if user.is_as_requested(request) || (!is_duplicate && is_by_caller(&user)) => {
                // Another page of the person may have made it, and shows the token.
                let made = match is_duplicate {
                    true => Made::FoundServiceUser,
                    false => Made::ServiceUser,
                };
                self.show_created(made, user, None, lasting);
            }
            // The rules know the name as taken now.
            Some(_) => self.show_faults(),
            None => self.show_failure(connection, error, request),
        }
    }

    /// A page went away before the answer; its draft is what was asked for, and the list tells whether it was made.
    async fn look_up_interrupted(self, connection: &SignedIn, lasting: LastingSurface) {
        let users = connection.service_users().await;
        if connection.is_signed_out() {
            return;
        }
        match users {
            Err(error) => self.fail(connection, Failure::Unknown(error)),
            Ok(users) => {
                // What was sent, and not what was typed since.
                let sent = self
                    .workspace
                    .at_start(|start| start.kept.as_ref().map(|kept| kept.draft.clone()));
                let made = sent.and_then(|sent| self.form.made_of(&sent, &users));
                self.workspace.users.take(users);
                self.form.set_sent(false);
                match made {
                    // The page that went away may be another one, which is still there and shows the token.
                    Some(user) => self.show_created(Made::FoundServiceUser, user, None, lasting),
                    None => self.fail(connection, Failure::Interrupted),
                }
            }
        }
    }

    /// An error that belongs to a field lands there; the rest is said beside the button.
    fn show_failure(self, connection: &SignedIn, error: Error, request: &ServiceUserRequest) {
        match self.form.take_refusal(&error, request.friendly_name()) {
            Some(_) => self.show_faults(),
            None => self.fail(connection, Failure::NotCreated(error)),
        }
    }

    /// Goes to the first field at fault, on whichever step it is.
    fn show_faults(self) {
        let at_fault = self
            .form
            .leave_step(Step::Details)
            .or_else(|| self.form.leave_step(Step::Roles));
        let Some(field) = at_fault else { return };
        self.workspace.navigation.go(match field.step() {
            Step::Details => Screen::Details,
            Step::Roles => Screen::Roles,
        });
        focus(field);
    }
}

/// An answer that holds a token and little else still belongs to the service user that was asked for.
fn named(user: ServiceUser, request: &ServiceUserRequest) -> ServiceUser {
    match user.friendly_name.is_empty() {
        true => ServiceUser {
            friendly_name: request.friendly_name().as_str().to_owned(),
            ..user
        },
        false => user,
    }
}

/// The submission that the app provides.
///
/// Outside the app there is none; a component that asks there gets one with nothing under way instead of a panic.
#[must_use]
pub(super) fn use_submission() -> Submission {
    use_context::<Submission>()
        .unwrap_or_else(|| Submission::new(use_workspace(), use_form(), use_issued_token()))
}
