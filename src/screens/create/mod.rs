//! Creating a service user in the two documented steps.

mod details;
mod roles;
mod submission;
mod summary;

pub use submission::Submission;

use crate::components::{FailureNotice, Loading, PermissionNotice, ScreenHeading, Stepper};
use crate::navigation::Screen;
use crate::text;
use crate::workspace::{Load, use_workspace};
use details::Details;
use leptos::prelude::*;
use roles::Roles;

/// Both steps. What was typed lives in the [`Form`](crate::fields::Form), above this screen, so that leaving it loses nothing.
#[component]
pub fn Create(
    /// [`Screen::Details`] or [`Screen::Roles`].
    step: Signal<Screen>,
) -> impl IntoView {
    let workspace = use_workspace();
    let at_roles = Memo::new(move |_| step.get() == Screen::Roles);
    let step_title = Signal::derive(move || match at_roles.get() {
        true => text::create::ROLES.to_owned(),
        false => text::create::DETAILS.to_owned(),
    });
    let failed = move || {
        workspace
            .accounts
            .with(|accounts| accounts.failure().cloned())
            .or_else(|| workspace.roles.with(|roles| roles.failure().cloned()))
    };
    let reload = Callback::new(move |()| {
        workspace.load_accounts();
        workspace.load_roles();
    });
    // Step 1 can be typed into meanwhile; step 2 shows what is chosen of both.
    let awaits_choices = Memo::new(move |_| {
        at_roles.get()
            && (workspace.accounts.with(Load::is_pending) || workspace.roles.with(Load::is_pending))
    });
    view! {
        <div class="screen">
            <Stepper
                steps=&[text::create::DETAILS, text::create::ROLES]
                current=Signal::derive(move || usize::from(at_roles.get()))
            />
            <ScreenHeading title=move || step_title.get() />
            <PermissionNotice />
            {move || failed().map(|error| view! { <FailureNotice error=error on_retry=reload /> })}
            {move || match (at_roles.get(), awaits_choices.get()) {
                (false, _) => view! { <Details /> }.into_any(),
                (true, true) => view! { <Loading label=text::create::LOADING_CHOICES /> }.into_any(),
                (true, false) => view! { <Roles /> }.into_any(),
            }}
        </div>
    }
}
