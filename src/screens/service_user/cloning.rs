//! Making another service user like this one.

use super::subject::Subject;
use crate::components::{Dialog, focus_by_id};
use crate::fields::use_form;
use crate::navigation::Screen;
use crate::text;
use crate::workspace::use_workspace;
use leptos::prelude::*;
use service_user::Draft;

/// The id of the button.
const BUTTON_ID: &str = "clone";

/// *Clone*: fills the form of a new service user with everything but the name and the token, and goes there. A draft that is there
/// already is replaced only after asking.
#[component]
pub(super) fn Cloning(subject: Subject) -> impl IntoView {
    let workspace = use_workspace();
    let form = use_form();
    let is_asking = RwSignal::new(false);
    let result = RwSignal::new(None::<&'static str>);
    let fill = move || {
        let copy = subject.user().get_untracked().and_then(|user| {
            workspace.roles.with_untracked(|roles| {
                let roles = roles.ready()?;
                Some(Draft::like(&user, roles, workspace.today.get_untracked()))
            })
        });
        match copy {
            None => result.set(Some(text::service_user::CLONE_LATER)),
            Some(copy) => {
                form.clear();
                form.change(|draft| *draft = copy);
                workspace.navigation.go(Screen::Details);
            }
        }
    };
    let press = move |_| {
        subject.say_nothing();
        result.set(None);
        match untrack(|| form.is_empty()) {
            true => fill(),
            false => is_asking.set(true),
        }
    };
    let close = Callback::new(move |()| {
        is_asking.set(false);
        focus_by_id(BUTTON_ID);
    });
    let other_draft =
        move || text::service_user::other_draft(&form.read(|draft| draft.friendly_name.clone()));
    view! {
        <button type="button" class="button" id=BUTTON_ID on:click=press>{text::service_user::CLONE}</button>
        <p class="field-hint">{text::service_user::CLONE_HINT}</p>
        <div role="status">
            {move || result.get().map(|words| view! {
                <p class="remark remark-warning"><span>{words}</span></p>
            })}
        </div>
        <Show when=move || is_asking.get()>
            <Dialog labelled_by="other-draft-heading" on_close_attempt=close>
                <div class="dialog-body">
                    <h2 id="other-draft-heading">{text::service_user::OTHER_DRAFT_TITLE}</h2>
                    <p class="dialog-text">{other_draft}</p>
                </div>
                <div class="dialog-foot">
                    <div class="button-row button-row-end">
                        <button type="button" class="button" on:click=move |_| close.run(())>
                            {text::service_user::KEEP_DRAFT}
                        </button>
                        <button
                            type="button"
                            class="button button-danger"
                            on:click=move |_| {
                                is_asking.set(false);
                                fill();
                            }
                        >
                            {text::service_user::REPLACE_DRAFT}
                        </button>
                    </div>
                </div>
            </Dialog>
        </Show>
    }
}
