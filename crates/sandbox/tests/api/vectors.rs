//! The vectors that the sandbox shares with the rules and their JavaScript module: what they accept is created, and what they refuse
//! is refused with the same words.

use std::collections::BTreeSet;
use std::time::{Duration, SystemTime};

use sandbox::{Clock, Options};
use serde_json::{Value, json};
use service_user::{FaultKind, UtcDay};

use crate::support::{Client, TestSandbox};

const VECTORS: &str = include_str!("../../../../tests/vectors/service-users.json");

/// Faults that no request to create a service user can have: it names no Managers, and what an organisation asks
/// holds on its people's pages alone.
const NOT_IN_A_REQUEST: &[&str] = &[
    "end_date_required",
    "end_date_too_late",
    "email_domain_not_allowed",
    "name_outside_patterns",
    "role_missing_for_manager",
    "role_of_unchosen_manager",
    "unknown_manager",
];

/// Noon, so that no test runs over a midnight.
const NOON: u64 = 12 * 60 * 60;

fn at_noon_of(day: UtcDay) -> Clock {
    let clock = Clock::default();
    let then = u64::try_from(day.last_instant().timestamp()).unwrap() - NOON;
    let now = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap();
    clock.advance(Duration::from_secs(then).checked_sub(now).unwrap());
    clock
}

/// The body of the request that a draft is sent as; nothing where it cannot be sent.
fn body(draft: &Value, context: &Value) -> Option<Value> {
    let on_the_page_alone = context.get("policy").or(context.get("existing"));
    let end_date = draft.get("end_date")?;
    let of_role = |id: &Value| {
        let role = context["roles"]
            .as_array()?
            .iter()
            .find(|role| role["id"] == *id)?;
        Some(role["application"]["code"].as_str()?.to_owned())
    };
    let implied: BTreeSet<String> = draft["roles"].as_array()?.iter().filter_map(of_role).collect();
    let chosen: BTreeSet<String> = match draft["managers"].as_array() {
        None => implied.clone(),
        Some(codes) => codes
            .iter()
            .filter_map(|code| Some(code.as_str()?.to_owned()))
            .collect(),
    };
    (on_the_page_alone.is_none() && implied == chosen).then(|| {
        json!({
            "user_type": "service",
            "friendly_name": draft["friendly_name"],
            "description": draft["description"],
            "email": draft["email"],
            "end_date": end_date,
            "account_ids": draft["accounts"],
            "role_ids": draft["roles"],
        })
    })
}

fn changed(first: &Value, change: &Value, left_out: &Value) -> Value {
    let mut whole = first.as_object().unwrap().clone();
    whole.extend(change.as_object().cloned().unwrap_or_default());
    whole.retain(|name, _| {
        !left_out
            .as_array()
            .is_some_and(|names| names.contains(&json!(name)))
    });
    Value::Object(whole)
}

/// The faults, as a refusal tells them.
fn told(answer: &Value) -> Vec<(Value, Value, Value)> {
    let entries = answer.as_array().unwrap().iter();
    entries
        .map(|entry| {
            let code = match entry["code"].as_str() {
                // DigiCert's own word for it.
                Some("duplicate_error") => json!("name_taken"),
                _ => entry["code"].clone(),
            };
            (entry["field"].clone(), code, entry["message"].clone())
        })
        .collect()
}

/// The accounts and roles that the vectors choose from have to be the sandbox's.
fn assert_known(client: &Client, context: &Value, path: &str, list: &str) {
    let there = client.get(path).json();
    for wanted in context[list].as_array().unwrap() {
        let found = there
            .as_array()
            .unwrap()
            .iter()
            .find(|found| found["id"] == wanted["id"]);
        let found = found.unwrap_or_else(|| panic!("the sandbox has no {wanted}"));
        assert_eq!(found["name"], wanted["name"]);
        assert_eq!(found["application"]["code"], wanted["application"]["code"]);
    }
}

#[test]
fn every_vector_that_can_be_sent_is_answered_as_it_says() {
    let file: Value = serde_json::from_str(VECTORS).unwrap();
    let today = UtcDay::parse(file["context"]["today"].as_str().unwrap()).unwrap();
    let sandbox = TestSandbox::start_with(Options {
        clock: at_noon_of(today),
        ..Options::default()
    });
    let administrator = sandbox.administrator();
    assert_known(&administrator, &file["context"], "/account", "accounts");
    assert_known(&administrator, &file["context"], "/role", "roles");
    for name in file["context"]["taken_names"].as_array().unwrap() {
        administrator.create(name.as_str().unwrap());
    }
    let mut sent = BTreeSet::new();
    for vector in file["vectors"].as_array().unwrap() {
        let draft = changed(&file["draft"], &vector["draft"], &vector["leave_out"]);
        let context = changed(&file["context"], &vector["context"], &Value::Null);
        let Some(body) = body(&draft, &context) else {
            continue;
        };
        let answer = administrator.post("/user", &body);
        let faults = vector["faults"].as_array().unwrap();
        match faults.is_empty() {
            true => {
                let created = answer.expect(201).json();
                assert_eq!(
                    created["friendly_name"], draft["friendly_name"],
                    "{}",
                    vector["name"]
                );
                // The next vector may have the same name.
                let id = created["id"].as_str().unwrap().to_owned();
                administrator.call("DELETE", &format!("/user/{id}"), None);
            }
            false => {
                assert!(
                    (400..500).contains(&answer.status),
                    "{}: {}",
                    vector["name"],
                    answer.text
                );
                assert_eq!(
                    told(&answer.json()["errors"]),
                    told(&vector["faults"]),
                    "{}",
                    vector["name"]
                );
            }
        }
        sent.extend(
            faults
                .iter()
                .map(|fault| fault["code"].as_str().unwrap().to_owned()),
        );
    }
    let not_sent: BTreeSet<&str> = FaultKind::CODES
        .iter()
        .copied()
        .filter(|code| !sent.contains(*code))
        .collect();
    assert_eq!(not_sent, NOT_IN_A_REQUEST.iter().copied().collect());
}
