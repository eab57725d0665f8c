//! Answering only under a loopback name.

use std::net::IpAddr;
use std::sync::Arc;

use axum::Router;
use axum::extract::Request;
use axum::http::{HeaderMap, StatusCode, Uri, header};
use axum::middleware::{self, Next};
use axum::response::Response;

use crate::refusal::refusal;

/// Refuses every request whose `Host` is neither a loopback name nor on the list.
///
/// A page of any web site can make its own name point at 127.0.0.1 (DNS rebinding), and its requests are then of the same
/// origin as the answers. What gives them away is the `Host` header, which still carries the site's name.
#[derive(Clone, Debug, Default)]
pub struct HostGuard {
    further_names: Arc<[String]>,
}

impl HostGuard {
    /// A guard that lets loopback names pass, and these names, written without a port.
    pub fn new(further_names: impl IntoIterator<Item = String>) -> Self {
        Self {
            further_names: further_names.into_iter().collect(),
        }
    }

    /// Puts the guard before everything that the router holds.
    pub fn protect(self, router: Router) -> Router {
        router.layer(middleware::from_fn(move |request: Request, next: Next| {
            let guard = self.clone();
            async move { guard.pass(request, next).await }
        }))
    }

    async fn pass(&self, request: Request, next: Next) -> Response {
        match host_of(request.headers(), request.uri()) {
            Some(host) if self.admits(host) => next.run(request).await,
            Some(host) => refusal(
                StatusCode::MISDIRECTED_REQUEST,
                "host_not_served",
                &format!("This server answers as localhost or 127.0.0.1 only, and was asked as {host}."),
            ),
            None => refusal(
                StatusCode::MISDIRECTED_REQUEST,
                "host_not_served",
                "This server answers as localhost or 127.0.0.1 only, and the request names no host.",
            ),
        }
    }

    fn admits(&self, host: &str) -> bool {
        let name = without_port(host);
        is_loopback_name(name)
            || self
                .further_names
                .iter()
                .any(|further| further.eq_ignore_ascii_case(name))
    }
}

/// Whether a host name, written without a port, can only mean this machine: `localhost`, 127.0.0.0/8 or `[::1]`.
pub fn is_loopback_name(name: &str) -> bool {
    let address = name
        .strip_prefix('[')
        .and_then(|rest| rest.strip_suffix(']'))
        .unwrap_or(name);
    name.eq_ignore_ascii_case("localhost")
        || address
            .parse::<IpAddr>()
            .is_ok_and(|address| address.to_canonical().is_loopback())
}

fn host_of<'a>(headers: &'a HeaderMap, uri: &'a Uri) -> Option<&'a str> {
    match headers.get(header::HOST) {
        Some(host) => host.to_str().ok(),
        None => uri.authority().map(axum::http::uri::Authority::as_str),
    }
}

/// The colon inside the brackets of an IPv6 address separates no port.
fn without_port(host: &str) -> &str {
    match host.rsplit_once(':') {
        Some((name, port)) if !port.ends_with(']') => name,
        _ => host,
    }
}

#[cfg(test)]
mod tests {
    use axum::body::Body;
    use axum::routing::get;
    use tower::ServiceExt;

    use super::*;

    async fn status_under(host: &str) -> StatusCode {
        let guard = HostGuard::new(["one.digicert.com".to_owned()]);
        let router = guard.protect(Router::new().route("/", get(|| async {})));
        let request = Request::builder()
            .uri("/")
            .header(header::HOST, host)
            .body(Body::empty())
            .unwrap();
        router.oneshot(request).await.unwrap().status()
    }

    #[tokio::test]
    async fn loopback_names_and_listed_names_are_served() {
        let names = [
            "localhost",
            "LocalHost:80",
            "127.0.0.1",
            "127.0.0.1:8080",
            "127.9.9.9:1",
            "[::1]",
            "[::1]:8080",
        ];
        for host in names
            .into_iter()
            .chain(["one.digicert.com", "ONE.digicert.com:443"])
        {
            assert_eq!(status_under(host).await, StatusCode::OK, "{host}");
        }
    }

    #[tokio::test]
    async fn any_other_name_is_refused() {
        let names = [
            "evil.example",
            "127.0.0.1.evil.example",
            "localhost.evil.example:80",
            "192.0.2.1",
            "",
            ":80",
            "[::2]",
        ];
        for host in names {
            assert_eq!(
                status_under(host).await,
                StatusCode::MISDIRECTED_REQUEST,
                "{host:?}"
            );
        }
    }

    #[tokio::test]
    async fn a_request_without_a_host_is_refused() {
        let router = HostGuard::default().protect(Router::new().route("/", get(|| async {})));
        let request = Request::builder().uri("/").body(Body::empty()).unwrap();
        assert_eq!(
            router.oneshot(request).await.unwrap().status(),
            StatusCode::MISDIRECTED_REQUEST
        );
    }
}
