//! Creating, changing, disabling and deleting.

use std::collections::BTreeMap;
use std::time::Duration;

use proptest::prelude::*;
use sandbox::Person;
use serde_json::{Value, json};
use service_user::FriendlyName;

use crate::support::{TestSandbox, in_days};

const DAY: Duration = Duration::from_secs(24 * 60 * 60);

#[test]
fn a_new_user_is_listed_and_its_token_works_until_the_user_is_disabled() {
    let sandbox = TestSandbox::start();
    let administrator = sandbox.session_of(Person::Administrator);
    let answer = administrator
        .post("/user", &administrator.body("CI signer"))
        .expect(201);
    let created = answer.json();
    let (id, token) = (
        created["id"].as_str().unwrap(),
        created["token"].as_str().unwrap(),
    );
    assert!(service_user::has_token_shape(token), "{token}");
    assert_eq!(answer.header("location"), format!("/account/api/v1/user/{id}"));
    assert!(administrator.names().contains(&"CI signer".to_owned()));

    let service_user = sandbox.with_token(token);
    let me = service_user.get("/user/me").expect(200).json();
    assert_eq!(me["id"], id);
    assert_eq!(me["friendly_name"], "CI signer");
    assert_eq!(me["status"], "ACTIVE");
    assert_eq!(me["applications"][0]["name"], "Software Trust");

    let disabled = administrator
        .call("PUT", &format!("/user/{id}/disable"), None)
        .expect(200)
        .json();
    assert_eq!(disabled["status"], "DISABLED");
    assert_eq!(
        service_user.get("/user/me").expect(401).refusal().0,
        "invalid_api_key"
    );

    administrator
        .call("PUT", &format!("/user/{id}/enable"), None)
        .expect(200);
    service_user.get("/user/me").expect(200);
}

#[test]
fn a_deleted_user_is_gone_and_so_is_its_token() {
    let sandbox = TestSandbox::start();
    let administrator = sandbox.administrator();
    let (id, token) = administrator.create("Short lived");
    let answer = administrator
        .call("DELETE", &format!("/user/{id}"), None)
        .expect(204);
    assert_eq!(answer.text, "");
    sandbox.with_token(&token).get("/user/me").expect(401);
    assert_eq!(
        administrator.get(&format!("/user/{id}")).expect(404).refusal().0,
        "resource_not_found"
    );
    assert!(!administrator.names().contains(&"Short lived".to_owned()));
    administrator.create("Short lived");
}

#[test]
fn a_token_works_through_the_last_day_in_utc_and_again_once_the_end_date_is_extended() {
    let sandbox = TestSandbox::start();
    let administrator = sandbox.administrator();
    let mut body = administrator.body("Temporary");
    body["end_date"] = json!(in_days(3));
    let (id, token) = administrator.create_from(&body);
    let service_user = sandbox.with_token(&token);

    sandbox.clock.advance(3 * DAY);
    service_user.get("/user/me").expect(200);
    sandbox.clock.advance(DAY);
    service_user.get("/user/me").expect(401);
    let still_there = administrator.get(&format!("/user/{id}")).expect(200).json();
    assert_eq!(
        (&still_there["status"], &still_there["end_date"]),
        (&json!("ACTIVE"), &json!(in_days(3)))
    );

    body["end_date"] = json!(in_days(30));
    administrator.put(&format!("/user/{id}"), &body).expect(200);
    service_user.get("/user/me").expect(200);
}

#[test]
fn an_end_date_that_is_past_may_stay_and_not_be_another_one_that_is_past() {
    let sandbox = TestSandbox::start();
    let administrator = sandbox.administrator();
    let mut body = administrator.body("Ended");
    body["end_date"] = json!(in_days(3));
    let (id, token) = administrator.create_from(&body);
    sandbox.clock.advance(5 * DAY);

    body["description"] = json!("Not needed any more.");
    let kept = administrator
        .put(&format!("/user/{id}"), &body)
        .expect(200)
        .json();
    assert_eq!(
        (&kept["description"], &kept["end_date"]),
        (&body["description"], &json!(in_days(3)))
    );
    sandbox.with_token(&token).get("/user/me").expect(401);

    for other in [in_days(2), in_days(4)] {
        body["end_date"] = json!(other);
        let refused = administrator.put(&format!("/user/{id}"), &body).expect(400);
        assert_eq!(
            refused.refusal(),
            ("end_date_past".to_owned(), Some("end_date".to_owned()))
        );
    }
    body["end_date"] = json!(in_days(3));
    body["friendly_name"] = json!("Another");
    let refused = administrator.post("/user", &body).expect(400);
    assert_eq!(
        refused.refusal(),
        ("end_date_past".to_owned(), Some("end_date".to_owned()))
    );
}

#[test]
fn accounts_that_the_caller_cannot_reach_may_stay_and_not_be_added() {
    let sandbox = TestSandbox::start();
    let administrator = sandbox.administrator();
    let accounts = administrator.get("/account").json();
    let mut manager = administrator.body("Manages one account");
    manager["role_ids"] = json!([administrator.role("Account Manager", "User Manager")]);
    let (_, token) = administrator.create_from(&manager);
    let manager = sandbox.with_token(&token);

    let mut body = administrator.body("In two accounts");
    body["account_ids"] = json!([accounts[0]["id"], accounts[1]["id"]]);
    body["primary_account_id"] = accounts[1]["id"].clone();
    let (id, _) = administrator.create_from(&body);
    body["description"] = json!("Changed by somebody who sees one of them.");
    let changed = manager.put(&format!("/user/{id}"), &body).expect(200).json();
    assert_eq!(
        (&changed["description"], &changed["account_ids"]),
        (&body["description"], &body["account_ids"])
    );

    body["account_ids"] = json!([accounts[0]["id"], accounts[1]["id"], accounts[2]["id"]]);
    let refused = manager.put(&format!("/user/{id}"), &body).expect(400);
    assert_eq!(
        refused.refusal(),
        ("unknown_account".to_owned(), Some("accounts".to_owned()))
    );
}

#[test]
fn every_fault_is_named_at_once_and_on_its_field() {
    let sandbox = TestSandbox::start();
    let administrator = sandbox.administrator();
    let stranger = "00000000-0000-4000-8000-000000000000";
    let answer = administrator.post(
        "/user",
        &json!({
            "friendly_name": "CI.signer ", "description": "a".repeat(256), "email": "jane", "end_date": "2020-02-30",
            "account_ids": [stranger], "role_ids": [stranger],
        }),
    );
    let expected = [
        ("trailing_space", "friendly_name"),
        ("forbidden_character", "friendly_name"),
        ("too_long", "description"),
        ("no_such_day", "end_date"),
        ("email_without_at", "email"),
        ("unknown_account", "accounts"),
        ("manager_missing", "managers"),
        ("unknown_role", "roles"),
    ];
    let expected: Vec<_> = expected
        .map(|(code, field)| (code.to_owned(), Some(field.to_owned())))
        .into();
    assert_eq!(answer.expect(400).refusals(), expected);
    assert_eq!(administrator.names().len(), 5);
}

#[test]
fn a_primary_account_has_to_be_one_of_the_accounts() {
    let sandbox = TestSandbox::start();
    let administrator = sandbox.administrator();
    let accounts = administrator.get("/account").json();
    let mut body = administrator.body("Two accounts");
    body["primary_account_id"] = accounts[1]["id"].clone();
    let refused = administrator.post("/user", &body).expect(400);
    assert_eq!(
        refused.refusal(),
        (
            "primary_account_not_chosen".to_owned(),
            Some("accounts".to_owned())
        )
    );

    body["account_ids"] = json!([accounts[0]["id"], accounts[1]["id"]]);
    let created = administrator.post("/user", &body).expect(201).json();
    assert_eq!(created["primary_account_id"], accounts[1]["id"]);
    assert_eq!(created["account_ids"], body["account_ids"]);
}

#[test]
fn twenty_creations_of_one_name_at_once_make_one_user() {
    let sandbox = TestSandbox::start();
    let administrator = sandbox.administrator();
    let body = administrator.body("Wanted by all");
    let statuses: Vec<u16> = std::thread::scope(|scope| {
        let call = || sandbox.administrator().post("/user", &body).status;
        let calls: Vec<_> = (0..20).map(|_| scope.spawn(call)).collect();
        calls.into_iter().map(|call| call.join().unwrap()).collect()
    });
    let mut counts = BTreeMap::new();
    for status in statuses {
        *counts.entry(status).or_insert(0) += 1;
    }
    assert_eq!(counts, BTreeMap::from([(201, 1), (409, 19)]));
    assert_eq!(
        administrator
            .names()
            .iter()
            .filter(|name| *name == "Wanted by all")
            .count(),
        1
    );
}

#[test]
fn a_taken_name_is_a_conflict_on_the_name_and_is_noted_in_the_audit_log() {
    let sandbox = TestSandbox::start();
    let administrator = sandbox.administrator();
    administrator.create("Taken");
    let refused = administrator
        .post("/user", &administrator.body("Taken"))
        .expect(409);
    assert_eq!(
        refused.refusal(),
        ("duplicate_error".to_owned(), Some("friendly_name".to_owned()))
    );
    let entries = administrator
        .get("/audit-log?status=FAILURE&action=CREATE")
        .json();
    assert_eq!(entries[0]["resource_name"], "Taken");
    // Names that differ in case are different names.
    administrator.create("TAKEN");
}

#[test]
fn an_update_may_keep_its_own_name_and_not_take_anothers() {
    let sandbox = TestSandbox::start();
    let administrator = sandbox.administrator();
    let (first, _) = administrator.create("First");
    administrator.create("Second");
    let mut body = administrator.body("First");
    body["description"] = json!("");
    body["email"] = json!("joe@example.com");
    body["role_ids"] = json!([
        administrator.role("KeyLocker", "Signer"),
        administrator.role("Device Trust", "Device Creator")
    ]);
    let changed = administrator
        .put(&format!("/user/{first}"), &body)
        .expect(200)
        .json();
    assert_eq!(
        (&changed["description"], &changed["email"]),
        (&json!(""), &json!("joe@example.com"))
    );
    let managers: Vec<_> = changed["applications"]
        .as_array()
        .unwrap()
        .iter()
        .map(|found| found["name"].clone())
        .collect();
    assert_eq!(managers, ["Device Trust", "KeyLocker"]);

    body["friendly_name"] = json!("Second");
    let refused = administrator.put(&format!("/user/{first}"), &body).expect(409);
    assert_eq!(
        refused.refusal(),
        ("duplicate_error".to_owned(), Some("friendly_name".to_owned()))
    );
    assert_eq!(
        administrator.get(&format!("/user/{first}")).json()["friendly_name"],
        "First"
    );
}

#[test]
fn an_end_date_that_is_left_out_of_an_update_is_gone() {
    let sandbox = TestSandbox::start();
    let administrator = sandbox.administrator();
    let mut body = administrator.body("Dated");
    body["end_date"] = json!(in_days(0));
    let (id, _) = administrator.create_from(&body);
    assert_eq!(
        administrator.get(&format!("/user/{id}")).json()["end_date"],
        in_days(0)
    );
    body["end_date"] = Value::Null;
    let changed = administrator
        .put(&format!("/user/{id}"), &body)
        .expect(200)
        .json();
    assert_eq!(changed.get("end_date"), None);
}

#[test]
fn the_two_people_cannot_be_changed() {
    let sandbox = TestSandbox::start();
    let administrator = sandbox.administrator();
    let me = administrator.get("/user/me").json();
    let id = me["id"].as_str().unwrap();
    for (method, path) in [("PUT", "/disable"), ("PUT", "/enable"), ("DELETE", "")] {
        administrator
            .call(method, &format!("/user/{id}{path}"), None)
            .expect(403);
    }
    administrator
        .put(&format!("/user/{id}"), &administrator.body("Me"))
        .expect(403);
    assert_eq!(administrator.get("/user/me").json(), me);
}

#[test]
fn an_unknown_id_is_not_found_and_a_wrong_one_is_a_bad_request() {
    let sandbox = TestSandbox::start();
    let administrator = sandbox.administrator();
    let body = administrator.body("Nobody");
    let unknown = "00000000-0000-4000-8000-000000000000";
    for (method, path, body) in [
        ("GET", "", None),
        ("PUT", "", Some(&body)),
        ("DELETE", "", None),
        ("PUT", "/enable", None),
        ("PUT", "/disable", None),
    ] {
        let refused = administrator
            .call(method, &format!("/user/{unknown}{path}"), body)
            .expect(404);
        assert_eq!(refused.refusal().0, "resource_not_found");
        let refused = administrator
            .call(method, &format!("/user/none{path}"), body)
            .expect(400);
        assert_eq!(
            refused.refusal(),
            ("invalid_request".to_owned(), Some("id".to_owned()))
        );
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn the_server_takes_exactly_the_names_that_the_rules_take(names in proptest::collection::vec("[a-zA-Z0-9 _.é-]{0,66}", 1..6)) {
        // One sandbox for all cases: starting one takes longer than asking it.
        static SANDBOX: std::sync::LazyLock<TestSandbox> = std::sync::LazyLock::new(TestSandbox::start);
        let administrator = SANDBOX.administrator();
        for name in names {
            let answer = administrator.post("/user", &administrator.body(&name));
            let expected: &[u16] = match FriendlyName::parse(&name) {
                Ok(_) => &[201, 409],
                Err(_) => &[400],
            };
            prop_assert!(expected.contains(&answer.status), "{name:?}: {}", answer.text);
        }
    }
}
