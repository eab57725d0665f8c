//! What went wrong last, below the step.

use super::clone_instead::{CloneInstead, CloneReason};
use super::rotating::Rotating;
use super::work::{Failure, Work};
use crate::components::{BusyButton, FailureNotice};
use crate::text;
use account_api::{Error, ErrorKind};
use leptos::prelude::*;

/// Why something is not as it should be, with the way on.
#[component]
pub(super) fn Trouble(rotating: Rotating) -> impl IntoView {
    let again = Callback::new(move |()| rotating.try_again());
    let look = Callback::new(move |()| rotating.look());
    move || {
        let view = match rotating.failure().get()? {
            Failure::NotOffered => return None,
            Failure::NotRead(error) => view! {
                <FailureNotice error=error lead=text::rotate::NOT_READ on_retry=look />
            }
            .into_any(),
            Failure::NotMade(error) => {
                let may_be_for_ever = is_refusal(&error);
                let notice = match error.kind {
                    ErrorKind::Duplicate => view! { <OneAlready error=error /> }.into_any(),
                    _ => view! {
                        <FailureNotice error=error lead=text::rotate::NOT_MADE of_change=true on_retry=again />
                    }
                    .into_any(),
                };
                view! {
                    {notice}
                    {may_be_for_ever.then(|| view! {
                        <CloneInstead rotating=rotating reason=CloneReason::Refused />
                    })}
                }
                .into_any()
            }
            Failure::NothingMade => view! {
                <p class="notice notice-danger" role="alert">{text::rotate::NOT_MADE}</p>
            }
            .into_any(),
            Failure::Unknown(work, error) => view! {
                <FailureNotice error=error lead=not_known(work) />
                <div class="button-row">
                    <BusyButton
                        label=text::rotate::LOOK_AGAIN
                        busy_label=text::rotate::LOOKING
                        busy=rotating.is_looking()
                        on_press=look
                    />
                </div>
            }
            .into_any(),
            Failure::NotDone(work, error) => view! {
                <FailureNotice error=error lead=not_done(work) of_change=true on_retry=again />
            }
            .into_any(),
            Failure::NotOpened => view! {
                <p class="notice notice-danger" role="alert">{text::rotate::NOT_OPENED}</p>
            }
            .into_any(),
        };
        Some(view)
    }
}

/// The host says that there is one already. Of a token, that is not about a friendly name.
#[component]
fn OneAlready(error: Error) -> impl IntoView {
    let server_says = error.server_message.as_deref().map(text::failure::server_says);
    view! {
        <div class="notice notice-danger" role="alert">
            <p class="notice-title">{text::rotate::NOT_MADE}</p>
            <p>{text::rotate::ONE_ALREADY}</p>
            {server_says.map(|words| view! { <p class="notice-server">{words}</p> })}
        </div>
    }
}

/// Whether an answer may mean that the host gives a service user one token for ever (DigiCert's pages disagree on whether some do).
fn is_refusal(error: &Error) -> bool {
    match error.kind {
        ErrorKind::InvalidRequest | ErrorKind::NotPermitted | ErrorKind::Duplicate => true,
        ErrorKind::NotSignedIn
        | ErrorKind::NotFound
        | ErrorKind::TooManyRequests
        | ErrorKind::Unavailable
        | ErrorKind::ServerFault { .. }
        | ErrorKind::CrossOriginRefused
        | ErrorKind::AccessNotGranted
        | ErrorKind::Unreachable
        | ErrorKind::TimedOut
        | ErrorKind::Interrupted
        | ErrorKind::UnexpectedAnswer => false,
    }
}

fn not_known(work: Work) -> &'static str {
    match work {
        Work::Make | Work::Replace | Work::OpenWindow => text::rotate::UNKNOWN_OUTCOME,
        Work::Disable => text::rotate::DISABLING_UNKNOWN,
        Work::Enable => text::rotate::ENABLING_UNKNOWN,
        Work::Delete | Work::DeleteLost => text::rotate::DELETING_UNKNOWN,
    }
}

fn not_done(work: Work) -> &'static str {
    match work {
        Work::Make | Work::Replace | Work::OpenWindow => text::rotate::NOT_MADE,
        Work::Disable => text::rotate::NOT_DISABLED,
        Work::Enable => text::rotate::NOT_ENABLED,
        Work::Delete | Work::DeleteLost => text::rotate::NOT_DELETED,
    }
}
