//! Which headers are passed on, and how they are changed on the way.

use axum::http::{HeaderMap, HeaderName, HeaderValue, Uri, header};

use crate::set_cookie;
use crate::upstream::Upstream;

/// What concerns one connection only (RFC 9110, section 7.6.1).
const HOP_BY_HOP: [HeaderName; 9] = [
    header::CONNECTION,
    HeaderName::from_static("keep-alive"),
    HeaderName::from_static("proxy-connection"),
    header::PROXY_AUTHENTICATE,
    header::PROXY_AUTHORIZATION,
    header::TE,
    header::TRAILER,
    header::TRANSFER_ENCODING,
    header::UPGRADE,
];

/// The headers of a request as the upstream gets them: as if its own page had asked.
pub(crate) fn for_upstream(mut headers: HeaderMap, upstream: &Upstream) -> HeaderMap {
    remove_hop_by_hop(&mut headers);
    let own_origin = headers
        .get(header::HOST)
        .and_then(|host| host.to_str().ok())
        .map(|host| format!("http://{host}"));
    // The client writes the upstream's.
    headers.remove(header::HOST);
    if headers.contains_key(header::ORIGIN) {
        replace(&mut headers, header::ORIGIN, Some(upstream.origin()));
    }
    if let Some(referer) = headers.get(header::REFERER) {
        let path = referer
            .to_str()
            .ok()
            .zip(own_origin)
            .and_then(|(referer, own)| referer.strip_prefix(own.as_str()));
        let there = path
            .filter(|path| path.starts_with('/'))
            .map(|path| format!("{}{path}", upstream.origin()));
        replace(&mut headers, header::REFERER, there);
    }
    headers
}

/// The headers of an answer as the page gets them: as if it came from here.
pub(crate) fn for_page(mut headers: HeaderMap, upstream: &Upstream) -> HeaderMap {
    remove_hop_by_hop(&mut headers);
    // They speak of the upstream's name, which this is not.
    headers.remove(header::STRICT_TRANSPORT_SECURITY);
    headers.remove(header::ALT_SVC);
    if let Some(location) = headers.get(header::LOCATION) {
        let here = location
            .to_str()
            .ok()
            .and_then(|location| path_on(upstream, location));
        if here.is_some() {
            replace(&mut headers, header::LOCATION, here);
        }
    }
    let cookies: Vec<HeaderValue> = headers
        .get_all(header::SET_COOKIE)
        .iter()
        .map(set_cookie::for_loopback)
        .collect();
    headers.remove(header::SET_COOKIE);
    for cookie in cookies {
        headers.append(header::SET_COOKIE, cookie);
    }
    headers
}

fn remove_hop_by_hop(headers: &mut HeaderMap) {
    let named: Vec<HeaderName> = headers
        .get_all(header::CONNECTION)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .filter_map(|name| name.trim().parse().ok())
        .collect();
    for name in named.iter().chain(&HOP_BY_HOP) {
        headers.remove(name);
    }
}

/// The path with its query of an absolute address on the upstream; `None` for any other address.
fn path_on(upstream: &Upstream, location: &str) -> Option<String> {
    let rest = location.strip_prefix(upstream.origin().as_str())?;
    let path = if rest.is_empty() { "/" } else { rest };
    // A name that only begins like the upstream's goes on with a letter or a dot here.
    path.starts_with('/')
        .then(|| path.to_owned())
        .filter(|path| path.parse::<Uri>().is_ok())
}

fn replace(headers: &mut HeaderMap, name: HeaderName, value: Option<String>) {
    match value.and_then(|value| HeaderValue::try_from(value).ok()) {
        Some(value) => headers.insert(name, value),
        None => headers.remove(name),
    };
}

#[cfg(test)]
mod tests {
    use super::*;

    fn upstream() -> Upstream {
        Upstream::parse("https://one.example").unwrap()
    }

    fn map(pairs: &[(&'static str, &str)]) -> HeaderMap {
        pairs
            .iter()
            .map(|(name, value)| (HeaderName::from_static(name), value.parse().unwrap()))
            .collect()
    }

    #[test]
    fn what_says_where_a_page_is_names_the_upstream() {
        let sent = for_upstream(
            map(&[
                ("host", "127.0.0.1:80"),
                ("origin", "http://127.0.0.1:80"),
                ("referer", "http://127.0.0.1:80/a?b"),
            ]),
            &upstream(),
        );
        assert_eq!(
            sent,
            map(&[
                ("origin", "https://one.example"),
                ("referer", "https://one.example/a?b")
            ])
        );
    }

    #[test]
    fn a_referer_of_another_place_is_left_out() {
        for referer in [
            "http://127.0.0.1:8000/",
            "https://elsewhere.example/",
            "http://127.0.0.1:80.evil.example/",
        ] {
            let sent = for_upstream(
                map(&[("host", "127.0.0.1:80"), ("referer", referer)]),
                &upstream(),
            );
            assert_eq!(sent, HeaderMap::new(), "{referer}");
        }
    }

    #[test]
    fn what_concerns_one_connection_ends_here_in_both_directions() {
        let given = map(&[
            ("connection", "close, X-Named"),
            ("x-named", "1"),
            ("te", "trailers"),
            ("upgrade", "h2c"),
            ("proxy-authorization", "secret"),
            ("transfer-encoding", "chunked"),
            ("x-api-key", "key"),
            ("cookie", "a=b"),
            ("x-xsrf-token", "token"),
        ]);
        let kept = map(&[("x-api-key", "key"), ("cookie", "a=b"), ("x-xsrf-token", "token")]);
        assert_eq!(for_upstream(given.clone(), &upstream()), kept);
        assert_eq!(for_page(given, &upstream()), kept);
    }

    #[test]
    fn a_redirect_within_the_upstream_stays_here_and_any_other_is_passed_on() {
        for (location, expected) in [
            ("https://one.example/account/a?b", "/account/a?b"),
            ("https://one.example", "/"),
            ("/account/a", "/account/a"),
            ("https://one.example.evil/", "https://one.example.evil/"),
            ("https://login.example/", "https://login.example/"),
        ] {
            let answered = for_page(map(&[("location", location)]), &upstream());
            assert_eq!(answered, map(&[("location", expected)]), "{location}");
        }
    }
}
