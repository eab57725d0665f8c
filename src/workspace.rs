//! What the screens share while a person is signed in: the connection, what was loaded over it, and the draft.
//!
//! All of it lives in memory and goes with the page.

use crate::clock;
use crate::navigation::{Navigation, Screen};
use crate::platform::{self, Surface};
use crate::sign_in_way::SignInWay;
use crate::starting_point::StartingPoint;
use crate::text;
use account_api::{Error, Host, SignedIn};
use leptos::prelude::*;
use leptos::task::spawn_local;
use service_user::{Account, Role, ServiceUser, TakenNames, UserId, UtcDay};
use std::time::Duration;

/// Something that comes over the network.
#[derive(Clone, Debug, PartialEq)]
pub enum Load<T> {
    /// On its way.
    Pending,
    /// Arrived.
    Ready(T),
    /// Did not arrive.
    Failed(Error),
}

impl<T> Load<T> {
    /// What arrived, if it did.
    pub fn ready(&self) -> Option<&T> {
        match self {
            Load::Ready(value) => Some(value),
            Load::Pending | Load::Failed(_) => None,
        }
    }

    /// Why it did not arrive, if it did not.
    pub fn failure(&self) -> Option<&Error> {
        match self {
            Load::Failed(error) => Some(error),
            Load::Pending | Load::Ready(_) => None,
        }
    }
}

impl<T> From<Result<T, Error>> for Load<T> {
    fn from(result: Result<T, Error>) -> Self {
        match result {
            Ok(value) => Load::Ready(value),
            Err(error) => Load::Failed(error),
        }
    }
}

/// The shared state. A handle: copies are the same state.
#[derive(Clone, Copy)]
pub struct Workspace {
    /// Where the person is.
    pub navigation: Navigation,
    /// The signed-in connection; `None` before signing in and after signing out.
    pub connection: RwSignal<Option<SignedIn>, LocalStorage>,
    /// The service users of the host.
    pub users: RwSignal<Load<Vec<ServiceUser>>>,
    /// The accounts that the caller can reach.
    pub accounts: RwSignal<Load<Vec<Account>>>,
    /// The roles that can be given.
    pub roles: RwSignal<Load<Vec<Role>>>,
    /// The friendly names that are in use, as far as the list and the server's answers tell.
    pub taken_names: RwSignal<TakenNames>,
    /// Today in UTC; moves on when the day does, so that a page left open over midnight judges end dates rightly.
    pub today: RwSignal<UtcDay>,
    /// What was just done, to be said over the list.
    pub notice: RwSignal<Option<String>>,
    /// The service user made last, to be pointed out in the list.
    pub newest: RwSignal<Option<UserId>>,
    /// The host that was chosen or connected to last, also after the connection is gone: a draft is for this one.
    pub last_host: RwSignal<Option<Host>>,
    /// What was typed as another host on the connect screen.
    pub typed_host: RwSignal<String>,
    /// Whether a popup has asked for the draft to be created here, and it has not begun yet.
    pub creation_is_ordered: RwSignal<bool>,
    start: StoredValue<StartingPoint>,
    visited: StoredValue<bool>,
    /// The step that was left to sign in again.
    left_step: StoredValue<Option<Screen>>,
}

impl Workspace {
    /// Nothing loaded, nobody signed in.
    #[must_use]
    pub fn new(start: StartingPoint) -> Self {
        let today = RwSignal::new(clock::today());
        let every_half_minute = set_interval_with_handle(
            move || {
                let now = clock::today();
                if now != today.get_untracked() {
                    today.set(now);
                }
            },
            Duration::from_secs(30),
        );
        match every_half_minute {
            Ok(handle) => on_cleanup(move || handle.clear()),
            Err(_) => {
                leptos::logging::warn!("the browser gave no timer; today stays the day the page was opened");
            }
        }
        Workspace {
            navigation: Navigation::new(),
            connection: RwSignal::new_local(None),
            users: RwSignal::new(Load::Pending),
            accounts: RwSignal::new(Load::Pending),
            roles: RwSignal::new(Load::Pending),
            taken_names: RwSignal::new(TakenNames::new()),
            today,
            newest: RwSignal::new(None),
            notice: RwSignal::new(None),
            last_host: RwSignal::new(start.host.clone()),
            typed_host: RwSignal::new(
                start
                    .kept
                    .as_ref()
                    .map_or_else(String::new, |kept| kept.typed_host.clone()),
            ),
            creation_is_ordered: RwSignal::new(start.creation_is_ordered),
            visited: StoredValue::new(false),
            left_step: StoredValue::new(start.kept.as_ref().map(|kept| kept.screen)),
            start: StoredValue::new(start),
        }
    }

    /// Where the page is shown.
    #[must_use]
    pub fn surface(self) -> Surface {
        self.start.with_value(|start| start.surface)
    }

    /// Reads something of what the page knew when it started.
    pub fn at_start<T>(self, reader: impl FnOnce(&StartingPoint) -> T) -> T {
        self.start.with_value(reader)
    }

    /// Whether this is the first call since the page was opened.
    #[must_use]
    pub fn first_visit(self) -> bool {
        !self
            .visited
            .try_update_value(|visited| std::mem::replace(visited, true))
            .unwrap_or(true)
    }

    /// Takes over a connection and starts loading what the screens need.
    pub fn open(self, signed_in: SignedIn) {
        if signed_in.is_by_session() {
            platform::keep_host(signed_in.host());
        }
        self.typed_host.set(String::new());
        self.last_host.set(Some(signed_in.host().clone()));
        self.connection.set(Some(signed_in));
        self.load_users();
        self.load_accounts();
        self.load_roles();
    }

    /// The screen to go on with once signed in: the step that was left for it, if there is a draft, or else the list.
    #[must_use]
    pub fn screen_after_sign_in(self, has_draft: bool) -> Screen {
        let step = self.left_step.try_update_value(Option::take).flatten();
        match (has_draft, step) {
            (true, Some(Screen::Connect) | None) => Screen::Details,
            (true, Some(screen)) => screen,
            (false, _) => Screen::ServiceUsers,
        }
    }

    /// As [`close`](Self::close), to sign in again in another way.
    pub fn close_for(self, way: SignInWay) {
        self.start.update_value(|start| start.sign_in_way = Some(way));
        self.close();
    }

    /// Forgets the connection and everything that came over it. The draft stays: signing in again goes on with it.
    pub fn close(self) {
        self.left_step
            .set_value(Some(self.navigation.screen().get_untracked()));
        platform::forget_host();
        if let Some(connection) = self.connection.try_update(Option::take).flatten() {
            connection.sign_out();
        }
        self.users.set(Load::Pending);
        self.accounts.set(Load::Pending);
        self.roles.set(Load::Pending);
        self.taken_names.set(TakenNames::new());
        self.newest.set(None);
        self.notice.set(None);
        self.navigation.go(Screen::Connect);
    }

    /// Whether the caller may create and change service users, as far as their own permissions tell: where they tell nothing,
    /// trying will.
    #[must_use]
    pub fn may_manage_users(self) -> bool {
        self.connection.with(|connection| {
            connection
                .as_ref()
                .is_none_or(|signed_in| signed_in.caller().may_manage_users() != Some(false))
        })
    }

    /// The Account Manager that the connection leads to; see [`platform::account_manager_at`].
    #[must_use]
    pub fn account_manager(self) -> Option<Host> {
        self.connection.with(|connection| {
            connection
                .as_ref()
                .map(|signed_in| platform::account_manager_at(signed_in.host()))
        })
    }

    /// Reads the list of service users again. A list that is there already stays until the new one has arrived.
    pub fn load_users(self) {
        let Some(connection) = self.connection.get_untracked() else {
            return;
        };
        if self.users.with_untracked(|users| users.ready().is_none()) {
            self.users.set(Load::Pending);
        }
        spawn_local(async move {
            let users = connection.service_users().await;
            match users {
                Ok(users) => self.take_users(users),
                Err(error) => self.users.set(Load::Failed(error)),
            }
        });
    }

    /// Takes over a list that has arrived, and the friendly names in it.
    pub fn take_users(self, users: Vec<ServiceUser>) {
        let names = users.iter().map(|user| user.friendly_name.clone());
        self.taken_names.set(names.collect::<TakenNames>());
        self.users.set(Load::Ready(users));
    }

    /// Reads the accounts again.
    pub fn load_accounts(self) {
        let Some(connection) = self.connection.get_untracked() else {
            return;
        };
        self.accounts.set(Load::Pending);
        spawn_local(async move { self.accounts.set(connection.accounts().await.into()) });
    }

    /// Reads the roles again.
    pub fn load_roles(self) {
        let Some(connection) = self.connection.get_untracked() else {
            return;
        };
        self.roles.set(Load::Pending);
        spawn_local(async move { self.roles.set(connection.roles().await.into()) });
    }

    /// Puts a service user that was just made at the top of the list and reads the list again behind it.
    pub fn show_created(self, user: ServiceUser) {
        self.newest.set(Some(user.id.clone()));
        self.notice
            .set(Some(text::service_users::created(&user.friendly_name)));
        self.taken_names
            .update(|names| names.insert(user.friendly_name.clone()));
        self.users.update(|users| match users {
            Load::Ready(list) => list.insert(0, user),
            Load::Pending | Load::Failed(_) => {}
        });
        self.load_users();
    }
}

/// The workspace that the app provides.
///
/// Outside the app there is none; a component that asks there gets an empty one instead of a panic.
#[must_use]
pub fn use_workspace() -> Workspace {
    use_context::<Workspace>().unwrap_or_else(|| Workspace::new(StartingPoint::default()))
}
