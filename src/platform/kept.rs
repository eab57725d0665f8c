//! What outlives the page. A page of a web server keeps nothing: its draft goes with it. The extension keeps a draft and a host
//! for a while, in the browser's memory.

use super::Refused;
use super::extension::{self, SessionItem};
use crate::kept_draft::KeptDraft;
use account_api::Host;
use std::pin::Pin;

/// The end of a write.
pub(super) type Written = Pin<Box<dyn Future<Output = Result<(), Refused>>>>;

/// Keeps a draft for [`KeptDraft::LIFE`]. The write starts at once; whoever goes elsewhere waits for its end.
///
/// # Errors
/// The browser did not keep it.
pub fn keep_draft(draft: &KeptDraft) -> Written {
    match extension::loaded() {
        Some(extension) => extension.keep_draft(draft),
        None => Box::pin(std::future::ready(Err(Refused))),
    }
}

/// Whether what is kept holds the same as this draft; not where nothing can be kept.
pub async fn keeps_draft(draft: KeptDraft) -> bool {
    match extension::loaded() {
        Some(extension) => extension.keeps_draft(draft).await,
        None => false,
    }
}

/// The draft that was kept.
pub async fn kept_draft() -> Option<String> {
    match extension::is_there() {
        true => SessionItem::Draft.read().await,
        false => None,
    }
}

/// Forgets the draft.
pub fn forget_draft() {
    if let Some(extension) = extension::loaded() {
        extension.forget_draft();
    }
}

/// Keeps the host that was chosen or connected to, so that the next popup goes on with it.
pub fn keep_host(host: &Host) {
    if let Some(extension) = extension::loaded() {
        extension.keep_host(host);
    }
}

/// The host that was chosen or connected to last.
pub async fn kept_host() -> Option<Host> {
    match extension::is_there() {
        true => Host::parse(&SessionItem::Host.read().await?).ok(),
        false => None,
    }
}

/// Forgets the host.
pub fn forget_host() {
    if let Some(extension) = extension::loaded() {
        extension.forget_host();
    }
}

/// Leaves word for the window of this name to create what the kept draft says.
///
/// # Errors
/// The browser did not keep it.
pub fn order_creation(window: &str) -> Written {
    match extension::loaded() {
        Some(extension) => extension.order_creation(window),
        None => Box::pin(std::future::ready(Err(Refused))),
    }
}

/// Whether the window of this name is to create what the kept draft says. The order is gone afterwards, so that loading the window
/// again creates nothing.
pub async fn take_creation_order(window: &str) -> bool {
    extension::is_there() && SessionItem::CreationOrder.take().await.as_deref() == Some(window)
}

/// What an organisation has set for the extension: a JSON object, or `None` where it set nothing.
pub async fn managed_policy() -> Option<String> {
    match extension::is_there() {
        true => extension::managed_policy().await,
        false => None,
    }
}
