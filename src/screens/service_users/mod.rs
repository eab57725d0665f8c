//! The list of service users: to be found, looked at in different ways, and changed several at a time.

mod batch_dialog;
mod bulk_bar;
mod exports;
mod list_state;
mod list_view;
mod row;
mod row_menu;
mod table;
mod tools;

use crate::batch::Batch;
use crate::components::{Loading, PermissionNotice, ScreenHeading};
use crate::fields::use_form;
use crate::navigation::Screen;
use crate::text;
use crate::users::ListState;
use crate::workspace::use_workspace;
use batch_dialog::BatchDialog;
use bulk_bar::BulkBar;
use leptos::prelude::*;
use list_state::ListStateLine;
use list_view::ListView;
use service_user_list::UserList;
use table::Table;
use tools::Tools;

/// The list, with the ways to look at it and to create another service user.
#[component]
pub fn ServiceUsers() -> impl IntoView {
    let workspace = use_workspace();
    let form = use_form();
    let view = ListView::new(workspace);
    provide_context(view);
    view.follow_address();
    provide_context(Batch::new(workspace));
    let create_label = move || match form.is_empty() {
        true => text::service_users::CREATE,
        false => text::service_users::CONTINUE_DRAFT,
    };
    let state = workspace.users.state();
    // Told apart by kind alone, so that a list that is read again keeps the search field and what is typed in it.
    let shown = Memo::new(move |_| {
        let is_empty = workspace
            .users
            .with(|list| UserList::is_empty(list))
            .unwrap_or(true);
        match (is_empty, state.with(|state| state.read_at.is_some())) {
            (false, _) => Shown::List,
            (true, true) => Shown::Nobody,
            (true, false) if state.with(ListState::is_pending) => Shown::Loading,
            (true, false) => Shown::Nothing,
        }
    });
    view! {
        <div class="screen">
            <div class="screen-head">
                <ScreenHeading title=text::service_users::TITLE />
                <div class="button-row">
                    <button
                        type="button"
                        class="button"
                        aria-disabled=move || state.with(|state| state.arrived.is_some()).then_some("true")
                        on:click=move |_| if state.with_untracked(|state| state.arrived.is_none()) {
                            workspace.load_users();
                        }
                    >
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
                        <p class="notice notice-good">
                            <span>{words} " " <NewestLink /></span>
                        </p>
                    })}
                </div>
            </div>
            <PermissionNotice />
            <ListStateLine />
            {move || match shown.get() {
                Shown::Loading => view! { <Loading label=text::service_users::LOADING /> }.into_any(),
                Shown::Nobody => view! { <Nobody /> }.into_any(),
                Shown::Nothing => ().into_any(),
                Shown::List => view! {
                    <Tools />
                    <BulkBar />
                    <Table />
                    <BatchDialog />
                }
                .into_any(),
            }}
        </div>
    }
}

/// What there is to show.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Shown {
    /// The first list is on its way.
    Loading,
    /// It has arrived, and nobody is in it.
    Nobody,
    /// It did not arrive; what there is to say about it is said above.
    Nothing,
    /// Service users.
    List,
}

/// The way to the service user that was made last.
#[component]
fn NewestLink() -> impl IntoView {
    let workspace = use_workspace();
    move || {
        workspace.newest.get().map(|id| {
            view! { <a href=Screen::ServiceUser(id).fragment()>{text::service_users::OPEN}</a> }
        })
    }
}

/// Nobody there yet.
#[component]
fn Nobody() -> impl IntoView {
    view! {
        <div class="table-frame empty">
            <h2>{text::service_users::EMPTY_TITLE}</h2>
            <p>{text::service_users::EMPTY_LEAD}</p>
        </div>
    }
}
