//! The way to a session.

use super::attempt::{Attempt, Way};
use super::host_choice::HostChoice;
use crate::{platform, text};
use account_api::Host;
use leptos::prelude::*;

/// Opens the page where a session with the chosen host is made; nothing where a key is used, no host is
/// chosen, or the page's own server is a proxy, which has no such page.
#[component]
pub(super) fn SignInLink(attempt: Attempt) -> impl IntoView {
    let host = move || attempt.host().ok().filter(|_| attempt.way.get() == Way::Session);
    let own_is_a_proxy = platform::host_behind_page_host().is_some();
    move || {
        let host = host()?;
        if own_is_a_proxy && attempt.choice.get() == HostChoice::PageServer {
            return None;
        }
        let own = attempt.page_host.get_value().as_ref() == Some(&host);
        let address = if own {
            own_address(&host)
        } else {
            console_address(&host)
        };
        // Only the page's own server leads back here, and even from there what was typed would be gone.
        let leaves_this_page = own && !attempt.has_draft();
        let target = (!leaves_this_page).then_some("_blank");
        Some(view! {
            <a class="button" href=address target=target rel="noopener noreferrer">{text::connect::OPEN_SIGN_IN}</a>
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
