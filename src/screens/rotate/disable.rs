//! Step 4: *Disable the old one*.

use super::rotating::Rotating;
use super::second_press::SecondPress;
use super::step_panel::StepPanel;
use super::token_list::last_use;
use super::token_name::token_name;
use super::work::Work;
use crate::text;
use crate::workspace::use_workspace;
use account_api::{AccessToken, RotationStep};
use leptos::prelude::*;

/// What disabling stops, what speaks against it, and the two presses that it takes.
#[component]
pub(super) fn Disable(rotating: Rotating) -> impl IntoView {
    let rotation = rotating.rotation();
    let old = Memo::new(move |_| rotation.with(|rotation| rotation.old.known().cloned()));
    let doubt = Memo::new(move |_| {
        rotation.with(|rotation| {
            let new = rotation.new.known()?;
            match rotation.old.known() {
                _ if new.last_used_at.is_none() => Some(text::rotate::NEW_IS_UNUSED),
                Some(old) if old.was_used_after(new.last_used_at) => Some(text::rotate::OLD_IS_IN_USE),
                Some(_) | None => None,
            }
        })
    });
    let may_manage = use_workspace().may_manage_users();
    view! {
        <StepPanel step=RotationStep::Disable>
            {move || match old.get() {
                None => view! { <p class="notice notice-caution">{text::rotate::DISABLE_UNCLEAR}</p> }.into_any(),
                Some(old) => view! {
                    <p class="rotate-words">{text::rotate::disable_lead(&token_name(&old))}</p>
                    <dl class="summary">
                        <div>
                            <dt>{text::rotate::LAST_USED}</dt>
                            <dd>{last_use(&old, rotating.read_at())}</dd>
                        </div>
                    </dl>
                    {doubt.get().map(|words| view! { <p class="notice notice-caution">{words}</p> })}
                }
                .into_any(),
            }}
            {move || match old.get().filter(|_| may_manage) {
                Some(old) => view! { <Press rotating=rotating old=old /> }.into_any(),
                None => view! {
                    <div class="button-row button-row-end">
                        <WaysBack rotating=rotating />
                    </div>
                }
                .into_any(),
            }}
        </StepPanel>
    }
}

/// Where else one can go from here.
#[component]
fn WaysBack(rotating: Rotating) -> impl IntoView {
    view! {
        <button
            type="button"
            class="button button-quiet"
            on:click=move |_| rotating.go_to(RotationStep::Make)
        >
            {text::rotate::MAKE_ANOTHER}
        </button>
        <button type="button" class="button" on:click=move |_| rotating.go_to(RotationStep::Check)>
            {text::rotate::BACK}
        </button>
    }
}

/// Nothing that stops an integration happens without a second press.
#[component]
fn Press(rotating: Rotating, old: AccessToken) -> impl IntoView {
    let question = text::rotate::disable_question(&token_name(&old));
    let old = StoredValue::new(old);
    let disable = Callback::new(move |()| rotating.change(Work::Disable, old.get_value()));
    view! {
        <SecondPress
            ask_label=text::rotate::DISABLE_QUESTION
            question=question
            label=text::rotate::DISABLE
            busy_label=text::rotate::DISABLING
            busy=rotating.is_doing(Work::Disable)
            on_press=disable
        >
            <WaysBack rotating=rotating />
        </SecondPress>
    }
}
