//! Who may do what.

use sandbox::Person;
use serde_json::json;

use crate::support::TestSandbox;

#[test]
fn whoever_only_reads_may_look_everywhere_and_change_nothing() {
    let sandbox = TestSandbox::start();
    let administrator = sandbox.administrator();
    let (user, _) = administrator.create("Looked at");
    let tokens = administrator
        .get(&format!("/api-access-token?user_id={user}"))
        .json();
    let token = tokens[0]["id"].as_str().unwrap();
    let auditor = sandbox.session_of(Person::Auditor);
    for path in [
        "/user",
        "/user/me",
        &format!("/user/{user}"),
        "/account",
        "/role",
        &format!("/api-access-token?user_id={user}"),
        &format!("/api-access-token/{token}"),
        "/audit-log",
    ] {
        auditor.get(path).expect(200);
    }
    let before = administrator.get("/user").text;
    let body = auditor.body("Not to be");
    for (method, path, body) in [
        ("POST", "/user", Some(&body)),
        ("PUT", &format!("/user/{user}"), Some(&body)),
        ("PUT", &format!("/user/{user}/disable"), None),
        ("PUT", &format!("/user/{user}/enable"), None),
        ("DELETE", &format!("/user/{user}"), None),
        (
            "POST",
            "/api-access-token",
            Some(&json!({ "name": "a", "user_id": user })),
        ),
        (
            "PUT",
            &format!("/api-access-token/{token}"),
            Some(&json!({ "status": "DISABLED" })),
        ),
        ("DELETE", &format!("/api-access-token/{token}"), None),
    ] {
        let refused = auditor.call(method, path, body).expect(403);
        assert_eq!(refused.refusal().0, "access_denied", "{method} {path}");
        assert!(refused.text.contains("MANAGE_USERS"), "{}", refused.text);
    }
    assert_eq!(administrator.get("/user").text, before);
}

#[test]
fn a_signer_sees_itself_and_its_accounts_and_nobody_else() {
    let sandbox = TestSandbox::start();
    let administrator = sandbox.administrator();
    let (own, token) = administrator.create("Signer");
    let (other, _) = administrator.create("Other");
    let signer = sandbox.with_token(&token);
    for path in [
        "/user/me",
        &format!("/user/{own}"),
        &format!("/api-access-token?user_id={own}"),
        "/role",
    ] {
        signer.get(path).expect(200);
    }
    assert_eq!(
        signer
            .get("/account")
            .expect(200)
            .json()
            .as_array()
            .unwrap()
            .len(),
        1
    );
    let unknown = "00000000-0000-4000-8000-000000000000";
    for path in [
        "/user",
        &format!("/user/{other}"),
        &format!("/api-access-token?user_id={other}"),
        "/audit-log",
        &format!("/api-access-token/{unknown}"),
        &format!("/user/{unknown}"),
    ] {
        signer.get(path).expect(403);
    }
    let body = administrator.body("By a signer");
    signer.post("/user", &body).expect(403);
}

#[test]
fn a_service_user_whose_role_manages_users_manages_users_within_its_accounts() {
    let sandbox = TestSandbox::start();
    let administrator = sandbox.administrator();
    let mut body = administrator.body("Onboarding");
    body["role_ids"] = json!([administrator.role("Account Manager", "User Manager")]);
    let (id, token) = administrator.create_from(&body);
    let onboarding = sandbox.with_token(&token);
    let created = onboarding
        .post("/user", &onboarding.body("Made by a program"))
        .expect(201)
        .json();
    assert_eq!(created["created_by"], id);

    let mut beyond = onboarding.body("Beyond reach");
    beyond["account_ids"] = json!([administrator.get("/account").json()[1]["id"]]);
    assert_eq!(
        onboarding.post("/user", &beyond).expect(400).refusal().0,
        "unknown_account"
    );
}

#[test]
fn nobody_gets_nothing_but_the_sign_in_page_and_the_document() {
    let sandbox = TestSandbox::start();
    let nobody = sandbox.nobody();
    let id = "00000000-0000-4000-8000-000000000000";
    for (method, path) in [
        ("GET", "/user"),
        ("GET", "/user/me"),
        ("GET", &*format!("/user/{id}")),
        ("GET", "/user/no-uuid"),
        ("POST", "/user"),
        ("PUT", &format!("/user/{id}")),
        ("DELETE", &format!("/user/{id}")),
        ("PUT", &format!("/user/{id}/enable")),
        ("GET", "/account"),
        ("GET", "/role"),
        ("GET", "/api-access-token"),
        ("POST", "/api-access-token"),
        ("GET", "/audit-log"),
        ("GET", "/audit-log?status=WRONG"),
    ] {
        assert_eq!(
            nobody.call(method, path, None).expect(401).refusal().0,
            "not_signed_in",
            "{method} {path}"
        );
    }
    nobody.get("/account/sign-in").expect(200);
    nobody.get("/account/openapi.json").expect(200);
}
