//! Which screen is shown, kept in step with the address's fragment so that the browser's Back and Forward work and an address
//! can be shared.
//!
//! A screen's name, the id of a service user and how a list is looked at enter the address: no host, no draft of one's own and
//! never a token.

use leptos::ev;
use leptos::prelude::*;
use service_user::UserId;
use wasm_bindgen::JsValue;

/// The screens a person can be on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Screen {
    /// Choosing a host and a way to sign in.
    Connect,
    /// The list of service users.
    ServiceUsers,
    /// Creating, step 1: *Service user details*.
    Details,
    /// Creating, step 2: *Roles and permissions*.
    Roles,
    /// One service user.
    ServiceUser(UserId),
    /// Changing one.
    Change(UserId),
    /// Giving one a new token in place of the old.
    Rotate(UserId),
    /// What can be taken over when creating.
    Templates,
    /// What the extension does by itself.
    Settings,
}

impl Screen {
    /// The screens that need nothing further to be named.
    const NAMED: [Screen; 6] = [
        Screen::Connect,
        Screen::ServiceUsers,
        Screen::Details,
        Screen::Roles,
        Screen::Templates,
        Screen::Settings,
    ];

    /// The screens of one service user.
    const OF_ONE: [fn(UserId) -> Screen; 3] = [Screen::ServiceUser, Screen::Change, Screen::Rotate];

    /// The address's fragment for this screen, with its `#`.
    #[must_use]
    pub fn fragment(&self) -> String {
        match self {
            Screen::ServiceUser(id) | Screen::Change(id) | Screen::Rotate(id) => {
                let id = String::from(js_sys::encode_uri_component(id.as_str()));
                format!("#{}/{id}", self.name())
            }
            _ => format!("#{}", self.name()),
        }
    }

    /// The screen whose fragment this is, whatever parameters follow it; `None` for any other text.
    #[must_use]
    pub fn from_fragment(fragment: &str) -> Option<Screen> {
        let (path, _) = split_query(fragment);
        let path = path.strip_prefix('#')?;
        match path.split_once('/') {
            None => Screen::NAMED.into_iter().find(|screen| screen.name() == path),
            Some((name, id)) => {
                let id = String::from(js_sys::decode_uri_component(id).ok()?);
                let screens = Screen::OF_ONE.into_iter().filter(|_| !id.is_empty());
                screens
                    .map(|screen| screen(UserId::new(id.clone())))
                    .find(|screen| screen.name() == name)
            }
        }
    }

    /// Whether it belongs to the two steps of creating.
    #[must_use]
    pub fn is_of_creating(&self) -> bool {
        matches!(self, Screen::Details | Screen::Roles)
    }

    /// Whether it can be there before it is known if there is a session: it asks nothing over the connection when it is made, and takes
    /// over what comes.
    #[must_use]
    pub fn precedes_session(&self) -> bool {
        self.is_of_creating() || *self == Screen::ServiceUsers
    }

    fn name(&self) -> &'static str {
        match self {
            Screen::Connect => "connect",
            Screen::ServiceUsers => "service-users",
            Screen::Details => "create",
            Screen::Roles => "create-roles",
            Screen::ServiceUser(_) => "service-user",
            Screen::Change(_) => "change",
            Screen::Rotate(_) => "rotate",
            Screen::Templates => "templates",
            Screen::Settings => "settings",
        }
    }
}

/// Where the person is, and the way to go elsewhere.
#[derive(Clone, Copy)]
pub struct Navigation {
    screen: RwSignal<Screen>,
    query: RwSignal<String>,
    followed: RwSignal<u32>,
    held: RwSignal<bool>,
    leave_requests: RwSignal<u32>,
}

impl Navigation {
    /// Starts on the connect screen and follows the browser's Back and Forward from then on.
    #[must_use]
    pub fn new() -> Self {
        let navigation = Navigation {
            screen: RwSignal::new(Screen::Connect),
            query: RwSignal::new(String::new()),
            followed: RwSignal::new(0),
            held: RwSignal::new(false),
            leave_requests: RwSignal::new(0),
        };
        let listener = window_event_listener(ev::hashchange, move |_| navigation.follow_address());
        on_cleanup(move || listener.remove());
        navigation
    }

    /// The screen that is shown.
    #[must_use]
    pub fn screen(self) -> Signal<Screen> {
        self.screen.into()
    }

    /// The parameters of the shown screen: what follows the `?` in the fragment, still encoded, or nothing.
    #[must_use]
    pub fn query(self) -> Signal<String> {
        self.query.into()
    }

    /// Shows another screen and makes it an entry of the browser's history.
    pub fn go(self, screen: Screen) {
        self.go_with(screen, String::new());
    }

    /// As [`go`](Self::go), with parameters.
    pub fn go_with(self, screen: Screen, query: String) {
        self.show(screen, query);
        write_fragment(&self.address().fragment());
    }

    /// Shows another screen in place of this one: Back does not lead here again.
    pub fn replace(self, screen: Screen) {
        self.replace_with(screen, String::new());
    }

    /// As [`replace`](Self::replace), with parameters.
    pub fn replace_with(self, screen: Screen, query: String) {
        self.show(screen, query);
        replace_fragment(&self.address().fragment());
    }

    /// Changes the parameters of the shown screen, in place.
    pub fn replace_query(self, query: String) {
        if self.query.with_untracked(|present| *present != query) {
            self.replace_with(self.screen.get_untracked(), query);
        }
    }

    /// Grows by one each time the person themselves goes to another screen: by a link, by Back or Forward, or by the address. Where the
    /// app leads them on after something was done, it stays as it is.
    #[must_use]
    pub fn followed(self) -> Signal<u32> {
        self.followed.into()
    }

    /// While held, Back and Forward stay on this screen and count as a request to leave; a window that shows a token
    /// holds the page.
    pub fn hold(self, held: bool) {
        self.held.set(held);
    }

    /// Grows by one each time the person tried to leave a held page.
    #[must_use]
    pub fn leave_requests(self) -> Signal<u32> {
        self.leave_requests.into()
    }

    fn follow_address(self) {
        let address = Address::of_this_page();
        let here = self.address().fragment();
        match address {
            Some(address) if address.fragment() == here => {}
            _ if self.held.get_untracked() => {
                write_fragment(&here);
                self.leave_requests.update(|requests| *requests += 1);
            }
            Some(address) => {
                self.show(address.screen, address.query);
                self.followed.update(|followed| *followed += 1);
            }
            None => write_fragment(&here),
        }
    }

    /// A screen that is shown already is left as it is: nothing that follows it is built anew.
    fn show(self, screen: Screen, query: String) {
        if self.query.with_untracked(|present| *present != query) {
            self.query.set(query);
        }
        if self.screen.with_untracked(|present| *present != screen) {
            self.screen.set(screen);
        }
    }

    /// Where the person is now.
    #[must_use]
    pub fn address(self) -> Address {
        Address {
            screen: self.screen.get_untracked(),
            query: self.query.get_untracked(),
        }
    }
}

impl Default for Navigation {
    fn default() -> Self {
        Self::new()
    }
}

/// A screen with its parameters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address {
    /// The screen.
    pub screen: Screen,
    /// What follows the `?`, still encoded; empty for none.
    pub query: String,
}

impl Address {
    /// What the address of this page asks for; `None` where it asks for nothing that there is.
    #[must_use]
    pub fn of_this_page() -> Option<Address> {
        Address::from_fragment(&location().hash().ok()?)
    }

    /// Reads a fragment with its `#`.
    #[must_use]
    pub fn from_fragment(fragment: &str) -> Option<Address> {
        let (_, query) = split_query(fragment);
        Some(Address {
            screen: Screen::from_fragment(fragment)?,
            query: query.to_owned(),
        })
    }

    /// As a fragment with its `#`.
    #[must_use]
    pub fn fragment(&self) -> String {
        match self.query.is_empty() {
            true => self.screen.fragment(),
            false => format!("{}?{}", self.screen.fragment(), self.query),
        }
    }
}

fn split_query(fragment: &str) -> (&str, &str) {
    fragment.split_once('?').unwrap_or((fragment, ""))
}

/// A browser that refuses to change the address (a sandboxed frame does) keeps the app usable: only Back is lost.
fn write_fragment(fragment: &str) {
    if location().set_hash(fragment).is_err() {
        leptos::logging::warn!("the browser refused to change the address's fragment");
    }
}

/// Writes the fragment in the place of the present one. The history does it without a navigation, which would cost the main thread more
/// and tell the page of a change that it has made itself.
fn replace_fragment(fragment: &str) {
    if location().hash().is_ok_and(|present| present == fragment) {
        return;
    }
    let replaced = window()
        .history()
        .and_then(|history| history.replace_state_with_url(&JsValue::NULL, "", Some(fragment)));
    if replaced.is_err() {
        leptos::logging::warn!("the browser refused to change the address's fragment");
    }
}
