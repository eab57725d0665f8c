//! The published schema, held against the reader: whatever one of them takes, the other takes too, but for what no schema can
//! say.

use std::sync::LazyLock;

use boon::{Compiler, SchemaIndex, Schemas};
use proptest::prelude::*;
use serde_json::{Value, json};
use template::{Template, TemplateFaultKind, Templates};

use crate::hostile::{changed, changes, json};
use crate::samples::{checked, full_draft, largest, named, templates, token_like};

const SCHEMA: &str = include_str!("../../../../docs/templates.schema.json");

#[expect(
    clippy::expect_used,
    reason = "a broken schema is what these tests are to find"
)]
fn schema() -> Value {
    serde_json::from_str(SCHEMA).expect("the schema is JSON")
}

#[expect(
    clippy::expect_used,
    reason = "a broken schema is what these tests are to find"
)]
static COMPILED: LazyLock<(Schemas, SchemaIndex)> = LazyLock::new(|| {
    let (mut schemas, mut compiler) = (Schemas::new(), Compiler::new());
    compiler
        .add_resource("templates.schema.json", schema())
        .expect("a resource");
    let index = compiler
        .compile("templates.schema.json", &mut schemas)
        .expect("the schema is one of draft 2020-12");
    (schemas, index)
});

fn schema_takes(document: &Value) -> bool {
    let (schemas, index) = &*COMPILED;
    schemas.validate(document, *index).is_ok()
}

/// Whether the reader takes a document, or has nothing against it that a schema could say.
fn reader_takes(document: &Value) -> bool {
    match Templates::read(document.to_string().as_bytes()) {
        Ok(_) => true,
        Err(faults) => faults.iter().all(|fault| match &fault.kind {
            // A schema compares whole items. Names of accounts and roles are items of their own.
            TemplateFaultKind::Repeats { .. } => {
                let place = fault.place.to_string();
                place.ends_with(".name") || place.ends_with(".manager")
            }
            TemplateFaultKind::FileTooLarge { .. } | TemplateFaultKind::TooLargeWritten => true,
            _ => false,
        }),
    }
}

fn document(templates: Value) -> Value {
    json!({ "format": "service-user-helper/templates", "version": 1, "templates": templates })
}

/// A document with one template: the full one with this member changed.
fn with(member: &str, value: Value) -> Value {
    let mut template = written(&checked(&full_draft()));
    if let Some(members) = template.as_object_mut() {
        members.insert(member.to_owned(), value);
    }
    document(json!([template]))
}

/// A template's own JSON.
#[expect(clippy::expect_used, reason = "what is written is JSON")]
fn written(template: &Template) -> Value {
    let file = Templates::from(template.clone()).write();
    let document: Value = serde_json::from_str(&file).expect("JSON");
    document.pointer("/templates/0").cloned().expect("a template")
}

/// Documents that both take.
fn sound() -> Vec<Value> {
    let mut documents = vec![
        document(json!([])),
        document(json!(
            Template::built_in().iter().map(written).collect::<Vec<_>>()
        )),
        document(json!([
            written(&checked(&full_draft())),
            written(&named("Another"))
        ])),
        document(json!([written(&checked(&largest()))])),
        json!({ "$schema": "x", "format": "service-user-helper/templates", "version": 1.0, "templates": [] }),
        document(json!([{ "name": "N", "managers": [{ "manager": "M", "roles": [] }] }])),
        with("endDate", json!("none")),
        with("endDate", json!({ "daysFromToday": 0 })),
        with("endDate", json!({ "daysFromToday": 36525.0 })),
        with("accounts", json!(["A", "a"])),
    ];
    for member in [
        "friendlyNamePrefix",
        "description",
        "endDate",
        "email",
        "accounts",
        "managers",
    ] {
        let full = written(&checked(&full_draft()));
        documents.push(document(json!([{ "name": "N", member: full.get(member) }])));
    }
    for name in ["Ø", "e\u{301}", "a  b", "𝒮"] {
        documents.push(with("name", json!(name)));
    }
    for prefix in ["svc-", "CI ", "a b c ", "_"] {
        documents.push(with("friendlyNamePrefix", json!(prefix)));
    }
    for email in ["a@b", "a.!#$%&'*+/=?^_`{|}~-@x-1.y"] {
        documents.push(with("email", json!(email)));
    }
    documents
}

/// Documents that both refuse.
fn unsound() -> Vec<Value> {
    let mut documents = vec![
        json!(null),
        json!([]),
        json!({}),
        json!({ "format": "service-user-helper/templates", "version": 1 }),
        json!({ "format": "service-user-helper/templates", "templates": [] }),
        json!({ "version": 1, "templates": [] }),
        json!({ "format": "other", "version": 1, "templates": [] }),
        json!({ "format": "service-user-helper/templates", "version": 2, "templates": [] }),
        json!({ "format": "service-user-helper/templates", "version": "1", "templates": [] }),
        json!({ "format": "service-user-helper/templates", "version": 1, "templates": [], "more": 1 }),
        json!({ "$schema": 1, "format": "service-user-helper/templates", "version": 1, "templates": [] }),
        document(json!({})),
        document(json!([null])),
        document(json!([{}])),
        document(json!([{ "name": "N" }])),
        document(json!([{ "name": "N", "explanation": "sets nothing" }])),
        document(json!([{ "email": "a@b" }])),
        document(json!(vec![written(&named("N")); 101])),
        with("token", json!("x")),
        with("accounts", json!("A")),
        with("accounts", json!([])),
        with("accounts", json!(["A", "A"])),
        with("accounts", json!([1])),
        with(
            "accounts",
            json!((0..51).map(|number| format!("{number}")).collect::<Vec<_>>()),
        ),
        with("managers", json!([])),
        with("managers", json!([{ "manager": "M" }])),
        with("managers", json!([{ "roles": [] }])),
        with("managers", json!([{ "manager": "M", "roles": [], "code": "m" }])),
        with("managers", json!([{ "manager": "M", "roles": ["R", "R"] }])),
        with("managers", json!([{ "manager": "M", "roles": [""] }])),
        with("managers", json!([{ "manager": "M", "roles": vec!["R"; 31] }])),
        with(
            "managers",
            json!(
                (0..11)
                    .map(|number| json!({ "manager": format!("{number}"), "roles": [] }))
                    .collect::<Vec<_>>()
            ),
        ),
    ];
    for end_date in [
        json!(90),
        json!("None"),
        json!(null),
        json!({}),
        json!({ "days": 1 }),
        json!({ "daysFromToday": -1 }),
        json!({ "daysFromToday": 36526 }),
        json!({ "daysFromToday": 1.5 }),
        json!({ "daysFromToday": "1" }),
        json!({ "daysFromToday": 1, "more": 1 }),
    ] {
        documents.push(with("endDate", end_date));
    }
    for text in [
        "",
        " ",
        "\u{A0}",
        "\u{202E}x",
        "x\u{200B}",
        "\u{E0041}",
        "\u{7F}",
        "\r",
        "x\r\n",
    ] {
        for member in [
            "name",
            "explanation",
            "friendlyNamePrefix",
            "description",
            "email",
        ] {
            documents.push(with(member, json!(text)));
        }
        documents.push(with("accounts", json!([text])));
        documents.push(with("managers", json!([{ "manager": text, "roles": [] }])));
        documents.push(with("managers", json!([{ "manager": "M", "roles": [text] }])));
    }
    for name in [" N", "N "] {
        documents.push(with("name", json!(name)));
        documents.push(with("accounts", json!([name])));
    }
    for prefix in [" a", "a  ", "a  b", "é", "svc.", "svc-\n"] {
        documents.push(with("friendlyNamePrefix", json!(prefix)));
    }
    for email in [
        "a", "@b", "a@", "a@b@c", "a@-b", "a@b-", "a@b..c", "a@.b", "a b@c", "é@c", "a@b\n", " a@b",
    ] {
        documents.push(with("email", json!(email)));
    }
    for (member, limit) in [
        ("name", 64),
        ("explanation", 500),
        ("friendlyNamePrefix", 63),
        ("description", 255),
    ] {
        documents.push(with(member, json!("y".repeat(limit + 1))));
    }
    for email in [
        format!("{}@b", "a".repeat(65)),
        format!("a@{}", "b".repeat(64)),
        format!("a@{}b", "b.".repeat(126)),
    ] {
        documents.push(with("email", json!(email)));
    }
    for member in ["explanation", "description"] {
        documents.push(with(member, json!(format!("x{}x", token_like()))));
    }
    documents.push(with("accounts", json!([token_like()])));
    documents.push(with("accounts", json!(["y".repeat(129)])));
    documents
}

#[test]
fn both_take_what_is_sound() {
    for document in sound() {
        assert!(schema_takes(&document), "{document}");
        assert_eq!(
            Templates::read(document.to_string().as_bytes()).err(),
            None,
            "{document}"
        );
    }
}

#[test]
fn both_refuse_what_is_not() {
    for document in unsound() {
        assert!(!schema_takes(&document), "{document}");
        assert!(!reader_takes(&document), "{document}");
    }
}

#[test]
fn what_no_schema_can_say_is_said_in_its_description() {
    let description = schema()["description"].to_string();
    let one = written(&named("One"));
    let same_name = document(json!([one, written(&named("ONE"))]));
    let same_manager = with(
        "managers",
        json!([{ "manager": "M", "roles": [] }, { "manager": "M", "roles": ["R"] }]),
    );
    let mut too_large = document(json!([]));
    too_large["$schema"] = "x".repeat(Templates::MAX_BYTES).into();
    for (document, words) in [
        (same_name, "templates have different names"),
        (same_manager, "and so have the Managers of a template"),
        (too_large, "at most 262144 bytes"),
    ] {
        assert!(schema_takes(&document), "{words}");
        assert!(
            Templates::read(document.to_string().as_bytes()).is_err(),
            "{words}"
        );
        assert!(description.contains(words), "{words}");
    }
}

#[test]
fn its_example_sets_everything_and_can_be_read() {
    let example = schema()["examples"][0].clone();
    assert!(schema_takes(&example));
    let templates = Templates::read(example.to_string().as_bytes());
    let first = templates
        .ok()
        .and_then(|templates| templates.iter().next().cloned());
    let sets = first.map(|template| written(&template));
    let members = |value: &Value| {
        value
            .as_object()
            .map(|object| object.keys().cloned().collect::<Vec<_>>())
    };
    assert_eq!(
        sets.as_ref().and_then(members),
        members(&schema()["$defs"]["template"]["properties"])
    );
}

/// Whether a text is taken as each of the texts that a template can have, by the schema and the reader alike.
fn takes_as_each(text: &str) -> [bool; 4] {
    let alone = |member: &str, value: Value| {
        let document = document(json!([{ "name": "N", "endDate": "none", member: value }]));
        let is_taken = schema_takes(&document);
        assert_eq!(is_taken, reader_takes(&document), "{text:?} as {member}");
        is_taken
    };
    [
        alone("accounts", json!([text])),
        alone("explanation", json!(text)),
        alone("description", json!(text)),
        alone("friendlyNamePrefix", json!(text)),
    ]
}

#[test]
fn every_character_is_taken_or_refused_by_both() {
    // Beyond the second plane, and for private use, whole ranges are alike: a sample and the edges have to do there.
    let mut all: Vec<char> = ('\0'..='\u{D7FF}').chain('\u{F900}'..='\u{1FFFF}').collect();
    all.extend(('\u{E000}'..='\u{F8FF}').step_by(101));
    all.extend(('\u{20000}'..=char::MAX).step_by(10_007));
    all.extend([
        '\u{F8FF}',
        '\u{DFFFF}',
        '\u{E0000}',
        '\u{EFFFF}',
        '\u{F0000}',
        '\u{10FFFF}',
    ]);
    for run in all.chunks(100) {
        // Where a whole run is taken, each of it is; where it is not, each has to be tried.
        let whole: String = run.iter().collect();
        let is_plain = takes_as_each(&format!("x{whole}x"))[..3] == [true; 3];
        if !is_plain || run.iter().any(char::is_ascii) {
            for character in run {
                takes_as_each(&format!("x{character}x"));
            }
        }
    }
}

#[test]
fn every_ascii_character_is_taken_or_refused_by_both_in_an_email() {
    for character in '\0'..='\u{7F}' {
        for email in [format!("x{character}x@x"), format!("x@x{character}x")] {
            let document = with("email", json!(email));
            assert_eq!(schema_takes(&document), reader_takes(&document), "{email:?}");
        }
    }
}

proptest! {
    #[test]
    fn both_take_what_is_written(template in templates()) {
        prop_assert!(schema_takes(&document(json!([written(&template)]))));
    }

    #[test]
    fn both_judge_changed_files_alike(first in templates(), second in templates(), changes in changes()) {
        let value = changed(document(json!([written(&first), written(&second)])), changes);
        prop_assert_eq!(schema_takes(&value), reader_takes(&value), "{}", value);
    }

    #[test]
    fn both_judge_any_json_alike(value in json()) {
        for value in [document(json!([value])), document(value.clone()), value] {
            prop_assert_eq!(schema_takes(&value), reader_takes(&value), "{}", value);
        }
    }
}
