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
    failure: RwSignal<Option<Failure>>,
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
            failure: RwSignal::new(None),
        }
    }

    /// Whether a request is under way.
    #[must_use]
    pub(super) fn busy(self) -> Signal<bool> {
        self.busy.into()
    }

    /// What the last attempt failed of.
    #[must_use]
    pub(super) fn failure(self) -> Signal<Option<Failure>> {
        self.failure.into()
    }

    /// Creates what the popup was asked to create, once what the rules need has arrived. What does not arrive ends the order: the
    /// person sees why, and presses the button again.
    pub fn follow_order(self) {
        let workspace = self.workspace;
        let is_ready = Memo::new(move |_| {
            workspace.connection.with(Option::is_some)
                && !workspace.users.state().with(ListState::is_pending)
                && workspace.accounts.with(|accounts| *accounts != Load::Pending)
                && workspace.roles.with(|roles| *roles != Load::Pending)
        });
        Effect::new(move |_| {
            if is_ready.get() && workspace.creation_is_ordered.get_untracked() {
                workspace.creation_is_ordered.set(false);
                self.send();
                // The button is where the person pressed it in the popup: there they see what comes of it.
                focus_by_id(CREATE_BUTTON_ID);
            }
        });
    }

    /// Checks the draft and sends it, once: a second press while a request is under way does nothing. A popup sends nothing; it
    /// hands the draft on to a window that outlives the loss of the focus, because a token comes only once.
    pub(super) fn send(self) {
        if self.busy.get_untracked() || self.issued.is_shown() {
            return;
        }
        let Some(connection) = self.workspace.connection.get_untracked() else {
            return;
        };
        self.failure.set(None);
        match (self.form.review().request(), self.workspace.surface().lasting()) {
            (Err(_), _) => self.show_faults(),
            (Ok(request), Some(lasting)) => self.create(connection, request, lasting),
            (Ok(_), None) => self.hand_on(),
        }
    }

    fn create(self, connection: SignedIn, request: ServiceUserRequest, lasting: LastingSurface) {
        self.set_busy(true);
        spawn_local(async move {
            match connection.create(&request).await {
                Ok(Created { user, token }) => self.show_created(named(user, &request), token, lasting),
                // A browser may have sent the request twice by itself: the first then took the name.
                Err(error) if error.is_ambiguous() || error.kind == ErrorKind::Duplicate => {
                    self.look_up(connection, &request, error, lasting).await;
                }
                Err(error) => self.show_failure(error, &request),
            }
            self.set_busy(false);
        });
    }

    /// Hands the draft on to a window of its own and closes the popup. The window creates only what an order of its own name stands
    /// for, so that loading it again, or another surface, creates nothing.
    fn hand_on(self) {
        let draft = self.kept().write();
        self.busy.set(true);
        spawn_local(async move {
            // A whole number: the code that writes a fraction in decimals would be in the bundle for this alone, 10 kB of it.
            let window = ((js_sys::Math::random() * f64::from(u32::MAX)) as u32).to_string();
            let is_handed_on = platform::keep_draft(&draft, KeptDraft::LIFE).await.is_ok()
                && platform::order_creation(&window).await.is_ok()
                && platform::open_window(&format!("&create={window}")).await.is_ok();
            self.busy.set(false);
            match is_handed_on {
                true => platform::close_this_page(),
                false => self.failure.set(Some(Failure::NotHandedOn)),
            }
        });
    }

    /// The draft as it is kept while the popup is closed.
    fn kept(self) -> KeptDraft {
        untrack(|| self.form.kept())
    }

    /// The service user exists from here on: its draft is done with, wherever it was kept.
    fn show_created(self, user: ServiceUser, token: Option<TokenId>, lasting: LastingSurface) {
        self.issued.show(Made::ServiceUser, user, token, lasting);
        self.form.clear();
    }

    fn set_busy(self, busy: bool) {
        self.busy.set(busy);
        self.issued.set_awaited(busy);
    }

    /// The answer did not say whether the service user was made; the list does.
    async fn look_up(
        self,
        connection: SignedIn,
        request: &ServiceUserRequest,
        error: Error,
        lasting: LastingSurface,
    ) {
        let is_duplicate = error.kind == ErrorKind::Duplicate;
        let Ok(users) = connection.service_users().await else {
            match is_duplicate {
                true => self.show_failure(error, request),
                false => self.failure.set(Some(Failure::Unknown(error))),
            }
            return;
        };
        let name = request.friendly_name().as_str();
        let of_this_name = users.iter().find(|user| user.friendly_name == name);
        let made = of_this_name
            .filter(|user| !is_duplicate || user.is_as_requested(request))
            .cloned();
        self.workspace.users.take(users);
        match made {
            Some(user) => self.show_created(user, None, lasting),
            None => self.show_failure(error, request),
        }
    }

    /// An error that belongs to a field lands there; the rest is said beside the button.
    fn show_failure(self, error: Error, request: &ServiceUserRequest) {
        match self.form.take_refusal(&error, request.friendly_name()) {
            Some(_) => self.show_faults(),
            None => self.failure.set(Some(Failure::NotCreated(error))),
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
