//! Where a person's own templates are kept: in the extension's `storage.local`, on a page of a web server in its `localStorage`.
//! Both outlive the browser; both hold nothing before a person saves a template.

use super::kept::Written;
use super::{Refused, extension, page_storage};
use std::future::ready;

/// The name of the entry on a page of a web server, where other pages of the same server may have theirs.
const ENTRY: &str = "service-user-helper/own-templates";

/// Whether there may be something to read. The extension, whose files come from the disk, need not know before it looks.
#[must_use]
pub fn may_have_own_templates() -> bool {
    extension::loaded().is_some() || page_storage::read(ENTRY) != Ok(None)
}

/// The text that is kept, as somebody may have changed it; `None` where nothing is kept.
///
/// # Errors
/// The browser refuses to say, as it does where it is set to keep nothing for a page.
pub async fn kept_own_templates() -> Result<Option<String>, Refused> {
    match extension::loaded() {
        Some(extension) => extension.kept_own_templates().await,
        None => page_storage::read(ENTRY),
    }
}

/// Keeps a text in place of the one before, and answers once it is kept.
///
/// # Errors
/// The browser did not keep it, for one because its share of the disk is used up.
pub fn keep_own_templates(text: &str) -> Written {
    match extension::loaded() {
        Some(extension) => extension.keep_own_templates(text),
        None => Box::pin(ready(page_storage::write(ENTRY, text))),
    }
}

/// Forgets it, and answers once it is gone.
///
/// # Errors
/// The browser did not forget it.
pub fn forget_own_templates() -> Written {
    match extension::loaded() {
        Some(extension) => extension.forget_own_templates(),
        None => Box::pin(ready(page_storage::remove(ENTRY))),
    }
}
