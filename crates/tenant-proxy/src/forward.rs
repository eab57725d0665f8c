//! Passing one request on, and its answer back.

use std::error::Error;
use std::io;

use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use local_origin::{is_of_this_origin, refusal};

use crate::headers;
use crate::upstream::Upstream;

/// Where to, and by which client.
#[derive(Clone)]
pub(crate) struct Forwarder {
    pub(crate) upstream: Upstream,
    pub(crate) client: reqwest::Client,
}

/// Passes a request on. Both bodies are passed on as they come, never as a whole.
pub(crate) async fn forward(State(forwarder): State<Forwarder>, request: Request) -> Response {
    let (parts, body) = request.into_parts();
    if !is_of_this_origin(&parts.headers) {
        let message =
            "The request comes from a page of another origin, and this proxy serves its own page only.";
        return refusal(StatusCode::FORBIDDEN, "other_origin", message);
    }
    let path = parts.uri.path_and_query().map_or("/", |path| path.as_str());
    let Some(address) = forwarder.upstream.address_of(path) else {
        let message = "This proxy passes on what is under /account/ and nothing else.";
        return refusal(StatusCode::NOT_FOUND, "resource_not_found", message);
    };
    let has_body = has_body(&parts.headers);
    let mut request = forwarder.client.request(parts.method, address);
    request = request.headers(headers::for_upstream(parts.headers, &forwarder.upstream));
    if has_body {
        request = request.body(reqwest::Body::wrap_stream(body.into_data_stream()));
    }
    match request.send().await {
        Ok(answer) => pass_back(answer, &forwarder.upstream),
        Err(error) => explain(&error, &forwarder.upstream),
    }
}

fn has_body(headers: &HeaderMap) -> bool {
    let length = headers.get(header::CONTENT_LENGTH);
    headers.contains_key(header::TRANSFER_ENCODING) || length.is_some_and(|length| length != "0")
}

fn pass_back(answer: reqwest::Response, upstream: &Upstream) -> Response {
    let status = answer.status();
    let headers = headers::for_page(answer.headers().clone(), upstream);
    (status, headers, Body::from_stream(answer.bytes_stream())).into_response()
}

fn explain(error: &reqwest::Error, upstream: &Upstream) -> Response {
    let host = upstream.host();
    // An alert that comes later may come after the request has left: a host can ask for a certificate of the client that late.
    match tls_fault(error).filter(|_| error.is_connect()) {
        Some(rustls::Error::InvalidCertificate(reason)) => {
            let message = format!(
                "The certificate of {host} is not trusted ({reason}), so nothing was sent to it. If the host has a certificate \
                 authority of its own, name its certificate in SSL_CERT_FILE and start again."
            );
            refusal(
                StatusCode::BAD_GATEWAY,
                "upstream_certificate_not_trusted",
                &message,
            )
        }
        Some(fault) => {
            let message =
                format!("No safe connection to {host} could be made ({fault}), so nothing was sent to it.");
            refusal(StatusCode::BAD_GATEWAY, "upstream_tls_failed", &message)
        }
        // Before the other: making the connection may take too long as well, and nothing was sent then.
        None if error.is_connect() => {
            let message = format!("{host} cannot be reached: check its name and this machine's network.");
            refusal(StatusCode::BAD_GATEWAY, "upstream_unreachable", &message)
        }
        None if error.is_timeout() => {
            let message = format!(
                "{host} did not answer in time. The request may have reached it: look before trying again."
            );
            refusal(StatusCode::GATEWAY_TIMEOUT, "upstream_timed_out", &message)
        }
        None => {
            let message = format!(
                "The connection to {host} broke. The request may have reached it: look before trying again."
            );
            refusal(StatusCode::BAD_GATEWAY, "upstream_interrupted", &message)
        }
    }
}

/// What rustls has to say, wherever in the chain of causes it stands.
fn tls_fault<'a>(error: &'a (dyn Error + 'static)) -> Option<&'a rustls::Error> {
    let mut cause = Some(error);
    while let Some(current) = cause {
        if let Some(fault) = current.downcast_ref() {
            return Some(fault);
        }
        // An I/O error names the cause of its cause as its own, and so passes over the error that it carries.
        cause = match current.downcast_ref::<io::Error>().and_then(io::Error::get_ref) {
            Some(carried) => Some(carried),
            None => current.source(),
        };
    }
    None
}
