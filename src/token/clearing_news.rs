//! What the extension's background says of the clipboard while a page is open.

use crate::platform::{self, Clearing};
use crate::text;
use crate::workspace::use_workspace;
use leptos::prelude::*;

/// What was heard last. A handle: copies are the same news.
#[derive(Clone, Copy)]
pub struct ClearingNews(RwSignal<Option<Clearing>>);

impl ClearingNews {
    /// Begins to listen. To be called once a page.
    #[must_use]
    pub fn listen() -> Self {
        let news = ClearingNews(RwSignal::new(None));
        platform::hear_of_clipboard(move |clearing| {
            news.0.try_set(Some(clearing));
        });
        news
    }

    /// What was heard.
    pub(super) fn heard(self) -> Option<Clearing> {
        self.0.get()
    }

    /// It was said where it belongs, or is no longer of interest.
    pub(super) fn forget(self) {
        self.0.set(None);
    }
}

/// The news that the app provides; outside the app there are none.
pub(super) fn use_clearing_news() -> ClearingNews {
    use_context::<ClearingNews>().unwrap_or_else(|| ClearingNews(RwSignal::new(None)))
}

/// Says it on whatever screen is shown, until the person goes elsewhere. That the clipboard held something else by then is nothing to say: it was
/// left alone.
#[component]
pub fn ClearingNotice() -> impl IntoView {
    let news = use_clearing_news();
    let followed = use_workspace().navigation.followed();
    effect(move |before: Option<()>| {
        followed.track();
        if before.is_some() {
            news.forget();
        }
    });
    let words = move || match news.heard()? {
        Clearing::Cleared => Some(("notice notice-good", text::token::CLIPBOARD_CLEARED)),
        Clearing::NotRead => Some(("notice notice-caution", text::token::CLIPBOARD_WAS_NOT_READ)),
        Clearing::NotCleared => Some(("notice notice-caution", text::token::CLIPBOARD_WAS_NOT_CLEARED)),
        Clearing::HoldsOther => None,
    };
    view! {
        <div role="status">
            {move || words().map(|(class, words)| view! { <p class=class>{words}</p> })}
        </div>
    }
}
