//! Step 2: *Roles and permissions*.

use super::submission::{CREATE_BUTTON_ID, Failure, use_submission};
use super::summary::Side;
use crate::components::{BusyButton, FailureNotice};
use crate::fields::{FaultCount, RolesField};
use crate::navigation::Screen;
use crate::text;
use crate::workspace::use_workspace;
use leptos::prelude::*;
use service_user::Step;

/// A group of roles for each chosen Manager, the resulting permissions and a summary of step 1.
#[component]
pub(super) fn Roles() -> impl IntoView {
    let submission = use_submission();
    let workspace = use_workspace();
    let send = Callback::new(move |()| submission.send());
    view! {
        <div class="roles-layout">
            <div class="panel">
                <p class="screen-lead">{text::create::ROLES_LEAD}</p>
                <RolesField />
                {move || submission.failure().get().map(|failure| view! { <SubmissionFailure failure=failure /> })}
                <div class="button-row button-row-end">
                    <FaultCount step=Step::Roles />
                    <button
                        type="button"
                        class="button"
                        on:click=move |_| workspace.navigation.go(Screen::Details)
                    >
                        {text::create::BACK}
                    </button>
                    <BusyButton
                        id=CREATE_BUTTON_ID
                        label=text::create::CREATE
                        busy_label=text::create::CREATING
                        busy=submission.busy()
                        on_press=send
                    />
                </div>
            </div>
            <Side />
        </div>
    }
}

/// Why nothing was created, and what to do.
#[component]
fn SubmissionFailure(failure: Failure) -> impl IntoView {
    let submission = use_submission();
    let retry = Callback::new(move |()| submission.send());
    match failure {
        Failure::NotCreated(error) => {
            view! { <FailureNotice error=error lead=text::create::NOT_CREATED of_change=true on_retry=retry /> }
                .into_any()
        }
        Failure::NotHandedOn => view! {
            <p class="notice notice-danger" role="alert">{text::create::NOT_HANDED_ON}</p>
        }
        .into_any(),
        Failure::Interrupted => view! {
            <p class="notice notice-caution" role="alert">{text::create::INTERRUPTED}</p>
        }
        .into_any(),
        Failure::Unknown(error) => view! {
            <FailureNotice error=error lead=text::create::UNKNOWN_OUTCOME />
            <div class="button-row">
                <BusyButton
                    label=text::create::LOOK_AGAIN
                    busy_label=text::create::LOOKING
                    busy=submission.is_looking()
                    on_press=Callback::new(move |()| submission.look_again())
                />
            </div>
        }
        .into_any(),
    }
}
