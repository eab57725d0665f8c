//! What is read and written here, beside what serde_json makes of it.
#![allow(missing_docs)]
#![expect(
    clippy::expect_used,
    reason = "clippy counts as a test only what is marked as one, not what tests share"
)]

use json::{Fault, ObjectWriter, Value, is_json, members, value};
use proptest::prelude::*;
use serde_json::value::{RawValue, Value as Tree};

fn is_json_to_serde(bytes: &[u8]) -> bool {
    serde_json::from_slice::<serde::de::IgnoredAny>(bytes).is_ok()
}

#[test]
fn what_is_json_and_nothing_else_is_taken() {
    for text in [
        "null",
        " true\r\n",
        "false",
        "0",
        "-0",
        "12",
        "-1.5e3",
        "1E+2",
        "1e-2",
        "0.0",
        "\"\"",
        "[]",
        "[ ]",
        "{}",
        "{ }",
        "[1,[2,{\"a\":[]}],{}]",
        r#"{"a":1,"a":2}"#,
        r#""\u00e9\ud800\"\\\/""#,
        "\"\u{7f}é😀\"",
        "[[[[]]],{\"\":{}}]",
        "",
        " ",
        "nul",
        "nulll",
        "True",
        "01",
        "-",
        "+1",
        ".5",
        "1.",
        "1e",
        "1e+",
        "--1",
        "0x1",
        "1 2",
        "\"",
        "\"\\\"",
        "\"\n\"",
        r#""\x""#,
        r#""\u00g0""#,
        r#""\u123""#,
        "[",
        "[1",
        "[1,",
        "[1,]",
        "[,1]",
        "[1 2]",
        "[1}",
        "{",
        "{]",
        "{\"a\"}",
        "{\"a\":}",
        "{\"a\":1,}",
        "{,}",
        "{a:1}",
        "{1:1}",
        "{\"a\" 1}",
        "{\"a\":1 \"b\":2}",
        "[]]",
        "{}{}",
        "\u{feff}{}",
        "[1\u{c}]",
        "tru",
        "\u{a0}1",
        "[\"a\":1]",
        "\0",
        "[\0]",
        "{\"a\":\0}",
    ] {
        assert_eq!(
            is_json(text.as_bytes()),
            is_json_to_serde(text.as_bytes()),
            "{text:?}"
        );
    }
}

#[test]
fn no_depth_overflows_the_stack() {
    let depth = 200_000;
    let deep = "[{\"a\":".repeat(depth) + "7" + &"}]".repeat(depth);
    assert!(is_json(deep.as_bytes()));
    assert!(!is_json(deep.get(1..).unwrap_or_default().as_bytes()));
    let [value] = members(&format!("{{\"x\":{deep}}}"), ["x"])
        .map(|[value]| [value.written().len()])
        .expect("an object");
    assert_eq!(value, deep.len());
}

#[test]
fn members_are_found_by_what_their_names_mean() {
    let [b, a, missing] = members(
        r#" {"\u0061" : [1 , "x"] ,"other":{"a":2}, "b":null,"other":7} "#,
        ["b", "a", "c"],
    )
    .expect("an object");
    assert_eq!(
        (a.written(), b.written(), missing),
        (r#"[1 , "x"]"#, "null", Value::ABSENT)
    );
    assert!(b.is_absent() && missing.is_absent() && !a.is_absent());
    assert_eq!(a.items().map(Value::written).collect::<Vec<_>>(), ["1", "\"x\""]);
    assert_eq!(b.items().count() + missing.items().count(), 0);
}

#[test]
fn a_fault_says_what_is_wrong() {
    for (text, fault) in [
        ("[]", Fault::NoObject),
        ("", Fault::NoObject),
        ("null", Fault::NoObject),
        (r#"{"a":1,"a":2}"#, Fault::Twice),
        (r#"{"a":null,"\u0061":2}"#, Fault::Twice),
        (r#"{"\ud800":1}"#, Fault::Broken),
        (r#"{"a":1}x"#, Fault::Broken),
        (r#"{"a":1"#, Fault::Broken),
        (r#"{"a":1,}"#, Fault::Broken),
        ("{", Fault::Broken),
    ] {
        assert_eq!(members(text, ["a"]), Err(fault), "{text}");
    }
    for half in [
        r#""\ud800""#,
        r#""\ud800\u0041""#,
        r#""\udc00 ""#,
        r#""\ud800\n""#,
    ] {
        let read = value(half).expect("JSON");
        assert!(read.is_half_a_text() && read.text().is_none(), "{half}");
    }
    let whole = value(r#" "\ud83d\ude00\\ud800" "#).expect("JSON");
    assert!(!whole.is_half_a_text());
    assert_eq!(whole.text().as_deref(), Some("😀\\ud800"));
    // What nobody asked for only has to be JSON.
    assert!(members(r#"{"b":"\ud800","b":1,"a":["\ud800"]}"#, ["a"]).is_ok());
}

/// JSON of any shape, with and without white space, and bytes that are nearly JSON.
fn nearly_json() -> impl Strategy<Value = String> {
    let leaf = prop_oneof![
        Just(Tree::Null),
        any::<bool>().prop_map(Tree::from),
        any::<i64>().prop_map(Tree::from),
        any::<f64>().prop_map(Tree::from),
        any::<String>().prop_map(Tree::from),
    ];
    let tree = leaf.prop_recursive(4, 24, 6, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Tree::from),
            prop::collection::vec(("a|b|c|\\PC{0,3}", inner), 0..6)
                .prop_map(|members| Tree::Object(members.into_iter().collect())),
        ]
    });
    prop_oneof![
        tree.clone().prop_map(|tree| tree.to_string()),
        tree.prop_map(|tree| serde_json::to_string_pretty(&tree).expect("JSON")),
        "[\\[\\]{}:,\"a-cn0-9.eu\\\\ é\\-]{0,40}",
    ]
}

proptest! {
    #[test]
    fn the_same_texts_are_json(text in nearly_json(), place: prop::sample::Index, byte: u8) {
        prop_assert_eq!(is_json(text.as_bytes()), is_json_to_serde(text.as_bytes()));
        let read: Option<&RawValue> = serde_json::from_str(&text).ok();
        prop_assert_eq!(value(&text).ok().map(Value::written), read.map(RawValue::get));
        let mut bytes = text.into_bytes();
        if !bytes.is_empty() {
            let place = place.index(bytes.len());
            bytes[place] = byte;
        }
        prop_assert_eq!(is_json(&bytes), is_json_to_serde(&bytes));
    }

    #[test]
    fn the_same_members_are_read(text in nearly_json()) {
        use std::collections::BTreeMap;
        let read = members(&text, ["a", "b", "c"]);
        let expected: Option<BTreeMap<String, &RawValue>> = serde_json::from_str(&text).ok();
        prop_assert_eq!(read.is_ok(), expected.is_some(), "{}", &text);
        let members = ["a", "b", "c"].into_iter().zip(read.unwrap_or([Value::ABSENT; 3]));
        for (name, value) in members {
            let expected = expected.as_ref().and_then(|members| members.get(name));
            prop_assert_eq!(value.written(), expected.map_or("", |value| value.get()));
            let expected_text: Option<String> = expected.and_then(|value| serde_json::from_str(value.get()).ok());
            prop_assert_eq!(value.text().map(std::borrow::Cow::into_owned), expected_text);
            let expected_items: Vec<&RawValue> = expected.and_then(|value| serde_json::from_str(value.get()).ok()).unwrap_or_default();
            let items: Vec<&str> = value.items().map(Value::written).collect();
            prop_assert_eq!(items, expected_items.iter().map(|item| item.get()).collect::<Vec<_>>());
        }
    }

    #[test]
    fn what_is_written_is_what_serde_json_writes(text: String, texts: Vec<String>) {
        let mut object = ObjectWriter::default();
        object.text("text", &text);
        object.texts("texts", texts.iter().map(String::as_str));
        object.word("none", "null");
        let expected = format!(
            "{{\"text\":{},\"texts\":{},\"none\":null}}",
            serde_json::to_string(&text).expect("JSON"),
            serde_json::to_string(&texts).expect("JSON"),
        );
        prop_assert_eq!(object.end(), expected);
    }

    #[test]
    fn no_text_panics(text: String) {
        let _ = members(&text, ["a"]);
        let _ = members(&format!("{{\"a\":\"{text}\"}}"), ["a"]).map(|[value]| value.text());
    }
}
