//! What a template that could be used would set.

use super::chosen::template_of;
use super::contents::TemplateContents;
use super::desk::use_own_templates;
use crate::text;
use leptos::prelude::*;
use service_user::visible_lines;
use template::Template;

/// What the chosen template is for and would set; nothing where none is chosen.
#[component]
pub(super) fn Preview(
    /// The value of the chosen option.
    chosen: RwSignal<String>,
) -> impl IntoView {
    let own = use_own_templates();
    // Another page may have saved one since this one was opened.
    own.reload();
    let template = template_of(chosen, own);
    move || {
        template
            .get()
            .map(|template| view! { <Explained template=template /> })
    }
}

#[component]
fn Explained(template: Template) -> impl IntoView {
    let explanation = template.explanation().to_owned();
    view! {
        {(!explanation.is_empty()).then(|| view! { <p class="template-explanation">{visible_lines(&explanation)}</p> })}
        <TemplateContents template=template.into_draft() />
        <p class="field-hint">{text::templates::NOTHING_ELSE}</p>
    }
}
