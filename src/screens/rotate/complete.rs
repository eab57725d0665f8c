//! The end of a rotation.

use super::rotating::Rotating;
use super::step_panel::STEP_HEADING_ID;
use super::token_name::token_name;
use crate::navigation::Screen;
use crate::text;
use leptos::prelude::*;

/// What was deleted and what has taken its place. Whoever comes back to this address finds the beginning of another rotation.
#[component]
pub(super) fn Complete(rotating: Rotating) -> impl IntoView {
    let words = move || {
        rotating.completed().with(|completed| {
            completed.as_ref().map_or_else(String::new, |completed| {
                let new = completed.new.as_ref().map(token_name);
                text::rotate::done_lead(&token_name(&completed.deleted), new.as_deref())
            })
        })
    };
    let page = move || {
        rotating.user().with(|user| {
            user.ready()
                .map(|user| Screen::ServiceUser(user.id.clone()).fragment())
        })
    };
    view! {
        <section class="panel" aria-labelledby=STEP_HEADING_ID>
            <h2 id=STEP_HEADING_ID tabindex="-1">{text::rotate::DONE}</h2>
            <p class="notice notice-good rotate-words" role="status">{words}</p>
            <div class="button-row button-row-end">
                <button type="button" class="button" on:click=move |_| rotating.begin_again()>
                    {text::rotate::ROTATE_AGAIN}
                </button>
                <a class="button button-primary" href=page>{text::rotate::TO_USER}</a>
            </div>
        </section>
    }
}
