//! *Service user token ID*: the window that shows a token once.

use super::submission::{Failure, Submission, use_submission};
use super::token_forms::TokenForms;
use crate::components::{BusyButton, Dialog, FailureNotice};
use crate::platform::{CopyFailure, copy_text};
use crate::text;
use crate::workspace::use_workspace;
use leptos::task::spawn_local;
use leptos::{html, prelude::*};
use service_user::ServiceUser;

/// What came of the last copy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum CopyResult {
    /// The clipboard's promise resolved; the words say what was copied.
    Copied(String),
    /// It was rejected, or there is no clipboard.
    Failed,
}

/// What the window's parts share.
#[derive(Clone, Copy)]
pub(super) struct Copying {
    submission: Submission,
    result: RwSignal<Option<CopyResult>>,
    /// Whether the token reached the clipboard at least once.
    copied: RwSignal<bool>,
    shown: RwSignal<bool>,
}

impl Copying {
    fn new(submission: Submission) -> Self {
        Copying {
            submission,
            result: RwSignal::new(None),
            copied: RwSignal::new(false),
            shown: RwSignal::new(false),
        }
    }

    /// Waits for a write to the clipboard. `said` is shown once it is there; a failed write reveals the token. A text
    /// that does not carry the token does not count as the token copied.
    pub(super) fn settle(
        self,
        write: Option<impl Future<Output = Result<(), CopyFailure>> + 'static>,
        said: String,
        carries_token: bool,
    ) {
        let Some(write) = write else { return };
        self.result.set(None);
        spawn_local(async move {
            match write.await {
                Ok(()) => {
                    self.copied.update(|copied| *copied |= carries_token);
                    self.result.set(Some(CopyResult::Copied(said)));
                }
                Err(CopyFailure::NoClipboard | CopyFailure::Refused) => {
                    self.shown.set(true);
                    self.result.set(Some(CopyResult::Failed));
                }
            }
        });
    }

    fn copied_by_hand(self) {
        self.copied.set(true);
        self.result
            .set(Some(CopyResult::Copied(text::token::COPIED_BY_HAND.to_owned())));
    }
}

/// The window. Only *Close* closes it; closing it before the token was copied asks first.
#[component]
pub fn TokenWindow(
    /// The service user that was made.
    user: ServiceUser,
) -> impl IntoView {
    let submission = use_submission();
    let leave_requests = use_workspace().navigation.leave_requests();
    let copying = Copying::new(submission);
    let asking = RwSignal::new(false);
    let must_ask = move || submission.has_token().get_untracked() && !copying.copied.get_untracked();
    let close = move || match must_ask() {
        true => asking.set(true),
        false => submission.finish(),
    };
    let attempt = Callback::new(move |()| {
        if must_ask() {
            asking.set(true);
        }
    });
    Effect::new(move |before: Option<u32>| {
        let requests = leave_requests.get();
        if before.is_some_and(|before| before < requests) {
            attempt.run(());
        }
        requests
    });
    view! {
        <Dialog labelled_by="token-heading" on_close_attempt=attempt>
            <div class="dialog-body">
                <h2 id="token-heading">{text::token::TITLE}</h2>
                <p>{text::token::created(&user.friendly_name)}</p>
                {move || match submission.has_token().get() {
                    true => view! { <Token copying=copying /> }.into_any(),
                    false => view! { <MissingToken /> }.into_any(),
                }}
            </div>
            <div class="dialog-foot">
                {move || match asking.get() {
                    false => view! {
                        <div class="button-row button-row-end">
                            <button type="button" class="button" on:click=move |_| close()>
                                {text::token::CLOSE}
                            </button>
                        </div>
                    }
                    .into_any(),
                    true => view! { <CloseQuestion asking=asking /> }.into_any(),
                }}
            </div>
        </Dialog>
    }
}

/// The token: masked until shown, with *Copy* beside it and its other forms below.
#[component]
fn Token(copying: Copying) -> impl IntoView {
    let submission = copying.submission;
    let place = NodeRef::<html::Code>::new();
    let copy_button = NodeRef::<html::Button>::new();
    Effect::new(move |_| {
        let Some(place) = place.get() else { return };
        // Written straight into the page: a view's text would leave a copy of the token in the view's own state.
        match copying.shown.get() {
            true => {
                submission.lend_token(|token| token.lend(|token| place.set_text_content(Some(token))));
            }
            false => place.set_text_content(Some(&"•".repeat(32))),
        }
    });
    Effect::new(move |_| {
        if let Some(button) = copy_button.get() {
            // A browser that refuses the focus leaves it on the window, which is where reading starts anyway.
            let _ = button.focus();
        }
    });
    let copy = move |_| {
        let write = submission.lend_token(|token| token.lend(copy_text));
        copying.settle(write, text::token::COPIED.to_owned(), true);
    };
    let copied_by_hand = move |_| {
        let length = submission.lend_token(|token| token.lend(str::len));
        let selected = window()
            .get_selection()
            .ok()
            .flatten()
            .map(|selection| selection.to_string().length() as usize);
        if copying.shown.get_untracked() && length.is_some() && selected >= length {
            copying.copied_by_hand();
        }
    };
    let result = move || match copying.result.get() {
        None => ().into_any(),
        Some(CopyResult::Copied(words)) => view! { <span class="copy-result-good">{words}</span> }.into_any(),
        Some(CopyResult::Failed) => {
            view! { <span class="copy-result-bad">{text::token::COPY_FAILED}</span> }.into_any()
        }
    };
    view! {
        <div class="notice notice-caution">
            <p>{text::token::ONCE}</p>
        </div>
        <div class="token">
            <code
                node_ref=place
                class="token-text"
                role="textbox"
                aria-readonly="true"
                tabindex="0"
                aria-label=move || if copying.shown.get() { text::token::TITLE } else { text::token::MASKED }
                on:copy=copied_by_hand
            ></code>
            <div class="button-row">
                <button
                    type="button"
                    class="button"
                    on:click=move |_| copying.shown.update(|shown| *shown = !*shown)
                >
                    {move || if copying.shown.get() { text::token::HIDE } else { text::token::SHOW }}
                </button>
                <button node_ref=copy_button type="button" class="button button-primary" on:click=copy>
                    {text::token::COPY}
                </button>
            </div>
        </div>
        <p class="copy-result" role="status">{result}</p>
        <TokenForms copying=copying submission=submission />
    }
}

/// The service user exists and its token did not arrive: a new one can be made.
#[component]
fn MissingToken() -> impl IntoView {
    let submission = use_submission();
    let make = Callback::new(move |()| submission.make_new_token());
    view! {
        <div class="notice notice-danger" role="alert">
            <p class="notice-title">{text::token::NONE_TITLE}</p>
            <p>{text::token::NONE_LEAD}</p>
            <div class="button-row">
                <BusyButton
                    label=text::token::MAKE_NEW
                    busy_label=text::token::MAKING_NEW
                    busy=submission.busy()
                    on_press=make
                />
            </div>
        </div>
        {move || submission.failure().get().map(|failure| match failure {
            Failure::NotCreated(error) | Failure::Unknown(error) => view! { <FailureNotice error=error /> },
        })}
    }
}

/// Asked before a window with an uncopied token closes. *Keep open* has the focus: a hasty Enter loses nothing.
#[component]
fn CloseQuestion(asking: RwSignal<bool>) -> impl IntoView {
    let submission = use_submission();
    let keep = NodeRef::<html::Button>::new();
    Effect::new(move |_| {
        if let Some(keep) = keep.get() {
            let _ = keep.focus();
        }
    });
    view! {
        <p role="alert">{text::token::CLOSE_QUESTION}</p>
        <div class="button-row button-row-end">
            <button type="button" class="button button-danger" on:click=move |_| submission.finish()>
                {text::token::CLOSE_UNCOPIED}
            </button>
            <button node_ref=keep type="button" class="button" on:click=move |_| asking.set(false)>
                {text::token::KEEP_OPEN}
            </button>
        </div>
    }
}
