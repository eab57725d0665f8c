//! What the expiry radar decides, in the very module that the extension's background runs.

use js_sys::{JSON, Reflect};
use serde_json::{Value, json};
use wasm_bindgen::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen(module = "/public/extension/expiring-users.js")]
extern "C" {
    #[wasm_bindgen(js_name = readSettings)]
    fn read_settings(kept: &JsValue) -> JsValue;
    #[wasm_bindgen(js_name = isAllowed)]
    fn is_allowed(settings: &JsValue, organisation: &JsValue) -> bool;
    #[wasm_bindgen(js_name = dayOf)]
    fn day_of(instant: f64) -> f64;
    #[wasm_bindgen(catch)]
    async fn survey(records: &JsValue, today: f64, days: u32, told: &JsValue) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(js_name = inGroups)]
    fn in_groups(notices: &JsValue) -> JsValue;
    fn badge(count: u32) -> String;
}

/// 2027-02-01, a quarter to midnight.
const NOW: f64 = 1_801_525_500_000.0;

#[wasm_bindgen_test]
fn what_was_set_is_read_back_and_what_nobody_could_set_is_not() {
    let settings = json!({ "origin": "https://pki.example.test:8443", "days": 14, "notifies": true });
    let read = json!({
        "origin": "https://pki.example.test:8443", "host": "pki.example.test:8443",
        "pattern": "https://pki.example.test/*", "days": 14, "notifies": true,
    });
    assert_eq!(to_json(&read_settings(&to_js(&settings))), read);
    let local = to_json(&read_settings(&to_js(
        &json!({ "origin": "http://127.0.0.1:8080" }),
    )));
    assert_eq!(
        (local.get("days"), local.get("notifies")),
        (Some(&json!(30)), Some(&json!(false)))
    );
    for days in [json!(0), json!(366), json!(1.5), json!("7"), json!(null)] {
        let settings = json!({ "origin": "https://one.digicert.com", "days": days });
        let read = to_json(&read_settings(&to_js(&settings)));
        assert_eq!(read.get("days"), Some(&json!(30)), "{days}");
    }
    for origin in [
        json!("http://one.digicert.com"),
        json!("https://one.digicert.com/"),
        json!("https://somebody@one.digicert.com"),
        json!("javascript:alert(1)"),
        json!("one.digicert.com"),
        json!(7),
    ] {
        let settings = json!({ "origin": origin, "days": 30 });
        assert!(read_settings(&to_js(&settings)).is_undefined(), "{origin}");
    }
    for kept in [
        JsValue::UNDEFINED,
        JsValue::NULL,
        "https://one.digicert.com".into(),
    ] {
        assert!(read_settings(&kept).is_undefined());
    }
}

#[wasm_bindgen_test]
fn an_organisation_can_take_the_host_or_the_session_away() {
    let settings = read_settings(&to_js(
        &json!({ "origin": "https://one.digicert.com", "days": 30 }),
    ));
    for (organisation, expected) in [
        (json!({}), true),
        (
            json!({ "hosts": ["demo.one.digicert.com", "https://One.DigiCert.com/account"] }),
            true,
        ),
        (json!({ "hosts": "one.digicert.com" }), true),
        (json!({ "hosts": ["demo.one.digicert.com"] }), false),
        (json!({ "hosts": ["not a host", 7] }), true),
        (json!({ "signInWays": ["apiKey"] }), false),
        (json!({ "signInWays": ["apiKey", "session"] }), true),
        (json!({ "signInWays": ["by pigeon"] }), true),
    ] {
        assert_eq!(
            is_allowed(&settings, &to_js(&organisation)),
            expected,
            "{organisation}"
        );
    }
}

#[wasm_bindgen_test]
async fn users_that_end_today_or_within_the_days_count_and_no_others() {
    let users = json!([
        user("today", "2027-02-01"),
        user("yesterday", "2027-01-31"),
        user("last", "2027-02-15"),
        user("later", "2027-02-16"),
        user("by instant", "2027-02-15T23:59:59Z"),
        user("never", Value::Null),
        user("no day", "2027-02-30"),
        user("no date", "soon"),
        with(user("disabled", "2027-02-02"), "status", json!("DISABLED")),
        with(user("unknown", "2027-02-02"), "status", json!("PENDING")),
        with(user("person", "2027-02-02"), "user_type", json!("standard")),
        with(user("shouted", "2027-02-02"), "user_type", json!("SERVICE")),
    ]);
    let found = look(&users, 14, &json!({})).await.expect("a list");
    assert_eq!(found.get("count"), Some(&json!(4)));
}

#[wasm_bindgen_test]
async fn a_user_is_told_of_once_at_the_most_urgent_threshold() {
    let users = json!([
        user("a", "2027-02-02"),
        user("b", "2027-02-08"),
        user("c", "2027-03-03"),
        user("d", "2027-03-04")
    ]);
    // How few days count on the button has nothing to do with the notices.
    let first = look(&users, 1, &json!({})).await.expect("a list");
    assert_eq!(notices(&first), [("a", 1), ("b", 7), ("c", 30)].map(owned));
    let told = first.get("told").expect("what was told");
    assert_eq!(
        *told,
        json!({ "a": "2027-02-02/1", "b": "2027-02-08/7", "c": "2027-03-03/30" })
    );
    let again = look(&users, 1, told).await.expect("a list");
    assert_eq!(notices(&again), []);
    assert_eq!(again.get("told"), Some(told));
}

#[wasm_bindgen_test]
async fn a_user_is_told_of_again_at_the_next_threshold() {
    let users = json!([user("a", "2027-02-08")]);
    let found = look(&users, 30, &json!({ "a": "2027-02-08/30" }))
        .await
        .expect("a list");
    assert_eq!(notices(&found), [("a", 7)].map(owned));
    assert_eq!(found.get("told"), Some(&json!({ "a": "2027-02-08/7" })));
}

#[wasm_bindgen_test]
async fn an_end_date_that_was_moved_forgets_what_was_told() {
    let told = json!({ "a": "2027-02-02/1", "b": "2027-02-02/1", "c": "2027-02-02/1" });
    let users = json!([
        user("a", "2027-02-20"),
        user("b", "2028-01-01"),
        user("c", Value::Null)
    ]);
    let found = look(&users, 30, &told).await.expect("a list");
    assert_eq!(notices(&found), [("a", 30)].map(owned));
    assert_eq!(found.get("told"), Some(&json!({ "a": "2027-02-20/30" })));
}

#[wasm_bindgen_test]
async fn a_user_that_is_missing_or_disabled_for_a_while_is_not_told_of_twice() {
    let told = json!({ "missing": "2027-02-03/7", "disabled": "2027-02-03/7", "past": "2027-01-31/1" });
    let disabled = with(user("disabled", "2027-02-03"), "status", json!("DISABLED"));
    let found = look(&json!([disabled]), 30, &told).await.expect("a list");
    assert_eq!(notices(&found), []);
    assert_eq!(
        found.get("told"),
        Some(&json!({ "missing": "2027-02-03/7", "disabled": "2027-02-03/7" }))
    );
}

#[wasm_bindgen_test]
async fn what_was_told_and_cannot_be_read_is_forgotten() {
    let users = json!([user("a", "2027-02-02")]);
    for told in [
        json!(null),
        json!("a"),
        json!([1]),
        json!({ "a": 7 }),
        json!({ "a": "2027-02-02" }),
    ] {
        let found = look(&users, 30, &told).await.expect("a list");
        assert_eq!(notices(&found), [("a", 1)].map(owned), "{told}");
        assert_eq!(found.get("told"), Some(&json!({ "a": "2027-02-02/1" })), "{told}");
    }
}

#[wasm_bindgen_test]
async fn a_list_with_something_else_in_it_is_refused() {
    for record in [
        json!(null),
        json!(7),
        json!("user"),
        json!([]),
        json!({}),
        json!({ "id": {} }),
    ] {
        let users = json!([user("a", "2027-02-02"), record]);
        assert!(look(&users, 30, &json!({})).await.is_err(), "{record}");
    }
}

#[wasm_bindgen_test]
async fn fields_of_a_wrong_type_count_as_missing() {
    let odd = json!({
        "id": 7, "status": "ACTIVE", "end_date": "2027-02-02", "friendly_name": { "a": 1 }, "user_type": null,
    });
    let other = json!({ "id": "b", "status": ["ACTIVE"], "end_date": { "day": 1 } });
    let found = look(&json!([odd, other]), 30, &json!({})).await.expect("a list");
    assert_eq!(found.get("count"), Some(&json!(1)));
    assert_eq!(found.pointer("/notices/0/user/name"), Some(&json!("7")));
}

#[wasm_bindgen_test]
async fn many_notices_become_one_for_each_threshold() {
    let mut users = vec![
        user("a", "2027-02-01"),
        user("b", "2027-02-06"),
        user("c", "2027-02-07"),
    ];
    let groups = groups_of(&users).await;
    assert_eq!(groups, json!([[1, 1], [7, 1], [7, 1]]), "few are told one by one");
    users.extend([user("d", "2027-03-01"), user("e", "2027-03-02")]);
    assert_eq!(groups_of(&users).await, json!([[1, 1], [7, 2], [30, 2]]));
    let no_urgent_one = users.get(1..).unwrap_or_default();
    assert_eq!(groups_of(no_urgent_one).await, json!([[7, 2], [30, 2]]));
}

#[wasm_bindgen_test]
fn the_button_has_room_for_two_digits() {
    for (count, text) in [(0, ""), (1, "1"), (99, "99"), (100, "99+"), (100_000, "99+")] {
        assert_eq!(badge(count), text);
    }
}

fn user(id: &str, end_date: impl Into<Value>) -> Value {
    json!({
        "id": id, "friendly_name": format!("The {id}"), "user_type": "service", "status": "ACTIVE",
        "end_date": end_date.into(),
    })
}

fn with(mut user: Value, member: &str, value: Value) -> Value {
    user.as_object_mut()
        .expect("an object")
        .insert(member.to_owned(), value);
    user
}

async fn look(users: &Value, days: u32, told: &Value) -> Result<Value, JsValue> {
    let found = survey(&to_js(users), day_of(NOW), days, &to_js(told)).await?;
    Ok(to_json(&found))
}

/// The threshold and the number of users of each group.
async fn groups_of(users: &[Value]) -> Value {
    let found = survey(&to_js(&json!(users)), day_of(NOW), 30, &JsValue::UNDEFINED).await;
    let notices = Reflect::get(&found.expect("a list"), &"notices".into()).expect("an object");
    let groups = to_json(&in_groups(&notices));
    let groups = groups.as_array().expect("a list").iter();
    let counted = groups.map(|group| {
        let users = group.get("users").and_then(Value::as_array).map_or(0, Vec::len);
        json!([group.get("threshold"), users])
    });
    counted.collect()
}

fn notices(found: &Value) -> Vec<(String, u64)> {
    let notices = found.get("notices").and_then(Value::as_array);
    let pair = |notice: &Value| {
        let id = notice
            .pointer("/user/id")
            .and_then(Value::as_str)
            .unwrap_or_default();
        let threshold = notice
            .get("threshold")
            .and_then(Value::as_u64)
            .unwrap_or_default();
        (id.to_owned(), threshold)
    };
    notices.into_iter().flatten().map(pair).collect()
}

fn owned((id, threshold): (&str, u64)) -> (String, u64) {
    (id.to_owned(), threshold)
}

fn to_js(value: &Value) -> JsValue {
    JSON::parse(&value.to_string()).expect("JSON")
}

fn to_json(value: &JsValue) -> Value {
    let text = JSON::stringify(value).expect("a value of JSON");
    serde_json::from_str(&String::from(text)).expect("JSON")
}
