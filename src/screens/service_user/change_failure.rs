//! Why a change was not made, or why that is not known.

use super::subject::{Subject, is_absence};
use crate::components::FailureNotice;
use crate::text;
use account_api::{Error, SignedIn};
use leptos::prelude::*;
use service_user::{ServiceUser, UserId};

/// What came of a change that did not simply go well.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum ChangeFailure {
    /// It was not made.
    NotMade(Error),
    /// It may have been made: the answer did not tell, and the service user could not be read to see.
    Unknown(Error),
}

/// Finds out whether a change was made. Where the answer leaves that open, the service user is read before anything is said.
///
/// # Errors
/// The change was not made, or nobody knows.
pub(super) async fn settle(
    subject: Subject,
    connection: &SignedIn,
    id: UserId,
    answer: Result<(), Error>,
    is_made: impl FnOnce(&ServiceUser) -> bool,
) -> Result<(), ChangeFailure> {
    let Err(error) = answer else { return Ok(()) };
    // Reading it also finds out where somebody else has deleted it.
    if !error.is_ambiguous() && !is_absence(&error) {
        return Err(ChangeFailure::NotMade(error));
    }
    match subject.read_now(connection, id).await {
        Ok(user) if is_made(&user) => Ok(()),
        Ok(_) => Err(ChangeFailure::NotMade(error)),
        Err(_) if !error.is_ambiguous() => Err(ChangeFailure::NotMade(error)),
        Err(_) => Err(ChangeFailure::Unknown(error)),
    }
}

/// Says what came of it, with the way on.
#[component]
pub(super) fn ChangeFailureNotice(
    failure: ChangeFailure,
    /// What is said where it was not made.
    not_made: &'static str,
    /// What is said where nobody knows.
    unknown: &'static str,
    /// Tries again; not offered where nobody knows.
    on_retry: Callback<()>,
    /// Reads again what there is; offered where nobody knows.
    on_look: Callback<()>,
) -> impl IntoView {
    match failure {
        ChangeFailure::NotMade(error) => {
            view! { <FailureNotice error=error lead=not_made of_change=true on_retry=on_retry /> }.into_any()
        }
        ChangeFailure::Unknown(error) => view! {
            <FailureNotice error=error lead=unknown />
            <div class="button-row">
                <button type="button" class="button" on:click=move |_| on_look.run(())>
                    {text::service_user::LOOK_AGAIN}
                </button>
            </div>
        }
        .into_any(),
    }
}
