//! Search, filter and order.

use super::exports::Exports;
use super::list_view::use_list_view;
use crate::text;
use crate::workspace::use_workspace;
use leptos::prelude::*;
use service_user_list::{Column, Counts, Direction, Order, UserList};

/// The id of the box that selects everybody who is shown.
pub(super) const SELECT_ALL_ID: &str = "select-all";

/// The search field, a button for each filter with its number, the order where there are no headings to press, and the count.
#[component]
pub(super) fn Tools() -> impl IntoView {
    let view = use_list_view();
    let workspace = use_workspace();
    let counts = Memo::new(move |_| {
        let today = workspace.today.get();
        view.read(|view| workspace.users.with(|list| list.counts(&view.search, today)))
            .unwrap_or_default()
    });
    let count = move || {
        let shown = view.places().with(Vec::len);
        let all = workspace
            .users
            .with(|list| UserList::len(list))
            .unwrap_or_default();
        text::service_users::count(shown, all)
    };
    view! {
        <div class="list-head">
            <div class="list-tools">
                <div class="field list-search">
                    <label class="field-label" for="user-search">{text::service_users::SEARCH}</label>
                    <input
                        class="field-input"
                        id="user-search"
                        type="search"
                        autocomplete="off"
                        spellcheck="false"
                        prop:value=move || view.read(|view| view.search.clone())
                        on:input=move |event| {
                            let search = event_target_value(&event);
                            view.change(|view| view.search = search);
                        }
                    />
                </div>
                <FilterChoice counts=counts />
                <OrderChoice />
            </div>
            <div class="list-filters" role="group" aria-label=text::service_users::FILTERS>
                {service_user_list::Show::ALL.map(|show| view! { <Filter show=show counts=counts /> }).collect_view()}
            </div>
            <div class="list-line">
                <SelectAll />
                <Exports />
                <p class="list-count" role="status">{count}</p>
            </div>
        </div>
    }
}

/// One filter.
#[component]
fn Filter(show: service_user_list::Show, counts: Memo<Counts>) -> impl IntoView {
    let view = use_list_view();
    let is_pressed = move || view.read(|view| view.show == show);
    view! {
        <button
            type="button"
            class="filter"
            aria-pressed=move || if is_pressed() { "true" } else { "false" }
            on:click=move |_| view.change(|view| view.show = show)
        >
            {text::service_users::filter(show)}
            " "
            <span class="filter-count">{move || counts.get().of(show).to_string()}</span>
        </button>
    }
}

/// The filters as a list of choices, for a layout that has no room for a button each.
#[component]
fn FilterChoice(counts: Memo<Counts>) -> impl IntoView {
    let view = use_list_view();
    let choose = move |event| {
        let chosen = event_target_value(&event).parse::<usize>().ok();
        if let Some(show) = chosen.and_then(|place| service_user_list::Show::ALL.get(place).copied()) {
            view.change(|view| view.show = show);
        }
    };
    let option = move |(place, show): (usize, service_user_list::Show)| {
        view! {
            <option value=place.to_string() selected=move || view.read(|view| view.show == show)>
                {move || text::service_users::filter_with_count(show, counts.get().of(show))}
            </option>
        }
    };
    view! {
        <div class="field list-choice">
            <label class="field-label" for="user-filter">{text::service_users::FILTERS}</label>
            <select class="field-select" id="user-filter" on:change=choose>
                {service_user_list::Show::ALL.into_iter().enumerate().map(option).collect_view()}
            </select>
        </div>
    }
}

/// The order as a list of choices, for a layout that has no headings.
#[component]
fn OrderChoice() -> impl IntoView {
    let view = use_list_view();
    let choices = Column::ALL.into_iter().flat_map(|column| {
        [Direction::Ascending, Direction::Descending].map(|direction| Order { column, direction })
    });
    let choices = StoredValue::new(choices.collect::<Vec<_>>());
    let choose = move |event| {
        let chosen = event_target_value(&event).parse::<usize>().ok();
        let order = chosen.and_then(|place| choices.with_value(|choices| choices.get(place).copied()));
        if let Some(order) = order {
            view.change(|view| view.order = order);
        }
    };
    let options = choices.with_value(|choices| {
        let option = |(place, order): (usize, &Order)| {
            let order = *order;
            view! {
                <option value=place.to_string() selected=move || view.read(|view| view.order == order)>
                    {text::service_users::order(order)}
                </option>
            }
        };
        choices.iter().enumerate().map(option).collect_view()
    });
    view! {
        <div class="field list-choice">
            <label class="field-label" for="user-order">{text::service_users::ORDER}</label>
            <select class="field-select" id="user-order" on:change=choose>{options}</select>
        </div>
    }
}

/// Selects everybody who is shown.
#[component]
fn SelectAll() -> impl IntoView {
    let view = use_list_view();
    let workspace = use_workspace();
    let selected = Memo::new(move |_| {
        view.selection()
            .with(|selection| view.with_places(|list, places| selection.count_among(list, places)))
            .unwrap_or_default()
    });
    let is_all = move || {
        let shown = view.places().with(Vec::len);
        shown > 0 && selected.get() == shown
    };
    let is_some = move || selected.get() > 0 && !is_all();
    view! {
        <Show when=move || workspace.may_manage_users()>
            <label class="choice">
                <input
                    type="checkbox"
                    id=SELECT_ALL_ID
                    prop:checked=is_all
                    prop:indeterminate=is_some
                    on:change=move |event| view.select_all(event_target_checked(&event))
                />
                {move || text::service_users::select_all(view.places().with(Vec::len))}
            </label>
        </Show>
    }
}
