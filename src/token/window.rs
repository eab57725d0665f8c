//! *Service user token ID*: the window that shows a token once.

use super::check::TokenCheck;
use super::clear_clipboard::ClearClipboard;
use super::copying::{CopyResult, Copying};
use super::countdown::{CountdownPanel, CountdownVoice};
use super::issued_token::{Made, use_issued_token};
use super::missing_token::MissingToken;
use super::other_forms::OtherForms;
use super::wiped::Wiped;
use crate::components::{Dialog, HostBadge, focus_by_id};
use crate::text;
use crate::workspace::use_workspace;
use leptos::{html, prelude::*};
use service_user::{ServiceUser, TokenForm};

/// The id of *Close*.
const CLOSE_ID: &str = "token-close";

/// The id of what is said of a token that is there: it comes once.
const ONCE_ID: &str = "token-once";

/// The window. Only *Close* closes it; closing it before the token was copied asks first.
#[component]
pub fn TokenWindow(
    /// What brought the token.
    made: Made,
    /// Whose token it is.
    user: ServiceUser,
) -> impl IntoView {
    let issued = use_issued_token();
    let workspace = use_workspace();
    let leave_requests = workspace.navigation.leave_requests();
    let copying = Copying::new(issued);
    let asking = RwSignal::new(false);
    // The token stays known to have been there once it was wiped: the check's answer may still be on its way.
    let arrived = Memo::new(move |_| issued.has_token().get() || issued.is_wiped().get());
    let must_ask = move || issued.has_token().get_untracked() && !copying.is_done();
    // A token that is on its way would come to a window that is not there any more.
    let is_awaited = issued.is_awaited();
    let close = move || match (is_awaited.get_untracked(), must_ask()) {
        (true, _) => {}
        (false, true) => asking.set(true),
        (false, false) => issued.finish(),
    };
    let attempt = Callback::new(move |()| {
        if must_ask() {
            asking.set(true);
        }
    });
    effect(move |before: Option<u32>| {
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
                <HostBadge host=Signal::derive(move || workspace.account_manager()) />
                <p>{text::token::made(made, &user.friendly_name)}</p>
                <CountdownVoice countdown=copying.countdown />
                {move || match arrived.get() {
                    true => view! {
                        {move || match issued.is_wiped().get() {
                            false => view! { <Token copying=copying /> }.into_any(),
                            true => view! { <Wiped countdown=copying.countdown made=made /> }.into_any(),
                        }}
                        <ClearClipboard copied=copying.on_clipboard />
                        <Show when=move || !issued.is_wiped().get()>
                            <OtherForms copying=copying />
                        </Show>
                        <TokenCheck user=user.clone() />
                    }
                    .into_any(),
                    false => view! { <MissingToken made=made /> }.into_any(),
                }}
            </div>
            <div class="dialog-foot">
                {move || match asking.get() && !copying.copied.get() {
                    false => view! {
                        <div class="button-row button-row-end">
                            <button
                                type="button"
                                class="button"
                                id=CLOSE_ID
                                aria-disabled=move || is_awaited.get().then_some("true")
                                on:click=move |_| close()
                            >
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

/// The token: masked until shown, with *Copy* beside it and the countdown below.
#[component]
fn Token(copying: Copying) -> impl IntoView {
    let issued = use_issued_token();
    let place = NodeRef::<html::Code>::new();
    let copy_button = NodeRef::<html::Button>::new();
    effect(move |_| {
        let Some(place) = place.get() else { return };
        // Written straight into the page: a view's text would leave a copy of the token in the view's own state.
        match copying.shown.get() {
            true => {
                issued.lend(|token| token.lend(|token| place.set_text_content(Some(token))));
            }
            false => place.set_text_content(Some(&"•".repeat(32))),
        }
    });
    on_cleanup(move || {
        // A browser may keep what was taken off the page for as long as it likes.
        if let Some(place) = place.get_untracked() {
            place.set_text_content(None);
        }
    });
    effect(move |_| {
        if let Some(button) = copy_button.get() {
            // A browser that refuses the focus leaves it on the window, which is where reading starts anyway.
            let _ = button.focus();
        }
    });
    let copied_by_hand = move |_| {
        let selection = window().get_selection().ok().flatten();
        copying.copied_by_hand(selection.map(|selection| selection.to_string().length()));
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
            <p id=ONCE_ID>{text::token::ONCE}</p>
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
                // Where reading begins, past the notice: so it is read out with this.
                <button
                    node_ref=copy_button
                    type="button"
                    class="button button-primary"
                    aria-describedby=ONCE_ID
                    on:click=move |_| copying.copy(TokenForm::TokenId)
                >
                    {text::token::COPY}
                </button>
            </div>
        </div>
        <p class="copy-result" role="status">{result}</p>
        <CountdownPanel countdown=copying.countdown />
    }
}

/// Asked before a window with an uncopied token closes. *Keep open* has the focus: a hasty Enter loses nothing.
#[component]
fn CloseQuestion(asking: RwSignal<bool>) -> impl IntoView {
    let issued = use_issued_token();
    let keep = NodeRef::<html::Button>::new();
    // The button that was pressed goes with the question.
    let keep_open = move |_| {
        asking.set(false);
        focus_by_id(CLOSE_ID);
    };
    effect(move |_| {
        if let Some(keep) = keep.get() {
            let _ = keep.focus();
        }
    });
    view! {
        <p role="alert">{text::token::CLOSE_QUESTION}</p>
        <div class="button-row button-row-end">
            <button type="button" class="button button-danger" on:click=move |_| issued.finish()>
                {text::token::CLOSE_UNCOPIED}
            </button>
            <button node_ref=keep type="button" class="button" on:click=keep_open>
                {text::token::KEEP_OPEN}
            </button>
        </div>
    }
}
