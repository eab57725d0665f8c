//! Giving a service user a new token in place of the old, with overlap.

mod check;
mod clone_instead;
mod complete;
mod delete;
mod disable;
mod hand_over;
mod lost_token;
mod make;
mod place;
mod plain_button;
mod rotating;
mod second_press;
mod step_panel;
mod token_list;
mod token_name;
mod trouble;
mod work;

use crate::components::{FailureNotice, Loading, PermissionNotice, ScreenHeading, Stepper, focus_by_id};
use crate::navigation::Screen;
use crate::text;
use crate::token::use_issued_token;
use crate::workspace::{Load, use_workspace};
use account_api::{Error, ErrorKind, RotationStep};
use check::Check;
use clone_instead::{CloneInstead, CloneReason};
use complete::Complete;
use delete::Delete;
use disable::Disable;
use hand_over::HandOver;
use leptos::prelude::*;
use lost_token::{LostToken, TwinToken};
use make::Make;
use rotating::Rotating;
use service_user::{Standing, UserId, visible};
use step_panel::STEP_HEADING_ID;
use token_list::TokenList;
use trouble::Trouble;
use work::{Failure, Lost, is_not_offered};

/// Giving a service user a new token in place of the old. Where the rotation is follows from the tokens' records and from the
/// address, so that it can be left after any step and come back to.
#[component]
pub fn Rotate(
    /// Which one.
    id: UserId,
) -> impl IntoView {
    let workspace = use_workspace();
    let known_name = workspace.known_user(&id).map(|user| user.friendly_name);
    let page = Screen::ServiceUser(id.clone()).fragment();
    let rotating = Rotating::new(id);
    rotating.look();
    follow_token_window(rotating);
    let name = move || {
        let read = rotating
            .user()
            .with(|user| user.ready().map(|user| user.friendly_name.clone()));
        read.or_else(|| known_name.clone()).unwrap_or_default()
    };
    let retry = Callback::new(move |()| rotating.look());
    let sight = Memo::new(move |_| sight(rotating));
    view! {
        <div class="screen">
            <div class="rotate-head">
                <ScreenHeading title=text::rotate::TITLE />
                <p class="rotate-user"><a href=page>{move || visible(&name())}</a></p>
                <p class="screen-lead">{text::rotate::LEAD}</p>
            </div>
            <PermissionNotice />
            {move || match sight.get() {
                Sight::Awaited => view! { <Loading label=text::rotate::LOADING /> }.into_any(),
                Sight::NoSuchUser => view! { <NoSuchUser /> }.into_any(),
                Sight::NotOffered => view! {
                    <CloneInstead rotating=rotating reason=CloneReason::NotOffered />
                }
                .into_any(),
                Sight::Failed(error) => view! { <FailureNotice error=error on_retry=retry /> }.into_any(),
                Sight::Known => view! { <Steps rotating=rotating /> }.into_any(),
            }}
        </div>
    }
}

/// What there is to see.
#[derive(Clone, Debug, PartialEq)]
enum Sight {
    /// It is on its way.
    Awaited,
    /// The host knows no such service user.
    NoSuchUser,
    /// The host knows no way to list or make tokens.
    NotOffered,
    /// It could not be read.
    Failed(Error),
    /// The service user and its tokens.
    Known,
}

fn sight(rotating: Rotating) -> Sight {
    let of_user = rotating.user().with(|user| match user {
        Load::Pending => Some(Sight::Awaited),
        Load::Failed(error) if error.kind == ErrorKind::NotFound => Some(Sight::NoSuchUser),
        Load::Failed(error) => Some(Sight::Failed(error.clone())),
        Load::Ready(_) => None,
    });
    let of_tokens = || {
        rotating.tokens().with(|tokens| match tokens {
            Load::Pending => Sight::Awaited,
            Load::Failed(error) if is_not_offered(error) => Sight::NotOffered,
            Load::Failed(error) => Sight::Failed(error.clone()),
            Load::Ready(_) => Sight::Known,
        })
    };
    match (of_user, rotating.failure().get()) {
        (Some(sight), _) => sight,
        (None, Some(Failure::NotOffered)) => Sight::NotOffered,
        (None, _) => of_tokens(),
    }
}

#[component]
fn NoSuchUser() -> impl IntoView {
    view! {
        <div class="notice notice-caution" role="alert">
            <p>{text::rotate::NO_SUCH_USER}</p>
            <p><a href=Screen::ServiceUsers.fragment()>{text::rotate::TO_LIST}</a></p>
        </div>
    }
}

/// The steps, the one that the rotation is at, and the tokens beside it.
#[component]
fn Steps(rotating: Rotating) -> impl IntoView {
    let has_twin = Memo::new(move |_| rotating.lost().with(|lost| matches!(lost, Some(Lost::Twin(_)))));
    let stage = Memo::new(move |_| stage(rotating));
    let current = Signal::derive(move || match stage.get() {
        Stage::Complete => RotationStep::ALL.len(),
        Stage::At(step) => RotationStep::ALL
            .iter()
            .take_while(|earlier| **earlier < step)
            .count(),
        Stage::Lost => 0,
    });
    follow_stage(stage);
    view! {
        <Stepper steps=&text::rotate::STEP_NAMES current=current />
        <UserIsOff rotating=rotating />
        <div class="rotate-layout">
            <div class="rotate-steps">
                <Show when=move || has_twin.get()>
                    <TwinToken rotating=rotating />
                </Show>
                {move || match stage.get() {
                    Stage::Complete => view! { <Complete rotating=rotating /> }.into_any(),
                    Stage::Lost => view! { <LostToken rotating=rotating /> }.into_any(),
                    Stage::At(RotationStep::Make) => view! { <Make rotating=rotating /> }.into_any(),
                    Stage::At(RotationStep::HandOver) => view! { <HandOver rotating=rotating /> }.into_any(),
                    Stage::At(RotationStep::Check) => view! { <Check rotating=rotating /> }.into_any(),
                    Stage::At(RotationStep::Disable) => view! { <Disable rotating=rotating /> }.into_any(),
                    Stage::At(RotationStep::Delete) => view! { <Delete rotating=rotating /> }.into_any(),
                }}
                <Trouble rotating=rotating />
            </div>
            <TokenList rotating=rotating />
        </div>
    }
}

/// What is shown beside the tokens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stage {
    /// A step.
    At(RotationStep),
    /// The new token was made, and its ID did not arrive: step 1 has yet to succeed.
    Lost,
    /// The old token was deleted.
    Complete,
}

fn stage(rotating: Rotating) -> Stage {
    let is_complete = rotating.completed().with(Option::is_some);
    let is_lost = rotating.lost().with(|lost| matches!(lost, Some(Lost::Only(_))));
    match (is_complete, is_lost) {
        (true, _) => Stage::Complete,
        (false, true) => Stage::Lost,
        (false, false) => Stage::At(rotating.step().get()),
    }
}

/// Says that the service user itself does not work.
#[component]
fn UserIsOff(rotating: Rotating) -> impl IntoView {
    let today = use_workspace().today;
    let standing = move || {
        let today = today.get();
        rotating
            .user()
            .with(|user| user.ready().map(|user| user.standing(today)))
    };
    move || {
        let words = match standing() {
            Some(Standing::Disabled) => text::rotate::user_is_off(false),
            Some(Standing::Expired) => text::rotate::user_is_off(true),
            Some(Standing::Active | Standing::Other(_)) | None => return None,
        };
        Some(view! { <p class="notice notice-caution">{words}</p> })
    }
}

/// The focus follows from step to step: to the heading of the one that appears. The first one leaves it at the screen's.
fn follow_stage(stage: Memo<Stage>) {
    effect(move |before: Option<Stage>| {
        let now = stage.get();
        if before.is_some_and(|before| before != now) {
            focus_by_id(STEP_HEADING_ID);
        }
        now
    });
}

/// While its window is open, a token may be checked and so used: the tokens are read again once it is closed. What was pressed to
/// open it is gone by then, so the focus goes to where the rotation is.
fn follow_token_window(rotating: Rotating) {
    let closings = use_issued_token().closings();
    effect(move |before: Option<u32>| {
        let now = closings.get();
        if before.is_some_and(|before| before < now) {
            rotating.look();
            focus_by_id(STEP_HEADING_ID);
        }
        now
    });
}
