//! The vectors that the rules share with their JavaScript module and with the sandbox, so that the three cannot disagree.

#![allow(
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "what clippy.toml allows in tests counts for the functions that they share, too"
)]

use std::collections::BTreeSet;

use serde_json::{Value, json};
use service_user::{
    Account, AccountId, Draft, EmailDomain, EndDateChoice, FaultKind, Field, Manager, ManagerCode,
    NamePattern, OrganisationPolicy, Role, RoleId, ServicePeriod, ServiceUser, Status, Surroundings,
    TakenNames, UserId, UtcDay, WarningKind,
};

const VECTORS: &str = include_str!("../../../../tests/vectors/service-users.json");

/// One draft, its context, and what is to be found.
struct Vector {
    name: String,
    draft: Value,
    context: Value,
    faults: Value,
    warnings: Value,
}

fn vectors() -> Vec<Vector> {
    let file: Value = serde_json::from_str(VECTORS).unwrap();
    let changed = |first: &Value, change: &Value, left_out: &Value| {
        let mut whole = first.as_object().unwrap().clone();
        whole.extend(change.as_object().cloned().unwrap_or_default());
        whole.retain(|name, _| {
            !left_out
                .as_array()
                .is_some_and(|names| names.contains(&json!(name)))
        });
        Value::Object(whole)
    };
    let of = |vector: &Value| Vector {
        name: text(&vector["name"]),
        draft: changed(&file["draft"], &vector["draft"], &vector["leave_out"]),
        context: changed(&file["context"], &vector["context"], &Value::Null),
        faults: vector["faults"].clone(),
        warnings: vector["warnings"].clone(),
    };
    file["vectors"].as_array().unwrap().iter().map(of).collect()
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

fn list<T>(value: &Value, item: impl Fn(&Value) -> T) -> Vec<T> {
    value.as_array().into_iter().flatten().map(item).collect()
}

fn day(value: &Value) -> Option<UtcDay> {
    value.as_str().and_then(UtcDay::parse)
}

fn role(value: &Value) -> Role {
    Role {
        id: RoleId::new(text(&value["id"])),
        name: text(&value["name"]),
        description: String::new(),
        manager: Manager {
            code: ManagerCode::new(text(&value["application"]["code"])),
            name: text(&value["application"]["name"]),
        },
        permissions: Vec::new(),
    }
}

fn account(value: &Value) -> Account {
    Account {
        id: AccountId::new(text(&value["id"])),
        name: text(&value["name"]),
        active: value["active"] == true,
        service_period: Some(ServicePeriod {
            from: day(&value["service_period"]["from"]),
            to: day(&value["service_period"]["to"]),
        }),
    }
}

fn existing(value: &Value) -> ServiceUser {
    ServiceUser {
        id: UserId::new("user"),
        friendly_name: text(&value["friendly_name"]),
        description: text(&value["description"]),
        email: text(&value["email"]),
        status: Status::Active,
        end_date: day(&value["end_date"]),
        accounts: list(&value["accounts"], |id| AccountId::new(text(id))),
        roles: list(&value["roles"], |id| RoleId::new(text(id))),
        managers: list(&value["managers"], text),
        created_at: None,
        created_by: None,
    }
}

fn policy(value: &Value) -> OrganisationPolicy {
    OrganisationPolicy {
        longest_life_days: value["longestLifeDays"]
            .as_u64()
            .and_then(OrganisationPolicy::longest_life),
        name_patterns: list(&value["namePatterns"], |pattern| {
            NamePattern::parse(&text(pattern)).unwrap()
        }),
        email_domains: list(&value["emailDomains"], |domain| {
            EmailDomain::parse(&text(domain)).unwrap()
        }),
    }
}

fn draft(value: &Value, roles: &[Role]) -> Draft {
    let chosen = list(&value["roles"], |id| RoleId::new(text(id)));
    let of_chosen = roles.iter().filter(|role| chosen.contains(&role.id));
    Draft {
        friendly_name: text(&value["friendly_name"]),
        description: text(&value["description"]),
        end_date: match value.get("end_date") {
            None => EndDateChoice::Unanswered,
            Some(Value::Null) => EndDateChoice::NoEndDate,
            Some(typed) => EndDateChoice::Typed(text(typed)),
        },
        email: text(&value["email"]),
        accounts: list(&value["accounts"], |id| AccountId::new(text(id))),
        managers: match value.get("managers") {
            None => of_chosen.map(|role| role.manager.code.clone()).collect(),
            Some(managers) => list(managers, |code| ManagerCode::new(text(code))),
        },
        roles: chosen,
    }
}

#[test]
fn every_vector_is_judged_as_it_says() {
    for vector in vectors() {
        let context = &vector.context;
        let roles = list(&context["roles"], role);
        let existing = context.get("existing").map(existing);
        let surroundings = Surroundings {
            today: day(&context["today"]).unwrap(),
            taken_names: &list(&context["taken_names"], text)
                .into_iter()
                .collect::<TakenNames>(),
            accounts: &list(&context["accounts"], account),
            roles: &roles,
            caller_email: context["caller_email"].as_str(),
            policy: &policy(&context["policy"]),
            existing: existing.as_ref(),
        };
        let draft = draft(&vector.draft, &roles);
        let review = draft.review(&surroundings);
        let faults: Vec<Value> = review
            .remarks
            .faults
            .iter()
            .map(|fault| {
                let mut told = json!({
                    "field": fault.field.name(), "code": fault.code(), "message": fault.message(),
                });
                if let Some(suggestion) = fault.suggestion() {
                    told["suggestion"] = json!(suggestion);
                }
                told
            })
            .collect();
        let warnings: Vec<Value> = review
            .remarks
            .warnings
            .iter()
            .map(|warning| {
                json!({ "field": warning.field.name(), "code": warning.code(), "message": warning.message() })
            })
            .collect();
        assert_eq!(
            Value::Array(faults),
            vector.faults,
            "faults where {}",
            vector.name
        );
        assert_eq!(
            Value::Array(warnings),
            vector.warnings,
            "warnings where {}",
            vector.name
        );
        assert_eq!(
            review.request().is_ok(),
            vector.faults == json!([]),
            "a request where {}",
            vector.name
        );
    }
}

#[test]
fn every_code_and_every_field_has_a_vector() {
    let vectors = vectors();
    let told = |which: fn(&Vector) -> &Value, member: &str| -> BTreeSet<String> {
        let all = vectors
            .iter()
            .flat_map(|vector| which(vector).as_array().unwrap());
        all.map(|remark| text(&remark[member])).collect()
    };
    let faults = told(|vector| &vector.faults, "code");
    let warnings = told(|vector| &vector.warnings, "code");
    let fields = told(|vector| &vector.faults, "field");
    let set = |names: &[&str]| -> BTreeSet<String> { names.iter().map(|name| (*name).to_owned()).collect() };
    assert_eq!(faults, set(FaultKind::CODES));
    assert_eq!(warnings, set(WarningKind::CODES));
    assert_eq!(fields, set(&Field::ALL.map(Field::name)));
}

#[test]
fn no_two_vectors_have_the_same_name() {
    let vectors = vectors();
    let names: BTreeSet<&str> = vectors.iter().map(|vector| vector.name.as_str()).collect();
    assert_eq!(names.len(), vectors.len());
}
