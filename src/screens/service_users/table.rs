//! The table: as long as the list, with those rows on the page that are seen.

use super::list_view::use_list_view;
use super::row::TableRow;
use crate::text;
use leptos::ev;
use leptos::html;
use leptos::prelude::*;
use service_user_list::{Column, Direction, ScrollArea};

/// Rows above and below those that are seen: the Tab key finds the next one there, and a fast finger sees no gap.
const OVERSCAN: usize = 12;

/// What a row's height is taken for until one is there to be measured, in CSS pixels.
const USUAL_ROW_HEIGHT: f64 = 56.0;

/// The columns with a heading, in order, and the class that gives each its width.
const COLUMNS: [(Column, &str); 5] = [
    (Column::FriendlyName, "users-name"),
    (Column::Status, "users-status"),
    (Column::EndDate, "users-date"),
    (Column::Email, "users-email"),
    (Column::Managers, "users-managers"),
];

/// The table. The page scrolls, not a part of it: a popup has no room for two scroll bars.
#[component]
pub(super) fn Table() -> impl IntoView {
    let view = use_list_view();
    let body = NodeRef::<html::Div>::new();
    let offset = RwSignal::new(0.0);
    let viewport = RwSignal::new(viewport_height());
    let row_height = RwSignal::new(USUAL_ROW_HEIGHT);
    let count = Memo::new(move |_| view.places().with(Vec::len));
    let look = move || {
        if let Some(body) = body.get_untracked() {
            offset.set(-body.get_bounding_client_rect().top());
            viewport.set(viewport_height());
            let row = body.query_selector(".users-row").ok().flatten();
            let height = row.map(|row| row.get_bounding_client_rect().height());
            if let Some(height) =
                height.filter(|height| *height > 0.0 && *height != row_height.get_untracked())
            {
                row_height.set(height);
            }
        }
    };
    let scrolled = window_event_listener(ev::scroll, move |_| look());
    let resized = window_event_listener(ev::resize, move |_| look());
    on_cleanup(move || {
        scrolled.remove();
        resized.remove();
    });
    // Once what is being put on the page now is there, and whenever there are more or fewer rows: the list may have moved.
    effect(move |_| {
        count.track();
        body.track();
        request_animation_frame(look);
    });
    let window = Memo::new(move |_| {
        ScrollArea::new(count.get(), row_height.get(), viewport.get(), OVERSCAN).window(offset.get())
    });
    let rows = Memo::new(move |_| window.with(|window| window.rows.clone()));
    let places = move || {
        let rows = rows.get();
        view.places().with(|places| {
            let shown = places.get(rows.clone()).unwrap_or_default();
            rows.zip(shown.iter().copied()).collect::<Vec<_>>()
        })
    };
    let pixels = |height: f64| format!("{height}px");
    view! {
        <div
            class="table-frame users"
            hidden=move || count.get() == 0
            role="table"
            aria-label=text::service_users::TITLE
            aria-rowcount=move || (count.get() + 1).to_string()
        >
            <div class="users-head" role="rowgroup">
                <div class="users-head-row" role="row" aria-rowindex="1">
                    <span role="columnheader" class="users-select">
                        <span class="visually-hidden">{text::service_users::SELECTED}</span>
                    </span>
                    {COLUMNS.map(|(column, class)| view! { <Heading column=column class=class /> }).collect_view()}
                    <span role="columnheader" class="users-menu">
                        <span class="visually-hidden">{text::row_actions::ACTIONS}</span>
                    </span>
                </div>
            </div>
            <div
                node_ref=body
                class="users-body"
                role="rowgroup"
                style:padding-top=move || pixels(window.with(|window| window.above))
                style:padding-bottom=move || pixels(window.with(|window| window.below))
            >
                {keyed(places, |row| *row, |(index, place)| view! { <TableRow index=index place=place /> })}
            </div>
        </div>
        <Show when=move || count.get() == 0>
            <div class="table-frame empty">
                <p>{text::service_users::NO_MATCH}</p>
                <button
                    type="button"
                    class="button"
                    on:click=move |_| view.change(|view| {
                        view.search = String::new();
                        view.show = service_user_list::Show::All;
                    })
                >
                    {text::service_users::SHOW_ALL}
                </button>
            </div>
        </Show>
    }
}

/// A heading that orders the list by its column, and the other way round at the next press.
#[component]
fn Heading(column: Column, class: &'static str) -> impl IntoView {
    let view = use_list_view();
    let sort = move || {
        let order = view.read(|view| view.order);
        match (order.column == column, order.direction) {
            (false, _) => None,
            (true, Direction::Ascending) => Some("ascending"),
            (true, Direction::Descending) => Some("descending"),
        }
    };
    view! {
        <span role="columnheader" class=class aria-sort=sort>
            <button
                type="button"
                class="users-sort"
                on:click=move |_| view.change(|view| view.order = view.order.pressed(column))
            >
                {text::service_users::column(column)}
            </button>
        </span>
    }
}

/// How much of the page is seen at once, in CSS pixels.
fn viewport_height() -> f64 {
    let height = leptos::prelude::window().inner_height().ok();
    height.and_then(|height| height.as_f64()).unwrap_or(600.0)
}
