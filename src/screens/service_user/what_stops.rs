//! What stops working when a service user is disabled or deleted.

use super::subject::Subject;
use crate::text;
use crate::workspace::Load;
use leptos::prelude::*;

/// How many tokens stop, when one of them was used last, and that every integration which holds one stops with it.
#[component]
pub(super) fn WhatStops(subject: Subject) -> impl IntoView {
    let tokens = subject.tokens();
    let words = move || {
        tokens.with(|tokens| match tokens {
            Load::Pending => text::service_user::STOPS_LOADING.to_owned(),
            Load::Failed(_) => text::service_user::STOPS_UNKNOWN.to_owned(),
            Load::Ready(tokens) if tokens.is_empty() => text::service_user::STOPS_NO_TOKEN.to_owned(),
            Load::Ready(tokens) => {
                let last_used = tokens.iter().filter_map(|token| token.last_used_at).max();
                text::service_user::stops(tokens.len(), last_used)
            }
        })
    };
    view! {
        <div class="notice notice-caution">
            <p class="notice-title">{text::service_user::STOPS}</p>
            <p role="status">{words}</p>
        </div>
    }
}
