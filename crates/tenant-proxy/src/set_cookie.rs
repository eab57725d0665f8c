//! Cookies of the upstream, made to work on http loopback.

use axum::http::HeaderValue;

/// The same cookie without what would make a browser refuse it here: another host's `Domain`, `Secure` and `Partitioned`,
/// and `SameSite=None`, which browsers take with `Secure` only.
///
/// A cookie whose name begins with `__Secure-` or `__Host-` keeps `Secure`: without it, every browser refuses it, and with
/// it, some take it on loopback.
pub(crate) fn for_loopback(cookie: &HeaderValue) -> HeaderValue {
    let mut parts = cookie.as_bytes().split(|byte| *byte == b';');
    let pair = parts.next().unwrap_or_default();
    let prefixed = [b"__secure-".as_slice(), b"__host-"].iter().any(|prefix| {
        pair.trim_ascii()
            .get(..prefix.len())
            .is_some_and(|start| start.eq_ignore_ascii_case(prefix))
    });
    let mut kept = pair.to_vec();
    for part in parts {
        let text = String::from_utf8_lossy(part);
        let (name, value) = text.split_once('=').unwrap_or((&text, ""));
        match name.trim().to_ascii_lowercase().as_str() {
            "domain" => {}
            "secure" | "partitioned" if !prefixed => {}
            "samesite" if !prefixed && value.trim().eq_ignore_ascii_case("none") => {
                kept.extend(b"; SameSite=Lax");
            }
            _ => {
                kept.push(b';');
                kept.extend(part);
            }
        }
    }
    // Parts of a valid value are a valid value; should that ever fail, the cookie goes on as it came.
    HeaderValue::from_bytes(&kept).unwrap_or_else(|_| cookie.clone())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_loopback_cannot_have_is_taken_out_and_the_rest_stays() {
        for (given, expected) in [
            ("a=b", "a=b"),
            (
                "a=b; Domain=one.example; Path=/; Secure; HttpOnly; SameSite=Strict",
                "a=b; Path=/; HttpOnly; SameSite=Strict",
            ),
            ("a=b;secure;DOMAIN=.example;path=/x", "a=b;path=/x"),
            (
                "a=Secure=1; SameSite=None; Secure; Partitioned",
                "a=Secure=1; SameSite=Lax",
            ),
            (
                "__Host-a=b; Path=/; Secure; SameSite=None",
                "__Host-a=b; Path=/; Secure; SameSite=None",
            ),
            ("__secure-a=b; Domain=one.example; Secure", "__secure-a=b; Secure"),
            ("domain=b; Max-Age=0", "domain=b; Max-Age=0"),
            ("", ""),
        ] {
            assert_eq!(for_loopback(&given.parse().unwrap()), expected, "{given}");
        }
    }
}
