//! A template as a link, and what was pasted as one.

use crate::navigation::{Address, Screen};
use crate::platform::Surface;
use leptos::prelude::location;
use template::{LinkTooLong, Template, link_value_in};

/// The link of a template: this page's own address with the template in its fragment. In the extension the fragment alone, because
/// an extension's address means nothing in another browser.
///
/// # Errors
/// The template is too long for a link.
pub fn of(template: &Template, surface: Surface) -> Result<String, LinkTooLong> {
    let value = template.link_value()?;
    let fragment = Address {
        screen: Screen::Details,
        query: format!("{}={value}", Template::LINK_PARAMETER),
    }
    .fragment();
    Ok(match surface.is_of_extension() {
        true => fragment,
        false => {
            let page = location().href().unwrap_or_default();
            let page = page.split_once('#').map_or(page.as_str(), |(page, _)| page);
            format!("{page}{fragment}")
        }
    })
}

/// The value of a link, or of a part of one from the `#` on, that was pasted.
#[must_use]
pub fn value_in(pasted: &str) -> Option<&str> {
    let pasted = pasted.trim();
    // What stands before the `#` can have parameters of its own.
    let fragment = pasted.find('#').and_then(|start| pasted.get(start..));
    link_value_in(fragment.unwrap_or(pasted))
}
