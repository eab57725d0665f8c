//! *Check that it works*: a call with the token itself, while its window is open.

use super::issued_token::use_issued_token;
use crate::components::FailureNotice;
use crate::text;
use crate::workspace::use_workspace;
use account_api::{Caller, Error, ErrorKind};
use leptos::prelude::*;
use leptos::task::spawn_local;
use service_user::ServiceUser;

/// What came of the last check.
#[derive(Clone, Debug, PartialEq)]
enum CheckResult {
    /// The host knows the token as that of the service user.
    Works,
    /// The host knows the token as somebody else's.
    OfAnother(String),
    /// The host does not take the token.
    NotTaken,
    /// The host knows the token and does not tell whose it is.
    NotTold,
    /// There was no answer to go by.
    Failed(Error),
}

/// A button that asks the host whose token this is, and what it answered. The token is lent to the call and kept by nothing.
#[component]
pub(super) fn TokenCheck(
    /// Whose it is to be.
    user: ServiceUser,
) -> impl IntoView {
    let issued = use_issued_token();
    let workspace = use_workspace();
    let is_busy = RwSignal::new(false);
    let result = RwSignal::new(None);
    let user = StoredValue::new(user);
    let check = move || {
        if is_busy.get_untracked() {
            return;
        }
        let Some(connection) = workspace.connection.get_untracked() else {
            return;
        };
        let Some(answer) = issued.lend(|token| connection.check_token(token)) else {
            return;
        };
        is_busy.set(true);
        result.set(None);
        spawn_local(async move {
            let answer = answer.await;
            let found = user.try_with_value(|user| CheckResult::of(answer, user));
            is_busy.try_set(false);
            result.try_set(found);
        });
    };
    let retry = Callback::new(move |()| check());
    // What was wiped cannot be checked again; the answer to a check that was under way is shown all the same.
    let can_check = issued.has_token();
    let is_there = Memo::new(move |_| can_check.get() || is_busy.get());
    let host = move || workspace.host_name();
    let good = move |words: String| view! { <p class="copy-result-good">{words}</p> }.into_any();
    let bad = move |words: String| {
        view! { <p class="notice notice-danger token-check-words">{words}</p> }.into_any()
    };
    view! {
        <div class="token-check">
            <Show when=move || is_there.get()>
                <div class="button-row">
                    <button
                        type="button"
                        class="button"
                        aria-disabled=move || is_busy.get().then_some("true")
                        on:click=move |_| check()
                    >
                        <Show when=move || is_busy.get()>
                            <span class="spinner" aria-hidden="true"></span>
                        </Show>
                        {move || if is_busy.get() { text::token::CHECKING } else { text::token::CHECK }}
                    </button>
                </div>
            </Show>
            <div role="status">
                {move || match result.get() {
                    None => ().into_any(),
                    Some(CheckResult::Works) => {
                        good(text::token::works(&host(), &user.with_value(|user| user.friendly_name.clone())))
                    }
                    Some(CheckResult::OfAnother(name)) => bad(text::token::of_another(&host(), &name)),
                    Some(CheckResult::NotTaken) => bad(text::token::not_taken(&host())),
                    Some(CheckResult::NotTold) => bad(text::token::not_told(&host())),
                    Some(CheckResult::Failed(error)) => match can_check.get() {
                        true => view! {
                            <FailureNotice error=error lead=text::token::NOT_CHECKED on_retry=retry />
                        }
                        .into_any(),
                        false => view! { <FailureNotice error=error lead=text::token::NOT_CHECKED /> }.into_any(),
                    },
                }}
            </div>
        </div>
    }
}

impl CheckResult {
    fn of(answer: Result<Caller, Error>, user: &ServiceUser) -> Self {
        match answer {
            Ok(caller) if is_of(&caller, user) => CheckResult::Works,
            Ok(caller) => CheckResult::OfAnother(caller.display_name),
            // The words for a person's own sign-in would be wrong here: it is the token that is not taken.
            Err(error) => match error.kind {
                ErrorKind::NotSignedIn => CheckResult::NotTaken,
                ErrorKind::NotPermitted => CheckResult::NotTold,
                _ => CheckResult::Failed(error),
            },
        }
    }
}

/// Whether the host's answer is about this service user. An answer to its creation may have left its id out; its name, which only
/// one can have, tells then.
fn is_of(caller: &Caller, user: &ServiceUser) -> bool {
    match user.id.as_str().is_empty() {
        true => caller.display_name == user.friendly_name,
        false => caller.id == user.id,
    }
}
