//! The cookie that a host wants repeated, read with the browser's permission.

use super::api::{self, object, outcome, property};
use account_api::CsrfCookie;
use std::pin::Pin;

/// Reads `XSRF-TOKEN` of the host that is called, and no other cookie. Without the permission there is none.
pub(super) struct ExtensionCsrfCookie;

impl CsrfCookie for ExtensionCsrfCookie {
    fn value<'a>(&'a self, origin: &'a str) -> Pin<Box<dyn Future<Output = Option<String>> + 'a>> {
        Box::pin(async move {
            let of = object(&[
                // A host may set it for the paths of its API alone.
                ("url", format!("{origin}/account/api/v1/").into()),
                ("name", "XSRF-TOKEN".into()),
            ]);
            // Without the permission the API is not there, which is an error here and means no cookie.
            let cookie = outcome(api::cookie(&of)).await.ok()?;
            property(&cookie, "value")?.as_string()
        })
    }
}
