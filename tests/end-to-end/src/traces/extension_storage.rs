//! The extension's own storage.

use crate::{Outcome, Page};

use super::texts;

pub(super) const LOCAL_PLANTS: &[&str] = &["await chrome.storage.local.set({ planted: [arguments[0]] });"];
pub(super) const SESSION_PLANTS: &[&str] =
    &["await chrome.storage.session.set({ planted: [arguments[0]] });"];
pub(super) const SYNC_PLANTS: &[&str] = &["await chrome.storage.sync.set({ planted: [arguments[0]] });"];

/// Everything in the area of this name.
pub(super) async fn contents(page: &Page, area: &str) -> Outcome<Vec<u8>> {
    let script = "return chrome.storage[arguments[0]].get(null);";
    Ok(texts::all_in(&page.promised(script, vec![area.into()]).await?))
}
