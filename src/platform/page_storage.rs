//! What a page of a web server keeps when it is closed: entries of `localStorage`. Nothing is read from it but what is asked for by name.

use super::Refused;
use web_sys::Storage;

/// The text of an entry; `None` where there is none.
pub(super) fn read(entry: &str) -> Result<Option<String>, Refused> {
    storage()?.get_item(entry).map_err(|_| Refused)
}

/// Puts a text in the place of an entry's.
pub(super) fn write(entry: &str, text: &str) -> Result<(), Refused> {
    storage()?.set_item(entry, text).map_err(|_| Refused)
}

/// Takes an entry away.
pub(super) fn remove(entry: &str) -> Result<(), Refused> {
    storage()?.remove_item(entry).map_err(|_| Refused)
}

/// A browser that is set to keep nothing refuses the storage itself.
fn storage() -> Result<Storage, Refused> {
    let storage = leptos::prelude::window().local_storage();
    storage.ok().flatten().ok_or(Refused)
}
