//! What an organisation has set for the extension, through the browser's own administration.

use super::api::{self, outcome};

/// The settings as a JSON object; `None` where there are none. Firefox refuses to read where nothing was set.
pub(in crate::platform) async fn managed_policy() -> Option<String> {
    let settings = outcome(api::managed_get()).await.ok()?;
    js_sys::JSON::stringify(&settings).ok().map(String::from)
}
