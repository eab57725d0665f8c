//! What the screens share while a person is signed in: the connection, what was loaded over it, and the draft.
//!
//! All of it lives in memory and goes with the page.

use crate::clock;
use crate::navigation::{Address, Navigation, Screen};
use crate::platform::{self, Surface};
use crate::session::{AtStart, Session};
use crate::sign_in_way::SignInWay;
use crate::starting_point::StartingPoint;
use crate::text;
use crate::unsaved_change::UnsavedChange;
use crate::users::Users;
use account_api::{Error, Host, SignedIn};
use leptos::prelude::*;
use leptos::task::spawn_local;
use service_user::{Account, Role, ServiceUser, UserId, UtcDay};
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

    /// Whether it is on its way.
    pub fn is_pending(&self) -> bool {
        matches!(self, Load::Pending)
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
    pub connection: RwSignal<Option<SignedIn>>,
    /// The host that was asked for a session at the start, until it answers.
    awaited: RwSignal<Option<Host>>,
    /// The service users of the host, and the friendly names that are in use.
    pub users: Users,
    /// The accounts that the caller can reach.
    pub accounts: RwSignal<Load<Vec<Account>>>,
    /// The roles that can be given.
    pub roles: RwSignal<Load<Vec<Role>>>,
    /// The present instant in milliseconds since 1970, as it was half a minute ago at the latest.
    pub now: RwSignal<f64>,
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
    /// Whether a request is under way that brings a token. The connection stays until it is answered: a token is of the host that the
    /// person sees.
    pub awaits_token: RwSignal<bool>,
    /// Whether a popup has asked for the draft to be created here, and it has not begun yet.
    pub creation_is_ordered: RwSignal<bool>,
    start: StoredValue<StartingPoint>,
    /// Why there was no session at the start, and with which host, until it is said.
    refusal: StoredValue<Option<(Error, Host)>>,
    /// The place that was asked for, or left, before signing in, and on which host that was.
    left: StoredValue<Option<(Address, Option<Host>)>>,
    unsaved_change: StoredValue<Option<UnsavedChange>>,
}

impl Workspace {
    /// Nothing loaded, nobody signed in.
    #[must_use]
    pub fn new(start: StartingPoint) -> Self {
        let today = RwSignal::new(clock::today());
        let now = RwSignal::new(clock::milliseconds());
        let every_half_minute = set_interval_with_handle(
            move || {
                now.set(clock::milliseconds());
                let day = clock::today();
                if day != today.get_untracked() {
                    today.set(day);
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
            connection: RwSignal::new(None),
            awaited: RwSignal::new(None),
            users: Users::new(),
            accounts: RwSignal::new(Load::Pending),
            roles: RwSignal::new(Load::Pending),
            now,
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
            awaits_token: RwSignal::new(false),
            creation_is_ordered: RwSignal::new(start.creation_is_ordered),
            refusal: StoredValue::new(None),
            left: StoredValue::new(
                Address::of_this_page()
                    .or_else(|| {
                        start.kept.as_ref().map(|kept| Address {
                            screen: kept.screen.clone(),
                            query: String::new(),
                        })
                    })
                    .map(|address| (address, start.host.clone())),
            ),
            unsaved_change: StoredValue::new(None),
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

    /// Takes over what is known of a session at the start. Where the answer is on its way, the person is where they wanted to be before it
    /// comes, and it finds them wherever they went meanwhile.
    pub fn begin(self, session: AtStart, has_draft: bool) {
        match session {
            AtStart::Known(Session::Found(signed_in)) => self.enter(signed_in, has_draft),
            AtStart::Known(Session::Refused(error, host)) => self.begin_without(Some((error, host))),
            AtStart::Known(Session::None) => self.begin_without(None),
            AtStart::Awaited(host, answer) => {
                self.awaited.set(Some(host));
                self.go_on(has_draft);
                spawn_local(async move {
                    match answer.await {
                        Session::Found(signed_in) => self.open(signed_in),
                        Session::Refused(error, host) => self.turn_back(Some((error, host))),
                        Session::None => self.turn_back(None),
                    }
                    // Last, so that there is no moment without a connection and without one awaited.
                    self.awaited.set(None);
                });
            }
        }
    }

    fn begin_without(self, refusal: Option<(Error, Host)>) {
        self.creation_is_ordered.set(false);
        self.refusal.set_value(refusal);
    }

    /// There was no session after all. Connecting leads back to where the person is now.
    fn turn_back(self, refusal: Option<(Error, Host)>) {
        self.begin_without(refusal);
        self.leave(self.awaited.get_untracked());
    }

    /// Hands over why there was no session at the start, once.
    #[must_use]
    pub fn take_refusal(self) -> Option<(Error, Host)> {
        self.refusal.try_update_value(Option::take).flatten()
    }

    /// Goes to the list with a connection, or on with what was left or typed before.
    pub fn enter(self, signed_in: SignedIn, has_draft: bool) {
        self.open(signed_in);
        self.go_on(has_draft);
    }

    /// Takes over a connection and starts loading what the screens need.
    fn open(self, signed_in: SignedIn) {
        if signed_in.is_by_session() {
            platform::keep_host(signed_in.host());
        }
        self.typed_host.set(String::new());
        // A service user of another host is not there.
        self.forget_place(|of| of.is_some_and(|of| of != signed_in.host()));
        self.last_host.set(Some(signed_in.host().clone()));
        self.connection.set(Some(signed_in));
        self.load_users();
        self.load_accounts();
        self.load_roles();
    }

    /// Goes on where the address, or what was left to sign in again, says; else with a draft that is there, else to the list.
    fn go_on(self, has_draft: bool) {
        let usual = match has_draft {
            true => Screen::Details,
            false => Screen::ServiceUsers,
        };
        let left = self.left.try_update_value(Option::take).flatten();
        let wanted = left
            .map(|(address, _)| address)
            .filter(|address| match &address.screen {
                Screen::Connect => false,
                // The second step without a draft, as after loading the page again, is no place to go on from.
                Screen::Roles => has_draft || !address.query.is_empty(),
                _ => true,
            });
        match wanted {
            Some(address) => self.navigation.replace_with(address.screen, address.query),
            None => self.navigation.replace(usual),
        }
    }

    /// Forgets the connection at the person's wish, unless a token is on its way. Of where they were, only a step of creating is gone on
    /// with afterwards.
    pub fn disconnect(self) {
        if self.awaits_token.get_untracked() {
            return;
        }
        self.close();
        self.forget_place(|_| true);
        // Only after the screen that goes has kept what it holds.
        set_timeout(move || self.unsaved_change.set_value(None), Duration::ZERO);
    }

    fn leave(self, host: Option<Host>) {
        self.left.set_value(Some((self.navigation.address(), host)));
    }

    /// Forgets the place to go on with, if it is on such a host and no step of creating.
    fn forget_place(self, is_such: impl FnOnce(Option<&Host>) -> bool) {
        self.left.update_value(|left| {
            left.take_if(|(address, host)| !address.screen.is_of_creating() && is_such(host.as_ref()));
        });
    }

    /// As [`close`](Self::close), to sign in again in another way.
    pub fn close_for(self, way: SignInWay) {
        self.start.update_value(|start| start.sign_in_way = Some(way));
        self.close();
    }

    /// Forgets the connection and everything that came over it, unless a token is on its way. The draft stays: signing in again goes on
    /// with it, where the person is now.
    pub fn close(self) {
        if self.awaits_token.get_untracked() {
            return;
        }
        self.leave(
            self.connection
                .with_untracked(|connection| connection.as_ref().map(|signed_in| signed_in.host().clone())),
        );
        platform::forget_host();
        if let Some(connection) = self.connection.try_update(Option::take).flatten() {
            connection.sign_out();
        }
        self.users.clear();
        self.accounts.set(Load::Pending);
        self.roles.set(Load::Pending);
        self.newest.set(None);
        self.notice.set(None);
        self.navigation.go(Screen::Connect);
    }

    /// Whether the screens behind the connect screen can be shown: there is a connection, or one is awaited.
    #[must_use]
    pub fn is_open(self) -> bool {
        self.connection.with(Option::is_some) || self.is_awaiting()
    }

    /// Whether it is not known yet if there is a session.
    #[must_use]
    pub fn is_awaiting(self) -> bool {
        self.awaited.with(Option::is_some)
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

    /// The Account Manager that the connection leads to, or the one that is awaited; see [`platform::account_manager_at`].
    #[must_use]
    pub fn account_manager(self) -> Option<Host> {
        self.connection.with(|connection| match connection {
            Some(signed_in) => Some(platform::account_manager_at(signed_in.host())),
            None => self
                .awaited
                .with(|awaited| awaited.as_ref().map(platform::account_manager_at)),
        })
    }

    /// The name of that Account Manager; empty without one.
    #[must_use]
    pub fn host_name(self) -> String {
        self.account_manager()
            .map(|host| host.name().to_owned())
            .unwrap_or_default()
    }

    /// Reads the list of service users again. A list that is there already stays until the new one has arrived.
    pub fn load_users(self) {
        if let Some(connection) = self.connection.get_untracked() {
            self.users.read(connection);
        }
    }

    /// A service user as the list has it.
    #[must_use]
    pub fn known_user(self, id: &UserId) -> Option<ServiceUser> {
        self.users.find(id)
    }

    /// Puts a service user that was read again, or changed, in its place in the list.
    pub fn put_user(self, user: ServiceUser) {
        self.users.put(&user);
    }

    /// Takes a service user that was deleted out of the list.
    pub fn drop_user(self, id: &UserId) {
        self.users.drop_user(id);
    }

    /// Keeps a change that is not saved while the person looks at something else; the one before it is forgotten.
    pub fn keep_unsaved_change(self, change: UnsavedChange) {
        self.unsaved_change.set_value(Some(change));
    }

    /// Hands over the change of this service user that is not saved, if there is one.
    #[must_use]
    pub fn take_unsaved_change(self, id: &UserId) -> Option<UnsavedChange> {
        self.unsaved_change
            .try_update_value(|kept| kept.take_if(|kept| kept.is_of(id)))
            .flatten()
    }

    /// Reads the accounts and the roles again where they did not arrive.
    pub fn load_choices_again(self) {
        if self
            .accounts
            .with_untracked(|accounts| accounts.failure().is_some())
        {
            self.load_accounts();
        }
        if self.roles.with_untracked(|roles| roles.failure().is_some()) {
            self.load_roles();
        }
    }

    /// The caller's email, where they are signed in and the API tells.
    #[must_use]
    pub fn caller_email(self) -> Option<String> {
        self.connection.with(|connection| {
            connection
                .as_ref()
                .map(|signed_in| signed_in.caller().email.clone())
        })
    }

    /// Reads the accounts again.
    pub fn load_accounts(self) {
        let Some(connection) = self.connection.get_untracked() else {
            return;
        };
        self.accounts.set(Load::Pending);
        spawn_local(async move {
            let accounts = connection.accounts().await;
            // Another host may have been connected to meanwhile, or another caller.
            if !connection.is_signed_out() {
                self.accounts.set(accounts.into());
            }
        });
    }

    /// Reads the roles again.
    pub fn load_roles(self) {
        let Some(connection) = self.connection.get_untracked() else {
            return;
        };
        self.roles.set(Load::Pending);
        spawn_local(async move {
            let roles = connection.roles().await;
            if !connection.is_signed_out() {
                self.roles.set(roles.into());
            }
        });
    }

    /// Puts a service user that was just made into the list and reads the list again behind it.
    pub fn show_created(self, user: ServiceUser) {
        self.newest.set(Some(user.id.clone()));
        self.notice
            .set(Some(text::service_users::created(&user.friendly_name)));
        self.users.put(&user);
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
