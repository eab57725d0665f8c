//! Requests that are wrong in their form.

use crate::support::TestSandbox;

#[test]
fn a_body_that_is_not_a_fitting_json_object_is_a_bad_request() {
    let sandbox = TestSandbox::start();
    let administrator = sandbox.administrator();
    let (user, _) = administrator.create("Target");
    let tokens = administrator
        .get(&format!("/api-access-token?user_id={user}"))
        .json();
    let token = format!("/api-access-token/{}", tokens[0]["id"].as_str().unwrap());
    for body in [
        "",
        "{",
        "[]",
        "null",
        "\"a\"",
        "1",
        "{\"friendly_name\": 1}",
        "{\"friendly_name\": \"\\ud800\"}",
        "\u{feff}{}",
    ] {
        for (method, path) in [
            ("POST", "/user"),
            ("PUT", &*format!("/user/{user}")),
            ("POST", "/api-access-token"),
        ] {
            let refused = administrator
                .send(method, path, Some("application/json"), body.into())
                .expect(400);
            assert_eq!(refused.refusal().0, "invalid_request", "{method} {path} {body:?}");
        }
    }
    for body in ["[]", "{\"status\": \"active\"}", "{\"name\": \"\"}"] {
        administrator
            .send("PUT", &token, Some("application/json"), body.into())
            .expect(400);
    }
}

#[test]
fn the_content_type_has_to_be_json() {
    let sandbox = TestSandbox::start();
    let administrator = sandbox.administrator();
    let body = |name: &str| administrator.body(name).to_string().into_bytes();
    for wrong in [
        None,
        Some("text/plain"),
        Some("application/x-www-form-urlencoded"),
        Some("application/jsonp"),
    ] {
        let refused = administrator
            .send("POST", "/user", wrong, body("Typed"))
            .expect(415);
        assert_eq!(refused.refusal().0, "unsupported_media_type");
    }
    for (number, right) in [
        "application/json",
        "application/json; charset=utf-8",
        "Application/JSON",
    ]
    .iter()
    .enumerate()
    {
        administrator
            .send("POST", "/user", Some(right), body(&format!("Typed {number}")))
            .expect(201);
    }
}

#[test]
fn a_request_that_is_too_long_is_refused() {
    let sandbox = TestSandbox::start();
    let administrator = sandbox.administrator();
    let mut body = administrator.body("Long");
    body["description"] = "a".repeat(70_000).into();
    assert_eq!(
        administrator.post("/user", &body).expect(413).refusal().0,
        "request_too_long"
    );
}

#[test]
fn unknown_fields_are_passed_over() {
    let sandbox = TestSandbox::start();
    let administrator = sandbox.administrator();
    let mut body = administrator.body("Forward compatible");
    body["shoe_size"] = 43.into();
    administrator.post("/user", &body).expect(201);
}

#[test]
fn a_query_that_is_wrong_is_a_bad_request() {
    let sandbox = TestSandbox::start();
    let administrator = sandbox.administrator();
    for path in [
        "/user?user_type=robot",
        "/user?user_type=",
        "/user?user_type=service&user_type=standard",
        "/api-access-token",
        "/api-access-token?user_id=",
        "/api-access-token?user_id=me",
        "/audit-log?from=2026-02-30",
        "/audit-log?to=yesterday",
        "/audit-log?status=success",
        "/audit-log?action=EAT",
        "/audit-log?resource_types=SERVICE_USER,CAKE",
        "/audit-log?resource_types=",
        "/audit-log?sort=random",
        "/audit-log?account_id=1",
    ] {
        assert_eq!(
            administrator.get(path).expect(400).refusal().0,
            "invalid_request",
            "{path}"
        );
    }
}

#[test]
fn a_method_that_is_not_possible_is_refused_and_the_possible_ones_are_named() {
    let sandbox = TestSandbox::start();
    let administrator = sandbox.administrator();
    for (method, path, allowed) in [
        ("PATCH", "/user", "GET,HEAD,POST"),
        ("DELETE", "/user/me", "GET,HEAD"),
        ("POST", "/audit-log", "GET,HEAD"),
        ("OPTIONS", "/role", "GET,HEAD"),
        ("PUT", "/account/sign-in", "GET,HEAD,POST"),
        ("GET", "/account/sign-out", "POST"),
    ] {
        let refused = administrator.call(method, path, None).expect(405);
        assert_eq!(refused.header("allow"), allowed, "{method} {path}");
        assert_eq!(refused.refusal().0, "method_not_allowed");
    }
}
