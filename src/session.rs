//! The session that is there when the page starts.

use crate::platform;
use crate::sign_in_way::SignInWay;
use crate::starting_point::StartingPoint;
use crate::text;
use account_api::{Client, Credential, Error, Host, SignedIn};
use leptos::prelude::*;
use std::time::Duration;

/// How long nothing is said of the search; most often it is over by then.
const UNMENTIONED: Duration = Duration::from_millis(300);

/// What came of looking for a session.
pub enum Session {
    /// There is one.
    Found(SignedIn),
    /// The host that the person was on does not let them in, which they have to know.
    Refused(Error, Host),
    /// There is none, and nothing to complain of; or none was looked for.
    None,
}

impl Session {
    /// Looks where a session is to be expected, and nowhere else: with the page's own server, or with the host that the extension was
    /// opened for.
    ///
    /// No other host is asked unbidden, so that nobody else learns of this page, and none where another way to sign in or another host was
    /// chosen before. That the page's own server knows no session is nothing to complain of.
    pub async fn look(start: &StartingPoint) -> Self {
        let typed_another = start
            .kept
            .as_ref()
            .is_some_and(|kept| !kept.typed_host.is_empty());
        let expected = start.host.clone();
        let is_expected = expected.is_some();
        let host = match start.first_way() {
            SignInWay::Session if !typed_another => expected.or_else(platform::page_host),
            SignInWay::Session | SignInWay::ApiKey => None,
        };
        let Some(host) = host else {
            return Session::None;
        };
        say_in_time();
        let answer = Client::new(platform::transport(), host.clone())
            .sign_in(Credential::Session)
            .await;
        match answer {
            Ok(signed_in) => Session::Found(signed_in),
            Err(error) if is_expected => Session::Refused(error, host),
            Err(_) => Session::None,
        }
    }
}

/// Says what is waited for, where the page says that it starts, unless the app is there before.
fn say_in_time() {
    let words = document().query_selector("#app [role=status]").ok().flatten();
    if let Some(words) = words {
        set_timeout(
            move || words.set_text_content(Some(text::connect::LOOKING)),
            UNMENTIONED,
        );
    }
}
