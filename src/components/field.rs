//! A field's frame: label, hint, and what the rules have to say about it.

use crate::text;
use leptos::prelude::*;

/// Whether a remark keeps the person on the step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RemarkKind {
    /// It does.
    Fault,
    /// It is worth a second look and stops nothing.
    Warning,
}

/// One remark under a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// Fault or warning.
    pub kind: RemarkKind,
    /// The words.
    pub message: String,
    /// A text that would be right; offered as a button.
    pub suggestion: Option<String>,
}

/// Whether a fault is among the remarks. It is cheap to ask again: there are few.
#[must_use]
pub fn has_fault(remarks: Signal<Vec<Remark>>) -> bool {
    remarks.with(|remarks| remarks.iter().any(|remark| remark.kind == RemarkKind::Fault))
}

/// A label, a control and its remarks. The control is the child; it carries `id` as its own id, and
/// [`description_ids`] as its `aria-describedby`.
#[component]
pub fn Field(
    /// The control's id.
    id: &'static str,
    /// The label.
    label: &'static str,
    /// Whether it may stay empty.
    #[prop(optional)]
    optional: bool,
    /// What to put in.
    #[prop(into)]
    hint: String,
    /// What the rules say.
    #[prop(into)]
    remarks: Signal<Vec<Remark>>,
    /// Takes a suggestion over.
    #[prop(optional, into)]
    on_suggestion: Option<Callback<String>>,
    /// The control.
    children: Children,
) -> impl IntoView {
    view! {
        <div class="field">
            <label class="field-label" for=id id=format!("{id}-label")>
                {label}
                {optional.then(|| view! { <span class="field-optional">" ("{text::create::OPTIONAL}")"</span> })}
            </label>
            <p class="field-hint" id=hint_id(id)>{hint}</p>
            {children()}
            <RemarkList id=id remarks=remarks on_suggestion=on_suggestion />
        </div>
    }
}

/// The remarks under a field, in a live region: they are spoken as they appear.
#[component]
pub fn RemarkList(
    /// The control's id.
    id: &'static str,
    /// What the rules say.
    #[prop(into)]
    remarks: Signal<Vec<Remark>>,
    /// Takes a suggestion over.
    on_suggestion: Option<Callback<String>>,
) -> impl IntoView {
    let remark = move |remark: Remark| {
        let class = match remark.kind {
            RemarkKind::Fault => "remark remark-fault",
            RemarkKind::Warning => "remark remark-warning",
        };
        let fix = remark.suggestion.zip(on_suggestion).map(|(suggestion, on_suggestion)| {
            let words = text::create::use_instead(&suggestion);
            view! {
                " "
                <button type="button" class="remark-fix" on:click=move |_| on_suggestion.run(suggestion.clone())>
                    {words}
                </button>
            }
        });
        view! { <p class=class><span>{remark.message}{fix}</span></p> }
    };
    view! {
        <div id=remarks_id(id) aria-live="polite">
            {move || remarks.get().into_iter().map(remark).collect_view()}
        </div>
    }
}

/// The ids that describe a field's control, for `aria-describedby`.
#[must_use]
pub fn description_ids(id: &str) -> String {
    format!("{} {}", hint_id(id), remarks_id(id))
}

fn hint_id(id: &str) -> String {
    format!("{id}-hint")
}

fn remarks_id(id: &str) -> String {
    format!("{id}-remarks")
}
