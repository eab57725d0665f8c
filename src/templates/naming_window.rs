//! The window in which a template is named and saved.

use super::contents::TemplateContents;
use super::desk::use_own_templates;
use super::fault_list::TemplateFaultList;
use super::own_templates::Unsaved;
use crate::components::{
    BusyButton, Dialog, Field, Remark, RemarkKind, description_ids, focus_by_id, has_fault,
};
use crate::text;
use crate::workspace::use_workspace;
use leptos::prelude::*;
use leptos::task::spawn_local;
use template::{Choices, TemplateDraft, TemplateFault, Templates};

/// The controls' ids, and the members of a template that they stand for.
const NAME_ID: &str = "template-name";
const NAME: &str = "name";
const EXPLANATION_ID: &str = "template-explanation";
const EXPLANATION: &str = "explanation";

/// What is named.
pub(super) struct Subject {
    /// What the template sets, with the name and the explanation that it has already, and what it does not take over.
    pub(super) choices: Choices,
    /// What friendly names could begin with, beside what the template says of them.
    pub(super) prefix: Option<String>,
    /// The name of the own template whose place it takes; without one it takes that of one with the same name, or comes last.
    pub(super) in_place_of: Option<String>,
}

/// Asks for a name, shows what is saved and what is not, and saves.
#[component]
pub(super) fn NamingWindow(
    /// What is named.
    subject: Subject,
    /// Called with the name under which it was saved, or with none.
    on_close: Callback<Option<String>>,
) -> impl IntoView {
    let own = use_own_templates();
    let Subject {
        choices: Choices { template, left_out },
        prefix,
        in_place_of,
    } = subject;
    let is_renamed = in_place_of.is_some();
    let title = match is_renamed {
        false => text::templates::SAVE_TITLE,
        true => text::templates::RENAME_TITLE,
    };
    let in_place_of = StoredValue::new(in_place_of);
    let name = RwSignal::new(template.name.clone());
    let explanation = RwSignal::new(template.explanation.clone());
    let has_prefix = RwSignal::new(false);
    let was_tried = RwSignal::new(false);
    let unsaved = RwSignal::new(None::<Unsaved>);
    let draft = {
        let prefix = prefix.clone();
        Memo::new(move |_| TemplateDraft {
            // Space at the ends is of no use in a name, and is on its way to something else while one types.
            name: name.with(|name| name.trim().to_owned()),
            explanation: explanation.with(|explanation| explanation.trim().to_owned()),
            friendly_name_prefix: match (has_prefix.get(), &prefix) {
                (true, Some(prefix)) => prefix.clone(),
                (true | false, _) => template.friendly_name_prefix.clone(),
            },
            ..template.clone()
        })
    };
    let faults = Memo::new(move |_| draft.with(TemplateDraft::faults));
    let remarks_on = move |member: &'static str| {
        faults.with(|faults| {
            let of_member = faults.iter().filter(|fault| fault.place.is_in(member));
            of_member.map(fault_remark).collect::<Vec<_>>()
        })
    };
    // The own template that has the name, unless it is the one whose place is taken.
    let namesake = Memo::new(move |_| {
        let known = draft.with(|draft| own.read(|own| own.get(&draft.name).map(|own| own.name().to_owned())));
        known.filter(|known| in_place_of.with_value(|place| place.as_ref() != Some(known)))
    });
    let name_remarks = Signal::derive(move || {
        let is_said = was_tried.get() || name.with(|name| !name.is_empty());
        let mut remarks = match is_said {
            true => remarks_on(NAME),
            false => Vec::new(),
        };
        remarks.extend(namesake.get().map(|namesake| remark_on(&namesake, is_renamed)));
        remarks
    });
    let explanation_remarks = Signal::derive(move || remarks_on(EXPLANATION));
    let other_faults = Memo::new(move |_| {
        let is_other = |fault: &&TemplateFault| !fault.place.is_in(NAME) && !fault.place.is_in(EXPLANATION);
        faults.with(|faults| faults.iter().filter(is_other).cloned().collect::<Vec<_>>())
    });
    let save = move || match draft.with_untracked(TemplateDraft::check) {
        _ if own.busy().get_untracked() => {}
        Ok(_) if is_renamed && namesake.with_untracked(Option::is_some) => focus_by_id(NAME_ID),
        Ok(template) => spawn_local(async move {
            let name = template.name().to_owned();
            let outcome = match in_place_of.get_value() {
                None => own.put_all(Templates::from(template)).await.map(|_| ()),
                Some(place) => own.put_in_place_of(place, template).await,
            };
            match outcome {
                Ok(()) => on_close.run(Some(name)),
                Err(reason) => {
                    unsaved.try_set(Some(reason));
                }
            }
        }),
        Err(faults) => {
            was_tried.set(true);
            let at_fault = |member: &str| faults.iter().any(|fault| fault.place.is_in(member));
            match (at_fault(NAME), at_fault(EXPLANATION)) {
                (true, _) => focus_by_id(NAME_ID),
                (false, true) => focus_by_id(EXPLANATION_ID),
                (false, false) => {}
            }
        }
    };
    let kept = match use_workspace().surface().is_of_extension() {
        true => text::templates::KEPT_BY_EXTENSION,
        false => text::templates::KEPT_BY_PAGE,
    };
    let prefix_choice = prefix.map(|prefix| {
        view! {
            <label class="choice">
                <input
                    type="checkbox"
                    prop:checked=move || has_prefix.get()
                    on:change=move |event| has_prefix.set(event_target_checked(&event))
                />
                <span class="template-text">{text::templates::with_prefix(&prefix)}</span>
            </label>
        }
    });
    let left_out = (!left_out.is_empty()).then(|| {
        let items = left_out
            .iter()
            .map(|left_out| view! { <li>{left_out.to_string()}</li> })
            .collect_view();
        view! {
            <h3>{text::templates::LEFT_OUT}</h3>
            <ul class="template-faults">{items}</ul>
        }
    });
    view! {
        <Dialog labelled_by="save-template-heading" on_close_attempt=move |()| on_close.run(None)>
            <form
                novalidate
                on:submit=move |event| {
                    event.prevent_default();
                    save();
                }
            >
                <div class="dialog-body">
                    <h2 id="save-template-heading">{title}</h2>
                    <Field id=NAME_ID label=text::templates::NAME hint=text::templates::NAME_HINT remarks=move || name_remarks.get()>
                        <input
                            class="field-input"
                            id=NAME_ID
                            type="text"
                            autocomplete="off"
                            aria-required="true"
                            aria-describedby=description_ids(NAME_ID)
                            aria-invalid=move || has_fault(name_remarks).then_some("true")
                            prop:value=move || name.get()
                            on:input=move |event| name.set(event_target_value(&event))
                        />
                    </Field>
                    <Field
                        id=EXPLANATION_ID
                        label=text::templates::EXPLANATION
                        hint=text::templates::EXPLANATION_HINT
                        optional=true
                        remarks=move || explanation_remarks.get()
                    >
                        <input
                            class="field-input"
                            id=EXPLANATION_ID
                            type="text"
                            autocomplete="off"
                            aria-describedby=description_ids(EXPLANATION_ID)
                            aria-invalid=move || has_fault(explanation_remarks).then_some("true")
                            prop:value=move || explanation.get()
                            on:input=move |event| explanation.set(event_target_value(&event))
                        />
                    </Field>
                    {prefix_choice}
                    <h3>{text::templates::SETS}</h3>
                    {move || view! { <TemplateContents template=draft.get() /> }}
                    {move || {
                        let faults = other_faults.get();
                        (!faults.is_empty()).then(|| view! {
                            <div class="notice notice-caution"><TemplateFaultList faults=faults /></div>
                        })
                    }}
                    {left_out}
                    <p class="field-hint">{kept}</p>
                    {move || unsaved.get().map(|reason| view! {
                        <p class="notice notice-danger" role="alert">{reason.message()}</p>
                    })}
                </div>
                <div class="dialog-foot">
                    <div class="button-row button-row-end">
                        <button type="button" class="button" on:click=move |_| on_close.run(None)>
                            {text::templates::CANCEL}
                        </button>
                        <BusyButton label=text::templates::SAVE busy_label=text::templates::SAVING busy=move || own.busy().get() />
                    </div>
                </div>
            </form>
        </Dialog>
    }
}

/// What there is to say of another template of the name: a new one takes its place, and one that is renamed does not.
fn remark_on(namesake: &str, is_renamed: bool) -> Remark {
    let (kind, message) = match is_renamed {
        false => (RemarkKind::Warning, text::templates::replaces(namesake)),
        true => (RemarkKind::Fault, text::templates::NAME_TAKEN.to_owned()),
    };
    Remark {
        kind,
        message,
        suggestion: None,
    }
}

fn fault_remark(fault: &TemplateFault) -> Remark {
    Remark {
        kind: RemarkKind::Fault,
        message: fault.message(),
        suggestion: None,
    }
}
