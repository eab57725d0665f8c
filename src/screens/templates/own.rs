//! The person's own templates.

use super::card::{Card, rename_id};
use crate::components::{Loading, Question, focus_by_id};
use crate::platform;
use crate::templates::{Kept, RenameWindow, TemplateFaultList, use_own_templates};
use crate::text;
use leptos::prelude::*;
use leptos::task::spawn_local;
use template::{Template, TemplateFault, Templates};

const HEADING_ID: &str = "own-templates-heading";

/// The media type of a file of templates.
const MEDIA_TYPE: &str = "application/json";

/// All own templates, or why they cannot be shown.
#[component]
pub(super) fn OwnSection(
    /// What was done last.
    said: RwSignal<Option<String>>,
) -> impl IntoView {
    let own = use_own_templates();
    let kept = own.kept();
    let delete = Callback::new(move |name: String| {
        if own.busy().get_untracked() {
            return;
        }
        said.set(None);
        spawn_local(async move {
            let words = match own.remove(name.clone()).await {
                Ok(()) => text::templates::deleted(&name),
                Err(reason) => reason.message(),
            };
            said.try_set(Some(words));
            // The button that was pressed is gone.
            focus_by_id(HEADING_ID);
        });
    });
    let renaming = RwSignal::new(None::<Template>);
    let rename = Callback::new(move |template: Template| {
        said.set(None);
        renaming.set(Some(template));
    });
    let end_renaming = Callback::new(move |name: Option<String>| {
        let before = renaming.try_update(Option::take).flatten();
        said.set(name.as_deref().map(text::templates::renamed));
        let name = name.or_else(|| before.map(|before| before.name().to_owned()));
        focus_by_id(name.map_or_else(|| HEADING_ID.to_owned(), |name| rename_id(&name)));
    });
    let export = move |_| {
        let text = untrack(|| own.read(Templates::write));
        if platform::save_file(text::templates::FILE_NAME, MEDIA_TYPE, &text).is_err() {
            said.set(Some(text::templates::NOT_EXPORTED.to_owned()));
        }
    };
    let has_any = Memo::new(move |_| own.read(|own| !own.is_empty()));
    view! {
        <section class="templates-section" aria-labelledby=HEADING_ID>
            <div class="screen-head">
                <h2 id=HEADING_ID tabindex="-1">{text::templates::OWN}</h2>
                <Show when=move || has_any.get()>
                    <button type="button" class="button" on:click=export>{text::templates::EXPORT}</button>
                </Show>
            </div>
            <div role="status" class="templates-said">
                {move || said.get().map(|words| view! { <p class="notice template-text">{words}</p> })}
            </div>
            {move || match kept.get() {
                Kept::Pending => view! { <Loading label=text::templates::LOADING /> }.into_any(),
                Kept::Refused => view! { <p class="notice notice-caution">{text::templates::REFUSED}</p> }.into_any(),
                Kept::Unreadable { text, faults } => view! { <Unreadable text=text faults=faults said=said /> }
                    .into_any(),
                Kept::Ready(templates) if templates.is_empty() => {
                    view! { <p class="screen-lead">{text::templates::NO_OWN}</p> }.into_any()
                }
                Kept::Ready(templates) => {
                    let cards = templates
                        .iter()
                        .map(|template| view! { <Card template=template.clone() on_rename=rename on_delete=delete /> })
                        .collect_view();
                    view! { <div class="template-cards">{cards}</div> }.into_any()
                }
            }}
            {move || renaming.get().map(|template| view! { <RenameWindow template=template on_close=end_renaming /> })}
        </section>
    }
}

/// What is kept is no file of templates: why, and the two ways on.
#[component]
fn Unreadable(text: String, faults: Vec<TemplateFault>, said: RwSignal<Option<String>>) -> impl IntoView {
    let own = use_own_templates();
    let question = Question::new("unreadable-templates-remove", "unreadable-templates-keep");
    let save = move |_| {
        if platform::save_file(text::templates::FILE_NAME, MEDIA_TYPE, &text).is_err() {
            said.set(Some(text::templates::NOT_EXPORTED.to_owned()));
        }
    };
    let remove = move |_| {
        spawn_local(async move {
            if own.forget().await.is_err() {
                said.try_set(Some(text::templates::NOT_KEPT.to_owned()));
            }
            focus_by_id(HEADING_ID);
        });
    };
    view! {
        <div class="notice notice-danger" role="alert">
            <p class="notice-title">{text::templates::UNREADABLE}</p>
            <p>{text::templates::UNREADABLE_LEAD}</p>
            <TemplateFaultList faults=faults />
            <div class="button-row">
                <button type="button" class="button" on:click=save>{text::templates::SAVE_UNREADABLE}</button>
                {move || match question.is_asked() {
                    false => view! {
                        <button type="button" class="button" id=question.ask_id() on:click=move |_| question.ask()>
                            {text::templates::REMOVE_QUESTION}
                        </button>
                    }
                    .into_any(),
                    true => view! {
                        <button type="button" class="button button-danger" on:click=remove>
                            {text::templates::REMOVE}
                        </button>
                        <button type="button" class="button" id=question.keep_id() on:click=move |_| question.keep()>
                            {text::templates::KEEP}
                        </button>
                    }
                    .into_any(),
                }}
            </div>
        </div>
    }
}
