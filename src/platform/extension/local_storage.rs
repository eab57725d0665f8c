//! What the extension keeps when the browser closes: in `storage.local`, which is a file of the browser's profile.
//!
//! Every item is listed here, so that what reaches the disk can be read in one place. None of them holds a token or an API key, and
//! the name or email of anybody or anything is only in what a person saves on purpose.

use super::api::{self, object, outcome, property};
use crate::platform::Refused;
use wasm_bindgen::JsValue;

/// Something that is kept. `public/extension/expiry-radar.js` knows the radar's by the same names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::platform) enum LocalItem {
    /// What the expiry radar does, while it is switched on: `{ origin, days, notifies }`. The background needs it when no page is
    /// open, after the browser was closed too.
    ExpiryRadar,
    /// Of which service users the radar has told the person, so that it tells of each only once: `{ id: "end date/threshold" }`,
    /// until the end date is past or the radar is switched off. The background alone writes and reads it. An id says nothing to
    /// anybody who may not ask the host what it stands for.
    ExpiryRadarTold,
    /// That the clipboard is to be cleared some time after a token was copied, while that is switched on: `true`. A page may be opened
    /// long after it was decided.
    ClipboardClearing,
    /// The person's own templates, while there are any: the text of a file of templates. It holds what they saved, which may be
    /// the email and the names of accounts and roles.
    OwnTemplates,
}

impl LocalItem {
    /// Keeps a value in place of what was kept before, and answers once it is kept. The write starts at once.
    ///
    /// # Errors
    /// The browser refuses, for one because the disk is full.
    pub(in crate::platform) fn write(
        self,
        value: JsValue,
    ) -> impl Future<Output = Result<(), Refused>> + use<> {
        let write = api::local_set(&object(&[(self.name(), value)]));
        async move { outcome(write).await.map(|_| ()).map_err(|_| Refused) }
    }

    /// What is kept; nothing also where the browser refuses to say.
    pub(in crate::platform) async fn read(self) -> Option<JsValue> {
        self.try_read().await.ok().flatten()
    }

    /// What is kept, for whoever must tell nothing from a refusal.
    ///
    /// # Errors
    /// The browser refuses.
    pub(in crate::platform) async fn try_read(self) -> Result<Option<JsValue>, Refused> {
        let items = outcome(api::local_get(self.name())).await;
        items
            .map(|items| property(&items, self.name()))
            .map_err(|_| Refused)
    }

    /// Forgets it, and answers once it is gone. The removal starts at once.
    ///
    /// # Errors
    /// The browser refuses.
    pub(in crate::platform) fn forget(self) -> impl Future<Output = Result<(), Refused>> + use<> {
        let removal = api::local_remove(self.name());
        async move { outcome(removal).await.map(|_| ()).map_err(|_| Refused) }
    }

    fn name(self) -> &'static str {
        match self {
            LocalItem::ExpiryRadar => "expiry-radar",
            LocalItem::ExpiryRadarTold => "expiry-radar-told",
            LocalItem::ClipboardClearing => "clipboard-clearing",
            LocalItem::OwnTemplates => "own-templates",
        }
    }
}
