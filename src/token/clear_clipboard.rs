//! *Clear clipboard*, and the clearing that the extension does by itself.

use super::clearing_news::use_clearing_news;
use crate::platform::{self, Clearing, Fingerprint, Scheduled};
use crate::text;
use leptos::prelude::*;
use leptos::task::spawn_local;
use service_user::Countdown;

/// Where the text stands that was copied last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    /// Nothing was copied yet.
    Nowhere,
    /// It was put on the clipboard, as far as is known.
    Clipboard,
    /// The clipboard was emptied, whatever was on it.
    Overwritten,
    /// The background has looked at the clipboard.
    LookedAt(Clearing),
    /// The browser did not let the clipboard be overwritten.
    Refused,
}

/// What becomes of the text that was copied last. A handle: copies are the same text.
#[derive(Clone, Copy)]
pub(super) struct CopiedText {
    place: RwSignal<Place>,
    scheduled: RwSignal<Scheduled>,
    is_busy: RwSignal<bool>,
}

impl CopiedText {
    /// Nothing was copied yet.
    pub(super) fn new() -> Self {
        let copied = CopiedText {
            place: RwSignal::new(Place::Nowhere),
            scheduled: RwSignal::new(Scheduled::Off),
            is_busy: RwSignal::new(false),
        };
        let news = use_clearing_news();
        effect(move |_| {
            let is_awaited = copied.scheduled.get_untracked() == Scheduled::Yes;
            if let Some(clearing) = news.heard().filter(|_| is_awaited) {
                news.forget();
                copied.looked_at(clearing);
            }
        });
        copied
    }

    /// A text that carries the token was copied.
    pub(super) async fn copied(self, fingerprint: Option<Fingerprint>) {
        self.place.try_set(Place::Clipboard);
        // Until it is known: what was to be cleared before is on the clipboard no longer.
        self.scheduled.try_set(Scheduled::Off);
        let scheduled = platform::clear_clipboard_later(fingerprint, Countdown::LENGTH).await;
        self.scheduled.try_set(scheduled);
    }

    /// Clears it now: with a look before where that is permitted, and without one otherwise. Call it while the person's press of a
    /// button is still what runs.
    fn clear(self) {
        if self.is_busy.get_untracked() {
            return;
        }
        self.is_busy.set(true);
        match self.scheduled.get_untracked() {
            Scheduled::Yes => spawn_local(async move {
                let clearing = platform::clear_clipboard_now().await;
                self.is_busy.try_set(false);
                self.looked_at(clearing);
            }),
            Scheduled::Off | Scheduled::No => {
                let write = platform::copy_text("");
                spawn_local(async move {
                    let place = match write.await {
                        Ok(()) => Place::Overwritten,
                        Err(_) => Place::Refused,
                    };
                    self.is_busy.try_set(false);
                    self.place.try_set(place);
                });
            }
        }
    }

    /// The fingerprint is used up: another press clears without a look.
    fn looked_at(self, clearing: Clearing) {
        self.scheduled.try_set(Scheduled::Off);
        self.place.try_set(Place::LookedAt(clearing));
    }
}

/// The button, with what it does before and what came of it after. Nothing is there before the token was copied.
#[component]
pub(super) fn ClearClipboard(copied: CopiedText) -> impl IntoView {
    let place = copied.place;
    let is_there = Memo::new(move |_| place.get() != Place::Nowhere);
    let hint = move || match copied.scheduled.get() {
        Scheduled::Yes => text::token::clipboard_is_cleared_later(),
        Scheduled::Off => text::token::CLEAR_CLIPBOARD_HINT.to_owned(),
        Scheduled::No => text::token::CLIPBOARD_IS_NOT_CLEARED_LATER.to_owned(),
    };
    let result = move || match place.get() {
        Place::Nowhere | Place::Clipboard => ().into_any(),
        Place::Overwritten => good(text::token::CLIPBOARD_OVERWRITTEN),
        Place::Refused => bad(text::token::CLIPBOARD_REFUSED),
        Place::LookedAt(clearing) => match clearing {
            Clearing::Cleared => good(text::token::CLIPBOARD_CLEARED),
            Clearing::HoldsOther => good(text::token::CLIPBOARD_HOLDS_OTHER),
            Clearing::NotRead => bad(text::token::CLIPBOARD_NOT_READ),
            Clearing::NotCleared => bad(text::token::CLIPBOARD_REFUSED),
        },
    };
    view! {
        <div class="clipboard" class:clipboard-idle=move || !is_there.get()>
            <Show when=move || is_there.get()>
                <div class="clear-clipboard">
                    <button type="button" class="button button-small" on:click=move |_| copied.clear()>
                        {text::token::CLEAR_CLIPBOARD}
                    </button>
                    <p class="clear-clipboard-hint">{hint}</p>
                </div>
            </Show>
            <p role="status">{result}</p>
        </div>
    }
}

fn good(words: &'static str) -> AnyView {
    view! { <span class="copy-result-good">{words}</span> }.into_any()
}

fn bad(words: &'static str) -> AnyView {
    view! { <span class="copy-result-bad">{words}</span> }.into_any()
}
