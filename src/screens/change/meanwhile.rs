//! What somebody else changed meanwhile.

use super::difference_list::{DifferenceList, end_date_words};
use super::editing::{ChangedMeanwhile, use_editing};
use crate::text;
use leptos::prelude::*;
use service_user::{Conflict, EndDateChoice, Status};

/// Says what somebody else changed, and asks where both changed the same. Nothing was overwritten, and nothing will be without
/// another press.
#[component]
pub(super) fn Meanwhile() -> impl IntoView {
    let editing = use_editing();
    move || {
        editing.meanwhile().map(|meanwhile| {
            let ChangedMeanwhile {
                difference,
                status,
                conflicts,
            } = meanwhile;
            view! {
                <section class="notice notice-caution" role="alert">
                    <p class="notice-title">{text::change::MEANWHILE}</p>
                    <p>{text::change::MEANWHILE_LEAD}</p>
                    {status.map(|status| view! { <p>{status_words(&status)}</p> })}
                    {(!difference.is_empty()).then(|| view! { <DifferenceList difference=difference is_done=true /> })}
                    {conflicts.into_iter().map(|conflict| view! { <BothChanged conflict=conflict /> }).collect_view()}
                </section>
            }
        })
    }
}

/// One field that both changed: mine stays unless the person takes theirs.
#[component]
fn BothChanged(conflict: Conflict) -> impl IntoView {
    let editing = use_editing();
    let (theirs, mine) = match &conflict {
        Conflict::FriendlyName(versions) | Conflict::Description(versions) | Conflict::Email(versions) => {
            (versions.theirs.clone(), versions.mine.clone())
        }
        Conflict::EndDate(versions) => (choice_words(&versions.theirs), choice_words(&versions.mine)),
    };
    let label = text::change::field(conflict.field());
    view! {
        <div class="change-conflict">
            <p>{text::change::both_changed(label, &text::create::given(&theirs), &text::create::given(&mine))}</p>
            <div class="button-row">
                <button type="button" class="button button-small" on:click=move |_| editing.take_theirs(&conflict)>
                    {text::change::take_theirs(label)}
                </button>
            </div>
        </div>
    }
}

fn status_words(status: &Status) -> String {
    match status {
        Status::Active => text::change::ENABLED_MEANWHILE.to_owned(),
        Status::Disabled => text::change::DISABLED_MEANWHILE.to_owned(),
        Status::Other(status) => text::change::status_meanwhile(status),
    }
}

fn choice_words(choice: &EndDateChoice) -> String {
    match choice {
        EndDateChoice::Unanswered => String::new(),
        EndDateChoice::NoEndDate => end_date_words(Some(service_user::EndDate::NoEndDate)),
        EndDateChoice::Typed(day) => text::create::last_instant(day),
    }
}
