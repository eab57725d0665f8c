//! What was typed, and what of the rules' remarks is shown.

use super::pointer::Pointer;
use crate::components::{Remark, RemarkKind};
use crate::kept_draft::KeptDraft;
use crate::platform;
use crate::text;
use crate::workspace::{Load, Workspace, use_workspace};
use account_api::{Error, ErrorKind};
use leptos::prelude::*;
use leptos::task::spawn_local;
use service_user::{
    Conflict, Draft, EndDateChoice, Fault, FaultKind, Field, FriendlyName, Remarks, Review, ServiceUser,
    Step, Surroundings,
};

/// The draft and the state of its form. A handle: copies are the same form.
///
/// A field's remarks show once the field was left, or once the person asked to go on, and follow every key from then
/// on. A friendly name that is in use is said at once: no further typing makes it right by itself.
#[derive(Clone, Copy)]
pub struct Form {
    workspace: Workspace,
    draft: RwSignal<Draft>,
    left: RwSignal<Vec<Field>>,
    remarks: Memo<Remarks>,
    server_fault: RwSignal<Option<(Field, String)>>,
    pointer: Pointer,
    /// The service user that is being changed.
    existing: RwSignal<Option<ServiceUser>>,
    /// Whether a request to create it is under way, or was when its page went away.
    is_sent: RwSignal<bool>,
}

impl Form {
    /// A form for a new service user, with the draft that was kept or an empty one.
    #[must_use]
    pub fn new(workspace: Workspace) -> Self {
        let kept =
            workspace.at_start(|start| start.kept.as_ref().map(|kept| (kept.draft.clone(), kept.is_sent)));
        let (draft, is_sent) = kept.unwrap_or_default();
        let form = Self::holding(workspace, draft, None);
        form.is_sent.set(is_sent);
        form
    }

    /// A form for changing an existing service user, with what it is to become.
    #[must_use]
    pub fn of_existing(workspace: Workspace, existing: ServiceUser, draft: Draft) -> Self {
        Self::holding(workspace, draft, Some(existing))
    }

    /// A form with a draft, checked against what the workspace has loaded.
    fn holding(workspace: Workspace, draft: Draft, existing: Option<ServiceUser>) -> Self {
        let draft = RwSignal::new(draft);
        let existing = RwSignal::new(existing);
        let left = draft.with_untracked(|draft| {
            Field::ALL
                .into_iter()
                .filter(|field| is_filled(draft, *field))
                .collect()
        });
        let remarks = Memo::new(move |_| review(workspace, draft, existing).remarks);
        Form {
            workspace,
            draft,
            left: RwSignal::new(left),
            remarks,
            server_fault: RwSignal::new(None),
            pointer: Pointer::new(),
            existing,
            is_sent: RwSignal::new(false),
        }
    }

    /// Follows the pointer for as long as the calling component is on the page, so that no remark appears under a press.
    pub fn follow_pointer(self) {
        self.pointer.follow();
    }

    /// Reads something of the draft and follows its changes.
    pub fn read<T>(self, reader: impl FnOnce(&Draft) -> T) -> T {
        self.draft.with(reader)
    }

    /// Changes the draft. What the server said about the draft before is no longer about this one.
    pub fn change(self, change: impl FnOnce(&mut Draft)) {
        if self.server_fault.with_untracked(Option::is_some) {
            self.server_fault.set(None);
        }
        self.draft.update(change);
    }

    /// The service user that is being changed, as the draft was last put on top of it.
    #[must_use]
    pub fn existing(self) -> Option<ServiceUser> {
        self.existing.get()
    }

    /// Puts the draft on top of what became of the service user meanwhile, and answers where both changed the same.
    pub fn rebase(self, theirs: ServiceUser) -> Vec<Conflict> {
        let base = self.existing.get_untracked();
        let conflicts = base.map(|base| {
            let roles = self.workspace.roles.get_untracked();
            let roles = roles.ready().map_or(&[][..], Vec::as_slice);
            let mut draft = self.draft.get_untracked();
            let conflicts = draft.rebase(&base, &theirs, roles);
            self.change(|present| *present = draft);
            conflicts
        });
        self.existing.set(Some(theirs));
        conflicts.unwrap_or_default()
    }

    /// Goes on with the service user as it is after saving: nothing of the draft is unsaved any more.
    pub fn settle(self, user: ServiceUser, draft: Draft) {
        self.existing.set(Some(user));
        self.change(|present| *present = draft);
    }

    /// Puts what the server found wrong under the field that it named, until the draft changes.
    fn put_server_fault(self, field: Field, message: String) {
        self.server_fault.set(Some((field, message)));
        self.leave(field);
    }

    /// What is kept of the form while its page is closed; follows every change of it.
    #[must_use]
    pub fn kept(self) -> KeptDraft {
        KeptDraft {
            draft: self.draft.get(),
            typed_host: self.workspace.typed_host.get(),
            screen: self.workspace.navigation.screen().get(),
            host: self.workspace.last_host.get(),
            is_sent: self.is_sent.get(),
        }
    }

    /// Says that a request to create what the draft holds begins, or that it is known what came of it. It is kept with the draft: a
    /// page that goes away before the answer leaves it to the next one to find out.
    pub fn set_sent(self, is_sent: bool) {
        self.is_sent.set(is_sent);
    }

    /// Whether such a request is under way, or was when its page went away.
    #[must_use]
    pub fn is_sent(self) -> bool {
        self.is_sent.get_untracked()
    }

    /// The one of these service users that is what a draft asks for, name included.
    #[must_use]
    pub fn made_of(self, draft: &Draft, users: &[ServiceUser]) -> Option<ServiceUser> {
        let name = &draft.friendly_name;
        let user = users.iter().find(|user| user.friendly_name == *name)?;
        // Its name is its own, and not taken by another.
        let review = |surroundings: &Surroundings<'_>| draft.review(surroundings);
        let request = untrack(|| self.workspace.with_surroundings(Some(user), review))
            .request()
            .ok()?;
        Some(user).filter(|user| user.is_as_requested(&request)).cloned()
    }

    /// Keeps the draft up to date in the browser's memory, for as long as the calling component is on the page, where it can be
    /// kept at all. An empty one is forgotten.
    ///
    /// Another page of the extension may have another draft. What is typed last is what is kept; a page on which nothing is typed any more
    /// only touches what it knows.
    pub fn keep_up_to_date(self) {
        if !self.workspace.surface().is_of_extension() {
            return;
        }
        // What the page started with is what is kept already.
        let known = StoredValue::new(self.workspace.at_start(|start| start.kept.clone()));
        effect(move |before: Option<()>| {
            let kept = self.kept();
            if before.is_none() {
                return;
            }
            let before = known.get_value();
            let is_known = before.as_ref().is_some_and(|before| before.holds_the_same(&kept));
            known.set_value(Some(kept.clone()).filter(|kept| !kept.is_empty()));
            match before {
                Some(before) if is_known || kept.is_empty() => {
                    spawn_local(keep_in_place_of(before, kept, known));
                }
                _ if kept.is_empty() => {}
                _ => spawn_local(keep(kept)),
            }
        });
    }

    /// Puts a refusal under the field that it is about, and answers which; `None` where it is about none.
    #[must_use]
    pub fn take_refusal(self, error: &Error, friendly_name: &FriendlyName) -> Option<Field> {
        match error.kind {
            ErrorKind::Duplicate => {
                self.workspace.users.take_name(friendly_name.as_str().to_owned());
                Some(Field::FriendlyName)
            }
            ErrorKind::InvalidRequest => error.field.inspect(|field| {
                self.put_server_fault(*field, error.server_message.clone().unwrap_or_default());
            }),
            _ => None,
        }
    }

    /// Whether nothing was typed or chosen yet.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.draft.with(|draft| *draft == Draft::default())
    }

    /// Empties the form.
    pub fn clear(self) {
        self.pointer.forget_waiting();
        self.left.set(Vec::new());
        self.server_fault.set(None);
        self.draft.set(Draft::default());
    }

    /// The person went on from a field.
    pub fn leave(self, field: Field) {
        if !self.left.with_untracked(|left| left.contains(&field)) {
            self.left.update(|left| {
                left.push(field);
            });
        }
    }

    /// The focus went from a field. Where it went by a press of the pointer, the remarks wait for its end.
    pub fn lose_focus(self, field: Field) {
        self.pointer.once_released(move || self.leave(field));
    }

    /// The person asked to go on from a step: all its faults show. Answers the first field at fault.
    pub fn leave_step(self, step: Step) -> Option<Field> {
        for field in Field::ALL.into_iter().filter(|field| field.step() == step) {
            self.leave(field);
        }
        let of_the_rules = self.remarks.with_untracked(|remarks| {
            remarks
                .faults
                .iter()
                .map(|fault| fault.field)
                .find(|field| field.step() == step)
        });
        let of_the_server = self
            .server_fault
            .with_untracked(|fault| fault.as_ref().map(|(field, _)| *field));
        of_the_rules.or(of_the_server.filter(|field| field.step() == step))
    }

    /// The rules' verdict on the draft as it stands.
    #[must_use]
    pub fn review(self) -> Review {
        untrack(|| review(self.workspace, self.draft, self.existing))
    }

    /// The remarks to show under a field. They are worked out once a change for each time this is called: a field calls it once.
    #[must_use]
    pub fn remarks(self, field: Field) -> Signal<Vec<Remark>> {
        Memo::new(move |_| {
            let was_left = self.is_judged(field) && self.left.with(|left| left.contains(&field));
            let server_fault = self.server_fault.with(|fault| match fault {
                Some((at, message)) if *at == field => Some(Remark {
                    kind: RemarkKind::Fault,
                    message: text::failure::server_says(message),
                    suggestion: None,
                }),
                Some(_) | None => None,
            });
            self.remarks.with(|remarks| {
                let faults = remarks
                    .faults
                    .iter()
                    .filter(|fault| fault.field == field && (was_left || is_said_at_once(fault)))
                    .map(|fault| Remark {
                        kind: RemarkKind::Fault,
                        message: fault.message(),
                        suggestion: fault.suggestion().map(ToOwned::to_owned),
                    });
                let warnings = remarks
                    .warnings
                    .iter()
                    .filter(|warning| warning.field == field && was_left)
                    .map(|warning| Remark {
                        kind: RemarkKind::Warning,
                        message: warning.message(),
                        suggestion: None,
                    });
                faults.chain(server_fault).chain(warnings).collect()
            })
        })
        .into()
    }

    /// Whether what a field is judged by is no longer on its way. Before that nothing is said of it: an account that was chosen
    /// earlier is not unknown because the accounts are.
    fn is_judged(self, field: Field) -> bool {
        !match field {
            Field::Accounts => self.workspace.accounts.with(Load::is_pending),
            Field::Managers | Field::Roles => self.workspace.roles.with(Load::is_pending),
            Field::FriendlyName | Field::Description | Field::EndDate | Field::Email => false,
        }
    }

    /// How many faults of a step are shown.
    #[must_use]
    pub fn fault_count(self, step: Step) -> Signal<usize> {
        Memo::new(move |_| {
            self.left.with(|left| {
                self.remarks.with(|remarks| {
                    remarks
                        .faults
                        .iter()
                        .filter(|fault| {
                            fault.field.step() == step
                                && left.contains(&fault.field)
                                && self.is_judged(fault.field)
                        })
                        .count()
                })
            })
        })
        .into()
    }
}

/// A field of a kept draft that holds something was left before.
fn is_filled(draft: &Draft, field: Field) -> bool {
    match field {
        Field::FriendlyName => !draft.friendly_name.is_empty(),
        Field::Description => !draft.description.is_empty(),
        Field::EndDate => draft.end_date != EndDateChoice::Unanswered,
        Field::Email => !draft.email.is_empty(),
        Field::Accounts => !draft.accounts.is_empty(),
        Field::Managers => !draft.managers.is_empty(),
        Field::Roles => !draft.roles.is_empty(),
    }
}

/// Keeps a draft. The write has begun when this is first polled.
async fn keep(kept: KeptDraft) {
    if platform::keep_draft(&kept).await.is_err() {
        leptos::logging::warn!("the browser did not keep the draft");
    }
}

/// Keeps a draft, or forgets an empty one, if what is kept is still what this page knew `before`.
async fn keep_in_place_of(before: KeptDraft, kept: KeptDraft, known: StoredValue<Option<KeptDraft>>) {
    let is_kept = platform::keeps_draft(before).await;
    // Something may have been typed meanwhile, which is kept already.
    let is_present = known.try_with_value(|known| match known {
        None => kept.is_empty(),
        Some(known) => known.holds_the_same(&kept),
    });
    match (is_kept && is_present == Some(true), kept.is_empty()) {
        (false, _) => {}
        (true, true) => platform::forget_draft(),
        (true, false) => keep(kept).await,
    }
}

fn is_said_at_once(fault: &Fault) -> bool {
    matches!(fault.kind, FaultKind::NameTaken { .. })
}

fn review(workspace: Workspace, draft: RwSignal<Draft>, existing: RwSignal<Option<ServiceUser>>) -> Review {
    existing.with(|existing| {
        workspace.with_surroundings(existing.as_ref(), |surroundings| {
            draft.with(|draft| draft.review(surroundings))
        })
    })
}

/// The form that the app provides.
///
/// Outside the app there is none; a component that asks there gets an empty one instead of a panic.
#[must_use]
pub fn use_form() -> Form {
    use_context::<Form>().unwrap_or_else(|| Form::new(use_workspace()))
}
