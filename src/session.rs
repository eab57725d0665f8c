//! The session that is there when the page starts.

use crate::platform;
use crate::sign_in_way::SignInWay;
use crate::starting_point::StartingPoint;
use crate::text;
use account_api::{Client, Credential, Error, Host, SignedIn};
use leptos::prelude::*;
use std::future::poll_fn;
use std::pin::Pin;
use std::task::Poll;
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

/// What is known of a session when the first screen is made.
pub enum AtStart {
    /// All there is to know.
    Known(Session),
    /// Most likely there is one with this host. It has been asked; the screen need not wait for what it answers.
    Awaited(Host, Answer),
}

/// What comes of asking.
pub type Answer = Pin<Box<dyn Future<Output = Session>>>;

impl AtStart {
    /// Looks where a session is to be expected, and nowhere else: with the page's own server, or with the host that the extension was
    /// opened for.
    ///
    /// No other host is asked unbidden, so that nobody else learns of this page, and none where another way to sign in or another host was
    /// chosen before. That the page's own server knows no session is nothing to complain of; nor is one to be expected there, unless it has
    /// left its cookie.
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
            return AtStart::Known(Session::None);
        };
        let mut answer: Answer = Box::pin(ask(host.clone(), is_expected));
        // The request leaves before the screen is made, which takes about as long as an answer from nearby.
        match poll_fn(|context| Poll::Ready(answer.as_mut().poll(context))).await {
            Poll::Ready(session) => AtStart::Known(session),
            Poll::Pending if is_expected || platform::page_host_has_cookie() => {
                AtStart::Awaited(host, answer)
            }
            Poll::Pending => {
                say_in_time();
                AtStart::Known(answer.await)
            }
        }
    }
}

/// Asks a host. Where a session `is_expected`, that there is none is worth a word.
async fn ask(host: Host, is_expected: bool) -> Session {
    let answer = Client::new(platform::transport(), host.clone())
        .sign_in(Credential::Session)
        .await;
    match answer {
        Ok(signed_in) => Session::Found(signed_in),
        Err(error) if is_expected => Session::Refused(error, host),
        Err(_) => Session::None,
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
