//! What there is of templates from the start: where a link waits, and the way to everything else of them, which is in a part.
//!
//! Most service users are created without a template. So the part is loaded when a person chooses one, presses a button for
//! one or follows a link to one, or where own ones may be kept.

use super::pieces::TemplatePieces;
use crate::navigation::Screen;
use crate::parts;
use crate::platform;
use crate::workspace::{Workspace, use_workspace};
use leptos::prelude::*;
use leptos::task::spawn_local;
use template::link_value_in;

/// Where the part is.
#[derive(Clone, Copy)]
pub(super) enum Arrival {
    /// Nobody has wanted it.
    Unwanted,
    /// It is being loaded.
    Coming,
    /// It is there, and makes these pieces.
    There(TemplatePieces),
    /// It could not be loaded.
    Failed,
}

/// The way to templates. A handle: copies are the same.
#[derive(Clone, Copy)]
pub struct TemplateAccess {
    workspace: Workspace,
    arrival: RwSignal<Arrival>,
    /// The value of a link that was followed, until the part takes it.
    link: RwSignal<Option<String>>,
    /// The names of the person's own templates, as far as the part has read them.
    own_names: RwSignal<Vec<String>>,
    /// Whether the part found own ones that cannot be shown.
    lacks_own: RwSignal<bool>,
    is_box_shown: StoredValue<bool>,
    /// Whether a link was followed while the box for templates was on the page, perhaps out of sight.
    came_to_box: StoredValue<bool>,
    /// What the part keeps has to outlive the screens, as this does.
    owner: StoredValue<Option<Owner>>,
}

impl TemplateAccess {
    /// Nothing wanted yet. What the part keeps lives as long as the calling component.
    #[must_use]
    pub fn new(workspace: Workspace) -> Self {
        TemplateAccess {
            workspace,
            arrival: RwSignal::new(Arrival::Unwanted),
            link: RwSignal::new(None),
            own_names: RwSignal::new(Vec::new()),
            lacks_own: RwSignal::new(false),
            is_box_shown: StoredValue::new(false),
            came_to_box: StoredValue::new(false),
            owner: StoredValue::new(Owner::current()),
        }
    }

    /// Follows links for as long as the calling component is on the page.
    pub fn follow_links(self) {
        let navigation = self.workspace.navigation;
        effect(move |_| {
            let query = navigation.query().get();
            if navigation.screen().get() == Screen::Details {
                self.take_link_from(&query);
            }
        });
        go_on_once_connected(self.workspace, move || self.link.with_untracked(Option::is_some));
    }

    /// Takes the value of a template's link out of an address's parameters, and the parameters out of the address.
    fn take_link_from(self, query: &str) {
        let parameters = format!("?{query}");
        if let Some(value) = link_value_in(&parameters) {
            self.came_to_box.set_value(self.is_box_shown.get_value());
            self.link.set(Some(value.to_owned()));
            self.workspace.navigation.replace(Screen::Details);
            self.want();
        }
    }

    /// Has the part loaded, if it is not there or on its way.
    pub(super) fn want(self) {
        match self.arrival.get_untracked() {
            Arrival::There(_) | Arrival::Coming => return,
            Arrival::Unwanted | Arrival::Failed => self.arrival.set(Arrival::Coming),
        }
        let part = parts::template_pieces();
        spawn_local(async move {
            self.arrival.set(match part.await {
                Ok(pieces) => Arrival::There(pieces),
                // The browser's console says of which file and why.
                Err(_) => Arrival::Failed,
            });
        });
    }

    /// The box for templates is on the page, for as long as the calling component is. The part is wanted where something
    /// waits for it.
    pub(super) fn show_box(self) {
        self.is_box_shown.set_value(true);
        on_cleanup(move || self.is_box_shown.set_value(false));
        if self.link.with_untracked(Option::is_some) || platform::may_have_own_templates() {
            self.want();
        }
    }

    /// Where the part is; follows its changes.
    pub(super) fn arrival(self) -> Arrival {
        self.arrival.get()
    }

    /// What the part makes, once it is there.
    pub(super) fn pieces(self) -> Option<TemplatePieces> {
        match self.arrival() {
            Arrival::There(pieces) => Some(pieces),
            Arrival::Unwanted | Arrival::Coming | Arrival::Failed => None,
        }
    }

    /// The value of a link that waits for the part.
    pub(super) fn link(self) -> RwSignal<Option<String>> {
        self.link
    }

    /// The names of the own templates that can be chosen.
    pub(super) fn own_names(self) -> RwSignal<Vec<String>> {
        self.own_names
    }

    /// Whether there are own ones that cannot be.
    pub(super) fn lacks_own(self) -> RwSignal<bool> {
        self.lacks_own
    }

    /// Whether the last link was followed while the box was on the page. Answers so once.
    pub(super) fn took_link_to_box(self) -> bool {
        self.came_to_box
            .try_update_value(std::mem::take)
            .unwrap_or_default()
    }

    /// Runs something whose signals and effects are to outlive the screens.
    pub(super) fn above_screens<T>(self, run: impl FnOnce() -> T) -> T {
        match self.owner.get_value() {
            Some(owner) => owner.with(run),
            None => run(),
        }
    }
}

/// Goes on with what came before there was a connection, if something of it `waits` when there is one; wherever the person goes later is
/// their own choice.
pub(super) fn go_on_once_connected(workspace: Workspace, waits: impl Fn() -> bool + 'static) {
    effect(move |_| {
        if workspace.connection.with(Option::is_some) && waits() {
            workspace.navigation.replace(Screen::Details);
        }
    });
}

/// The access that the app provides.
///
/// Outside the app there is none; a component that asks there gets one of its own instead of a panic.
#[must_use]
pub fn use_template_access() -> TemplateAccess {
    use_context::<TemplateAccess>().unwrap_or_else(|| TemplateAccess::new(use_workspace()))
}
