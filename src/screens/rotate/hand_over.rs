//! Step 2: *Hand over*.

use super::lost_token::ReplaceButton;
use super::rotating::Rotating;
use super::step_panel::StepPanel;
use super::token_name::token_name;
use crate::components::CopyButton;
use crate::text;
use crate::workspace::{Workspace, use_workspace};
use account_api::{AccessToken, RotationPart, RotationStep};
use leptos::prelude::*;
use service_user::{HandoverNote, ServiceUser, visible};

/// Who has to get the new token ID, and what can be said about it without holding it.
#[component]
pub(super) fn HandOver(rotating: Rotating) -> impl IntoView {
    let workspace = use_workspace();
    let rotation = rotating.rotation();
    let new = Memo::new(move |_| rotation.with(|rotation| rotation.new.known().cloned()));
    let lead = move || {
        let new = new.with(|new| new.as_ref().map(token_name)).unwrap_or_default();
        rotation.with(|rotation| match &rotation.old {
            RotationPart::Nobody => text::rotate::hand_over_first_lead(&new),
            old => text::rotate::hand_over_lead(old.known().map(token_name).as_deref(), &new),
        })
    };
    let email = Memo::new(move |_| {
        let email = rotating
            .user()
            .with(|user| user.ready().map(|user| user.email.clone()));
        email.unwrap_or_default()
    });
    let note = Signal::derive(move || {
        let user = rotating.user().with(|user| user.ready().cloned());
        user.map_or_else(String::new, |user| note_about(workspace, &user))
    });
    let may_manage = workspace.may_manage_users();
    view! {
        <StepPanel step=RotationStep::HandOver>
            <p class="rotate-words">{lead}</p>
            <p>{text::rotate::TELL_THEM}</p>
            <dl class="summary">
                <div>
                    <dt>{text::rotate::EMAIL}</dt>
                    <dd>{move || match email.get() {
                        email if email.is_empty() => text::rotate::NO_EMAIL.to_owned(),
                        email => visible(&email),
                    }}</dd>
                </div>
            </dl>
            <div class="button-row">
                <Show when=move || email.with(|email| !email.is_empty())>
                    <CopyButton content=email label=text::rotate::COPY_EMAIL />
                </Show>
                <CopyButton content=note label=text::rotate::COPY_NOTE name=text::rotate::COPY_NOTE_NAME />
            </div>
            {move || new.get().filter(|_| may_manage).map(|token| view! {
                <LostQuestion rotating=rotating token=token />
            })}
            <div class="button-row button-row-end">
                <button
                    type="button"
                    class="button button-primary"
                    on:click=move |_| rotating.go_to(RotationStep::Check)
                >
                    {text::rotate::HANDED_OVER}
                </button>
            </div>
        </StepPanel>
    }
}

/// What to do without the token ID: nobody can show it again.
#[component]
fn LostQuestion(rotating: Rotating, token: AccessToken) -> impl IntoView {
    let help = text::rotate::lost_help(&token_name(&token));
    view! {
        <details class="rotate-lost">
            <summary>{text::rotate::LOST_QUESTION}</summary>
            <p class="rotate-words">{help}</p>
            <ReplaceButton rotating=rotating token=token />
        </details>
    }
}

/// What the holder of the token has to know, without the token.
fn note_about(workspace: Workspace, user: &ServiceUser) -> String {
    let host = workspace.host_name();
    let today = workspace.today.get();
    let note = workspace.accounts.with(|accounts| {
        workspace.roles.with(|roles| {
            let accounts = accounts.ready().map_or(&[][..], Vec::as_slice);
            let roles = roles.ready().map_or(&[][..], Vec::as_slice);
            HandoverNote::new(user, &host, accounts, roles, today)
        })
    });
    format!("{}{}", text::rotate::NOTE, note.body())
}
