//! Changing a service user: the fields of creating, the difference before saving, and what somebody else changed meanwhile.

mod difference_list;
mod editing;
mod meanwhile;
mod review;

use crate::components::{FailureNotice, Loading, PermissionNotice, ScreenHeading};
use crate::fields::{DetailsFields, FaultCount, Permissions, RolesField};
use crate::navigation::Screen;
use crate::text;
use crate::workspace::{Load, use_workspace};
use account_api::ErrorKind;
use editing::{Editing, Stage, use_editing};
use leptos::prelude::*;
use leptos::task::spawn_local;
use meanwhile::Meanwhile;
use review::ReviewPanel;
use service_user::{ServiceUser, Step, UserId};

/// The service user is read anew before anything can be changed: what the list knows may be hours old.
#[component]
pub fn Change(
    /// Which one.
    id: UserId,
) -> impl IntoView {
    let workspace = use_workspace();
    let user = RwSignal::new(Load::<ServiceUser>::Pending);
    let id = StoredValue::new(id);
    let load = Callback::new(move |()| {
        let Some(connection) = workspace.connection.get_untracked() else {
            return;
        };
        user.set(Load::Pending);
        workspace.load_choices_again();
        let id = id.get_value();
        spawn_local(async move {
            let answer = connection.service_user(&id).await;
            user.try_set(answer.into());
        });
    });
    load.run(());
    // The rules need the accounts and the roles, and what they say of a draft without them would be wrong.
    let state = Memo::new(move |_| {
        let failed = user
            .with(|user| user.failure().cloned())
            .or_else(|| workspace.accounts.with(|accounts| accounts.failure().cloned()))
            .or_else(|| workspace.roles.with(|roles| roles.failure().cloned()));
        let is_ready = workspace.accounts.with(|accounts| accounts.ready().is_some())
            && workspace.roles.with(|roles| roles.ready().is_some());
        match (failed, user.with(|user| user.ready().cloned())) {
            (Some(error), _) => Load::Failed(error),
            (None, Some(user)) if is_ready => Load::Ready(user),
            (None, _) => Load::Pending,
        }
    });
    view! {
        <div class="screen">
            <ScreenHeading title=text::change::TITLE />
            <PermissionNotice />
            {move || match state.get() {
                Load::Pending => view! { <Loading label=text::change::LOADING /> }.into_any(),
                Load::Failed(error) if error.kind == ErrorKind::NotFound => view! { <Gone /> }.into_any(),
                Load::Failed(error) => view! { <FailureNotice error=error on_retry=load /> }.into_any(),
                Load::Ready(user) => view! { <ChangeForm user=user /> }.into_any(),
            }}
        </div>
    }
}

/// The service user is not there any more.
#[component]
fn Gone() -> impl IntoView {
    view! {
        <div class="notice notice-danger" role="alert">
            <p class="notice-title">{text::change::GONE}</p>
            <div class="button-row">
                <a class="button" href=Screen::ServiceUsers.fragment()>{text::change::TO_THE_LIST}</a>
            </div>
        </div>
    }
}

/// The fields, or the difference that saving would make.
#[component]
fn ChangeForm(user: ServiceUser) -> impl IntoView {
    let workspace = use_workspace();
    let name = user.friendly_name.clone();
    let editing = Editing::new(workspace, user);
    provide_context(editing);
    provide_context(editing.form);
    editing.form.follow_pointer();
    on_cleanup(move || editing.keep_what_is_unsaved());
    let is_reviewed = Memo::new(move |_| editing.stage() == Stage::Review);
    view! {
        <p class="screen-lead">{text::change::lead(&name)}</p>
        {editing.is_resumed().then(|| view! { <Resumed /> })}
        <Meanwhile />
        {move || match is_reviewed.get() {
            false => view! { <Fields /> }.into_any(),
            true => view! { <ReviewPanel /> }.into_any(),
        }}
    }
}

/// What was typed on an earlier visit is here again.
#[component]
fn Resumed() -> impl IntoView {
    let editing = use_editing();
    let is_there = RwSignal::new(true);
    view! {
        <Show when=move || is_there.get()>
            <div class="notice notice-info">
                <p>{text::change::RESUMED}</p>
                <div class="button-row">
                    <button
                        type="button"
                        class="button"
                        on:click=move |_| {
                            editing.start_again();
                            is_there.set(false);
                        }
                    >
                        {text::change::DISCARD}
                    </button>
                </div>
            </div>
        </Show>
    }
}

/// Both steps of creating on one page: whoever changes something knows what they are looking for.
#[component]
fn Fields() -> impl IntoView {
    let editing = use_editing();
    let back = move |_| editing.leave();
    view! {
        <form
            class="roles-layout"
            novalidate
            on:submit=move |event| {
                event.prevent_default();
                editing.review();
            }
        >
            <div class="change-panels">
                <div class="panel">
                    <h2>{text::create::DETAILS}</h2>
                    <DetailsFields />
                </div>
                <div class="panel">
                    <h2>{text::create::ROLES}</h2>
                    <p class="screen-lead">{text::create::ROLES_LEAD}</p>
                    <RolesField />
                    <Show when=move || editing.is_unchanged()>
                        <p class="notice notice-info" role="status">{text::change::NOTHING_CHANGED}</p>
                    </Show>
                    <div class="button-row button-row-end">
                        <FaultCount step=Step::Details />
                        <FaultCount step=Step::Roles />
                        <button type="button" class="button" on:click=back>{text::change::CANCEL}</button>
                        <button type="submit" class="button button-primary">{text::change::REVIEW}</button>
                    </div>
                </div>
            </div>
            <div class="side">
                <Permissions />
            </div>
        </form>
    }
}
