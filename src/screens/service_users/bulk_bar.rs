//! What can be done to those who are selected.

use super::list_view::use_list_view;
use super::tools::SELECT_ALL_ID;
use crate::batch::{BatchKind, use_batch};
use crate::components::focus_by_id;
use crate::text;
use crate::workspace::use_workspace;
use leptos::prelude::*;
use service_user_list::Selection;

/// The id of the button that asks, for the focus to come back to.
pub(super) fn button_id(kind: BatchKind) -> &'static str {
    match kind {
        BatchKind::Extend => "bulk-extend",
        BatchKind::Disable => "bulk-disable",
        BatchKind::Enable => "bulk-enable",
    }
}

/// A bar that stays in sight while somebody is selected.
#[component]
pub(super) fn BulkBar() -> impl IntoView {
    let view = use_list_view();
    let batch = use_batch();
    let workspace = use_workspace();
    let count = move || view.selection().with(Selection::len);
    let button = move |kind: BatchKind, label: &'static str| {
        view! {
            <button
                type="button"
                class="button button-small"
                id=button_id(kind)
                on:click=move |_| batch.ask(kind, view.selection().with_untracked(|selection| selection.ids().collect()))
            >
                {label}
            </button>
        }
    };
    // The whole bar goes with the selection.
    let clear = move |_| {
        view.selection().update(Selection::clear);
        focus_by_id(SELECT_ALL_ID);
    };
    view! {
        <Show when=move || { count() > 0 && workspace.may_manage_users() }>
            <div class="bulk-bar" role="region" aria-label=text::batch::SELECTED>
                <strong role="status">{move || text::batch::selected(count())}</strong>
                {button(BatchKind::Extend, text::batch::EXTEND)}
                {button(BatchKind::Disable, text::batch::DISABLE)}
                {button(BatchKind::Enable, text::batch::ENABLE)}
                <button
                    type="button"
                    class="button button-small button-quiet"
                    on:click=clear
                >
                    {text::batch::CLEAR}
                </button>
            </div>
        </Show>
    }
}
