//! Filling the draft from a template: from the choice of one to taking it back.
//!
//! It lives above the screens, because a template is chosen on one and used on another, and comes by a link before there is a
//! connection. It never submits anything.

use super::access::go_on_once_connected;
use crate::fields::Form;
use crate::workspace::Workspace;
use leptos::prelude::*;
use service_user::{Draft, Field};
use template::{Applied, TakenBack, Template, TemplateFault};

/// Where a template comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// The person chose it among those that there are.
    Picked,
    /// A link, which anybody can have made.
    Link,
}

/// A template that is to be used.
#[derive(Clone, Debug, PartialEq)]
pub struct Offer {
    /// The template.
    pub template: Template,
    /// Where it comes from.
    pub origin: Origin,
}

/// A template that was used, with what came of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Filled {
    /// The template's name.
    pub name: String,
    /// Where it comes from.
    pub origin: Origin,
    /// What it set and could not set.
    pub applied: Applied,
    before: Draft,
    after: Draft,
}

/// What there is to say about it.
#[derive(Clone, Debug, PartialEq)]
pub enum Shown {
    /// Nothing.
    Nothing,
    /// A template waits for accounts and roles.
    Waiting,
    /// A template waits for an answer, because there is a draft.
    Asking(Offer),
    /// A link's template has faults.
    BadLink(Vec<TemplateFault>),
    /// A template was used.
    Filled(Filled),
    /// It was taken back but for these fields.
    Undone(Vec<Field>),
}

/// What becomes of the draft that is there when a template is to be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// The template is used in it.
    FillIn,
    /// It goes, and the template is used in an empty one.
    StartAnew,
    /// It stays, and the template goes.
    Keep,
}

/// Filling the draft of the form for creating. A handle: copies are the same.
#[derive(Clone, Copy)]
pub struct Filling {
    workspace: Workspace,
    form: Form,
    offer: RwSignal<Option<Offer>>,
    is_asking: RwSignal<bool>,
    link_faults: RwSignal<Vec<TemplateFault>>,
    filled: RwSignal<Option<Filled>>,
    is_closed: RwSignal<bool>,
    undone: RwSignal<Option<Vec<Field>>>,
}

impl Filling {
    /// Nothing chosen yet.
    #[must_use]
    pub fn new(workspace: Workspace, form: Form) -> Self {
        Filling {
            workspace,
            form,
            offer: RwSignal::new(None),
            is_asking: RwSignal::new(false),
            link_faults: RwSignal::new(Vec::new()),
            filled: RwSignal::new(None),
            is_closed: RwSignal::new(false),
            undone: RwSignal::new(None),
        }
    }

    /// Takes links as they are followed, and uses what is offered once it can be, for as long as the calling component is on the page.
    pub fn follow(self, link: RwSignal<Option<String>>) {
        effect(move |_| {
            if link.with(Option::is_some) {
                self.take_link(&link.try_update(Option::take).flatten().unwrap_or_default());
            }
        });
        go_on_once_connected(self.workspace, move || self.offer.with_untracked(Option::is_some));
        effect(move |_| {
            if self.offer.with(Option::is_some) && self.has_lists() {
                match untrack(|| self.without_template()) == Draft::default() {
                    true => self.answer(Answer::FillIn),
                    false => self.is_asking.set(true),
                }
            }
        });
        // A draft that was emptied, or created, has nothing of a template any more.
        let is_empty = Memo::new(move |_| self.form.is_empty());
        effect(move |was_empty: Option<bool>| {
            let is_empty = is_empty.get();
            let is_of_this = |filled: &Option<Filled>| {
                let filled = filled.as_ref();
                filled.is_some_and(|filled| filled.after != Draft::default())
            };
            if is_empty && was_empty == Some(false) && self.filled.with_untracked(is_of_this) {
                self.filled.set(None);
            }
            is_empty
        });
    }

    /// Whether accounts and roles are there, without which a template's names mean nothing.
    #[must_use]
    pub fn has_lists(self) -> bool {
        let has_accounts = self
            .workspace
            .accounts
            .with(|accounts| accounts.ready().is_some());
        let has_roles = self.workspace.roles.with(|roles| roles.ready().is_some());
        has_accounts && has_roles
    }

    /// Has a template used as soon as it can be. Where there is a draft, the person is asked first.
    pub fn offer(self, template: Template, origin: Origin) {
        self.link_faults.set(Vec::new());
        self.is_asking.set(false);
        self.offer.set(Some(Offer { template, origin }));
    }

    /// Uses a template at once, in the draft as it was before the one that was used last. What was typed since then stays where the
    /// template sets nothing else.
    pub fn fill(self, template: &Template, origin: Origin) {
        let before = untrack(|| self.without_template());
        self.fill_draft(template, origin, before);
    }

    /// Carries out what the person wants done with the template that waits for an answer.
    pub fn answer(self, answer: Answer) {
        self.is_asking.set(false);
        let Some(Offer { template, origin }) = self.offer.try_update(Option::take).flatten() else {
            return;
        };
        match answer {
            Answer::FillIn => self.fill(&template, origin),
            Answer::StartAnew => {
                self.form.clear();
                self.fill_draft(&template, origin, Draft::default());
            }
            Answer::Keep => {}
        }
    }

    /// Takes back what the template set, but for what was changed since.
    pub fn undo(self) {
        let Some(filled) = self.filled.try_update(Option::take).flatten() else {
            return;
        };
        let present = untrack(|| self.form.read(Clone::clone));
        let TakenBack { draft, kept } = TakenBack::of(&present, &filled.before, &filled.after);
        self.form.change(|present| *present = draft);
        self.undone.set(Some(kept));
    }

    /// Takes away what is said. The template can no longer be undone; going on to another one still starts without it.
    pub fn close(self) {
        self.is_closed.set(true);
        self.undone.set(None);
        self.link_faults.set(Vec::new());
    }

    /// What there is to say.
    #[must_use]
    pub fn shown(self) -> Signal<Shown> {
        Memo::new(move |_| {
            let faults = self.link_faults.get();
            match (self.offer.get(), self.undone.get(), self.filled.get()) {
                (Some(offer), _, _) if self.is_asking.get() => Shown::Asking(offer),
                (Some(_), _, _) => Shown::Waiting,
                (None, _, _) if !faults.is_empty() => Shown::BadLink(faults),
                (None, Some(kept), _) => Shown::Undone(kept),
                (None, None, Some(filled)) if !self.is_closed.get() => Shown::Filled(filled),
                (None, None, _) => Shown::Nothing,
            }
        })
        .into()
    }

    /// Takes a template out of the value of a link.
    fn take_link(self, value: &str) {
        match Template::from_link_value(value) {
            Ok(template) => self.offer(template, Origin::Link),
            Err(faults) => {
                self.offer.set(None);
                self.link_faults.set(faults);
            }
        }
    }

    fn fill_draft(self, template: &Template, origin: Origin, before: Draft) {
        let workspace = self.workspace;
        let mut after = before.clone();
        let applied = workspace.roles.with_untracked(|roles| {
            workspace.accounts.with_untracked(|accounts| {
                let roles = roles.ready().map_or(&[][..], Vec::as_slice);
                let accounts = accounts.ready().map_or(&[][..], Vec::as_slice);
                template.apply(&mut after, roles, accounts, workspace.today.get_untracked())
            })
        });
        self.form.change(|draft| after.clone_into(draft));
        for set in &applied.set {
            // The beginning of a friendly name is not finished, and says so by itself.
            if set.field != Field::FriendlyName {
                self.form.leave(set.field);
            }
        }
        self.link_faults.set(Vec::new());
        self.undone.set(None);
        self.is_closed.set(false);
        self.filled.set(Some(Filled {
            name: template.name().to_owned(),
            origin,
            applied,
            before,
            after,
        }));
    }

    /// The draft without the template that was used last.
    fn without_template(self) -> Draft {
        let present = self.form.read(Clone::clone);
        self.filled.with(|filled| match filled {
            None => present,
            Some(filled) => TakenBack::of(&present, &filled.before, &filled.after).draft,
        })
    }
}
