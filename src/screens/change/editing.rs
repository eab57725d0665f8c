//! One change, from the first key to the answer.

use crate::components::focus_by_id;
use crate::fields::{Form, focus};
use crate::navigation::Screen;
use crate::text;
use crate::unsaved_change::UnsavedChange;
use crate::workspace::{Workspace, use_workspace};
use account_api::{Error, SignedIn};
use leptos::prelude::*;
use leptos::task::spawn_local;
use service_user::{
    Conflict, Difference, Draft, Field, ServiceUser, ServiceUserRequest, Status, Step, UserId,
};

/// The id of the heading of the difference.
pub(super) const REVIEW_HEADING_ID: &str = "change-review";

/// What the person looks at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stage {
    /// The fields.
    Fields,
    /// The difference, before it is saved.
    Review,
}

/// What somebody else made of the service user while it was being changed here.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct ChangedMeanwhile {
    /// What they changed.
    pub(super) difference: Difference,
    /// Its status, where it is another than before.
    pub(super) status: Option<Status>,
    /// What both changed, differently; settled ones are taken out.
    pub(super) conflicts: Vec<Conflict>,
}

/// Why nothing was saved, or why that is not known.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Failure {
    /// Nothing was.
    NotSaved(Error),
    /// The change may have been made, and the service user could not be read to see.
    Unknown(Error),
}

/// A change under way. A handle: copies are the same change.
#[derive(Clone, Copy)]
pub(super) struct Editing {
    workspace: Workspace,
    /// The fields.
    pub(super) form: Form,
    id: StoredValue<UserId>,
    stage: RwSignal<Stage>,
    unchanged: RwSignal<bool>,
    busy: RwSignal<bool>,
    failure: RwSignal<Option<Failure>>,
    meanwhile: RwSignal<Option<ChangedMeanwhile>>,
    resumed: StoredValue<bool>,
    /// The draft as it was before anybody typed. It is not made anew to compare with, because the roles may be gone by then.
    untouched: StoredValue<Draft>,
}

impl Editing {
    /// Begins with the service user as it was just read, or goes on with what was left unsaved before.
    pub(super) fn new(workspace: Workspace, user: ServiceUser) -> Self {
        let kept = workspace.take_unsaved_change(&user.id);
        let is_resumed = kept.is_some();
        let id = user.id.clone();
        // On top of what it was then; what became of it since is put under it below.
        let (base, draft) = match kept {
            Some(UnsavedChange { base, draft }) => (base, Some(draft)),
            None => (user.clone(), None),
        };
        let untouched = draft_of(workspace, &base);
        let form = Form::of_existing(workspace, base, draft.unwrap_or_else(|| untouched.clone()));
        let editing = Editing {
            workspace,
            form,
            id: StoredValue::new(id),
            stage: RwSignal::new(Stage::Fields),
            unchanged: RwSignal::new(false),
            busy: RwSignal::new(false),
            failure: RwSignal::new(None),
            meanwhile: RwSignal::new(None),
            resumed: StoredValue::new(is_resumed),
            untouched: StoredValue::new(untouched),
        };
        editing.take_in(user);
        editing
    }

    /// Whether what was left unsaved before is gone on with.
    pub(super) fn is_resumed(self) -> bool {
        self.resumed.get_value()
    }

    /// What the person looks at.
    pub(super) fn stage(self) -> Stage {
        self.stage.get()
    }

    /// Whether the person asked to go on without having changed anything.
    pub(super) fn is_unchanged(self) -> bool {
        self.unchanged.get() && self.difference().is_some_and(|difference| difference.is_empty())
    }

    /// Whether saving is under way.
    pub(super) fn busy(self) -> Signal<bool> {
        self.busy.into()
    }

    /// Why the last attempt failed.
    pub(super) fn failure(self) -> Option<Failure> {
        self.failure.get()
    }

    /// What somebody else changed meanwhile.
    pub(super) fn meanwhile(self) -> Option<ChangedMeanwhile> {
        self.meanwhile.get()
    }

    /// What saving would change; `None` while there are faults.
    pub(super) fn difference(self) -> Option<Difference> {
        let user = self.form.existing()?;
        // The draft is what the review is of: its changes have to be followed.
        self.form.read(|_| ());
        let request = self.form.review().request().ok()?;
        Some(Difference::of_request(&user, &request))
    }

    /// Goes on to the difference, or to the first field at fault.
    pub(super) fn review(self) {
        self.failure.set(None);
        let at_fault = self.fault();
        let is_empty = untrack(|| self.difference()).is_some_and(|difference| difference.is_empty());
        self.unchanged.set(is_empty);
        match (at_fault, is_empty) {
            (Some(field), _) => focus(field),
            (None, true) => {}
            (None, false) => {
                self.stage.set(Stage::Review);
                focus_by_id(REVIEW_HEADING_ID);
            }
        }
    }

    /// Goes back to the fields.
    pub(super) fn back(self) {
        self.stage.set(Stage::Fields);
        focus(Field::FriendlyName);
    }

    /// Goes back to the service user; what was typed is kept.
    pub(super) fn leave(self) {
        self.workspace
            .navigation
            .go(Screen::ServiceUser(self.id.get_value()));
    }

    /// Throws away what was changed.
    pub(super) fn start_again(self) {
        if let Some(user) = untrack(|| self.form.existing()) {
            let draft = self.untouched(&user);
            self.form.change(|present| *present = draft);
        }
        self.meanwhile.set(None);
    }

    /// Settles a conflict in the other's favour.
    pub(super) fn take_theirs(self, conflict: &Conflict) {
        self.form.change(|draft| draft.take_theirs(conflict));
        self.meanwhile.update(|meanwhile| {
            if let Some(meanwhile) = meanwhile {
                meanwhile.conflicts.retain(|known| known != conflict);
            }
        });
    }

    /// Keeps what is not saved while the person looks at another screen.
    pub(super) fn keep_what_is_unsaved(self) {
        let Some(base) = untrack(|| self.form.existing()) else {
            return;
        };
        let draft = untrack(|| self.form.read(Draft::clone));
        if self.untouched.with_value(|untouched| draft != *untouched) {
            self.workspace.keep_unsaved_change(UnsavedChange { base, draft });
        }
    }

    /// Saves, if the service user is still what the difference was shown against: it is read again first. A second press while
    /// a request is under way does nothing.
    pub(super) fn save(self) {
        let request = untrack(|| self.form.review()).request();
        let (Ok(request), Some(connection)) = (request, self.workspace.connection.get_untracked()) else {
            self.stage.set(Stage::Fields);
            return;
        };
        if self.busy.get_untracked() {
            return;
        }
        self.busy.set(true);
        self.failure.set(None);
        spawn_local(async move {
            self.save_with(connection, request).await;
            self.busy.try_set(false);
        });
    }

    async fn save_with(self, connection: SignedIn, request: ServiceUserRequest) {
        let Some(id) = self.id.try_get_value() else {
            return;
        };
        match connection.service_user(&id).await {
            Err(error) => {
                self.failure.try_set(Some(Failure::NotSaved(error)));
                return;
            }
            Ok(now) if self.is_still(&now) => {}
            Ok(now) => {
                self.take_in(now);
                return;
            }
        }
        match connection.update(&id, &request).await {
            Ok(()) => self.show_saved(connection, &id).await,
            Err(error) if error.is_ambiguous() => self.look_again(connection, &id, &request, error).await,
            Err(error) => self.show_failure(error, &request),
        }
    }

    /// What the form holds of the service user as long as nobody changes anything, from now on.
    fn untouched(self, user: &ServiceUser) -> Draft {
        let draft = draft_of(self.workspace, user);
        self.untouched.set_value(draft.clone());
        draft
    }

    /// Whether the service user is as it was read before. A screen that is gone has nothing to save any more.
    fn is_still(self, now: &ServiceUser) -> bool {
        let before = untrack(|| self.form.existing());
        before
            .is_some_and(|before| Difference::between(&before, now).is_empty() && before.status == now.status)
    }

    /// Puts the draft on top of what became of the service user, and says so where that is something.
    fn take_in(self, now: ServiceUser) {
        let Some(before) = untrack(|| self.form.existing()) else {
            return;
        };
        let difference = Difference::between(&before, &now);
        let status = (before.status != now.status).then(|| now.status.clone());
        if difference.is_empty() && status.is_none() {
            return;
        }
        self.workspace.put_user(now.clone());
        self.untouched(&now);
        let conflicts = self.form.rebase(now);
        self.meanwhile.set(Some(ChangedMeanwhile {
            difference,
            status,
            conflicts,
        }));
        // Where the two do not fit together, the rules say so under the field.
        if self.fault().is_some() {
            self.stage.set(Stage::Fields);
        }
    }

    /// The first field at fault, after which all faults show.
    fn fault(self) -> Option<Field> {
        self.form
            .leave_step(Step::Details)
            .or_else(|| self.form.leave_step(Step::Roles))
    }

    /// The change was made: what the service user is now is read once more, and shown on its page.
    async fn show_saved(self, connection: SignedIn, id: &UserId) {
        // What cannot be read now is read by the page that is shown next.
        if let Ok(user) = connection.service_user(id).await {
            self.workspace
                .notice
                .set(Some(text::change::saved(&user.friendly_name)));
            self.workspace.put_user(user.clone());
            let draft = self.untouched(&user);
            self.form.settle(user, draft);
        }
        self.workspace.load_users();
        self.workspace.navigation.replace(Screen::ServiceUser(id.clone()));
    }

    /// The answer did not say whether the change was made; the service user does.
    async fn look_again(self, connection: SignedIn, id: &UserId, request: &ServiceUserRequest, error: Error) {
        match connection.service_user(id).await {
            Ok(now) if now.is_as_requested(request) => self.show_saved(connection, id).await,
            Ok(_) => self.show_failure(error, request),
            Err(_) => {
                self.failure.try_set(Some(Failure::Unknown(error)));
            }
        }
    }

    /// An error that belongs to a field lands there; the rest is said beside the button.
    fn show_failure(self, error: Error, request: &ServiceUserRequest) {
        match self.form.take_refusal(&error, request.friendly_name()) {
            Some(field) => {
                self.fault();
                self.stage.set(Stage::Fields);
                focus(field);
            }
            None => {
                self.failure.try_set(Some(Failure::NotSaved(error)));
            }
        }
    }
}

/// What the form holds of a service user that nobody has changed.
fn draft_of(workspace: Workspace, user: &ServiceUser) -> Draft {
    workspace.roles.with_untracked(|roles| {
        let roles = roles.ready().map_or(&[][..], Vec::as_slice);
        Draft::of(user, roles)
    })
}

/// The change that the screen provides.
///
/// Outside of it there is none; a component that asks there gets one of nobody instead of a panic.
pub(super) fn use_editing() -> Editing {
    use_context::<Editing>().unwrap_or_else(|| {
        let nobody = ServiceUser {
            id: UserId::new(""),
            friendly_name: String::new(),
            description: String::new(),
            email: String::new(),
            status: Status::Active,
            end_date: None,
            accounts: Vec::new(),
            roles: Vec::new(),
            managers: Vec::new(),
            created_at: None,
            created_by: None,
        };
        Editing::new(use_workspace(), nobody)
    })
}
