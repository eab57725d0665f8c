//! Signing in and out in a browser, and the double submit.

use std::time::Duration;

use sandbox::Person;

use crate::support::{Answer, TestSandbox};

fn sign_in(sandbox: &TestSandbox, form: &str, headers: &[(&'static str, &str)]) -> Answer {
    let client = sandbox.client(headers.iter().map(|(name, value)| (*name, (*value).to_owned())));
    client.send(
        "POST",
        "/account/sign-in",
        Some("application/x-www-form-urlencoded"),
        form.into(),
    )
}

fn cookies(answer: &Answer) -> Vec<&str> {
    answer
        .headers
        .get_all("set-cookie")
        .iter()
        .map(|value| value.to_str().unwrap())
        .collect()
}

fn value<'a>(cookie: &'a str, name: &str) -> &'a str {
    let (found, rest) = cookie.split_once('=').unwrap();
    assert_eq!(found, name);
    rest.split(';').next().unwrap()
}

#[test]
fn the_sign_in_page_is_a_form_without_scripts() {
    let sandbox = TestSandbox::start();
    let page = sandbox
        .nobody()
        .get("/account/sign-in?return_to=/%3Fa%3D%22%3E%3Cb%3E%26c")
        .expect(200);
    assert_eq!(page.header("content-type"), "text/html; charset=utf-8");
    assert!(
        page.header("content-security-policy")
            .contains("default-src 'none'")
    );
    assert!(page.text.contains("development server"));
    assert!(
        page.text.contains("value=\"/?a=&quot;&gt;&lt;b&gt;&amp;c\""),
        "{}",
        page.text
    );
    assert!(!page.text.contains("<script") && !page.text.contains("style=") && !page.text.contains("<style"));
    let stylesheet = sandbox.nobody().get("/account/sign-in.css").expect(200);
    assert_eq!(stylesheet.header("content-type"), "text/css; charset=utf-8");
}

#[test]
fn signing_in_sets_a_cookie_no_script_can_read_and_one_that_scripts_repeat() {
    let sandbox = TestSandbox::start();
    let answer = sign_in(&sandbox, "person=administrator&return_to=%2F%23%2Fcreate", &[]).expect(303);
    assert_eq!(answer.header("location"), "/#/create");
    let [session, csrf] = cookies(&answer)[..] else {
        panic!("{answer:?}")
    };
    assert!(
        session.ends_with("; Path=/; HttpOnly; SameSite=Strict"),
        "{session}"
    );
    assert!(
        csrf.ends_with("; Path=/; SameSite=Strict") && !csrf.contains("HttpOnly"),
        "{csrf}"
    );
    let (session, csrf) = (value(session, "SANDBOX-SESSION"), value(csrf, "XSRF-TOKEN"));
    let browser = sandbox.client([(
        "cookie",
        format!("other=1; SANDBOX-SESSION={session}; XSRF-TOKEN={csrf}"),
    )]);
    assert_eq!(
        browser.get("/user/me").expect(200).json()["friendly_name"],
        "Administrator"
    );
}

#[test]
fn the_way_back_stays_on_this_origin() {
    let sandbox = TestSandbox::start();
    for elsewhere in [
        "https%3A%2F%2Fevil.example",
        "%2F%2Fevil.example",
        "%2F%5Cevil.example",
        "%2F%09%2Fevil.example",
        "",
    ] {
        let answer = sign_in(&sandbox, &format!("person=auditor&return_to={elsewhere}"), &[]).expect(303);
        assert_eq!(answer.header("location"), "/");
    }
    assert_eq!(
        sign_in(&sandbox, "person=auditor", &[])
            .expect(303)
            .header("location"),
        "/"
    );
}

#[test]
fn a_form_that_names_nobody_or_comes_from_elsewhere_signs_nobody_in() {
    let sandbox = TestSandbox::start();
    for (form, headers, status) in [
        ("person=root", &[][..], 400),
        ("", &[], 400),
        ("person=auditor&person=administrator", &[], 400),
        ("person=administrator", &[("origin", "https://evil.example")], 403),
        ("person=administrator", &[("origin", "null")], 403),
    ] {
        let answer = sign_in(&sandbox, form, headers).expect(status);
        assert!(cookies(&answer).is_empty());
        answer.refusal();
    }
    let json = sandbox.nobody().send(
        "POST",
        "/account/sign-in",
        Some("application/json"),
        b"{}".to_vec(),
    );
    json.expect(415).refusal();
    let origin = sandbox.running.url();
    sign_in(&sandbox, "person=administrator", &[("origin", &origin)]).expect(303);
}

#[test]
fn with_a_session_a_change_needs_the_header_that_repeats_the_cookie() {
    let sandbox = TestSandbox::start();
    let body = sandbox.administrator().body("Forged");
    let cookies = sandbox.running.sign_in(Person::Administrator).unwrap();
    let others = sandbox.running.sign_in(Person::Auditor).unwrap();
    let cookie = format!("SANDBOX-SESSION={}; XSRF-TOKEN={}", cookies.session, cookies.csrf);
    let planted = format!("SANDBOX-SESSION={}; XSRF-TOKEN=planted", cookies.session);
    let without = format!("SANDBOX-SESSION={}", cookies.session);
    for (cookie, header) in [
        (&cookie, None),
        (&cookie, Some("")),
        (&cookie, Some("planted")),
        (&cookie, Some(others.csrf.as_str())),
        (&planted, Some("planted")),
        (&planted, Some(cookies.csrf.as_str())),
        (&without, Some(cookies.csrf.as_str())),
    ] {
        let mut headers = vec![("cookie", cookie.clone())];
        headers.extend(header.map(|header| ("x-xsrf-token", header.to_owned())));
        let browser = sandbox.client(headers);
        browser.get("/user/me").expect(200);
        let refused = browser.post("/user", &body).expect(403);
        assert!(refused.text.contains("X-XSRF-TOKEN"), "{}", refused.text);
        browser.call("POST", "/account/sign-out", None).expect(403);
    }
    let browser = sandbox.client([("cookie", cookie), ("x-xsrf-token", cookies.csrf)]);
    browser.post("/user", &body).expect(201);
}

#[test]
fn an_api_key_needs_no_xsrf_header_even_beside_a_session() {
    let sandbox = TestSandbox::start();
    let cookies = sandbox.running.sign_in(Person::Auditor).unwrap();
    let client = sandbox.client([
        ("cookie", format!("SANDBOX-SESSION={}", cookies.session)),
        ("x-api-key", sandbox.running.administrator_api_key.clone()),
    ]);
    client.create("By key");
    let wrong_key = sandbox.client([
        ("cookie", format!("SANDBOX-SESSION={}", cookies.session)),
        ("x-api-key", "wrong".to_owned()),
    ]);
    wrong_key.get("/user/me").expect(401);
}

#[test]
fn a_session_ends_by_signing_out_and_after_eight_hours() {
    let sandbox = TestSandbox::start();
    let (first, second) = (
        sandbox.session_of(Person::Auditor),
        sandbox.session_of(Person::Auditor),
    );
    let answer = first.call("POST", "/account/sign-out", None).expect(204);
    assert!(cookies(&answer).iter().all(|cookie| cookie.contains("Max-Age=0")));
    assert_eq!(first.get("/user/me").expect(401).refusal().0, "not_signed_in");
    first.call("POST", "/account/sign-out", None).expect(401);

    sandbox.clock.advance(Duration::from_secs(8 * 60 * 60 - 60));
    second.get("/user/me").expect(200);
    sandbox.clock.advance(Duration::from_secs(120));
    second.get("/user/me").expect(401);
}
