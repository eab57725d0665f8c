//! Telling our own pages' requests from those of others.

use axum::http::{HeaderMap, header};

const FETCH_SITE: &str = "sec-fetch-site";
const FETCH_MODE: &str = "sec-fetch-mode";

/// Whether a request comes from a page of the host it is sent to. A request without `Origin` is not a browser's form.
///
/// Nor does one that only fetches something, such as a picture of another page, have an `Origin`: `Sec-Fetch-Site` tells of that. A link from
/// elsewhere that leads here is followed all the same.
///
/// Only the host is compared: behind a TLS proxy the page's scheme is not this server's.
pub fn is_of_this_origin(headers: &HeaderMap) -> bool {
    let text = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
    let is_from_elsewhere = !matches!(text(FETCH_SITE), None | Some("same-origin" | "none"));
    if is_from_elsewhere && text(FETCH_MODE) != Some("navigate") {
        return false;
    }
    match text(header::ORIGIN.as_str()) {
        Some(origin) => origin
            .split_once("://")
            .is_some_and(|(_, host)| Some(host) == text(header::HOST.as_str())),
        None => !headers.contains_key(header::ORIGIN),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_of_another_origin_is_recognised() {
        let headers = |origin: Option<&str>| {
            let mut headers = HeaderMap::new();
            headers.insert(header::HOST, "127.0.0.1:8080".parse().unwrap());
            if let Some(origin) = origin {
                headers.insert(header::ORIGIN, origin.parse().unwrap());
            }
            headers
        };
        let mut without_host = headers(Some("null"));
        without_host.remove(header::HOST);
        assert!(!is_of_this_origin(&without_host));
        assert!(is_of_this_origin(&headers(None)));
        assert!(is_of_this_origin(&headers(Some("http://127.0.0.1:8080"))));
        for origin in [
            "null",
            "http://127.0.0.1:8081",
            "https://evil.example",
            "http://evil.example:8080",
            "é",
        ] {
            let mut given = headers(None);
            given.insert(
                header::ORIGIN,
                axum::http::HeaderValue::from_bytes(origin.as_bytes()).unwrap(),
            );
            assert!(!is_of_this_origin(&given), "{origin}");
        }
    }

    #[test]
    fn what_another_page_fetches_is_recognised_without_an_origin() {
        let is_ours = |site: &str, mode: &str| {
            let mut headers = HeaderMap::new();
            headers.insert(header::HOST, "127.0.0.1:8080".parse().unwrap());
            headers.insert(FETCH_SITE, site.parse().unwrap());
            headers.insert(FETCH_MODE, mode.parse().unwrap());
            is_of_this_origin(&headers)
        };
        assert!(is_ours("same-origin", "cors"));
        assert!(is_ours("none", "navigate"));
        assert!(is_ours("cross-site", "navigate"));
        // Another port of this machine is the same site.
        assert!(!is_ours("same-site", "no-cors"));
        assert!(!is_ours("cross-site", "no-cors"));
    }
}
