//! What the extension keeps while the browser runs: in `storage.session`, which is memory and never the disk.
//!
//! Every item is listed here, so that what may be kept can be read in one place. A token or an API key is not among them.

use super::api::{self, object, outcome, property};
use crate::platform::Refused;
use wasm_bindgen_futures::spawn_local;

/// The alarm at which the background forgets the draft.
const DRAFT_ENDS: &str = "draft-ends";

/// Something that is kept. `public/extension/` knows the first, and the last two, by the same names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::platform) enum SessionItem {
    /// What was typed, with the step and the host: for ten minutes.
    Draft,
    /// The origin of the host that was chosen or connected to last: until *Disconnect*.
    Host,
    /// The name of the window that is to create what the popup's button was pressed for: until that window has started.
    CreationOrder,
    /// The pattern of the host that the browser asks the person about: until they have answered.
    AwaitedAccess,
    /// The fingerprint of the text that carried a token to the clipboard, a salted SHA-256, while the clipboard is to be cleared by itself:
    /// until it was used, two minutes after the copy.
    CopiedText,
}

impl SessionItem {
    /// Keeps a text in place of what was kept before. Later reads and windows see it.
    pub(in crate::platform) fn keep(self, text: &str) {
        let write = self.write(text);
        spawn_local(async move {
            if write.await.is_err() {
                leptos::logging::warn!("the browser did not keep a text for this session");
            }
        });
    }

    /// As [`keep`](Self::keep), and answers once it is kept.
    ///
    /// # Errors
    /// The browser refuses, for one because its share of memory is used up.
    pub(in crate::platform) fn write(self, text: &str) -> impl Future<Output = Result<(), Refused>> + use<> {
        let write = api::session_set(&object(&[(self.name(), text.into())]));
        async move { outcome(write).await.map(|_| ()).map_err(|_| Refused) }
    }

    /// What is kept.
    pub(in crate::platform) async fn read(self) -> Option<String> {
        let items = outcome(api::session_get(self.name())).await.ok()?;
        property(&items, self.name())?.as_string()
    }

    /// Forgets it.
    pub(in crate::platform) fn forget(self) {
        let name = self.name();
        let removal = api::session_remove(name);
        spawn_local(async move {
            if outcome(removal).await.is_err() {
                leptos::logging::warn!(
                    "the browser did not forget “{name}”; it goes when the browser closes"
                );
            }
        });
    }

    /// What is kept, and forgets it: of two that take, at most the first may act on it.
    pub(in crate::platform) async fn take(self) -> Option<String> {
        let text = self.read().await;
        self.forget();
        text
    }

    fn name(self) -> &'static str {
        match self {
            SessionItem::Draft => "draft",
            SessionItem::Host => "host",
            SessionItem::CreationOrder => "creation-order",
            SessionItem::AwaitedAccess => "awaited-access",
            SessionItem::CopiedText => "copied-text",
        }
    }
}

/// Keeps a draft, and sets the alarm at which the background forgets it, so many milliseconds from now.
pub(in crate::platform) fn keep_draft(
    text: &str,
    life: f64,
) -> impl Future<Output = Result<(), Refused>> + use<> {
    let when = js_sys::Date::now() + life;
    if api::create_alarm(DRAFT_ENDS, &object(&[("when", when.into())])).is_err() {
        leptos::logging::warn!("the browser set no alarm; an old draft is left out when it is read");
    }
    SessionItem::Draft.write(text)
}
