//! A token that exists and whose ID did not arrive.

use super::rotating::Rotating;
use super::step_panel::StepPanel;
use super::token_name::token_name;
use super::work::{Lost, Work};
use crate::components::BusyButton;
use crate::text;
use crate::workspace::use_workspace;
use account_api::{AccessToken, RotationStep};
use leptos::prelude::*;

/// Says plainly that the new token is there and nobody can use it, with the way to be rid of it. Step 1 has yet to succeed.
#[component]
pub(super) fn LostToken(rotating: Rotating) -> impl IntoView {
    move || match rotating.lost().get() {
        Some(Lost::Only(token)) => Some(view! {
            <StepPanel step=RotationStep::Make>
                <div class="notice notice-danger" role="alert">
                    <p class="notice-title rotate-words">{text::rotate::lost_title(&token_name(&token))}</p>
                    <p>{text::rotate::LOST_LEAD}</p>
                    <ReplaceButton rotating=rotating token=token />
                </div>
            </StepPanel>
        }),
        Some(Lost::Twin(_)) | None => None,
    }
}

/// Says that beside the new token a second one was made, with the way to be rid of it.
#[component]
pub(super) fn TwinToken(rotating: Rotating) -> impl IntoView {
    move || match rotating.lost().get() {
        Some(Lost::Twin(token)) => {
            let title = text::rotate::twin_title(&token_name(&token));
            let token = StoredValue::new(token);
            let delete = Callback::new(move |()| rotating.change(Work::DeleteLost, token.get_value()));
            Some(view! {
                <div class="notice notice-danger" role="alert">
                    <p class="notice-title rotate-words">{title}</p>
                    <p>{text::rotate::TWIN_LEAD}</p>
                    <div class="button-row">
                        <BusyButton
                            label=text::rotate::DELETE_LOST
                            busy_label=text::rotate::DELETING
                            busy=rotating.is_doing(Work::DeleteLost)
                            dangerous=true
                            on_press=delete
                        />
                    </div>
                </div>
            })
        }
        Some(Lost::Only(_)) | None => None,
    }
}

/// Deletes a token and makes another; in a popup, which makes none, it deletes and leads to where one is made.
#[component]
pub(super) fn ReplaceButton(rotating: Rotating, token: AccessToken) -> impl IntoView {
    let token = StoredValue::new(token);
    let makes_another = use_workspace().surface().lasting().is_some();
    let press = Callback::new(move |()| match makes_another {
        true => rotating.replace(token.get_value()),
        false => rotating.change(Work::DeleteLost, token.get_value()),
    });
    let (label, busy_label, work) = match makes_another {
        true => (text::rotate::REPLACE, text::rotate::REPLACING, Work::Replace),
        false => (
            text::rotate::DELETE_LOST,
            text::rotate::DELETING,
            Work::DeleteLost,
        ),
    };
    view! {
        <div class="button-row">
            <BusyButton
                label=label
                busy_label=busy_label
                busy=rotating.is_doing(work)
                dangerous=true
                on_press=press
            />
        </div>
    }
}
