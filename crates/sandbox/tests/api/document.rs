//! The OpenAPI document.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::support::TestSandbox;

const ROUTES: &[&str] = &[
    "GET /account/api/v1/user",
    "POST /account/api/v1/user",
    "GET /account/api/v1/user/me",
    "GET /account/api/v1/user/{id}",
    "PUT /account/api/v1/user/{id}",
    "DELETE /account/api/v1/user/{id}",
    "PUT /account/api/v1/user/{id}/enable",
    "PUT /account/api/v1/user/{id}/disable",
    "GET /account/api/v1/account",
    "GET /account/api/v1/role",
    "GET /account/api/v1/api-access-token",
    "POST /account/api/v1/api-access-token",
    "GET /account/api/v1/api-access-token/{id}",
    "PUT /account/api/v1/api-access-token/{id}",
    "DELETE /account/api/v1/api-access-token/{id}",
    "GET /account/api/v1/audit-log",
    "GET /account/sign-in",
    "POST /account/sign-in",
    "POST /account/sign-out",
    "GET /account/openapi.json",
];

fn document() -> Value {
    serde_json::from_str(&sandbox::open_api_document().unwrap()).unwrap()
}

#[test]
fn the_document_tells_of_every_route_and_of_no_other() {
    let document = document();
    let told: BTreeSet<String> = document["paths"]
        .as_object()
        .unwrap()
        .iter()
        .flat_map(|(path, item)| {
            item.as_object()
                .unwrap()
                .keys()
                .map(move |method| format!("{} {path}", method.to_uppercase()))
        })
        .collect();
    assert_eq!(told, ROUTES.iter().map(|route| (*route).to_owned()).collect());
}

#[test]
fn the_served_document_is_the_one_that_the_code_generates() {
    let sandbox = TestSandbox::start();
    let answer = sandbox.nobody().get("/account/openapi.json").expect(200);
    assert_eq!(answer.header("content-type"), "application/json");
    assert_eq!(answer.text, sandbox::open_api_document().unwrap());
}

#[test]
fn every_route_of_the_document_is_answered() {
    let sandbox = TestSandbox::start();
    for route in ROUTES {
        let (method, path) = route.split_once(' ').unwrap();
        let answer = sandbox.nobody().call(
            method,
            &path.replace("{id}", "00000000-0000-4000-8000-000000000000"),
            None,
        );
        assert!(![404, 405].contains(&answer.status), "{route}: {}", answer.text);
        let documented = &document()["paths"][path][method.to_lowercase()]["responses"];
        assert!(
            documented.get(answer.status.to_string()).is_some(),
            "{route}: {} is not documented",
            answer.status
        );
    }
}

#[test]
fn every_reference_in_the_document_leads_somewhere() {
    fn check(value: &Value, document: &Value) {
        match value {
            Value::Object(fields) => {
                if let Some(Value::String(reference)) = fields.get("$ref") {
                    let pointer = reference.strip_prefix('#').unwrap();
                    assert!(document.pointer(pointer).is_some(), "{reference}");
                }
                fields.values().for_each(|value| check(value, document));
            }
            Value::Array(items) => items.iter().for_each(|value| check(value, document)),
            _ => {}
        }
    }
    let document = document();
    check(&document, &document);
}

#[test]
fn both_ways_to_sign_in_are_declared_and_asked_for() {
    let document = document();
    let schemes = &document["components"]["securitySchemes"];
    assert_eq!(
        (&schemes["api_key"]["in"], &schemes["api_key"]["name"]),
        (&"header".into(), &"x-api-key".into())
    );
    assert_eq!(
        (&schemes["session"]["in"], &schemes["session"]["name"]),
        (&"cookie".into(), &"SANDBOX-SESSION".into())
    );
    assert_eq!(document["security"].as_array().unwrap().len(), 2);
}

#[test]
fn the_document_names_the_accounts_and_roles_there_are() {
    let sandbox = TestSandbox::start();
    let document = document();
    for (schema, path) in [("AccountId", "/account"), ("RoleId", "/role")] {
        let listed = sandbox.administrator().get(path).json();
        let ids: Vec<Value> = listed
            .as_array()
            .unwrap()
            .iter()
            .map(|item| item["id"].clone())
            .collect();
        assert_eq!(
            document["components"]["schemas"][schema]["enum"],
            Value::Array(ids)
        );
    }
}
