//! Step 5: *Delete it*.

use super::plain_button::PlainButton;
use super::rotating::Rotating;
use super::second_press::SecondPress;
use super::step_panel::StepPanel;
use super::token_name::token_name;
use super::work::Work;
use crate::text;
use crate::workspace::use_workspace;
use account_api::{AccessToken, RotationStep};
use leptos::prelude::*;
use service_user::Standing;

/// The old one does not work any more: it can be enabled again, and deleted for good.
#[component]
pub(super) fn Delete(rotating: Rotating) -> impl IntoView {
    let workspace = use_workspace();
    let rotation = rotating.rotation();
    let old = Memo::new(move |_| rotation.with(|rotation| rotation.old.known().cloned()));
    let new_is_unused = Memo::new(move |_| {
        rotation.with(|rotation| rotation.new.known().is_some_and(|new| new.last_used_at.is_none()))
    });
    let may_manage = workspace.may_manage_users();
    move || {
        let old = old.get()?;
        let is_disabled = old.standing(workspace.today.get()) == Standing::Disabled;
        Some(view! {
            <StepPanel step=RotationStep::Delete>
                <p class="rotate-words">{text::rotate::delete_lead(&token_name(&old), is_disabled)}</p>
                <Show when=move || new_is_unused.get()>
                    <p class="notice notice-caution">{text::rotate::NEW_IS_UNUSED}</p>
                </Show>
                {match may_manage {
                    true => view! { <Press rotating=rotating old=old is_disabled=is_disabled /> }.into_any(),
                    false => view! {
                        <div class="button-row button-row-end">
                            <HandOverAgain rotating=rotating />
                        </div>
                    }
                    .into_any(),
                }}
            </StepPanel>
        })
    }
}

/// Whoever has not handed everything over yet finds what is needed for it.
#[component]
fn HandOverAgain(rotating: Rotating) -> impl IntoView {
    view! {
        <button
            type="button"
            class="button button-quiet"
            on:click=move |_| rotating.go_to(RotationStep::HandOver)
        >
            {text::rotate::HAND_OVER_AGAIN}
        </button>
    }
}

/// What cannot be undone takes two presses; what can, one.
#[component]
fn Press(rotating: Rotating, old: AccessToken, is_disabled: bool) -> impl IntoView {
    let question = text::rotate::delete_question(&token_name(&old));
    let old = StoredValue::new(old);
    let enable = Callback::new(move |()| rotating.change(Work::Enable, old.get_value()));
    let delete = Callback::new(move |()| rotating.change(Work::Delete, old.get_value()));
    view! {
        <SecondPress
            ask_label=text::rotate::DELETE_QUESTION
            dangerous=true
            question=question
            label=text::rotate::DELETE
            busy_label=text::rotate::DELETING
            busy=rotating.is_doing(Work::Delete)
            on_press=delete
        >
            <HandOverAgain rotating=rotating />
            {is_disabled.then(|| view! {
                <PlainButton
                    label=text::rotate::ENABLE
                    busy_label=text::rotate::ENABLING
                    busy=rotating.is_doing(Work::Enable)
                    on_press=enable
                />
            })}
        </SecondPress>
    }
}
