//! The page of one service user: everything that the API tells of it, and what can be done with it.

mod actions;
mod audit_log;
mod change_failure;
mod cloning;
mod creator;
mod deleting;
mod details;
mod disabling;
mod end_date;
mod extending;
mod handover;
mod managers;
mod subject;
mod tokens;
mod what_stops;

use crate::components::{FailureNotice, Loading, PermissionNotice, ScreenHeading, StandingMark};
use crate::navigation::Screen;
use crate::text;
use crate::workspace::use_workspace;
use actions::Actions;
use audit_log::AuditLog;
use details::Details;
use end_date::{DaysLeft, EndDatePanel};
use handover::Handover;
use leptos::prelude::*;
use managers::Managers;
use service_user::{UserId, visible};
use subject::{Sight, Subject};
use tokens::Tokens;

/// One service user. What the list knows is shown at once; the rest arrives part by part, and a part that fails hides no other.
#[component]
pub fn ServiceUserPage(
    /// Which one.
    id: UserId,
) -> impl IntoView {
    let workspace = use_workspace();
    let subject = Subject::read(workspace, id);
    let sight = subject.sight();
    let title = Memo::new(move |_| match sight.get() {
        Sight::Known => subject.name().with(|name| visible(name)),
        Sight::Missing => text::service_user::MISSING_TITLE.to_owned(),
        Sight::Awaited | Sight::Failed(_) => text::service_user::TITLE.to_owned(),
    });
    let read_again = Callback::new(move |()| subject.read_again());
    view! {
        <div class="screen service-user">
            <div class="screen-head">
                <div class="screen-title">
                    <a class="service-user-back" href=Screen::ServiceUsers.fragment()>
                        {text::service_user::TO_LIST}
                    </a>
                    <ScreenHeading title=move || title.get() />
                    <Show when=move || sight.get() == Sight::Known>
                        <p class="service-user-standing">
                            <StandingMark standing=subject.standing() />
                            <DaysLeft subject=subject />
                        </p>
                    </Show>
                </div>
                <div class="screen-status" role="status">
                    {move || workspace.notice.get().map(|words| view! { <p class="notice notice-good">{words}</p> })}
                </div>
            </div>
            {move || match sight.get() {
                Sight::Awaited => view! { <Loading label=text::service_user::LOADING /> }.into_any(),
                Sight::Failed(error) => view! { <FailureNotice error=error on_retry=read_again /> }.into_any(),
                Sight::Missing => view! { <Missing subject=subject /> }.into_any(),
                Sight::Known => view! { <Parts subject=subject /> }.into_any(),
            }}
        </div>
    }
}

/// There is none of this ID.
#[component]
fn Missing(subject: Subject) -> impl IntoView {
    view! {
        <div class="panel">
            <p>{text::service_user::MISSING_LEAD}</p>
            <p><code class="service-user-id">{visible(subject.id().as_str())}</code></p>
        </div>
    }
}

/// Everything about a service user that there is. The order is that of the narrow layout; where there is room, what can be done
/// stands beside the rest.
#[component]
fn Parts(subject: Subject) -> impl IntoView {
    let failure = subject.reading_failure();
    let read_again = Callback::new(move |()| subject.read_again());
    view! {
        <PermissionNotice />
        {move || failure.get().map(|error| view! {
            <FailureNotice error=error lead=text::service_user::NOT_READ_AGAIN on_retry=read_again />
        })}
        <div class="service-user-layout">
            <Details subject=subject />
            <div class="side service-user-side">
                <EndDatePanel subject=subject />
                <Actions subject=subject />
                <Handover subject=subject />
            </div>
            <div class="service-user-rest">
                <Managers subject=subject />
                <Tokens subject=subject />
                <AuditLog subject=subject />
            </div>
        </div>
    }
}
