//! Telling our own pages' requests from those of others.

use axum::http::{HeaderMap, header};

/// Whether a request comes from a page of the host it is sent to. A request without `Origin` is not a browser's form.
///
/// Only the host is compared: behind a TLS proxy the page's scheme is not this server's.
pub fn is_of_this_origin(headers: &HeaderMap) -> bool {
    let text = |name| headers.get(name).and_then(|value| value.to_str().ok());
    match text(header::ORIGIN) {
        Some(origin) => origin
            .split_once("://")
            .is_some_and(|(_, host)| Some(host) == text(header::HOST)),
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
}
