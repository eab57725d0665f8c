//! The one place that holds a token, from its arrival to the closed window.
//!
//! It lives above the screens: whatever the person does while the answer is on its way, a token that arrives is shown.

use crate::navigation::Screen;
use crate::platform::LastingSurface;
use crate::text;
use crate::workspace::{Workspace, use_workspace};
use account_api::{AccessToken, AccessTokenName, CreatedAccessToken, Error, ErrorKind, SignedIn};
use leptos::ev;
use leptos::prelude::*;
use leptos::task::spawn_local;
use service_user::{ServiceUser, TokenId};

/// What brought the token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Made {
    /// A new service user.
    ServiceUser,
    /// A service user that was found, just as it was asked for, and that another page of the person may have made.
    FoundServiceUser,
    /// A further token for one that was there before.
    FurtherToken,
}

/// Why there is no new token in place of one that did not arrive.
#[derive(Clone, Debug, PartialEq)]
pub enum NewTokenFailure {
    /// None was made.
    NotMade(Error),
    /// One of this name was made, and its ID did not arrive either.
    Lost(String),
    /// One of this name may have been made, and the tokens could not be read to see.
    Unknown(String, Error),
}

/// A token that was made, or is on its way. A handle: copies are the same token.
#[derive(Clone, Copy)]
pub struct IssuedToken {
    workspace: Workspace,
    /// Whose token it is, while its window is open.
    shown: RwSignal<Option<(Made, ServiceUser)>>,
    /// The token itself: no signal, so that nothing can subscribe to it and keep a copy.
    token: StoredValue<Option<TokenId>>,
    has_token: RwSignal<bool>,
    is_wiped: RwSignal<bool>,
    failure: RwSignal<Option<NewTokenFailure>>,
    /// The service user's tokens, as far as they were read while its window is open.
    others: StoredValue<Vec<AccessToken>>,
    closings: RwSignal<u32>,
}

impl IssuedToken {
    /// None there, none on its way.
    #[must_use]
    pub fn new(workspace: Workspace) -> Self {
        IssuedToken {
            workspace,
            shown: RwSignal::new(None),
            token: StoredValue::new(None),
            has_token: RwSignal::new(false),
            is_wiped: RwSignal::new(false),
            failure: RwSignal::new(None),
            others: StoredValue::new(Vec::new()),
            closings: RwSignal::new(0),
        }
    }

    /// Makes reloading or closing the page ask first while a token is there or may be on its way, for as long as the
    /// calling component is on the page.
    pub fn warn_before_unload(self) {
        let listener = window_event_listener(ev::beforeunload, move |event| {
            if self.workspace.awaits_token.get_untracked() || self.has_token.get_untracked() {
                event.prevent_default();
                // Older browsers ask only where a text is set, and show one of their own.
                event.set_return_value("token");
            }
        });
        on_cleanup(move || listener.remove());
    }

    /// Whether a request is under way that brings a token.
    #[must_use]
    pub fn is_awaited(self) -> Signal<bool> {
        self.workspace.awaits_token.into()
    }

    /// Says that a request that brings a token begins, or has ended. The page is held from its beginning until the token's window
    /// is closed.
    pub fn set_awaited(self, awaited: bool) {
        self.workspace.awaits_token.set(awaited);
        self.workspace.navigation.hold(awaited || self.is_shown());
    }

    /// Whether the window is open.
    #[must_use]
    pub fn is_shown(self) -> bool {
        self.shown.with_untracked(Option::is_some)
    }

    /// What brought the token and whose it is, while its window is open.
    #[must_use]
    pub fn shown(self) -> Signal<Option<(Made, ServiceUser)>> {
        self.shown.into()
    }

    /// Whether the token arrived.
    #[must_use]
    pub fn has_token(self) -> Signal<bool> {
        self.has_token.into()
    }

    /// Whether the token was wiped while its window stays open.
    #[must_use]
    pub fn is_wiped(self) -> Signal<bool> {
        self.is_wiped.into()
    }

    /// Why making a new token in place of one that did not arrive failed.
    #[must_use]
    pub fn failure(self) -> Signal<Option<NewTokenFailure>> {
        self.failure.into()
    }

    /// Grows by one each time a token's window is closed.
    #[must_use]
    pub fn closings(self) -> Signal<u32> {
        self.closings.into()
    }

    /// Lends the token for one call; `None` where there is none.
    pub fn lend<T>(self, borrower: impl FnOnce(&TokenId) -> T) -> Option<T> {
        self.token.with_value(|token| token.as_ref().map(borrower))
    }

    /// Opens the window of a token that was made, or of one that was made and did not arrive.
    pub fn show(self, made: Made, user: ServiceUser, token: Option<TokenId>, lasting: LastingSurface) {
        self.keep(token, lasting);
        self.shown.set(Some((made, user)));
    }

    /// Makes a further token where the first did not arrive. Where it is not known whether one was made already, it only looks.
    pub fn make_new(self) {
        if self.workspace.awaits_token.get_untracked() {
            return;
        }
        let (Some(connection), Some((_, user)), Some(lasting)) = (
            self.workspace.connection.get_untracked(),
            self.shown.get_untracked(),
            self.workspace.surface().lasting(),
        ) else {
            return;
        };
        let failure = self.failure.try_update(Option::take).flatten();
        self.set_awaited(true);
        spawn_local(async move {
            match failure {
                Some(NewTokenFailure::Unknown(name, error)) => {
                    self.look_up(&connection, &user, name, error).await;
                }
                Some(NewTokenFailure::NotMade(_) | NewTokenFailure::Lost(_)) | None => {
                    self.make_now(&connection, &user, lasting).await;
                }
            }
            self.set_awaited(false);
        });
    }

    /// Sends the one request. Where no token comes, the tokens are read before anything is said.
    async fn make_now(self, connection: &SignedIn, user: &ServiceUser, lasting: LastingSurface) {
        let name = self
            .others
            .with_value(|others| AccessTokenName::unused(text::token::NEW_TOKEN_NAME, others));
        let made = connection
            .create_access_token(&user.id, &name, user.end_date)
            .await;
        match made {
            Ok(CreatedAccessToken {
                token: Some(token), ..
            }) => self.keep(Some(token), lasting),
            Ok(CreatedAccessToken { token: None, .. }) => {
                // Its name is taken from now on, also where the tokens cannot be read.
                if let Ok(tokens) = connection.access_tokens(&user.id).await {
                    self.others.set_value(tokens);
                }
                self.failure.set(Some(NewTokenFailure::Lost(name)));
            }
            // A browser may have sent the request twice by itself: the first then took the name.
            Err(error) if error.is_ambiguous() || error.kind == ErrorKind::Duplicate => {
                self.look_up(connection, user, name, error).await;
            }
            Err(error) => self.failure.set(Some(NewTokenFailure::NotMade(error))),
        }
    }

    /// The answer did not say whether a token of this name was made; the tokens do.
    async fn look_up(self, connection: &SignedIn, user: &ServiceUser, name: String, error: Error) {
        let failure = match connection.access_tokens(&user.id).await {
            Err(_) => NewTokenFailure::Unknown(name, error),
            Ok(tokens) => {
                let is_made = tokens.iter().any(|token| token.name == name);
                self.others.set_value(tokens);
                match is_made {
                    true => NewTokenFailure::Lost(name),
                    false => NewTokenFailure::NotMade(error),
                }
            }
        };
        self.failure.set(Some(failure));
    }

    /// Wipes the token and leaves its window open. Whoever calls it knows that the token was copied.
    pub fn wipe(self) {
        self.token.set_value(None);
        self.is_wiped.set(true);
        self.has_token.set(false);
    }

    /// The window was closed: wipes the token. A new service user is shown in the list; whoever made a further token goes on
    /// where they are.
    pub fn finish(self) {
        self.token.set_value(None);
        self.has_token.set(false);
        self.is_wiped.set(false);
        self.failure.set(None);
        self.others.set_value(Vec::new());
        self.workspace.navigation.hold(false);
        let shown = self.shown.try_update(Option::take).flatten();
        if let Some((Made::ServiceUser | Made::FoundServiceUser, user)) = shown {
            self.workspace.show_created(user);
            self.workspace.navigation.replace(Screen::ServiceUsers);
        }
        self.closings.update(|closings| *closings += 1);
    }

    /// The one place that takes a token over. It wants the proof that this page outlives the loss of the focus.
    fn keep(self, token: Option<TokenId>, _: LastingSurface) {
        let has_token = token.is_some();
        self.token.set_value(token);
        self.has_token.set(has_token);
    }
}

/// The token that the app provides.
///
/// Outside the app there is none; a component that asks there gets one that is not there instead of a panic.
#[must_use]
pub fn use_issued_token() -> IssuedToken {
    use_context::<IssuedToken>().unwrap_or_else(|| IssuedToken::new(use_workspace()))
}
