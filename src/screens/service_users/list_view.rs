//! How the list is looked at, kept in step with the address so that a view can be shared and Back leads to it.

use crate::workspace::{Workspace, use_workspace};
use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;
use service_user::UserId;
use service_user_list::{Place, Selection, UserList, View};
use std::time::Duration;

/// How long after the last key the address follows: browsers refuse an address that changes with every key.
const PAUSE: Duration = Duration::from_millis(400);

/// Search, filter, order and selection. A handle: copies are the same view.
#[derive(Clone, Copy)]
pub(super) struct ListView {
    workspace: Workspace,
    view: RwSignal<View>,
    /// The query that was read or written last: what differs from it was changed by Back, Forward or a link.
    written: StoredValue<String>,
    pending: StoredValue<Option<TimeoutHandle>>,
    places: Memo<Vec<Place>>,
    selection: RwSignal<Selection>,
}

impl ListView {
    /// As the address says.
    pub(super) fn new(workspace: Workspace) -> Self {
        let query = workspace.navigation.query().get_untracked();
        let view = RwSignal::new(View::from_query(&query));
        let places = Memo::new(move |_| {
            let today = workspace.today.get();
            view.with(|view| workspace.users.with(|list| list.places(view, today)))
                .unwrap_or_default()
        });
        ListView {
            workspace,
            view,
            written: StoredValue::new(query),
            pending: StoredValue::new(None),
            places,
            selection: RwSignal::new(Selection::new()),
        }
    }

    /// Follows Back, Forward and links for as long as the calling component is on the page, and drops from the selection who is
    /// no longer in the list.
    pub(super) fn follow_address(self) {
        let query = self.workspace.navigation.query();
        effect(move |_| {
            let query = query.get();
            if self.written.with_value(|written| *written != query) {
                self.view.set(View::from_query(&query));
                self.written.set_value(query);
            }
        });
        let state = self.workspace.users.state();
        let read_at = Memo::new(move |_| state.with(|state| state.read_at));
        effect(move |_| {
            if read_at.get().is_some() && self.selection.with_untracked(|selection| !selection.is_empty()) {
                self.workspace.users.with_untracked(|list| {
                    self.selection.update(|selection| selection.keep_listed(list));
                });
            }
        });
        on_cleanup(move || self.cancel_writing());
    }

    /// Reads something of the view and follows its changes.
    pub(super) fn read<T>(self, reader: impl FnOnce(&View) -> T) -> T {
        self.view.with(reader)
    }

    /// Changes the view; the address follows.
    pub(super) fn change(self, change: impl FnOnce(&mut View)) {
        self.view.update(change);
        self.cancel_writing();
        let write = move || {
            let query = self.view.with_untracked(View::to_query);
            self.written.set_value(query.clone());
            self.workspace.navigation.replace_query(query);
        };
        match set_timeout_with_handle(write, PAUSE) {
            Ok(handle) => self.pending.set_value(Some(handle)),
            Err(_) => write(),
        }
    }

    /// The places of the service users that are shown, in their order.
    pub(super) fn places(self) -> Memo<Vec<Place>> {
        self.places
    }

    /// Looks at the list together with the places that are shown.
    pub(super) fn with_places<T>(self, reader: impl FnOnce(&mut UserList, &[Place]) -> T) -> Option<T> {
        self.places
            .with(|places| self.workspace.users.with_untracked(|list| reader(list, places)))
    }

    /// Who is selected.
    pub(super) fn selection(self) -> RwSignal<Selection> {
        self.selection
    }

    /// Selects a service user, or does so no longer.
    pub(super) fn select(self, id: &UserId, is_selected: bool) {
        self.selection.update(|selection| selection.set(id, is_selected));
    }

    /// Selects everybody who is shown, or does so no longer.
    pub(super) fn select_all(self, is_selected: bool) {
        let _ = untrack(|| {
            self.with_places(|list, places| {
                self.selection
                    .update(|selection| selection.set_all(list, places, is_selected));
            })
        });
    }

    fn cancel_writing(self) {
        if let Some(handle) = self.pending.try_update_value(Option::take).flatten() {
            handle.clear();
        }
    }
}

/// The view that the list's screen provides.
///
/// Outside of it there is none; a component that asks there gets one of its own instead of a panic.
pub(super) fn use_list_view() -> ListView {
    use_context::<ListView>().unwrap_or_else(|| ListView::new(use_workspace()))
}
