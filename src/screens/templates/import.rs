//! Taking templates over from a file or a link.

use super::card::Card;
use crate::components::focus_by_id;
use crate::platform::{self, Unread};
use crate::templates::{Origin, TemplateFaultList, link, use_own_templates};
use crate::text;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::{ev, html};
use template::{Place, Template, TemplateFault, TemplateFaultKind, Templates};
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;

const FILE_ID: &str = "import-file";
const LINK_ID: &str = "import-link";
const OUTCOME_ID: &str = "import-outcome";

/// What came of a file or a link.
#[derive(Clone, Debug, PartialEq)]
enum Outcome {
    /// Nothing came.
    Nothing,
    /// It has faults; the words say of what.
    Faulty(&'static str, Vec<TemplateFault>),
    /// It was not read, or not kept.
    Failed(String),
    /// A link's template, to be looked at first.
    Linked(Template),
    /// Some would take the place of own ones: these.
    Asking(Templates, Vec<String>),
    /// What was done.
    Done(String),
}

/// A field for a file, one for a link, and what came of them.
#[component]
pub(super) fn Import() -> impl IntoView {
    let own = use_own_templates();
    let outcome = RwSignal::new(Outcome::Nothing);
    let pasted = NodeRef::<html::Input>::new();
    let merge = Callback::new(move |templates: Templates| {
        if own.busy().get_untracked() {
            return;
        }
        spawn_local(async move {
            let done = match own.put_all(templates).await {
                Ok(merged) => Outcome::Done(text::templates::merged(&merged)),
                Err(reason) => Outcome::Failed(reason.message()),
            };
            outcome.try_set(done);
            focus_by_id(OUTCOME_ID);
        });
    });
    let take = Callback::new(move |templates: Templates| {
        let replaced: Vec<String> = untrack(|| {
            own.read(|own| {
                let own_names = templates.iter().filter_map(|template| own.get(template.name()));
                own_names.map(|own| own.name().to_owned()).collect()
            })
        });
        match replaced.is_empty() {
            true => merge.run(templates),
            false => {
                outcome.set(Outcome::Asking(templates, replaced));
                focus_by_id(OUTCOME_ID);
            }
        }
    });
    let read_file = move |event: ev::Event| {
        let input = event
            .target()
            .and_then(|input| input.dyn_into::<HtmlInputElement>().ok());
        let Some(input) = input else { return };
        let Some(file) = input.files().and_then(|files| files.get(0)) else {
            return;
        };
        outcome.set(Outcome::Nothing);
        spawn_local(async move {
            let bytes = platform::read_file(&file, Templates::MAX_BYTES).await;
            // The same file, put right, can be chosen again.
            input.set_value("");
            match read_bytes(bytes) {
                Ok(templates) => take.run(templates),
                Err(failed) => {
                    outcome.try_set(failed);
                }
            }
        });
    };
    let look_at_link = move || {
        let text = pasted
            .get_untracked()
            .map(|input| input.value())
            .unwrap_or_default();
        outcome.set(read_link(&text));
    };
    view! {
        <section class="panel templates-import" aria-labelledby="import-heading">
            <h2 id="import-heading">{text::templates::IMPORT}</h2>
            <div class="templates-import-ways">
                <div class="field">
                    <label class="field-label" for=FILE_ID>{text::templates::IMPORT_FILE}</label>
                    <p class="field-hint" id="import-file-hint">{text::templates::import_file_hint()}</p>
                    <input
                        class="field-input"
                        id=FILE_ID
                        type="file"
                        accept=".json,application/json"
                        aria-describedby="import-file-hint"
                        on:change=read_file
                    />
                    <p class="field-hint">
                        <a href="./templates.schema.json" target="_blank" rel="noreferrer">{text::templates::SCHEMA}</a>
                    </p>
                </div>
                <form
                    class="field"
                    novalidate
                    on:submit=move |event| {
                        event.prevent_default();
                        look_at_link();
                    }
                >
                    <label class="field-label" for=LINK_ID>{text::templates::IMPORT_LINK}</label>
                    <p class="field-hint" id="import-link-hint">{text::templates::IMPORT_LINK_HINT}</p>
                    <div class="templates-link-row">
                        <input
                            node_ref=pasted
                            class="field-input"
                            id=LINK_ID
                            type="text"
                            autocomplete="off"
                            autocapitalize="off"
                            spellcheck="false"
                            aria-describedby="import-link-hint"
                        />
                        <button type="submit" class="button">{text::templates::LOOK_AT_LINK}</button>
                    </div>
                </form>
            </div>
            <div role="status" id=OUTCOME_ID tabindex="-1" class="templates-said">
                {move || match outcome.get() {
                    Outcome::Nothing => ().into_any(),
                    Outcome::Faulty(lead, faults) => view! {
                        <div class="notice notice-danger">
                            <p class="notice-title">{lead}</p>
                            <TemplateFaultList faults=faults />
                        </div>
                    }
                    .into_any(),
                    Outcome::Failed(words) => view! { <p class="notice notice-danger">{words}</p> }.into_any(),
                    Outcome::Done(words) => view! { <p class="notice notice-good template-text">{words}</p> }
                        .into_any(),
                    Outcome::Linked(template) => view! {
                        <Card
                            template=template
                            origin=Origin::Link
                            on_add=Callback::new(move |template| take.run(Templates::from(template)))
                        />
                    }
                    .into_any(),
                    Outcome::Asking(templates, replaced) => {
                        let question = text::templates::replace_question(templates.len(), &replaced);
                        view! {
                            <div class="notice notice-caution">
                                <p class="template-text">{question}</p>
                                <div class="button-row">
                                    <button
                                        type="button"
                                        class="button"
                                        on:click=move |_| {
                                            outcome.set(Outcome::Nothing);
                                            focus_by_id(FILE_ID);
                                        }
                                    >
                                        {text::templates::DO_NOT_IMPORT}
                                    </button>
                                    <button
                                        type="button"
                                        class="button"
                                        on:click=move |_| merge.run(templates.clone())
                                    >
                                        {text::templates::REPLACE}
                                    </button>
                                </div>
                            </div>
                        }
                        .into_any()
                    }
                }}
            </div>
        </section>
    }
}

fn read_bytes(bytes: Result<Vec<u8>, Unread>) -> Result<Templates, Outcome> {
    let faulty = |faults| Outcome::Faulty(text::templates::BAD_FILE, faults);
    let bytes = bytes.map_err(|unread| match unread {
        Unread::Refused => Outcome::Failed(text::templates::FILE_REFUSED.to_owned()),
        Unread::TooLarge(bytes) => faulty(vec![TemplateFault {
            place: Place::default(),
            kind: TemplateFaultKind::FileTooLarge { bytes },
        }]),
    })?;
    match Templates::read(&bytes) {
        Ok(templates) if templates.is_empty() => Err(Outcome::Failed(text::templates::EMPTY_FILE.to_owned())),
        read => read.map_err(faulty),
    }
}

fn read_link(pasted: &str) -> Outcome {
    let Some(value) = link::value_in(pasted) else {
        return Outcome::Failed(text::templates::NO_LINK.to_owned());
    };
    match Template::from_link_value(value) {
        Ok(template) => Outcome::Linked(template),
        Err(faults) => Outcome::Faulty(text::templates::BAD_LINK, faults),
    }
}
