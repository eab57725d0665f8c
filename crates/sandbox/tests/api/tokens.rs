//! Further tokens: rotation with overlap.

use std::time::Duration;

use sandbox::{Database, Options};
use serde_json::json;

use crate::support::{TestSandbox, in_days};

#[test]
fn two_tokens_work_side_by_side_until_the_old_one_is_disabled_and_deleted() {
    let sandbox = TestSandbox::start();
    let administrator = sandbox.administrator();
    let (user, old) = administrator.create("Rotated");
    let made = administrator
        .post("/api-access-token", &json!({ "name": "Second", "user_id": user }))
        .expect(201)
        .json();
    let new = made["token"].as_str().unwrap();
    assert!(service_user::has_token_shape(new), "{new}");
    sandbox.with_token(&old).get("/user/me").expect(200);
    sandbox.with_token(new).get("/user/me").expect(200);

    let tokens = administrator
        .get(&format!("/api-access-token?user_id={user}"))
        .expect(200)
        .json();
    assert_eq!(tokens.as_array().unwrap().len(), 2);
    assert!(tokens[0]["last_used_at"].is_string(), "{tokens}");
    let first = format!("/api-access-token/{}", tokens[0]["id"].as_str().unwrap());

    let changed = administrator
        .put(&first, &json!({ "status": "DISABLED" }))
        .expect(200)
        .json();
    assert_eq!(
        (&changed["status"], &changed["name"]),
        (&json!("DISABLED"), &tokens[0]["name"])
    );
    sandbox.with_token(&old).get("/user/me").expect(401);
    administrator
        .put(&first, &json!({ "status": "ACTIVE", "name": "Old" }))
        .expect(200);
    assert_eq!(administrator.get(&first).expect(200).json()["name"], "Old");
    sandbox.with_token(&old).get("/user/me").expect(200);

    administrator.call("DELETE", &first, None).expect(204);
    sandbox.with_token(&old).get("/user/me").expect(401);
    sandbox.with_token(new).get("/user/me").expect(200);
    administrator.get(&first).expect(404);
}

#[test]
fn a_token_has_an_end_date_of_its_own() {
    let sandbox = TestSandbox::start();
    let administrator = sandbox.administrator();
    let (user, first) = administrator.create("Dated token");
    let body = json!({ "name": "For a week", "user_id": user, "end_date": in_days(7) });
    let made = administrator.post("/api-access-token", &body).expect(201).json();
    sandbox.clock.advance(Duration::from_secs(8 * 24 * 60 * 60));
    sandbox
        .with_token(made["token"].as_str().unwrap())
        .get("/user/me")
        .expect(401);
    sandbox.with_token(&first).get("/user/me").expect(200);
    let refused = administrator.post("/api-access-token", &body).expect(400);
    assert_eq!(
        refused.refusal(),
        ("end_date_past".to_owned(), Some("end_date".to_owned()))
    );
}

#[test]
fn a_token_for_nobody_is_refused_on_the_user() {
    let sandbox = TestSandbox::start();
    let body = json!({ "name": "For nobody", "user_id": "00000000-0000-4000-8000-000000000000" });
    let refused = sandbox
        .administrator()
        .post("/api-access-token", &body)
        .expect(404);
    assert_eq!(
        refused.refusal(),
        ("resource_not_found".to_owned(), Some("user_id".to_owned()))
    );
}

#[test]
fn a_token_without_a_readable_name_is_refused() {
    let sandbox = TestSandbox::start();
    let administrator = sandbox.administrator();
    let (user, _) = administrator.create("Named");
    for name in ["", " ", "a ", " a", "é", "a\nb", &"a".repeat(65)] {
        administrator
            .post("/api-access-token", &json!({ "name": name, "user_id": user }))
            .expect(400);
    }
}

#[test]
fn no_later_answer_and_no_byte_of_the_database_holds_a_token() {
    let folder = tempfile::tempdir().unwrap();
    let database = Database::File(folder.path().join("sandbox.db"));
    let sandbox = TestSandbox::start_with(Options {
        database,
        users: 3,
        ..Options::default()
    });
    let administrator = sandbox.administrator();
    let (user, token) = administrator.create("Secretive");
    let secret = token.split_once('_').unwrap().1;
    sandbox.with_token(&token).get("/user/me").expect(200);
    for path in [
        "/user".to_owned(),
        format!("/user/{user}"),
        format!("/api-access-token?user_id={user}"),
        "/audit-log".to_owned(),
    ] {
        assert!(
            !administrator.get(&path).expect(200).text.contains(secret),
            "{path}"
        );
    }
    let mut bytes = 0;
    for file in std::fs::read_dir(folder.path()).unwrap() {
        let contents = std::fs::read(file.unwrap().path()).unwrap();
        bytes += contents.len();
        assert!(
            !contents
                .windows(secret.len())
                .any(|window| window == secret.as_bytes())
        );
    }
    assert!(bytes > 0);
}

#[test]
fn a_wrong_key_is_refused_whatever_it_looks_like() {
    let sandbox = TestSandbox::start();
    let key = &sandbox.running.administrator_api_key;
    let swapped: String = key.chars().rev().collect();
    for wrong in [
        "",
        "x",
        "é",
        &swapped,
        &key.to_uppercase(),
        &format!("{key}0"),
        &"a".repeat(4000),
    ] {
        let answer = sandbox.with_token(wrong).get("/user/me").expect(401);
        assert_eq!(answer.refusal().0, "invalid_api_key");
        assert!(answer.header("www-authenticate").starts_with("ApiKey"));
    }
}
