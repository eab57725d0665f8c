//! What came of a template: the question before it, what it set, and the way back.

use super::access::use_template_access;
use super::contents::TemplateContents;
use super::desk::use_filling;
use super::fault_list::TemplateFaultList;
use super::filling::{Answer, Filled, Offer, Origin, Shown};
use super::picker::PICKER_ID;
use crate::components::focus_by_id;
use crate::fields::use_form;
use crate::text;
use leptos::prelude::*;
use service_user::Field;
use template::{SetField, TemplateFault};

/// The id of what is said, for the focus to be put there after a press.
pub(super) const NOTICE_ID: &str = "filling-notice";

/// What there is to say about a template that is, or was, filled in; nothing where there is nothing.
#[component]
pub(super) fn FillingNotice() -> impl IntoView {
    let access = use_template_access();
    let filling = use_filling();
    let shown = filling.shown();
    // A link can be followed while its page is open and scrolled to wherever; what it did must not happen out of sight.
    effect(move |is_there: Option<()>| {
        let is_of_link = shown.with(|shown| match shown {
            Shown::Asking(offer) => offer.origin == Origin::Link,
            Shown::Filled(filled) => filled.origin == Origin::Link,
            Shown::BadLink(_) => true,
            Shown::Nothing | Shown::Waiting | Shown::Undone(_) => false,
        });
        if is_of_link && (access.took_link_to_box() || is_there.is_some()) {
            focus_by_id(NOTICE_ID);
        }
    });
    move || match shown.get() {
        Shown::Nothing => ().into_any(),
        Shown::Waiting => view! { <p class="notice">{text::templates::WAITING}</p> }.into_any(),
        Shown::Asking(offer) => view! { <Question offer=offer /> }.into_any(),
        Shown::BadLink(faults) => view! { <BadLink faults=faults /> }.into_any(),
        Shown::Filled(filled) => view! { <WhatWasSet filled=filled /> }.into_any(),
        Shown::Undone(kept) => view! { <Undone kept=kept /> }.into_any(),
    }
}

/// Asks what becomes of the draft that is there.
#[component]
fn Question(offer: Offer) -> impl IntoView {
    let filling = use_filling();
    let friendly_name = untrack(|| use_form().read(|draft| draft.friendly_name.clone()));
    let by_link = offer.origin == Origin::Link;
    let question = text::templates::draft_question(offer.template.name(), by_link, &friendly_name);
    let button = move |answer: Answer, label: &'static str| {
        view! {
            <button
                type="button"
                class="button"
                on:click=move |_| {
                    filling.answer(answer);
                    focus_by_id(match answer {
                        Answer::Keep => PICKER_ID,
                        Answer::FillIn | Answer::StartAnew => NOTICE_ID,
                    });
                }
            >
                {label}
            </button>
        }
    };
    view! {
        <div class="notice notice-caution" id=NOTICE_ID tabindex="-1">
            <p class="notice-title">{text::templates::DRAFT_IS_THERE}</p>
            <p class="template-text">{question}</p>
            <TemplateContents template=offer.template.into_draft() />
            <div class="button-row">
                {button(Answer::Keep, text::templates::KEEP_DRAFT)}
                {button(Answer::FillIn, text::templates::FILL_DRAFT)}
                {button(Answer::StartAnew, text::templates::START_ANEW)}
            </div>
        </div>
    }
}

/// What a template set, what it could not set, and the way back.
#[component]
fn WhatWasSet(filled: Filled) -> impl IntoView {
    let filling = use_filling();
    let by_link = filled.origin == Origin::Link;
    let class = match by_link || !filled.applied.not_set.is_empty() {
        true => "notice notice-caution",
        false => "notice notice-info",
    };
    let set: Vec<String> = filled
        .applied
        .set
        .iter()
        .map(|set: &SetField| text::templates::set(*set))
        .collect();
    let set = match set.is_empty() {
        true => text::templates::NOTHING_SET.to_owned(),
        false => format!("{}: {}.", text::templates::SET, set.join(", ")),
    };
    let not_set: Vec<String> = filled.applied.not_set.iter().map(ToString::to_string).collect();
    let not_set = (!not_set.is_empty()).then(|| {
        let items = not_set
            .into_iter()
            .map(|words| view! { <li>{words}</li> })
            .collect_view();
        view! {
            <p>{text::templates::NOT_SET}</p>
            <ul class="template-faults">{items}</ul>
        }
    });
    let undo = move |_| {
        filling.undo();
        focus_by_id(PICKER_ID);
    };
    view! {
        <div class=class id=NOTICE_ID tabindex="-1">
            <p class="notice-title template-text">{text::templates::filled(&filled.name, by_link)}</p>
            {by_link.then(|| view! { <p>{text::templates::FROM_LINK}</p> })}
            <p>{set}</p>
            {not_set}
            <div class="button-row">
                <button type="button" class="button" on:click=undo>{text::templates::UNDO}</button>
                <CloseButton />
            </div>
        </div>
    }
}

/// Why a link's template was not used.
#[component]
fn BadLink(faults: Vec<TemplateFault>) -> impl IntoView {
    view! {
        <div class="notice notice-danger" id=NOTICE_ID tabindex="-1">
            <p class="notice-title">{text::templates::BAD_LINK}</p>
            <TemplateFaultList faults=faults />
            <div class="button-row"><CloseButton /></div>
        </div>
    }
}

/// Says what undoing did not take back.
#[component]
fn Undone(kept: Vec<Field>) -> impl IntoView {
    let words = match kept.as_slice() {
        [] => text::templates::UNDONE.to_owned(),
        kept => text::templates::undone_but(kept),
    };
    view! {
        <div class="notice">
            <p>{words}</p>
            <div class="button-row"><CloseButton /></div>
        </div>
    }
}

#[component]
fn CloseButton() -> impl IntoView {
    let filling = use_filling();
    let close = move |_| {
        filling.close();
        focus_by_id(PICKER_ID);
    };
    view! { <button type="button" class="button button-quiet" on:click=close>{text::templates::CLOSE}</button> }
}
