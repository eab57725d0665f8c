//! Which screen is shown, kept in step with the address's fragment so that the browser's Back and Forward work.
//!
//! Nothing but a screen's name ever enters the address: no host, no draft and never a token.

use leptos::ev;
use leptos::prelude::*;

/// The screens a person can be on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Screen {
    /// Choosing a host and a way to sign in.
    Connect,
    /// The list of service users.
    ServiceUsers,
    /// Creating, step 1: *Service user details*.
    Details,
    /// Creating, step 2: *Roles and permissions*.
    Roles,
}

impl Screen {
    const ALL: [Screen; 4] = [
        Screen::Connect,
        Screen::ServiceUsers,
        Screen::Details,
        Screen::Roles,
    ];

    /// The address's fragment for this screen, with its `#`.
    #[must_use]
    pub fn fragment(self) -> &'static str {
        match self {
            Screen::Connect => "#connect",
            Screen::ServiceUsers => "#service-users",
            Screen::Details => "#create",
            Screen::Roles => "#create-roles",
        }
    }

    /// The screen whose fragment this is; `None` for any other text.
    #[must_use]
    pub fn from_fragment(fragment: &str) -> Option<Screen> {
        Screen::ALL
            .into_iter()
            .find(|screen| screen.fragment() == fragment)
    }
}

/// Where the person is, and the way to go elsewhere.
#[derive(Clone, Copy)]
pub struct Navigation {
    screen: RwSignal<Screen>,
    held: RwSignal<bool>,
    leave_requests: RwSignal<u32>,
}

impl Navigation {
    /// Starts on the connect screen and follows the browser's Back and Forward from then on.
    #[must_use]
    pub fn new() -> Self {
        let navigation = Navigation {
            screen: RwSignal::new(Screen::Connect),
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

    /// Shows another screen and makes it an entry of the browser's history.
    pub fn go(self, screen: Screen) {
        self.screen.set(screen);
        write_fragment(screen);
    }

    /// Shows another screen in place of this one: Back does not lead here again.
    pub fn replace(self, screen: Screen) {
        self.screen.set(screen);
        if location().replace(screen.fragment()).is_err() {
            leptos::logging::warn!("the browser refused to change the address's fragment");
        }
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
        let here = self.screen.get_untracked();
        let wanted = location()
            .hash()
            .ok()
            .and_then(|fragment| Screen::from_fragment(&fragment));
        match wanted {
            Some(screen) if screen == here => {}
            _ if self.held.get_untracked() => {
                write_fragment(here);
                self.leave_requests.update(|requests| *requests += 1);
            }
            Some(screen) => self.screen.set(screen),
            None => write_fragment(here),
        }
    }
}

impl Default for Navigation {
    fn default() -> Self {
        Self::new()
    }
}

/// A browser that refuses to change the address (a sandboxed frame does) keeps the app usable: only Back is lost.
fn write_fragment(screen: Screen) {
    if location().set_hash(screen.fragment()).is_err() {
        leptos::logging::warn!("the browser refused to change the address's fragment");
    }
}
