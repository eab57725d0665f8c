//! One row of the table.

use super::list_view::use_list_view;
use super::row_menu::RowMenu;
use crate::navigation::Screen;
use crate::text;
use crate::workspace::use_workspace;
use leptos::prelude::*;
use service_user::{ServiceUser, Standing, UserId, UtcDay, visible};
use service_user_list::{EXPIRING_DAYS, Place, Row};

/// A service user at its place. The row stays on the page while its place is seen, and follows what becomes of the user.
#[component]
pub(super) fn TableRow(
    /// Where it stands in the view, from 0.
    index: usize,
    /// Where the list has it.
    place: Place,
) -> impl IntoView {
    let workspace = use_workspace();
    let view = use_list_view();
    let user = Memo::new(move |_| {
        workspace
            .users
            .with(|list| list.row(place).map(Row::to_service_user))
            .flatten()
    });
    let is_selected = move || {
        view.selection().with(|selection| {
            workspace
                .users
                .with(|list| list.row(place).is_some_and(|row| selection.contains(row)))
                .unwrap_or(false)
        })
    };
    let is_newest = move || {
        let newest = workspace.newest.get();
        newest.is_some() && user.with(|user| user.as_ref().map(|user| user.id.clone())) == newest
    };
    view! {
        <div
            class="users-row"
            class:users-row-new=is_newest
            class:users-row-selected=is_selected
            role="row"
            aria-rowindex=(index + 2).to_string()
        >
            {move || user.get().map(|user| {
                let today = workspace.today.get();
                view! {
                    <SelectCell id=user.id.clone() name=user.friendly_name.clone() is_selected=Signal::derive(is_selected) />
                    {cells(&user, today)}
                    <span role="cell" class="users-menu"><RowMenu user=user /></span>
                }
            })}
        </div>
    }
}

/// The box that selects the row; nothing for a caller who may change nothing.
#[component]
fn SelectCell(id: UserId, name: String, is_selected: Signal<bool>) -> impl IntoView {
    let view = use_list_view();
    let may_select = use_workspace().may_manage_users();
    view! {
        <span role="cell" class="users-select">
            {may_select.then(|| view! {
                <input
                    type="checkbox"
                    aria-label=text::service_users::select(&name)
                    prop:checked=move || is_selected.get()
                    on:change=move |event| view.select(&id, event_target_checked(&event))
                />
            })}
        </span>
    }
}

fn cells(user: &ServiceUser, today: UtcDay) -> AnyView {
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
        Standing::Other(status) => ("standing standing-other", visible(status)),
    };
    let (day, days_left) = match user.end_date {
        None => (text::service_users::no_end_date(user).to_owned(), None),
        Some(day) => (day.to_string(), Some(today.days_until(day))),
    };
    let days_left = days_left.map(|days| {
        let class = match days {
            ..0 => "users-days days-past",
            0..=EXPIRING_DAYS => "users-days days-soon",
            _ => "users-days",
        };
        view! { <span class=class>{text::service_users::days_left(days)}</span> }
    });
    let managers = visible(&user.managers.join(", "));
    let name = visible(&user.friendly_name);
    let description = visible(&user.description);
    let email = visible(&user.email);
    view! {
        <span role="cell" class="users-name">
            <a class="users-link" href=Screen::ServiceUser(user.id.clone()).fragment() title=name.clone()>
                {name.clone()}
            </a>
            <span class="users-description" title=description.clone()>{description.clone()}</span>
        </span>
        <span role="cell" class="users-status"><span class=class>{words}</span></span>
        <span role="cell" class="users-date"><span class="users-day">{day}</span>{days_left}</span>
        <span role="cell" class="users-email" title=email.clone()>{email.clone()}</span>
        <span role="cell" class="users-managers" title=managers.clone()>{managers.clone()}</span>
    }
    .into_any()
}
