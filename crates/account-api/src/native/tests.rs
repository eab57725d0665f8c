//! The native transport against a server of one answer.

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::ops::ControlFlow;
use std::rc::Rc;
use std::thread::JoinHandle;
use std::time::Duration;

use super::*;
use crate::{ApiKey, Client, ErrorKind, Host};

/// Answers one connection and gives back what was asked.
fn serve_once(answer: &'static str) -> (String, JoinHandle<String>) {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let origin = format!("http://{}", listener.local_addr().expect("an address"));
    let server = thread::spawn(move || {
        let (mut stream, _) = listener.accept().expect("a connection");
        let asked = read_request(&mut stream);
        stream.write_all(answer.as_bytes()).expect("written");
        asked
    });
    (origin, server)
}

fn read_request(stream: &mut TcpStream) -> String {
    let mut asked = Vec::new();
    let mut buffer = [0; 4096];
    loop {
        let count = stream.read(&mut buffer).expect("readable");
        asked.extend_from_slice(&buffer[..count]);
        let text = String::from_utf8_lossy(&asked).to_lowercase();
        let length = text
            .split("content-length: ")
            .nth(1)
            .and_then(|rest| rest.lines().next()?.parse().ok());
        match text.split_once("\r\n\r\n") {
            Some((_, body)) if body.len() >= length.unwrap_or(0) => return text,
            Some(_) | None if count == 0 => return text,
            Some(_) | None => {}
        }
    }
}

fn send(
    transport: &NativeTransport,
    method: Method,
    url: String,
    credential: &Credential,
    body: Option<&str>,
) -> Result<Response, TransportFailure> {
    wait_for(transport.send(Request {
        method,
        url,
        credential,
        body: body.map(|body| body.as_bytes().to_vec()),
        timeout: Duration::from_secs(2),
        pieces: None,
    }))
}

fn send_in_pieces(url: String, take: TakePiece<'_>) -> Result<Response, TransportFailure> {
    wait_for(NativeTransport::new().send(Request {
        method: Method::Get,
        url,
        credential: &Credential::Session,
        body: None,
        timeout: Duration::from_secs(2),
        pieces: Some(take),
    }))
}

#[test]
fn a_key_travels_as_its_header_and_no_cookie_with_it() {
    let (origin, server) =
        serve_once("HTTP/1.1 200 OK\r\ncontent-length: 9\r\nconnection: close\r\n\r\n{\"id\":1}\n");
    let transport = NativeTransport::with_session("A=1", Some("csrf".to_owned()));
    let client = Client::new(Rc::new(transport), Host::parse(&origin).expect("a host"));
    let key = ApiKey::from_text("secret".to_owned()).expect("a key");
    let signed_in = wait_for(client.sign_in(Credential::ApiKey(key))).expect("signed in");
    assert_eq!(signed_in.caller.id.as_str(), "1");
    let asked = server.join().expect("the server");
    assert!(
        asked.starts_with("get /account/api/v1/user/me http/1.1\r\n"),
        "{asked}"
    );
    assert!(
        asked.contains("x-api-key: secret\r\n") && !asked.contains("cookie") && !asked.contains("xsrf"),
        "{asked}"
    );
}

#[test]
fn a_session_s_change_repeats_the_csrf_token_and_its_reading_does_not() {
    for (method, body, has_token) in [
        (Method::Get, None, false),
        (Method::Put, None, true),
        (Method::Delete, None, true),
        (Method::Post, Some("{\"a\":1}"), true),
    ] {
        let (origin, server) = serve_once("HTTP/1.1 204 No Content\r\nconnection: close\r\n\r\n");
        let transport = NativeTransport::with_session("A=1; B=2", Some("csrf".to_owned()));
        let answer = send(
            &transport,
            method,
            format!("{origin}/x?y=%20"),
            &Credential::Session,
            body,
        );
        assert_eq!(answer.map(|answer| answer.status), Ok(204));
        let asked = server.join().expect("the server");
        assert!(
            asked.starts_with(&format!(
                "{} /x?y=%20 http/1.1\r\n",
                method.as_str().to_lowercase()
            )),
            "{asked}"
        );
        assert!(asked.contains("cookie: a=1; b=2\r\n"), "{asked}");
        assert_eq!(asked.contains("x-xsrf-token: csrf\r\n"), has_token, "{asked}");
        assert!(asked.ends_with(body.unwrap_or("\r\n\r\n")), "{asked}");
        assert_eq!(
            asked.contains("content-type: application/json\r\n"),
            body.is_some(),
            "{asked}"
        );
    }
}

#[test]
fn a_redirect_is_not_followed_and_headers_are_told() {
    let (origin, server) = serve_once(
        "HTTP/1.1 302 Found\r\nlocation: http://127.0.0.1:1/\r\nretry-after: 7\r\ndate: Sun, 06 Nov 1994 08:49:37 GMT\r\n\
         content-type: text/html\r\ncontent-length: 2\r\nconnection: close\r\n\r\nhi",
    );
    let answer = send(
        &NativeTransport::new(),
        Method::Get,
        origin,
        &Credential::Session,
        None,
    )
    .expect("an answer");
    assert_eq!((answer.status, answer.body.as_slice()), (302, b"hi".as_slice()));
    assert_eq!(answer.retry_after.as_deref(), Some("7"));
    assert_eq!(answer.date.as_deref(), Some("Sun, 06 Nov 1994 08:49:37 GMT"));
    assert_eq!(answer.content_type.as_deref(), Some("text/html"));
    server.join().expect("the server");
}

#[test]
fn a_body_is_lent_in_pieces_where_the_status_is_good_and_is_whole_elsewhere() {
    let one_and_two = "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\nconnection: close\r\n\r\n\
                       3\r\none\r\n3\r\ntwo\r\n0\r\n\r\n";
    let nothing = "HTTP/1.1 204 No Content\r\nconnection: close\r\n\r\n";
    let refusal = "HTTP/1.1 503 Busy\r\ncontent-length: 4\r\nconnection: close\r\n\r\nbusy";
    for (served, pieces, body) in [
        (one_and_two, "onetwo", ""),
        (nothing, "", ""),
        (refusal, "", "busy"),
    ] {
        let (origin, server) = serve_once(served);
        let mut lent = Vec::new();
        let answer = send_in_pieces(origin, &mut |piece| {
            lent.extend_from_slice(piece);
            ControlFlow::Continue(())
        });
        let answer = answer.expect("an answer");
        assert_eq!(
            (lent.as_slice(), answer.body.as_slice()),
            (pieces.as_bytes(), body.as_bytes())
        );
        server.join().expect("the server");
    }
}

#[test]
fn a_body_of_which_no_more_is_wanted_is_not_read_to_its_end() {
    // The rest never comes, and nobody waits for it.
    let (origin, server) = serve_once("HTTP/1.1 200 OK\r\ncontent-length: 99\r\n\r\n<html>");
    let answer = send_in_pieces(origin, &mut |_| ControlFlow::Break(()));
    assert_eq!(answer.map(|answer| answer.status), Ok(200));
    server.join().expect("the server");
}

#[test]
fn the_timeout_covers_the_pieces_of_a_body() {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let origin = format!("http://{}", listener.local_addr().expect("an address"));
    let server = thread::spawn(move || {
        let (mut stream, _) = listener.accept().expect("a connection");
        read_request(&mut stream);
        stream
            .write_all(b"HTTP/1.1 200 OK\r\ncontent-length: 99\r\n\r\n[")
            .expect("written");
        // Whoever joins holds the connection open.
        stream
    });
    let answer = send_in_pieces(origin, &mut |_| ControlFlow::Continue(()));
    assert_eq!(answer.err(), Some(TransportFailure::TimedOut));
    server.join().expect("the server");
}

#[test]
fn a_broken_a_silent_and_a_missing_host_are_told_apart() {
    const BROKEN_LIST: &str = "HTTP/1.1 200 OK\r\ncontent-length: 99\r\n\r\n[{\"id\":1},";
    let (origin, server) = serve_once(BROKEN_LIST);
    let mut pieces = Vec::new();
    let answer = send_in_pieces(origin, &mut |piece| {
        pieces.extend_from_slice(piece);
        ControlFlow::Continue(())
    });
    assert!(matches!(answer.err(), Some(TransportFailure::Interrupted(_))));
    assert_eq!(pieces, b"[{\"id\":1},");
    server.join().expect("the server");

    let (origin, server) = serve_once("HTTP/1.1 200 OK\r\ncontent-length: 99\r\n\r\n{\"id\":");
    let client = Client::new(
        Rc::new(NativeTransport::new()),
        Host::parse(&origin).expect("a host"),
    );
    let error = wait_for(client.sign_in(Credential::Session))
        .err()
        .map(|error| error.kind);
    assert_eq!(error, Some(ErrorKind::Interrupted));
    server.join().expect("the server");

    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let origin = format!("http://{}", listener.local_addr().expect("an address"));
    let answer = send(
        &NativeTransport::new(),
        Method::Get,
        origin.clone(),
        &Credential::Session,
        None,
    );
    assert_eq!(answer.err(), Some(TransportFailure::TimedOut));
    let answer = send_in_pieces(origin.clone(), &mut |_| ControlFlow::Continue(()));
    assert_eq!(answer.err(), Some(TransportFailure::TimedOut));

    drop(listener);
    let answer = send(
        &NativeTransport::new(),
        Method::Get,
        origin,
        &Credential::Session,
        None,
    );
    assert_eq!(answer.err(), Some(TransportFailure::Unreachable));
}
