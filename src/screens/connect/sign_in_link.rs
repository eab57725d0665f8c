//! The way to a session.

use super::attempt::Attempt;
use crate::sign_in_way::SignInWay;
use crate::{platform, text};
use account_api::Host;
use leptos::prelude::*;

/// Opens the page where a session with the chosen host is made; nothing where a key is used, no host is
/// chosen, or the page's own server is a proxy, which has no such page.
#[component]
pub(super) fn SignInLink(attempt: Attempt) -> impl IntoView {
    let host = move || {
        attempt
            .host()
            .ok()
            .filter(|_| attempt.way.get() == SignInWay::Session)
    };
    let own_is_a_proxy = platform::host_behind_page_host().is_some();
    let page_host = platform::page_host();
    move || {
        let host = host()?;
        let own = page_host.as_ref() == Some(&host);
        if own_is_a_proxy && own {
            return None;
        }
        let (address, words) = match own {
            true => (own_address(&host), text::connect::OPEN_SIGN_IN),
            false => (console_address(&host), text::connect::OPEN_CONSOLE),
        };
        // Only the page's own server leads back here, and even from there what was typed would be gone.
        let leaves_this_page = own && !attempt.has_draft();
        let target = (!leaves_this_page).then_some("_blank");
        Some(view! {
            <a class="button" href=address target=target rel="noopener noreferrer">{words}</a>
        })
    }
}

/// The sandbox's own page, which leads back here.
fn own_address(host: &Host) -> String {
    format!("{}/account/sign-in", host.origin())
}

/// The console.
fn console_address(host: &Host) -> String {
    format!("{}/", host.origin())
}
