//! The list of service users.

mod row_actions;

use crate::components::{FailureNotice, Loading, PermissionNotice, ScreenHeading};
use crate::fields::use_form;
use crate::navigation::Screen;
use crate::text;
use crate::workspace::{Load, use_workspace};
use leptos::prelude::*;
use row_actions::{RowActions, Subject};
use service_user::{ServiceUser, Standing, UtcDay};

/// How many rows are put on the page at once; a browser lays out this many without a pause.
const ROWS_AT_ONCE: usize = 100;

/// Days left from which an end date is pointed out.
const SOON_DAYS: i64 = 30;

/// The list, with a search and the way to create another.
#[component]
pub fn ServiceUsers() -> impl IntoView {
    let workspace = use_workspace();
    let form = use_form();
    let create_label = move || match form.is_empty() {
        true => text::service_users::CREATE,
        false => text::service_users::CONTINUE_DRAFT,
    };
    let reload = Callback::new(move |()| {
        workspace.users.set(Load::Pending);
        workspace.load_users();
    });
    // Told apart by kind alone, so that a reloaded list keeps the search field and what is typed in it.
    let state = Memo::new(move |_| {
        workspace.users.with(|users| match users {
            Load::Pending => None,
            Load::Failed(error) => Some(Err(error.clone())),
            Load::Ready(users) => Some(Ok(users.is_empty())),
        })
    });
    view! {
        <div class="screen">
            <div class="screen-head">
                <ScreenHeading title=text::service_users::TITLE />
                <div class="button-row">
                    <button type="button" class="button" on:click=move |_| reload.run(())>
                        {text::service_users::RELOAD}
                    </button>
                    <button
                        type="button"
                        class="button button-primary"
                        on:click=move |_| workspace.navigation.go(Screen::Details)
                    >
                        {create_label}
                    </button>
                </div>
                <div class="screen-status" role="status">
                    {move || workspace.notice.get().map(|words| view! {
                        <p class="notice notice-good">{words}</p>
                    })}
                </div>
            </div>
            <PermissionNotice />
            {move || match state.get() {
                None => view! { <Loading label=text::service_users::LOADING /> }.into_any(),
                Some(Err(error)) => view! { <FailureNotice error=error on_retry=reload /> }.into_any(),
                Some(Ok(true)) => view! { <Empty /> }.into_any(),
                Some(Ok(false)) => view! { <List /> }.into_any(),
            }}
        </div>
    }
}

/// Nobody there yet.
#[component]
fn Empty() -> impl IntoView {
    view! {
        <div class="table-frame empty">
            <h2>{text::service_users::EMPTY_TITLE}</h2>
            <p>{text::service_users::EMPTY_LEAD}</p>
        </div>
    }
}

/// The search and the table.
#[component]
fn List() -> impl IntoView {
    let workspace = use_workspace();
    let search = RwSignal::new(String::new());
    let limit = RwSignal::new(ROWS_AT_ONCE);
    // The places of the matching users; their texts stay where they are. The one made last comes first, because a list
    // that is shown in part could otherwise leave out the very one that the person is looking for.
    let matching = Memo::new(move |_| {
        let search = search.with(|search| search.trim().to_lowercase());
        let newest = workspace.newest.get();
        workspace.users.with(|users| {
            let users = users.ready().map_or(&[][..], Vec::as_slice);
            let is_newest = |place: &usize| {
                users
                    .get(*place)
                    .is_some_and(|user| Some(&user.id) == newest.as_ref())
            };
            let found = users
                .iter()
                .enumerate()
                .filter(|(_, user)| matches(user, &search));
            let mut places = found.map(|(place, _)| place).collect::<Vec<_>>();
            let up_to_newest = places
                .iter()
                .position(is_newest)
                .and_then(|newest| places.get_mut(..=newest));
            if let Some(up_to_newest) = up_to_newest {
                up_to_newest.rotate_right(1);
            }
            places
        })
    });
    let rows = move || {
        let (limit, today, newest) = (limit.get(), workspace.today.get(), workspace.newest.get());
        workspace.users.with(|users| {
            let users = users.ready().map_or(&[][..], Vec::as_slice);
            matching.with(|matching| {
                let shown = matching.iter().take(limit).filter_map(|place| users.get(*place));
                shown
                    .map(|user| row(user, today, newest.as_ref() == Some(&user.id)))
                    .collect_view()
            })
        })
    };
    let count = move || {
        let matching = matching.with(Vec::len);
        let all = workspace.users.with(|users| users.ready().map_or(0, Vec::len));
        text::service_users::count(matching.min(limit.get()), matching, all)
    };
    let has_more = Memo::new(move |_| matching.with(Vec::len) > limit.get());
    view! {
        <div class="list-tools">
            <div class="field list-search">
                <label class="field-label" for="user-search">{text::service_users::SEARCH}</label>
                <input
                    class="field-input"
                    id="user-search"
                    type="search"
                    autocomplete="off"
                    spellcheck="false"
                    prop:value=search
                    on:input=move |event| {
                        search.set(event_target_value(&event));
                        limit.set(ROWS_AT_ONCE);
                    }
                />
            </div>
            <p class="list-count" role="status">{count}</p>
        </div>
        <div class="table-frame">
            // The roles are spelled out because the narrow layout takes the table's own display, and its meaning, away.
            <table class="users" role="table" aria-label=text::service_users::TITLE>
                <thead role="rowgroup">
                    <tr role="row">
                        <th role="columnheader" scope="col" class="users-name-column">{text::service_users::NAME}</th>
                        <th role="columnheader" scope="col" class="users-status-column">{text::service_users::STATUS}</th>
                        <th role="columnheader" scope="col" class="users-date-column">{text::service_users::END_DATE}</th>
                        <th role="columnheader" scope="col">{text::service_users::EMAIL}</th>
                        <th role="columnheader" scope="col">{text::service_users::MANAGERS}</th>
                    </tr>
                </thead>
                <tbody role="rowgroup">{rows}</tbody>
            </table>
            <Show when=move || matching.with(Vec::is_empty)>
                <p class="empty">{text::service_users::NO_MATCH}</p>
            </Show>
            <Show when=move || has_more.get()>
                <div class="list-end">
                    <button
                        type="button"
                        class="button"
                        on:click=move |_| limit.update(|limit| *limit += ROWS_AT_ONCE)
                    >
                        {text::service_users::SHOW_MORE}
                    </button>
                </div>
            </Show>
        </div>
    }
}

fn row(user: &ServiceUser, today: UtcDay, is_new: bool) -> impl IntoView + use<> {
    let standing = user.standing(today);
    let (class, words) = match &standing {
        Standing::Active => ("standing standing-active", text::service_users::ACTIVE.to_owned()),
        Standing::Disabled => (
            "standing standing-disabled",
            text::service_users::DISABLED.to_owned(),
        ),
        Standing::Expired => (
            "standing standing-expired",
            text::service_users::EXPIRED.to_owned(),
        ),
        Standing::Other(status) => ("standing standing-other", status.clone()),
    };
    let end_date = match user.end_date {
        None => view! { {text::service_users::NO_END_DATE} }.into_any(),
        Some(day) => {
            let days = today.days_until(day);
            let class = match days {
                ..0 => "users-days days-past",
                0..=SOON_DAYS => "users-days days-soon",
                _ => "users-days",
            };
            view! {
                {day.to_string()}
                <span class=class>{text::service_users::days_left(days)}</span>
            }
            .into_any()
        }
    };
    let description = (!user.description.is_empty())
        .then(|| view! { <span class="users-description">{user.description.clone()}</span> });
    view! {
        <tr role="row" class:users-row-new=is_new>
            <td role="cell" class="users-name">
                <span class="users-name-text">{user.friendly_name.clone()} {description}</span>
                <RowActions subject=Subject::from(user) />
            </td>
            <td role="cell" data-label=text::service_users::STATUS><span class=class>{words}</span></td>
            <td role="cell" data-label=text::service_users::END_DATE>{end_date}</td>
            <td role="cell" data-label=text::service_users::EMAIL>{user.email.clone()}</td>
            <td role="cell" data-label=text::service_users::MANAGERS>{user.managers.join(", ")}</td>
        </tr>
    }
}

fn matches(user: &ServiceUser, search: &str) -> bool {
    search.is_empty()
        || [&user.friendly_name, &user.email, &user.description]
            .into_iter()
            .any(|text| text.to_lowercase().contains(search))
}
