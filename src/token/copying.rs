//! The one way of a token to the clipboard.

use super::issued_token::IssuedToken;
use crate::platform::{CopyFailure, copy_text};
use crate::text;
use crate::workspace::{Workspace, use_workspace};
use leptos::prelude::*;
use leptos::task::spawn_local;
use service_user::TokenForm;

/// What came of the last copy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum CopyResult {
    /// The clipboard's promise resolved; the words say what was copied.
    Copied(String),
    /// It was rejected, or there is no clipboard.
    Failed,
}

/// What the parts of the token window share. A handle: copies are the same state.
#[derive(Clone, Copy)]
pub(super) struct Copying {
    issued: IssuedToken,
    workspace: Workspace,
    /// Whether the token is shown in clear.
    pub(super) shown: RwSignal<bool>,
    /// What came of the last copy.
    pub(super) result: RwSignal<Option<CopyResult>>,
    copied: RwSignal<bool>,
}

impl Copying {
    /// Nothing copied, nothing shown.
    pub(super) fn new(issued: IssuedToken) -> Self {
        Copying {
            issued,
            workspace: use_workspace(),
            shown: RwSignal::new(false),
            result: RwSignal::new(None),
            copied: RwSignal::new(false),
        }
    }

    /// Whether the token was copied at least once, in any form that carries it.
    pub(super) fn is_done(self) -> bool {
        self.copied.get_untracked()
    }

    /// Copies the token in one of its forms. It is said to be copied once the clipboard's promise has resolved; a
    /// failed copy shows the token instead, to be copied by hand.
    pub(super) fn copy(self, form: TokenForm) {
        let host = untrack(|| self.workspace.account_manager())
            .map(|host| host.name().to_owned())
            .unwrap_or_default();
        let write = self.issued.lend(|token| form.write(token, &host).lend(copy_text));
        let Some(write) = write else { return };
        self.result.set(None);
        spawn_local(async move {
            match write.await {
                Ok(()) => {
                    self.copied.update(|copied| *copied |= form.carries_token());
                    self.result
                        .set(Some(CopyResult::Copied(text::token::copied(form))));
                }
                Err(CopyFailure::NoClipboard | CopyFailure::Refused) => {
                    self.shown.set(true);
                    self.result.set(Some(CopyResult::Failed));
                }
            }
        });
    }

    /// The browser is copying a selection of this many characters out of the shown token: all of it, or it does not count.
    pub(super) fn copied_by_hand(self, selected: Option<u32>) {
        let length = self
            .issued
            .lend(|token| token.lend(str::len))
            .and_then(|length| u32::try_from(length).ok());
        if self.shown.get_untracked() && length.is_some() && selected >= length {
            self.copied.set(true);
            self.result
                .set(Some(CopyResult::Copied(text::token::COPIED_BY_HAND.to_owned())));
        }
    }
}
