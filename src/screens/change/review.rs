//! What saving will change, before it is saved.

use super::difference_list::DifferenceList;
use super::editing::{Failure, REVIEW_HEADING_ID, use_editing};
use crate::components::{BusyButton, FailureNotice};
use crate::text;
use leptos::prelude::*;
use service_user::Difference;

/// The difference, with *Save changes* below it.
#[component]
pub(super) fn ReviewPanel() -> impl IntoView {
    let editing = use_editing();
    let difference = Memo::new(move |_| editing.difference());
    let save = Callback::new(move |()| editing.save());
    let has_something = move || {
        difference.with(|difference| {
            difference
                .as_ref()
                .is_some_and(|difference| !difference.is_empty())
        })
    };
    view! {
        <section class="panel form-width" aria-labelledby=REVIEW_HEADING_ID>
            <h2 id=REVIEW_HEADING_ID tabindex="-1">{text::change::REVIEW_TITLE}</h2>
            {move || match difference.get().filter(|difference| !Difference::is_empty(difference)) {
                Some(difference) => view! { <DifferenceList difference=difference /> }.into_any(),
                None => view! { <p>{text::change::NOTHING_LEFT}</p> }.into_any(),
            }}
            {move || editing.failure().map(|failure| match failure {
                Failure::NotSaved(error) => view! {
                    <FailureNotice error=error lead=text::change::NOT_SAVED of_change=true on_retry=save />
                }
                .into_any(),
                Failure::Unknown(error) => view! {
                    <FailureNotice error=error lead=text::change::UNKNOWN_OUTCOME on_retry=save />
                }
                .into_any(),
            })}
            <div class="button-row button-row-end">
                <button type="button" class="button" on:click=move |_| editing.back()>
                    {text::change::BACK}
                </button>
                <Show when=has_something>
                    <BusyButton
                        label=text::change::SAVE
                        busy_label=text::change::SAVING
                        busy=editing.busy()
                        on_press=save
                    />
                </Show>
            </div>
        </section>
    }
}
