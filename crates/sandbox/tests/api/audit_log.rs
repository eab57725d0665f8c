//! The audit log and its filters.

use std::time::Duration;

use serde_json::{Value, json};

use crate::support::{Client, TestSandbox, in_days};

fn entries(client: &Client, query: &str) -> Vec<Value> {
    let answer = client.get(&format!("/audit-log?{query}")).expect(200).json();
    answer.as_array().unwrap().clone()
}

#[test]
fn every_change_is_written_down_with_who_did_it() {
    let sandbox = TestSandbox::start();
    let administrator = sandbox.administrator();
    let (user, _) = administrator.create("Watched");
    administrator
        .put(&format!("/user/{user}"), &administrator.body("Watched 2"))
        .expect(200);
    administrator
        .call("PUT", &format!("/user/{user}/disable"), None)
        .expect(200);
    administrator
        .call("PUT", &format!("/user/{user}/enable"), None)
        .expect(200);
    administrator
        .call("DELETE", &format!("/user/{user}"), None)
        .expect(204);
    let found = entries(&administrator, &format!("resource_id={user}&sort=timestamp"));
    let told: Vec<_> = found
        .iter()
        .map(|entry| {
            (
                entry["action"].as_str().unwrap(),
                entry["resource_name"].as_str().unwrap(),
            )
        })
        .collect();
    let expected = [
        ("CREATE", "Watched"),
        ("UPDATE", "Watched 2"),
        ("DISABLE", "Watched 2"),
        ("ENABLE", "Watched 2"),
        ("DELETE", "Watched 2"),
    ];
    assert_eq!(told, expected);
    for entry in &found {
        assert_eq!(
            (&entry["status"], &entry["user_name"]),
            (&json!("SUCCESS"), &json!("Administrator"))
        );
    }
}

#[test]
fn each_filter_lets_pass_what_it_names() {
    let sandbox = TestSandbox::start();
    let administrator = sandbox.administrator();
    let (user, _) = administrator.create("Filtered");
    administrator
        .post("/api-access-token", &json!({ "name": "More", "user_id": user }))
        .expect(201);
    administrator
        .post("/user", &administrator.body("Filtered"))
        .expect(409);
    let all = entries(&administrator, "").len();
    for (query, field, expected) in [
        ("user_name=UDIT", "user_name", "Auditor"),
        ("action=CREATE", "action", "CREATE"),
        (
            "resource_types=API_ACCESS_TOKEN",
            "resource_type",
            "API_ACCESS_TOKEN",
        ),
        ("status=FAILURE", "status", "FAILURE"),
    ] {
        let found = entries(&administrator, query);
        assert!(!found.is_empty() && found.len() < all, "{query}");
        assert!(
            found.iter().all(|entry| entry[field] == expected),
            "{query}: {found:?}"
        );
    }
    assert_eq!(
        entries(&administrator, "resource_types=API_ACCESS_TOKEN,SERVICE_USER").len(),
        all
    );
    let account = administrator.get("/account").json()[0]["id"]
        .as_str()
        .unwrap()
        .to_owned();
    let found = entries(&administrator, &format!("account_id={account}"));
    assert!(!found.is_empty() && found.len() < all);
    assert_eq!(entries(&administrator, "user_name=%25"), Vec::<Value>::new());
}

#[test]
fn days_are_counted_in_utc_and_both_ends_are_included() {
    let sandbox = TestSandbox::start();
    let administrator = sandbox.administrator();
    sandbox.clock.advance(Duration::from_secs(10 * 24 * 60 * 60));
    administrator.create("In ten days");
    let (tenth, eleventh) = (in_days(10), in_days(11));
    assert_eq!(
        entries(&administrator, &format!("from={tenth}&to={tenth}")).len(),
        1
    );
    assert_eq!(entries(&administrator, &format!("from={eleventh}")).len(), 0);
    assert_eq!(
        entries(&administrator, &format!("from={eleventh}&to={tenth}")).len(),
        0
    );
    let (all, before) = (
        entries(&administrator, "").len(),
        entries(&administrator, &format!("to={}", in_days(9))).len(),
    );
    assert_eq!(all, before + 1);
}

#[test]
fn newest_comes_first_unless_asked_otherwise() {
    let sandbox = TestSandbox::start();
    let administrator = sandbox.administrator();
    let times = |query: &str| -> Vec<String> {
        entries(&administrator, query)
            .iter()
            .map(|entry| entry["timestamp"].as_str().unwrap().to_owned())
            .collect()
    };
    let newest_first = times("");
    assert!(newest_first.len() > 3 && newest_first.is_sorted_by(|one, next| one >= next));
    assert_eq!(times("sort=-timestamp"), newest_first);
    assert!(times("sort=timestamp").is_sorted());
    let by_name = entries(&administrator, "sort=user_name");
    assert!(
        by_name
            .iter()
            .map(|entry| entry["user_name"].as_str().unwrap())
            .is_sorted()
    );
    let by_action = entries(&administrator, "sort=action");
    assert!(
        by_action
            .iter()
            .map(|entry| entry["action"].as_str().unwrap())
            .is_sorted()
    );
}
