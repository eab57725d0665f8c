//! What reaches the upstream, and what comes back.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::extract::Request;
use axum::http::{HeaderMap, StatusCode};
use axum::response::IntoResponse;
use axum::routing::any;

use crate::support::TestProxy;

type Seen = Arc<Mutex<Vec<(String, HeaderMap, String)>>>;

/// An upstream that notes what it is asked and answers with a cookie.
fn noting() -> (Seen, Router) {
    let seen = Seen::default();
    let notes = Arc::clone(&seen);
    let answer = move |request: Request| async move {
        let (parts, body) = request.into_parts();
        let body = axum::body::to_bytes(body, 1 << 20).await.unwrap();
        let asked = format!("{} {}", parts.method, parts.uri);
        notes
            .lock()
            .unwrap()
            .push((asked, parts.headers, String::from_utf8(body.to_vec()).unwrap()));
        let headers = [
            (
                "set-cookie",
                "SESSION=1; Domain=one.example; Path=/; Secure; HttpOnly",
            ),
            ("x-request-id", "7"),
        ];
        (StatusCode::CREATED, headers, "made")
    };
    (seen, Router::new().fallback(any(answer)))
}

#[test]
fn a_request_reaches_the_upstream_as_if_its_own_page_had_made_it() {
    let (seen, router) = noting();
    let proxy = TestProxy::before(router);
    let own = proxy.running.url();
    let headers = [
        ("cookie", "SESSION=1"),
        ("x-api-key", "key"),
        ("x-xsrf-token", "token"),
        ("content-type", "application/json"),
        ("origin", &*own),
        ("referer", &format!("{own}/a")),
    ];
    let answer = proxy
        .send(
            "POST",
            "/account/api/v1/user?x=%2F&y",
            &headers,
            Some("{\"a\":1}"),
        )
        .expect(201);
    assert_eq!(answer.text, "made");
    assert_eq!(answer.header("set-cookie"), "SESSION=1; Path=/; HttpOnly");
    assert_eq!(answer.header("x-request-id"), "7");

    let seen = seen.lock().unwrap();
    let [(asked, headers, body)] = &seen[..] else {
        panic!("{seen:?}")
    };
    assert_eq!(
        (asked.as_str(), body.as_str()),
        ("POST /account/api/v1/user?x=%2F&y", "{\"a\":1}")
    );
    let header = |name: &str| headers.get(name).map(|value| value.to_str().unwrap());
    assert_eq!(header("cookie"), Some("SESSION=1"));
    assert_eq!(header("x-api-key"), Some("key"));
    assert_eq!(header("x-xsrf-token"), Some("token"));
    assert_eq!(header("content-length"), Some("7"));
    let upstream = format!("http://{}", header("host").unwrap());
    assert_ne!(upstream, own);
    assert_eq!(header("origin"), Some(upstream.as_str()));
    assert_eq!(header("referer"), Some(&*format!("{upstream}/a")));
}

#[test]
fn every_method_is_passed_on() {
    let (seen, router) = noting();
    let proxy = TestProxy::before(router);
    for method in ["GET", "PUT", "DELETE", "OPTIONS"] {
        proxy
            .send(method, "/account/x", &[], (method == "PUT").then_some("body"))
            .expect(201);
    }
    let asked: Vec<String> = seen
        .lock()
        .unwrap()
        .iter()
        .map(|(asked, ..)| asked.clone())
        .collect();
    assert_eq!(
        asked,
        [
            "GET /account/x",
            "PUT /account/x",
            "DELETE /account/x",
            "OPTIONS /account/x"
        ]
    );
}

#[test]
fn a_redirect_is_passed_on_and_not_followed() {
    let (seen, noting) = noting();
    let elsewhere =
        || async { (StatusCode::FOUND, [("location", "https://login.example/?a=b")]).into_response() };
    let proxy = TestProxy::before(noting.route("/account/sign-in", any(elsewhere)));
    let answer = proxy.get("/account/sign-in", &[]).expect(302);
    assert_eq!(answer.header("location"), "https://login.example/?a=b");
    assert!(seen.lock().unwrap().is_empty());
}

#[test]
fn refusals_of_the_upstream_are_passed_on_as_they_are() {
    let refusing =
        || async { (StatusCode::UNAUTHORIZED, [("retry-after", "3")], "<h1>No</h1>").into_response() };
    let proxy = TestProxy::before(Router::new().route("/account/x", any(refusing)));
    let answer = proxy.get("/account/x", &[]).expect(401);
    assert_eq!(
        (answer.text.as_str(), answer.header("retry-after")),
        ("<h1>No</h1>", "3")
    );
}

/// Talks to the proxy by hand: a client library would gather a body before sending or showing it.
fn connect(proxy: &TestProxy) -> TcpStream {
    let connection = TcpStream::connect(proxy.running.address).unwrap();
    connection
        .set_read_timeout(Some(Duration::from_secs(10)))
        .unwrap();
    connection
}

#[test]
fn the_beginning_of_an_answer_arrives_before_its_end_is_sent() {
    let (sender, receiver) = tokio::sync::mpsc::unbounded_channel::<&'static str>();
    let receiver = Arc::new(Mutex::new(Some(receiver)));
    let streaming = move || {
        let mut receiver = receiver.lock().unwrap().take().unwrap();
        async move {
            Body::from_stream(futures_util::stream::poll_fn(move |context| {
                receiver
                    .poll_recv(context)
                    .map(|piece| piece.map(Ok::<_, std::io::Error>))
            }))
        }
    };
    let proxy = TestProxy::before(Router::new().route("/account/list", any(streaming)));
    let mut connection = connect(&proxy);
    connection
        .write_all(b"GET /account/list HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
        .unwrap();
    sender.send("first").unwrap();
    let mut reader = BufReader::new(connection);
    let mut line = String::new();
    while !line.starts_with("first") {
        line.clear();
        assert_ne!(reader.read_line(&mut line).unwrap(), 0, "the answer ended early");
    }
    sender.send("last").unwrap();
    drop(sender);
    let mut rest = String::new();
    reader.read_to_string(&mut rest).unwrap();
    assert!(rest.contains("last"), "{rest}");
}

#[test]
fn the_beginning_of_a_request_arrives_before_its_end_is_sent() {
    let (sender, mut receiver) = tokio::sync::mpsc::unbounded_channel::<Vec<u8>>();
    let taking = move |request: Request| {
        let sender = sender.clone();
        async move {
            let mut pieces = request.into_body().into_data_stream();
            while let Some(piece) = futures_util::StreamExt::next(&mut pieces).await {
                sender.send(piece.unwrap().to_vec()).unwrap();
            }
            "taken"
        }
    };
    let proxy = TestProxy::before(Router::new().route("/account/take", any(taking)));
    let mut connection = connect(&proxy);
    let head = b"POST /account/take HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n";
    connection.write_all(head).unwrap();
    connection.write_all(b"5\r\nfirst\r\n").unwrap();
    assert_eq!(proxy.runtime.block_on(receiver.recv()).unwrap(), b"first");
    connection.write_all(b"4\r\nlast\r\n0\r\n\r\n").unwrap();
    assert_eq!(proxy.runtime.block_on(receiver.recv()).unwrap(), b"last");
    let mut answer = String::new();
    connection.read_to_string(&mut answer).unwrap();
    assert!(
        answer.starts_with("HTTP/1.1 200 OK") && answer.contains("taken"),
        "{answer}"
    );
}
