//! Cookies.

use crate::{Outcome, Page};

/// Until the browser ends, and beyond.
pub(super) const PLANTS: &[&str] = &[
    "document.cookie = 'planted=' + arguments[0];",
    "document.cookie = 'planted-for-long=' + arguments[0] + '; max-age=3600';",
];

/// Those that a script cannot read are among them.
pub(super) async fn contents(page: &Page) -> Outcome<Vec<u8>> {
    let cookies = page.driver().get_all_cookies().await?;
    let lines = cookies
        .iter()
        .map(|cookie| format!("{}={}\n", cookie.name, cookie.value));
    Ok(lines.collect::<String>().into_bytes())
}
