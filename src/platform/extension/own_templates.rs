//! The person's own templates, as the extension keeps them.

use super::local_storage::LocalItem;
use crate::platform::Refused;

/// The text that is kept. Something else than a text, which somebody else must have put there, comes as its JSON.
pub(in crate::platform) async fn kept_own_templates() -> Result<Option<String>, Refused> {
    let kept = LocalItem::OwnTemplates.try_read().await?;
    Ok(kept.map(|kept| match kept.as_string() {
        Some(text) => text,
        None => js_sys::JSON::stringify(&kept).map_or_else(|_| String::new(), String::from),
    }))
}

/// Keeps a text in place of the one before.
pub(in crate::platform) fn keep_own_templates(
    text: &str,
) -> impl Future<Output = Result<(), Refused>> + use<> {
    LocalItem::OwnTemplates.write(text.into())
}

/// Forgets it.
pub(in crate::platform) fn forget_own_templates() -> impl Future<Output = Result<(), Refused>> + use<> {
    LocalItem::OwnTemplates.forget()
}
