//! How old the list is, whether it is being read, and why the last attempt failed.

use crate::components::FailureNotice;
use crate::text;
use crate::workspace::use_workspace;
use leptos::prelude::*;

/// One line while all is well; a notice, with what was there kept below it, where the list could not be read.
#[component]
pub(super) fn ListStateLine() -> impl IntoView {
    let workspace = use_workspace();
    let state = workspace.users.state();
    let age = move || {
        let read_at = state.with(|state| state.read_at)?;
        Some(text::service_users::read_ago(workspace.now.get() - read_at))
    };
    let line = move || match (state.with(|state| state.arrived), age()) {
        (Some(arrived), None) if arrived > 0 => text::service_users::arrived(arrived),
        (Some(_), None) => String::new(),
        (Some(arrived), Some(age)) => format!("{} {age}", text::service_users::reading_again(arrived)),
        (None, Some(age)) => age,
        (None, None) => String::new(),
    };
    let failure = Memo::new(move |_| state.with(|state| state.failure.clone()));
    let has_list = Memo::new(move |_| state.with(|state| state.read_at.is_some()));
    let retry = Callback::new(move |()| workspace.load_users());
    view! {
        <p class="list-age">{line}</p>
        {move || failure.get().map(|error| {
            let lead = match has_list.get() {
                true => text::service_users::NOT_READ_AGAIN,
                false => "",
            };
            view! { <FailureNotice error=error lead=lead on_retry=retry /> }
        })}
    }
}
