//! The cookie that a request of the session has to repeat as a header.

use std::future::Future;
use std::pin::Pin;

/// Where the value of the cookie `XSRF-TOKEN` comes from. Our contract: double submit, as many consoles do it; DigiCert
/// documents nothing. A page reads it from `document.cookie`; an extension has to ask the browser for it.
pub trait CsrfCookie {
    /// The cookie's value for requests to this origin, or `None` where there is no such cookie or it cannot be read; the
    /// request is then sent without the header.
    fn value<'a>(&'a self, origin: &'a str) -> Pin<Box<dyn Future<Output = Option<String>> + 'a>>;
}

/// The value of `XSRF-TOKEN` in a text of the form `name=value; name=value`, as it is. A value that a header cannot carry
/// counts as none.
#[cfg(any(target_arch = "wasm32", test))]
pub(crate) fn value_in(cookies: &str) -> Option<&str> {
    let mut pairs = cookies.split(';').filter_map(|pair| pair.trim().split_once('='));
    let (_, value) = pairs.find(|(name, _)| *name == "XSRF-TOKEN")?;
    Some(value).filter(|value| !value.is_empty() && value.bytes().all(|byte| byte.is_ascii_graphic()))
}

#[cfg(test)]
mod tests {
    use super::value_in;

    #[test]
    fn the_value_is_found_among_other_cookies_and_taken_as_it_is() {
        for (cookies, value) in [
            ("XSRF-TOKEN=abc", Some("abc")),
            ("a=b; XSRF-TOKEN=ab%3D==; c=d", Some("ab%3D==")),
            ("X-XSRF-TOKEN=1; XSRF-TOKEN-2=2", None),
            ("XSRF-TOKEN=", None),
            ("XSRF-TOKEN=a b", None),
            ("XSRF-TOKEN=é", None),
            ("", None),
        ] {
            assert_eq!(value_in(cookies), value, "{cookies:?}");
        }
    }
}
