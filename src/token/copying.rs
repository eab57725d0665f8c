//! The one way of a token to the clipboard.

use super::clear_clipboard::CopiedText;
use super::countdown::WipeCountdown;
use super::issued_token::IssuedToken;
use crate::platform::{CopyFailure, copy_text, fingerprint};
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
    /// Whether the token was copied at least once, in any form that carries it.
    pub(super) copied: RwSignal<bool>,
    /// When it is wiped.
    pub(super) countdown: WipeCountdown,
    /// What becomes of it on the clipboard.
    pub(super) on_clipboard: CopiedText,
}

impl Copying {
    /// Nothing copied, nothing shown. To be called by the window.
    pub(super) fn new(issued: IssuedToken) -> Self {
        Copying {
            issued,
            workspace: use_workspace(),
            shown: RwSignal::new(false),
            result: RwSignal::new(None),
            copied: RwSignal::new(false),
            countdown: WipeCountdown::new(issued),
            on_clipboard: CopiedText::new(),
        }
    }

    /// Whether the token was copied at least once, in any form that carries it.
    pub(super) fn is_done(self) -> bool {
        self.copied.get_untracked()
    }

    /// Copies the token in one of its forms. It is said to be copied once the clipboard's promise has resolved; a
    /// failed copy shows the token instead, to be copied by hand.
    pub(super) fn copy(self, form: TokenForm) {
        let host = untrack(|| self.workspace.host_name());
        let begun = self.issued.lend(|token| {
            form.write(token, &host)
                .lend(|text| (copy_text(text), fingerprint(text)))
        });
        let Some((write, fingerprint)) = begun else { return };
        self.result.set(None);
        spawn_local(async move {
            match write.await {
                Ok(()) => {
                    self.result
                        .try_set(Some(CopyResult::Copied(text::token::copied(form))));
                    if form.carries_token() {
                        self.count_as_copied();
                        self.on_clipboard.copied(fingerprint.await).await;
                    }
                }
                Err(CopyFailure::NoClipboard | CopyFailure::Refused) => {
                    // Whoever has to copy by hand now gets the time for it.
                    self.countdown.stop();
                    self.shown.try_set(true);
                    self.result.try_set(Some(CopyResult::Failed));
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
            self.result
                .set(Some(CopyResult::Copied(text::token::COPIED_BY_HAND.to_owned())));
            self.count_as_copied();
            let fingerprint = self.issued.lend(|token| token.lend(fingerprint));
            spawn_local(async move {
                let fingerprint = match fingerprint {
                    Some(fingerprint) => fingerprint.await,
                    None => None,
                };
                self.on_clipboard.copied(fingerprint).await;
            });
        }
    }

    fn count_as_copied(self) {
        self.copied.try_set(true);
        self.countdown.copied();
    }
}
