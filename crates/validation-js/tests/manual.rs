//! The manual, the types and the vectors, held against the rules.

#![allow(
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "what clippy.toml allows in tests counts for the functions that they share, too"
)]

use serde_json::Value;
use service_user::{FaultKind, Field, WarningKind};
use validation_js::{InputFault, Question, Texts};

const MANUAL: &str = include_str!("../../../docs/rules-module.md");
const SETTINGS: &str = include_str!("../../../docs/organisation-policy.md");
const TYPES: &str = include_str!("../npm/index.d.ts");
const README: &str = include_str!("../npm/README.md");
const VECTORS: &str = include_str!("../../../tests/vectors/service-users.json");

/// The cells of a table's rows below a heading, without the first two rows.
fn rows(heading: &str) -> Vec<Vec<String>> {
    let (_, below) = MANUAL.split_once(&format!("### {heading}\n")).unwrap();
    let section = below.split("\n### ").next().unwrap();
    let table = section.lines().filter(|line| line.starts_with('|')).skip(2);
    table
        .map(|line| {
            let cells = line.trim_matches('|').replace("\\|", "\u{0}");
            let cell = |text: &str| text.trim().replace('\u{0}', "|");
            cells.split('|').map(cell).collect()
        })
        .collect()
}

/// What the vectors tell under a code: its fields in the form's order, and the messages.
fn told(list: &str, code: &str) -> (String, Vec<String>) {
    let file: Value = serde_json::from_str(VECTORS).unwrap();
    let vectors = file["vectors"].as_array().unwrap();
    let remarks = vectors.iter().flat_map(|vector| vector[list].as_array().unwrap());
    let remarks: Vec<&Value> = remarks.filter(|remark| remark["code"] == code).collect();
    let fields = Field::ALL.map(Field::name).into_iter();
    let fields: Vec<String> = fields
        .filter(|field| remarks.iter().any(|remark| remark["field"] == **field))
        .map(|field| format!("`{field}`"))
        .collect();
    let messages = remarks
        .iter()
        .map(|remark| remark["message"].as_str().unwrap().to_owned());
    (fields.join(", "), messages.collect())
}

fn assert_documented(heading: &str, list: &str, codes: &[&str]) {
    let rows = rows(heading);
    let named: Vec<&str> = rows.iter().map(|row| row[0].trim_matches('`')).collect();
    assert_eq!(named, codes);
    for row in &rows {
        let [code, fields, meaning, message] = row.as_slice() else {
            panic!("{row:?} has another number of cells")
        };
        let (told_fields, messages) = told(list, code.trim_matches('`'));
        assert_eq!(*fields, told_fields, "the fields of {code}");
        assert!(!meaning.is_empty(), "the meaning of {code}");
        assert!(messages.contains(message), "{code} never says “{message}”");
    }
}

#[test]
fn the_manual_has_every_fault_with_its_fields_and_words() {
    assert_documented("Faults", "faults", FaultKind::CODES);
}

#[test]
fn the_manual_has_every_warning_with_its_fields_and_words() {
    assert_documented("Warnings", "warnings", WarningKind::CODES);
}

#[test]
fn the_manual_has_everything_that_cannot_be_read() {
    let rows = rows("What cannot be read");
    let named: Vec<&str> = rows.iter().map(|row| row[0].trim_matches('`')).collect();
    assert_eq!(named, InputFault::ALL.map(InputFault::code));
    for (row, fault) in rows.iter().zip(InputFault::ALL) {
        let fixed = fault.message("", "");
        let message = row[2].trim_end_matches('.');
        assert!(
            message.contains(fixed.trim().trim_end_matches('.')),
            "{}: {message}",
            row[0]
        );
    }
}

/// The texts of a union type.
fn union(name: &str) -> Vec<&'static str> {
    let (_, below) = TYPES.split_once(&format!("export type {name} =\n")).unwrap();
    let members = below.split(';').next().unwrap().lines();
    members
        .map(|line| line.trim().trim_start_matches("| ").trim_matches('\''))
        .filter(|member| !member.is_empty())
        .collect()
}

#[test]
fn the_types_name_every_code_and_every_field() {
    assert_eq!(union("FaultCode"), FaultKind::CODES);
    assert_eq!(union("WarningCode"), WarningKind::CODES);
    assert_eq!(union("InputFaultCode"), InputFault::ALL.map(InputFault::code));
    assert_eq!(union("FieldName"), Field::ALL.map(Field::name));
}

#[test]
fn no_code_stands_for_two_things() {
    let mut all = [
        FaultKind::CODES,
        WarningKind::CODES,
        &InputFault::ALL.map(InputFault::code),
    ]
    .concat();
    let count = all.len();
    all.sort_unstable();
    all.dedup();
    assert_eq!(all.len(), count);
}

#[test]
fn the_policy_has_the_names_of_the_organisations_settings() {
    let (_, below) = TYPES.split_once("export interface Policy {").unwrap();
    let members = below.split("\n}").next().unwrap().lines();
    let named: Vec<&str> = members
        .filter_map(|line| Some(line.split_once("?:")?.0.trim()))
        .collect();
    assert_eq!(named, ["longestLifeDays", "namePatterns", "emailDomains"]);
    for name in named {
        assert!(SETTINGS.contains(&format!("| `{name}` |")), "{name}");
        assert!(MANUAL.contains(&format!("`{name}`")), "{name}");
    }
}

#[test]
fn the_manuals_name_every_function() {
    let functions = ["validate", "attach", "remarks", "update", "refresh", "detach"].map(str::to_owned);
    let of_fields = Field::ALL.map(|field| {
        let words = field.name().split('_');
        let words = words.map(|word| format!("{}{}", word[..1].to_uppercase(), &word[1..]));
        format!("validate{}", words.collect::<String>())
    });
    for function in functions.iter().chain(&of_fields) {
        assert!(TYPES.contains(&format!("  {function}(")), "{function}");
        assert!(MANUAL.contains(function), "{function}");
    }
    assert!(README.contains("load()") && README.contains("rules.attach("));
}

/// What is answered to records that nobody's JavaScript writes.
fn answered(texts: &[&str]) -> Vec<String> {
    let lengths: Vec<u32> = texts
        .iter()
        .map(|text| u32::try_from(text.len()).unwrap())
        .collect();
    let mut told = Vec::new();
    Question::read(Texts::new(&texts.concat(), &lengths)).answer(&mut |text| told.push(text.to_owned()));
    told
}

#[test]
fn records_that_are_not_known_or_break_off_harm_nothing() {
    assert_eq!(answered(&["only_field", "description"]), [""; 0]);
    assert_eq!(
        answered(&["nonsense", "only_field", "description", "existing_role", "x"]),
        [""; 0]
    );
    assert_eq!(answered(&["only_field", "email", "email"])[2], "missing");
    assert!(answered(&["role"]).len() > 5);
}
