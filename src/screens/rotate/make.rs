//! Step 1: *Make a new token ID*.

use super::rotating::Rotating;
use super::step_panel::StepPanel;
use super::work::Work;
use crate::components::{BusyButton, Field, Remark, RemarkKind, description_ids, focus_by_id};
use crate::text;
use crate::workspace::use_workspace;
use account_api::{AccessToken, AccessTokenName, RotationPart, RotationStep};
use leptos::prelude::*;
use service_user::UtcDay;

/// The id of the name's field.
const NAME_ID: &str = "rotate-name";

/// Name and end date of the new token. In a popup, the way to a window that can show it.
#[component]
pub(super) fn Make(rotating: Rotating) -> impl IntoView {
    let workspace = use_workspace();
    let rotation = rotating.rotation();
    let lead = move || match rotation.with(|rotation| rotation.old == RotationPart::Nobody) {
        true => text::rotate::MAKE_FIRST_LEAD,
        false => text::rotate::MAKE_LEAD,
    };
    let goes_on = Memo::new(move |_| rotation.with(|rotation| rotation.next != RotationStep::Make));
    let has_to_choose = move || rotation.with(|rotation| matches!(rotation.new, RotationPart::Unclear(_)));
    view! {
        <StepPanel step=RotationStep::Make>
            <p>{lead}</p>
            <Show when=has_to_choose>
                <p class="notice notice-caution">{text::rotate::NEW_IS_UNCLEAR}</p>
            </Show>
            {match (workspace.may_manage_users(), workspace.surface().lasting()) {
                (false, _) => ().into_any(),
                (true, None) => view! { <InWindow rotating=rotating /> }.into_any(),
                (true, Some(_)) => view! { <NewToken rotating=rotating /> }.into_any(),
            }}
            <Show when=move || goes_on.get()>
                <div class="button-row">
                    <button type="button" class="button button-quiet" on:click=move |_| rotating.go_on()>
                        {text::rotate::GO_ON_WITHOUT}
                    </button>
                </div>
            </Show>
        </StepPanel>
    }
}

/// The popup closes when it loses the focus, so it makes none itself.
#[component]
fn InWindow(rotating: Rotating) -> impl IntoView {
    view! {
        <p>{text::rotate::MAKE_IN_WINDOW_LEAD}</p>
        <div class="button-row button-row-end">
            <BusyButton
                label=text::rotate::MAKE_IN_WINDOW
                busy_label=text::rotate::OPENING
                busy=rotating.is_doing(Work::OpenWindow)
                on_press=Callback::new(move |()| rotating.make_in_window())
            />
        </div>
    }
}

/// Name and end date.
#[component]
fn NewToken(rotating: Rotating) -> impl IntoView {
    let today = use_workspace().today;
    let tokens = move || {
        rotating
            .tokens()
            .with_untracked(|tokens| tokens.ready().cloned().unwrap_or_default())
    };
    let proposed = AccessTokenName::unused(&text::rotate::proposed_name(today.get_untracked()), &tokens());
    let name = RwSignal::new(proposed);
    // The remarks show once the button was pressed: shown as the field loses the focus to that very button, they would move it away
    // from under the press.
    let is_sent = RwSignal::new(false);
    let fault = Memo::new(move |_| {
        rotating.tokens().with(|tokens| {
            let tokens: &[AccessToken] = tokens.ready().map_or(&[], Vec::as_slice);
            // The name of the token that is being made is taken the moment it is there.
            let is_making = rotating.is_doing(Work::Make).get();
            let fault = name.with(|name| AccessTokenName::parse(name, tokens).err());
            fault.filter(|_| !is_making)
        })
    });
    let remarks = Signal::derive(move || match (is_sent.get(), fault.get()) {
        (true, Some(fault)) => vec![Remark {
            kind: RemarkKind::Fault,
            message: text::rotate::name_fault(fault),
            suggestion: None,
        }],
        (_, _) => Vec::new(),
    });
    let is_faulty = move || (is_sent.get() && fault.get().is_some()).then_some("true");
    let end_of_user = Memo::new(move |_| {
        let today = today.get();
        rotating
            .user()
            .with(|user| user.ready()?.end_date.filter(|day| *day >= today))
    });
    let ends_with_user = RwSignal::new(true);
    let send = move || {
        is_sent.set(true);
        match AccessTokenName::parse(&name.get_untracked(), &tokens()) {
            Err(_) => focus_by_id(NAME_ID),
            Ok(name) => {
                let end_date = end_of_user
                    .get_untracked()
                    .filter(|_| ends_with_user.get_untracked());
                rotating.make(name, end_date);
            }
        }
    };
    view! {
        <form
            class="rotate-form"
            novalidate
            on:submit=move |event| {
                event.prevent_default();
                send();
            }
        >
            <Field id=NAME_ID label=text::rotate::NAME hint=text::rotate::NAME_HINT remarks=remarks>
                <input
                    class="field-input"
                    id=NAME_ID
                    type="text"
                    autocomplete="off"
                    autocapitalize="off"
                    spellcheck="false"
                    aria-required="true"
                    aria-describedby=description_ids(NAME_ID)
                    aria-invalid=is_faulty
                    prop:value=move || name.get()
                    on:input=move |event| name.set(event_target_value(&event))
                />
            </Field>
            <EndDate end_of_user=end_of_user ends_with_user=ends_with_user />
            <div class="button-row button-row-end">
                <BusyButton
                    label=text::rotate::MAKE
                    busy_label=text::rotate::MAKING
                    busy=rotating.is_doing(Work::Make)
                />
            </div>
        </form>
    }
}

/// The service user's own end date, or none. Where the service user has none, there is nothing to choose.
#[component]
fn EndDate(end_of_user: Memo<Option<UtcDay>>, ends_with_user: RwSignal<bool>) -> impl IntoView {
    let choice = move |with_user: bool, label: String, hint: &'static str| {
        view! {
            <label class="choice">
                <input
                    type="radio"
                    name="rotate-end-date"
                    prop:checked=move || ends_with_user.get() == with_user
                    on:change=move |_| ends_with_user.set(with_user)
                />
                <span>
                    {label}
                    {(!hint.is_empty()).then(|| view! { <span class="choice-hint">{hint}</span> })}
                </span>
            </label>
        }
    };
    view! {
        <fieldset class="field">
            <legend class="field-label">{text::rotate::END_DATE}</legend>
            {move || match end_of_user.get() {
                Some(day) => view! {
                    {choice(true, text::rotate::end_date_of_user(day), "")}
                    {choice(
                        false,
                        text::rotate::WITHOUT_END_DATE.to_owned(),
                        text::rotate::WITHOUT_END_DATE_HINT,
                    )}
                }
                .into_any(),
                None => view! {
                    <p>
                        {text::rotate::WITHOUT_END_DATE}
                        <span class="choice-hint">{text::rotate::WITHOUT_END_DATE_HINT}</span>
                    </p>
                }
                .into_any(),
            }}
        </fieldset>
    }
}
