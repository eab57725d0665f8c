//! What a page can keep in the browser.

use crate::{Outcome, Page};

use super::texts;

pub(super) const LOCAL_PLANTS: &[&str] = &[
    "localStorage.setItem('planted', arguments[0]);",
    "localStorage.setItem(arguments[0], 'planted');",
];

pub(super) const SESSION_PLANTS: &[&str] = &[
    "sessionStorage.setItem('planted', arguments[0]);",
    "sessionStorage.setItem(arguments[0], 'planted');",
];

/// As a text and as bytes.
pub(super) const DATABASE_PLANTS: &[&str] = &[
    "await new Promise((resolve, reject) => {
        const opening = indexedDB.open('planted', 1);
        opening.onupgradeneeded = () => opening.result.createObjectStore('a').put({ within: [arguments[0]] }, 1);
        opening.onsuccess = () => { opening.result.close(); resolve(); };
        opening.onerror = () => reject(opening.error);
    });",
    "await new Promise((resolve, reject) => {
        const opening = indexedDB.open('planted bytes', 1);
        const bytes = new TextEncoder().encode(arguments[0]);
        opening.onupgradeneeded = () => opening.result.createObjectStore('a').put(bytes, 1);
        opening.onsuccess = () => { opening.result.close(); resolve(); };
        opening.onerror = () => reject(opening.error);
    });",
];

/// As an answer and as an address.
pub(super) const CACHE_PLANTS: &[&str] = &[
    "await (await caches.open('planted')).put('/planted', new Response(arguments[0]));",
    "await (await caches.open('planted')).put('/planted?' + arguments[0], new Response(''));",
];

const READ: &str = include_str!("page_storage.js");

/// The texts in the storage of this name.
pub(super) async fn contents(page: &Page, name: &str) -> Outcome<Vec<u8>> {
    Ok(texts::all_in(&page.promised(READ, vec![name.into()]).await?))
}
