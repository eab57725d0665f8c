//! The way to a session.

use super::attempt::{Attempt, Way};
use crate::text;
use account_api::Host;
use leptos::prelude::*;

/// Opens the page where a session with the chosen host is made; nothing where a key is used or no host is chosen.
#[component]
pub(super) fn SignInLink(attempt: Attempt) -> impl IntoView {
    let host = move || attempt.host().ok().filter(|_| attempt.way.get() == Way::Session);
    move || {
        let host = host()?;
        let own = attempt.page_host.get_value().as_ref() == Some(&host);
        Some(match own {
            true => view! {
                <a class="button" href=own_address(&host)>{text::connect::OPEN_SIGN_IN}</a>
            }
            .into_any(),
            false => view! {
                <a class="button" href=console_address(&host) target="_blank" rel="noopener noreferrer">
                    {text::connect::OPEN_SIGN_IN}
                </a>
            }
            .into_any(),
        })
    }
}

/// The sandbox's own page, which leads back here.
fn own_address(host: &Host) -> String {
    format!("{}/account/sign-in", host.origin())
}

/// The console, in a tab of its own.
fn console_address(host: &Host) -> String {
    format!("{}/", host.origin())
}
