//! The settings that an administrator can give the extension: the schema that browsers read, and the guide to it.

use std::collections::BTreeSet;

use serde_json::{Map, Value};
use service_user::{EmailDomain, NamePattern};

const SCHEMA: &str = include_str!("../../../../public/extension/managed-policy.schema.json");
const GUIDE: &str = include_str!("../../../../docs/organisation-policy.md");

const SETTINGS: [&str; 5] = [
    "emailDomains",
    "hosts",
    "longestLifeDays",
    "namePatterns",
    "signInWays",
];

#[expect(
    clippy::expect_used,
    reason = "a broken schema is what these tests are to find"
)]
fn schema() -> Value {
    serde_json::from_str(SCHEMA).expect("the schema is JSON")
}

#[expect(clippy::panic, reason = "a broken schema is what these tests are to find")]
fn object(value: &Value) -> &Map<String, Value> {
    value
        .as_object()
        .unwrap_or_else(|| panic!("{value} is no object"))
}

/// Chrome loads no extension whose schema has a keyword that it does not know for the type; these are the ones it knows
/// among those that are of use here (documented in its source, components/policy/core/common/schema.cc).
fn assert_chrome_takes(schema: &Value) {
    let schema = object(schema);
    let known: &[&str] = match schema["type"].as_str() {
        Some("object") => &["properties"],
        Some("array") => &["items"],
        Some("string") => &["enum", "pattern"],
        Some("integer") => &["enum", "minimum", "maximum"],
        _ => &[],
    };
    assert!(
        !known.is_empty(),
        "{} is not among the types in use",
        schema["type"]
    );
    for keyword in schema.keys().map(String::as_str) {
        assert!(
            known.contains(&keyword) || ["type", "title", "description"].contains(&keyword),
            "{keyword}"
        );
    }
    for property in schema
        .get("properties")
        .iter()
        .flat_map(|properties| object(properties).values())
    {
        assert_chrome_takes(property);
    }
    schema
        .get("items")
        .iter()
        .for_each(|items| assert_chrome_takes(items));
}

/// Whether the schema takes the value; only what the schema makes use of is looked at.
fn takes(schema: &Value, value: &Value) -> bool {
    match schema["type"].as_str() {
        Some("array") => value
            .as_array()
            .is_some_and(|items| items.iter().all(|item| takes(&schema["items"], item))),
        Some("integer") => value
            .as_i64()
            .is_some_and(|number| schema["minimum"].as_i64().is_none_or(|minimum| number >= minimum)),
        Some("string") => {
            value.is_string()
                && schema["enum"]
                    .as_array()
                    .is_none_or(|known| known.contains(value))
        }
        _ => false,
    }
}

/// Every object within a value that has a setting among its members.
fn settings_within(value: &Value) -> Vec<&Map<String, Value>> {
    match value {
        Value::Object(members) if members.contains_key("longestLifeDays") => vec![members],
        Value::Object(members) => members.values().flat_map(settings_within).collect(),
        Value::Array(items) => items.iter().flat_map(settings_within).collect(),
        _ => Vec::new(),
    }
}

/// The fenced examples of a language.
fn examples(language: &str) -> Vec<&'static str> {
    GUIDE
        .split(&format!("```{language}\n"))
        .skip(1)
        .filter_map(|rest| rest.split_once("```").map(|(example, _)| example))
        .collect()
}

#[test]
fn the_schema_has_the_five_settings_and_only_keywords_that_chrome_takes() {
    let schema = schema();
    assert_chrome_takes(&schema);
    let properties = object(&schema["properties"]);
    assert_eq!(
        properties.keys().map(String::as_str).collect::<BTreeSet<_>>(),
        BTreeSet::from(SETTINGS)
    );
    for (name, property) in properties {
        assert!(
            property["title"].is_string() && property["description"].is_string(),
            "{name}"
        );
    }
}

#[test]
fn every_json_example_of_the_guide_sets_all_there_is_as_the_schema_wants_it() {
    let schema = schema();
    let examples = examples("json");
    assert_eq!(examples.len(), 3);
    for example in examples {
        let example: Value = serde_json::from_str(example).expect("the example is JSON");
        let settings = settings_within(&example);
        assert_eq!(settings.len(), 1);
        for settings in settings {
            assert_eq!(
                settings.keys().map(String::as_str).collect::<BTreeSet<_>>(),
                BTreeSet::from(SETTINGS)
            );
            for (name, value) in settings {
                assert!(takes(&schema["properties"][name], value), "{name}: {value}");
            }
            for pattern in settings["namePatterns"].as_array().expect("a list") {
                assert!(
                    NamePattern::parse(pattern.as_str().expect("a text")).is_ok(),
                    "{pattern}"
                );
            }
            for domain in settings["emailDomains"].as_array().expect("a list") {
                assert!(
                    EmailDomain::parse(domain.as_str().expect("a text")).is_ok(),
                    "{domain}"
                );
            }
        }
    }
}

#[test]
fn every_registry_example_of_the_guide_names_all_settings() {
    let examples = examples("reg");
    assert_eq!(examples.len(), 2);
    for example in examples {
        assert!(example.contains("\n\"longestLifeDays\"=dword:"));
        for list in SETTINGS.into_iter().filter(|name| *name != "longestLifeDays") {
            assert!(example.contains(&format!("\\policy\\{list}]\n\"1\"=")), "{list}");
        }
    }
}

#[test]
fn the_guides_table_of_patterns_is_true() {
    let cells = |text: &str| -> Vec<String> {
        text.split(", ")
            .map(|cell| cell.trim().trim_matches('`').to_owned())
            .collect()
    };
    let (_, table) = GUIDE
        .split_once("| Pattern | Matches | Does not match |\n|---|---|---|\n")
        .expect("the guide has the table");
    let rows: Vec<&str> = table.lines().take_while(|line| line.starts_with('|')).collect();
    assert_eq!(rows.len(), 3);
    for row in rows {
        let columns: Vec<Vec<String>> = row.trim_matches('|').split('|').map(cells).collect();
        let pattern = NamePattern::parse(&columns[0][0]).expect("a pattern");
        assert!(columns[1].iter().all(|name| pattern.matches(name)), "{row}");
        assert!(columns[2].iter().all(|name| !pattern.matches(name)), "{row}");
    }
}
