//! One template, with what can be done with it.

use crate::components::Question;
use crate::navigation::Screen;
use crate::platform::copy_text;
use crate::templates::{Origin, TemplateContents, link, use_filling};
use crate::text;
use crate::workspace::use_workspace;
use leptos::prelude::*;
use leptos::task::spawn_local;
use service_user::{visible, visible_lines};
use template::Template;

/// A template: what it is for, what it sets, and the ways to use it and to pass it on.
#[component]
pub(super) fn Card(
    /// The template.
    template: Template,
    /// Where it comes from.
    #[prop(default = Origin::Picked)]
    origin: Origin,
    /// Gives it another name; without it it cannot have one.
    #[prop(optional, into)]
    on_rename: Option<Callback<Template>>,
    /// Deletes it; without it it cannot be deleted.
    #[prop(optional, into)]
    on_delete: Option<Callback<String>>,
    /// Takes it over among the own ones; without it that is not offered.
    #[prop(optional, into)]
    on_add: Option<Callback<Template>>,
) -> impl IntoView {
    let workspace = use_workspace();
    let filling = use_filling();
    let name = template.name().to_owned();
    let explanation = template.explanation().to_owned();
    let stored = StoredValue::new(template.clone());
    let copied = RwSignal::new(None::<Copied>);
    let use_it = move |_| {
        filling.offer(stored.get_value(), origin);
        workspace.navigation.go(Screen::Details);
    };
    let copy = move |_| match stored.with_value(|template| link::of(template, workspace.surface())) {
        Err(too_long) => copied.set(Some(Copied::Said(too_long.to_string()))),
        Ok(link) => {
            let write = copy_text(&link);
            spawn_local(async move {
                copied.try_set(Some(match (write.await, workspace.surface().is_of_extension()) {
                    (Ok(()), false) => Copied::Said(text::templates::LINK_COPIED.to_owned()),
                    (Ok(()), true) => Copied::Said(text::templates::LINK_PART_COPIED.to_owned()),
                    (Err(_), _) => Copied::Refused(link),
                }));
            });
        }
    };
    let of_it = |action: &str| text::templates::of_template(action, &name);
    let (use_label, copy_label, rename_label, delete_label, add_label) = (
        of_it(text::templates::USE),
        of_it(text::templates::COPY_LINK),
        of_it(text::templates::RENAME),
        of_it(text::templates::DELETE_QUESTION),
        of_it(text::templates::ADD),
    );
    let delete_id = delete_id(&name);
    let keep_id = format!("{delete_id}-keep");
    let question = Question::new(delete_id, keep_id);
    let add = on_add.map(|on_add| {
        view! {
            <button
                type="button"
                class="button button-small"
                aria-label=add_label
                on:click=move |_| on_add.run(stored.get_value())
            >
                {text::templates::ADD}
            </button>
        }
    });
    let buttons = view! {
        <div class="button-row">
            <Show when=move || workspace.may_manage_users()>
                <button type="button" class="button button-small" aria-label=use_label.clone() on:click=use_it>
                    {text::templates::USE}
                </button>
            </Show>
            {add}
            <button type="button" class="button button-small" aria-label=copy_label on:click=copy>
                {text::templates::COPY_LINK}
            </button>
            {on_rename.map(|on_rename| view! {
                <button
                    type="button"
                    class="button button-small"
                    id=rename_id(&name)
                    aria-label=rename_label
                    on:click=move |_| on_rename.run(stored.get_value())
                >
                    {text::templates::RENAME}
                </button>
            })}
            {on_delete.map(|_| view! {
                <button
                    type="button"
                    class="button button-small"
                    id=question.ask_id()
                    aria-label=delete_label
                    on:click=move |_| question.ask()
                >
                    {text::templates::DELETE_QUESTION}
                </button>
            })}
        </div>
    };
    let delete_question = StoredValue::new(text::templates::delete(&name));
    view! {
        <article class="panel template-card">
            <h3 class="template-text">{visible(&name)}</h3>
            {(!explanation.is_empty()).then(|| view! { <p class="template-explanation">{visible_lines(&explanation)}</p> })}
            <TemplateContents template=template.into_draft() />
            {buttons}
            <div role="status" class="template-copied">
                {move || copied.get().map(|copied| match copied {
                    Copied::Said(words) => view! { <p>{words}</p> }.into_any(),
                    Copied::Refused(link) => view! {
                        <p>{text::templates::LINK_NOT_COPIED}</p>
                        <p class="template-link">{link}</p>
                    }
                    .into_any(),
                })}
            </div>
            {move || question.is_asked().then(|| view! {
                <div class="notice notice-caution">
                    <p role="alert" class="template-text">{delete_question.get_value()}</p>
                    <div class="button-row">
                        <button
                            type="button"
                            class="button"
                            id=question.keep_id()
                            on:click=move |_| question.keep()
                        >
                            {text::templates::KEEP}
                        </button>
                        <button
                            type="button"
                            class="button button-danger"
                            on:click=move |_| {
                                if let Some(on_delete) = on_delete {
                                    on_delete.run(stored.with_value(|template| template.name().to_owned()));
                                }
                            }
                        >
                            {text::templates::DELETE}
                        </button>
                    </div>
                </div>
            })}
        </article>
    }
}

/// What came of copying.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Copied {
    /// So much.
    Said(String),
    /// The browser refused; the person can still copy the link themselves.
    Refused(String),
}

/// The id of the button that opens the window for another name, for the focus to come back to.
pub(super) fn rename_id(name: &str) -> String {
    format!("rename-template-{}", js_sys::encode_uri_component(name))
}

/// The id of the button that asks before deleting, for the focus to come back to.
fn delete_id(name: &str) -> String {
    format!("delete-template-{}", js_sys::encode_uri_component(name))
}
