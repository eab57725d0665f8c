//! The browser's transport in a browser, with a `fetch` that notes what it was asked and answers from a script.

#![cfg(target_arch = "wasm32")]
#![expect(
    clippy::expect_used,
    clippy::panic,
    reason = "clippy knows tests by another attribute than wasm-bindgen's"
)]

use std::cell::Cell;
use std::future::Future;
use std::ops::ControlFlow;
use std::pin::Pin;
use std::rc::Rc;
use std::time::Duration;

use account_api::browser::BrowserTransport;
use account_api::{
    ApiKey, Client, Credential, CsrfCookie, Error, ErrorKind, Host, Method, Request, Response, TakePiece,
    Transport, TransportFailure,
};
use service_user::{TokenId, UserId};
use wasm_bindgen::JsValue;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

/// Puts a `fetch` in place of the browser's and takes it away when dropped. `answer` is JavaScript: it sees the `request`
/// and returns or throws what `fetch` shall.
struct FakeFetch;

impl FakeFetch {
    fn new(answer: &str) -> Self {
        run(&format!(
            "window.realFetch ??= window.fetch;
             window.asked = [];
             window.fetch = async request => {{
                 const body = request.method === 'HEAD' ? '' : await request.clone().text();
                 const header = name => request.headers.get(name);
                 window.asked.push([request.method, request.url, request.mode, request.credentials, request.redirect,
                     request.cache, request.referrerPolicy, header('x-api-key'), header('x-xsrf-token'),
                     header('content-type'), body].join('|'));
                 {answer}
             }};"
        ));
        Self
    }

    /// What was asked, one text a request: `method|url|mode|credentials|redirect|cache|referrer|key|csrf|type|body`.
    fn asked(&self) -> Vec<String> {
        js_sys::Array::from(&run("window.asked"))
            .iter()
            .filter_map(|text| text.as_string())
            .collect()
    }
}

impl Drop for FakeFetch {
    fn drop(&mut self) {
        run("window.fetch = window.realFetch; document.cookie = 'XSRF-TOKEN=; max-age=0; path=/';");
    }
}

fn run(script: &str) -> JsValue {
    js_sys::eval(script).expect("a script")
}

fn page_origin() -> String {
    run("location.origin").as_string().expect("an origin")
}

fn key() -> Credential {
    Credential::ApiKey(ApiKey::from_text("secret".to_owned()).expect("a key"))
}

async fn send(
    transport: &BrowserTransport,
    method: Method,
    origin: &str,
    credential: &Credential,
    body: Option<&str>,
) -> Result<Response, TransportFailure> {
    let request = Request {
        method,
        url: format!("{origin}/account/api/v1/user?x=%2F%20"),
        credential,
        body: body.map(|body| body.as_bytes().to_vec()),
        timeout: Duration::from_millis(300),
        pieces: None,
    };
    transport.send(request).await
}

/// The answer to somebody who wants its body in pieces, and the pieces; after each, `flow` says whether more are wanted.
async fn send_in_pieces(flow: ControlFlow<()>) -> (Result<Response, TransportFailure>, Vec<Vec<u8>>) {
    let mut pieces = Vec::new();
    let take: TakePiece<'_> = &mut |piece| {
        pieces.push(piece.to_vec());
        flow
    };
    let request = Request {
        method: Method::Get,
        url: format!("{}/account/api/v1/user", page_origin()),
        credential: &Credential::Session,
        body: None,
        timeout: Duration::from_millis(300),
        pieces: Some(take),
    };
    let answer = BrowserTransport::new().send(request).await;
    (answer, pieces)
}

/// JavaScript of an answer whose body arrives in these pieces; the expression `then` says what comes after them.
fn in_pieces(pieces: &[&str], then: &str) -> String {
    format!(
        "const pieces = {pieces:?}.map(piece => new TextEncoder().encode(piece));
         return new Response(new ReadableStream({{
             pull(stream) {{
                 const piece = pieces.shift();
                 if (piece) stream.enqueue(piece); else return {then};
             }},
             cancel() {{ window.asked.push('cancelled'); }},
         }}));"
    )
}

#[wasm_bindgen_test]
async fn a_key_travels_without_cookies_and_follows_no_redirect() {
    let fetch = FakeFetch::new("return new Response('', {status: 201});");
    let transport = BrowserTransport::new();
    let url = "https://api.example/account/api/v1/user?x=%2F%20";
    for (method, body) in [(Method::Get, None), (Method::Post, Some("{\"a\":\"é\"}"))] {
        send(&transport, method, "https://api.example", &key(), body)
            .await
            .map(drop)
            .expect("an answer");
        let verb = method.as_str();
        let (kind, text) = body.map_or(("", ""), |text| ("application/json", text));
        let expected = format!("{verb}|{url}|cors|omit|manual|no-store|no-referrer|secret||{kind}|{text}");
        assert_eq!(fetch.asked().pop(), Some(expected));
    }
}

#[wasm_bindgen_test]
async fn a_session_s_change_repeats_the_cookie_to_the_page_s_own_origin_alone() {
    let fetch = FakeFetch::new("return new Response(null, {status: 204});");
    run("document.cookie = 'XSRF-TOKEN=ab%3D; path=/'");
    let transport = BrowserTransport::new();
    let own = page_origin();
    for (method, origin, token) in [
        (Method::Get, own.as_str(), ""),
        (Method::Put, own.as_str(), "ab%3D"),
        (Method::Delete, own.as_str(), "ab%3D"),
        (Method::Put, "https://api.example", ""),
    ] {
        send(&transport, method, origin, &Credential::Session, None)
            .await
            .map(drop)
            .expect("an answer");
        let asked = fetch.asked().pop().expect("a request");
        let expected = format!("|cors|include|manual|no-store|no-referrer||{token}||");
        assert!(asked.ends_with(&expected), "{asked}");
    }
}

#[wasm_bindgen_test]
async fn the_cookie_may_be_read_elsewhere() {
    struct Extension;
    impl CsrfCookie for Extension {
        fn value<'a>(&'a self, origin: &'a str) -> Pin<Box<dyn Future<Output = Option<String>> + 'a>> {
            Box::pin(async move { (origin == "https://api.example").then(|| "from-the-browser".to_owned()) })
        }
    }
    let fetch = FakeFetch::new("return new Response(null, {status: 204});");
    let transport = BrowserTransport::with_csrf_cookie(Rc::new(Extension));
    send(
        &transport,
        Method::Put,
        "https://api.example",
        &Credential::Session,
        None,
    )
    .await
    .map(drop)
    .expect("an answer");
    assert!(
        fetch
            .asked()
            .pop()
            .is_some_and(|asked| asked.contains("|from-the-browser|"))
    );
}

#[wasm_bindgen_test]
async fn status_headers_and_body_are_handed_over() {
    let _fetch = FakeFetch::new(
        "return new Response(new Uint8Array([123, 255, 0]), {status: 429,
             headers: {'Retry-After': '7', 'Content-Type': 'text/x', 'Date': 'Sun, 06 Nov 1994 08:49:37 GMT'}});",
    );
    let answer = send(
        &BrowserTransport::new(),
        Method::Get,
        &page_origin(),
        &key(),
        None,
    )
    .await;
    let answer = answer.expect("an answer");
    assert_eq!(
        (answer.status, answer.body.as_slice()),
        (429, [123, 255, 0].as_slice())
    );
    assert_eq!(answer.retry_after.as_deref(), Some("7"));
    assert_eq!(answer.content_type.as_deref(), Some("text/x"));
    assert_eq!(answer.date.as_deref(), Some("Sun, 06 Nov 1994 08:49:37 GMT"));
}

#[wasm_bindgen_test]
async fn a_host_that_hides_its_date_is_answered_with_the_page_s_own() {
    let _fetch = FakeFetch::new(
        "return new Response('', {status: 503, headers: {'Retry-After': new Date(Date.now() + 90500).toUTCString()}});",
    );
    let host = Host::parse("api.example").expect("a host");
    let error = Client::new(Rc::new(BrowserTransport::new()), host)
        .sign_in(key())
        .await
        .err()
        .expect("an error");
    let account_api::Retry::After(pause) = error.retry() else {
        panic!("{error}")
    };
    assert!((85..=91).contains(&pause.as_secs()), "{pause:?}");
}

#[wasm_bindgen_test]
async fn a_redirect_ends_the_session() {
    let _fetch = FakeFetch::new(
        "const answer = Response.error(); Object.defineProperty(answer, 'type', {value: 'opaqueredirect'}); return answer;",
    );
    let host = Host::parse("api.example").expect("a host");
    let client = Client::new(Rc::new(BrowserTransport::new()), host);
    let error = client.sign_in(Credential::Session).await.err();
    assert_eq!(error.map(|error: Error| error.kind), Some(ErrorKind::NotSignedIn));
}

#[wasm_bindgen_test]
async fn a_host_that_refuses_foreign_pages_is_told_from_one_that_is_down() {
    let own = page_origin();
    let refuses =
        "if (request.mode === 'no-cors') return new Response(''); throw new TypeError('Failed to fetch');";
    let is_down = "throw new TypeError('Failed to fetch');";
    let broke = || TransportFailure::Interrupted("TypeError".to_owned());
    for (script, origin, failure) in [
        (
            refuses,
            "https://api.example",
            TransportFailure::CrossOriginRefused,
        ),
        (refuses, own.as_str(), broke()),
        (is_down, "https://api.example", TransportFailure::Unreachable),
        (is_down, own.as_str(), TransportFailure::Unreachable),
    ] {
        let fetch = FakeFetch::new(script);
        let answer = send(&BrowserTransport::new(), Method::Get, origin, &key(), None).await;
        assert_eq!(answer.err(), Some(failure), "{script} {origin}");
        let probe = format!("HEAD|{origin}/|no-cors|omit|follow|no-store|no-referrer||||");
        assert_eq!(fetch.asked().pop(), Some(probe));
    }
}

#[wasm_bindgen_test]
async fn a_host_that_has_answered_before_is_not_taken_for_one_that_refuses() {
    let _fetch = FakeFetch::new(
        "if (request.mode === 'no-cors') return new Response('');
         if (request.method === 'GET') return new Response('{\"id\":\"me\"}');
         throw new TypeError('connection reset');",
    );
    let client = Client::new(
        Rc::new(BrowserTransport::new()),
        Host::parse("api.example").expect("a host"),
    );
    let signed_in = client.sign_in(key()).await.expect("signed in");
    let error = signed_in.disable(&UserId::new("u")).await.expect_err("an error");
    assert_eq!((error.kind, error.is_ambiguous()), (ErrorKind::Interrupted, true));
}

#[wasm_bindgen_test]
async fn the_timeout_covers_the_answer_and_its_body() {
    let waits = "return await new Promise((_, refuse) => request.signal.onabort = () => refuse(request.signal.reason));";
    let stalls = "return new Response(new ReadableStream({start(stream) {
                      stream.enqueue(new Uint8Array([123]));
                      request.signal.onabort = () => stream.error(request.signal.reason);
                  }}));";
    for script in [waits, stalls] {
        let _fetch = FakeFetch::new(script);
        let answer = send(
            &BrowserTransport::new(),
            Method::Get,
            &page_origin(),
            &key(),
            None,
        )
        .await;
        assert_eq!(answer.err(), Some(TransportFailure::TimedOut), "{script}");
    }
}

#[wasm_bindgen_test]
async fn a_body_that_breaks_off_is_an_interruption_and_no_fault_panics() {
    // What the browser calls the second is its own affair.
    for fault in ["new TypeError('reset')", "7"] {
        let script = format!(
            "return new Response(new ReadableStream({{start(stream) {{ stream.error({fault}); }}}}));"
        );
        let _fetch = FakeFetch::new(&script);
        let answer = send(
            &BrowserTransport::new(),
            Method::Get,
            &page_origin(),
            &key(),
            None,
        )
        .await;
        assert!(
            matches!(answer.err(), Some(TransportFailure::Interrupted(_))),
            "{script}"
        );
    }
    for script in [
        "throw 7;",
        "throw undefined;",
        "return 'not a response';",
        "return null;",
    ] {
        let _fetch = FakeFetch::new(script);
        let answer = send(
            &BrowserTransport::new(),
            Method::Get,
            &page_origin(),
            &key(),
            None,
        )
        .await;
        assert_eq!(answer.err(), Some(TransportFailure::Unreachable), "{script}");
    }
}

#[wasm_bindgen_test]
async fn a_good_answer_s_body_is_lent_in_pieces_and_another_s_is_whole() {
    let cut = "const piece = (...bytes) => new Uint8Array(bytes);
               return new Response(new ReadableStream({start(stream) {
                   stream.enqueue(piece(91, 0xc3)); stream.enqueue(piece()); stream.enqueue(piece(0xa9, 93)); stream.close();
               }}));";
    let refusal = "return new Response('busy', {status: 503, headers: {'Retry-After': '7'}});";
    for (script, status, pieces, body) in [
        (cut, 200, &[&[91, 0xc3][..], &[0xa9, 93]][..], ""),
        ("return new Response(null, {status: 204});", 204, &[], ""),
        ("return new Response('', {status: 200});", 200, &[], ""),
        (refusal, 503, &[], "busy"),
    ] {
        let _fetch = FakeFetch::new(script);
        let (answer, lent) = send_in_pieces(ControlFlow::Continue(())).await;
        let answer = answer.expect("an answer");
        assert_eq!((answer.status, answer.body.as_slice()), (status, body.as_bytes()));
        assert_eq!(lent, pieces, "{script}");
    }
}

#[wasm_bindgen_test]
async fn the_timeout_covers_the_pieces_and_a_break_between_them_is_an_interruption() {
    let stalls = "new Promise((_, refuse) => request.signal.onabort = () => refuse(request.signal.reason))";
    let breaks = "stream.error(new TypeError('reset'))";
    let is_odd = "stream.error(7)";
    let is_no_bytes = "stream.enqueue('text')";
    for then in [stalls, breaks, is_odd, is_no_bytes] {
        let _fetch = FakeFetch::new(&in_pieces(&["[", "1"], then));
        let (answer, lent) = send_in_pieces(ControlFlow::Continue(())).await;
        match answer.err().expect("a failure") {
            TransportFailure::TimedOut => assert_eq!(then, stalls),
            TransportFailure::Interrupted(_) => assert_ne!(then, stalls),
            other => panic!("{then}: {other:?}"),
        }
        assert_eq!(lent.concat(), b"[1", "{then}");
    }
    let locked = "const answer = new Response('[]'); answer.body.getReader(); return answer;";
    let _fetch = FakeFetch::new(locked);
    let (answer, _) = send_in_pieces(ControlFlow::Continue(())).await;
    assert!(matches!(answer.err(), Some(TransportFailure::Interrupted(_))));
}

#[wasm_bindgen_test]
async fn a_body_of_which_no_more_is_wanted_is_cancelled() {
    let fetch = FakeFetch::new(&in_pieces(&["<html>", "never read"], "new Promise(() => {})"));
    let (answer, lent) = send_in_pieces(ControlFlow::Break(())).await;
    assert_eq!(answer.map(|answer| answer.status), Ok(200));
    assert_eq!(lent.concat(), b"<html>");
    assert_eq!(fetch.asked().pop().as_deref(), Some("cancelled"));
}

#[wasm_bindgen_test]
async fn a_long_list_leaves_the_page_its_turn_and_its_users_arrive_meanwhile() {
    // It is there as a whole, so that nothing is ever waited for, and it comes in a single piece.
    let fetch = FakeFetch::new(
        "if (request.url.endsWith('/me')) return new Response('{\"id\":\"me\"}');
         window.turns = 0;
         const {port1: counter, port2: starter} = window.counting = new MessageChannel();
         counter.onmessage = () => { window.turns += 1; starter.postMessage(0); };
         starter.postMessage(0);
         const users = Array.from({length: 20000}, (_, n) => ({id: `u${n}`, description: 'é'.repeat(100)}));
         return new Response(new TextEncoder().encode(JSON.stringify(users)));",
    );
    let client = Client::new(
        Rc::new(BrowserTransport::new()),
        Host::parse("api.example").expect("a host"),
    );
    let signed_in = client.sign_in(key()).await.expect("signed in");
    let (mut turns, mut count) = (Vec::new(), 0);
    let arrived = &mut |users: Vec<_>| {
        count += users.len();
        turns.push(run("window.turns").as_f64().expect("a number"));
    };
    signed_in
        .service_users_in_pieces(arrived)
        .await
        .expect("the list");
    run("window.counting.port1.close()");
    drop(fetch);
    assert_eq!(count, 20_000);
    turns.dedup();
    assert!(turns.len() > 3, "{turns:?}");
}

#[wasm_bindgen_test]
async fn a_token_is_checked_without_the_session_s_cookies() {
    let fetch = FakeFetch::new("return new Response('{\"id\":\"me\"}');");
    let host = Host::parse("api.example").expect("a host");
    let client = Client::new(Rc::new(BrowserTransport::new()), host);
    let signed_in = client.sign_in(Credential::Session).await.expect("signed in");
    let token = TokenId::from_text("the-token".to_owned());
    signed_in.check_token(&token).await.expect("the token works");
    let url = "https://api.example/account/api/v1/user/me";
    let expected = [("include", ""), ("omit", "the-token")].map(|(credentials, token)| {
        format!("GET|{url}|cors|{credentials}|manual|no-store|no-referrer|{token}|||")
    });
    assert_eq!(fetch.asked(), expected);
}

#[wasm_bindgen_test]
async fn a_cookie_that_no_header_can_carry_is_left_out() {
    struct Odd(Cell<bool>);
    impl CsrfCookie for Odd {
        fn value<'a>(&'a self, _: &'a str) -> Pin<Box<dyn Future<Output = Option<String>> + 'a>> {
            self.0.set(true);
            Box::pin(async { Some("a\r\nb".to_owned()) })
        }
    }
    let fetch = FakeFetch::new("return new Response(null, {status: 204});");
    let odd = Rc::new(Odd(Cell::new(false)));
    let transport = BrowserTransport::with_csrf_cookie(odd.clone());
    send(
        &transport,
        Method::Put,
        "https://api.example",
        &Credential::Session,
        None,
    )
    .await
    .map(drop)
    .expect("an answer");
    assert!(
        odd.0.get()
            && fetch
                .asked()
                .pop()
                .is_some_and(|asked| asked.ends_with("|no-referrer||||"))
    );
}
