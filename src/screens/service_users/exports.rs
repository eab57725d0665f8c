//! Saving what is shown.

use super::list_view::{ListView, use_list_view};
use crate::clock;
use crate::platform::{Refused, save_file};
use crate::text;
use crate::workspace::{Workspace, use_workspace};
use exports::{Calendar, FileKind};
use leptos::prelude::*;
use service_user::ServiceUser;
use service_user_list::Row;

/// Two buttons: what is shown as a table, and its end dates as a calendar.
#[component]
pub(super) fn Exports() -> impl IntoView {
    let view = use_list_view();
    let workspace = use_workspace();
    let result = RwSignal::new(String::new());
    let save_csv = move |_| {
        let users = shown(view);
        let table = exports::csv(&users, workspace.today.get_untracked());
        let saved = save(workspace, FileKind::Csv, &table).map(|()| text::exports::csv_saved(users.len()));
        result.set(saved.unwrap_or_else(|Refused| text::exports::NOT_SAVED.to_owned()));
    };
    let save_calendar = move |_| {
        let calendar = Calendar::of(&shown(view), &untrack(|| workspace.host_name()), clock::now());
        let saved = match &calendar.text {
            None => Ok(()),
            Some(text) => save(workspace, FileKind::Calendar, text),
        };
        let saved = saved.map(|()| text::exports::calendar_saved(&calendar));
        result.set(saved.unwrap_or_else(|Refused| text::exports::NOT_SAVED.to_owned()));
    };
    view! {
        <div class="list-exports" role="group" aria-label=text::exports::SAVE>
            <button type="button" class="button button-small button-quiet" on:click=save_csv>{text::exports::CSV}</button>
            <button type="button" class="button button-small button-quiet" on:click=save_calendar>{text::exports::CALENDAR}</button>
            <span class="list-exports-result" role="status">{move || result.get()}</span>
        </div>
    }
}

/// Every service user that the view shows, whether or not its row is on the page.
fn shown(view: ListView) -> Vec<ServiceUser> {
    let users = untrack(|| {
        view.with_places(|list, places| {
            let rows = places.iter().filter_map(|place| list.row(*place));
            rows.map(Row::to_service_user).collect()
        })
    });
    users.unwrap_or_default()
}

fn save(workspace: Workspace, kind: FileKind, text: &str) -> Result<(), Refused> {
    let name = kind.name(
        None,
        &untrack(|| workspace.host_name()),
        workspace.today.get_untracked(),
    );
    save_file(&name, kind.media_type(), text)
}
