//! What the window says once its token was wiped.

use super::countdown::WipeCountdown;
use super::issued_token::Made;
use crate::text;
use leptos::{html, prelude::*};

/// That the token was wiped and when, and how to make another.
#[component]
pub(super) fn Wiped(countdown: WipeCountdown, made: Made) -> impl IntoView {
    let (copied_at, wiped_at) = untrack(|| countdown.times());
    let notice = NodeRef::<html::Div>::new();
    effect(move |_| {
        let Some(notice) = notice.get() else { return };
        // Whoever had the focus on what is gone finds it here; whoever has it elsewhere keeps it.
        let is_lost = document().active_element().is_none_or(|element| {
            let name = element.tag_name();
            name == "BODY" || name == "DIALOG"
        });
        if is_lost {
            let _ = notice.focus();
        }
    });
    view! {
        <div node_ref=notice class="notice notice-info" tabindex="-1">
            <p class="notice-title">{text::token::WIPED_TITLE}</p>
            <p>{text::token::wiped(&copied_at, &wiped_at)}</p>
            <p>{text::token::lost_after_all(made)}</p>
        </div>
    }
}
