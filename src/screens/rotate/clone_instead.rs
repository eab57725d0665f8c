//! The way round where a service user has one token for ever: another service user like it.

use super::rotating::Rotating;
use super::step_panel::STEP_HEADING_ID;
use crate::components::{FailureNotice, Loading};
use crate::fields::use_form;
use crate::navigation::Screen;
use crate::text;
use crate::workspace::{Load, use_workspace};
use leptos::prelude::*;
use service_user::Draft;

/// Why a clone is offered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum CloneReason {
    /// The host knows no way to make a further token.
    NotOffered,
    /// It refused to make one.
    Refused,
}

/// The way in short, and a button that fills the form of a new service user with everything but the name.
#[component]
pub(super) fn CloneInstead(rotating: Rotating, reason: CloneReason) -> impl IntoView {
    let workspace = use_workspace();
    let lead = match reason {
        CloneReason::NotOffered => text::rotate::CLONE_UNKNOWN,
        CloneReason::Refused => text::rotate::CLONE_REFUSED,
    };
    // Where it stands alone it is where the rotation is, and the focus goes there; below a step it is an aside.
    let heading_id = match reason {
        CloneReason::NotOffered => STEP_HEADING_ID,
        CloneReason::Refused => "rotate-clone",
    };
    let reload = Callback::new(move |()| workspace.load_roles());
    let button = move || match workspace.roles.with(|roles| roles.ready().map(|_| ())) {
        Some(()) => view! { <FillForm rotating=rotating /> }.into_any(),
        None => match workspace.roles.get() {
            Load::Failed(error) => view! { <FailureNotice error=error on_retry=reload /> }.into_any(),
            Load::Pending | Load::Ready(_) => {
                view! { <Loading label=text::create::LOADING_CHOICES /> }.into_any()
            }
        },
    };
    view! {
        <section class="panel form-width" aria-labelledby=heading_id>
            <h2 id=heading_id tabindex="-1">{text::rotate::CLONE_TITLE}</h2>
            <p>{lead}</p>
            <ol class="rotate-way">
                {text::rotate::CLONE_WAY.map(|step| view! { <li>{step}</li> }).collect_view()}
            </ol>
            {workspace.may_manage_users().then_some(button)}
        </section>
    }
}

/// Fills the form. What was typed there for another service user is replaced only where the button says so.
#[component]
fn FillForm(rotating: Rotating) -> impl IntoView {
    let workspace = use_workspace();
    let form = use_form();
    let has_draft = Memo::new(move |_| !form.is_empty());
    let fill = move |_| {
        let user = rotating.user().with_untracked(|user| user.ready().cloned());
        let today = workspace.today.get_untracked();
        let draft = workspace.roles.with_untracked(|roles| {
            let roles = roles.ready()?;
            Some(Draft::like(&user?, roles, today))
        });
        let Some(draft) = draft else { return };
        form.clear();
        form.change(|present| *present = draft);
        workspace.navigation.go(Screen::Details);
    };
    view! {
        <Show when=move || has_draft.get()>
            <p class="notice notice-caution">{text::rotate::CLONE_REPLACES}</p>
        </Show>
        <div class="button-row button-row-end">
            <button type="button" class="button button-primary" on:click=fill>
                {move || match has_draft.get() {
                    true => text::rotate::CLONE_ANYWAY,
                    false => text::rotate::CLONE,
                }}
            </button>
        </div>
    }
}
