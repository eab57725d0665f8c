//! The reader of pieces against a reader of the whole.

use proptest::prelude::*;
use serde::Deserialize;
use serde_json::Value;
use serde_json::value::RawValue;

use super::*;

/// The records of a list, and what is known of it.
type List = (Vec<String>, Option<Place>);

/// Reads a list from pieces of these lengths, over and over.
fn in_pieces(answer: &[u8], lengths: &[usize]) -> Result<List, Unreadable> {
    let mut stream = RecordStream::default();
    let mut records = Vec::new();
    let mut take = |record: &str| {
        serde_json::from_str::<&RawValue>(record).map_err(|_| BROKEN)?;
        records.push(record.to_owned());
        Ok(())
    };
    let mut rest = answer;
    for length in lengths.iter().cycle() {
        let (piece, after) = rest.split_at(rest.len().min(*length));
        stream.push(piece, &mut take)?;
        rest = after;
        if rest.is_empty() {
            break;
        }
    }
    let page = stream.end()?;
    assert_eq!(page.count, records.len() as u64);
    assert_eq!(page.first_record.as_ref(), records.first());
    Ok((records, page.place))
}

/// Reads a list that is there as a whole, by serde_json alone.
fn whole(answer: &[u8]) -> Option<List> {
    #[derive(Default, Deserialize)]
    #[serde(default)]
    struct Paged<'a> {
        #[serde(borrow)]
        total: Option<&'a RawValue>,
        #[serde(borrow)]
        offset: Option<&'a RawValue>,
        #[serde(borrow)]
        limit: Option<&'a RawValue>,
        #[serde(borrow)]
        items: Option<&'a RawValue>,
        #[serde(borrow)]
        records: Option<&'a RawValue>,
    }
    let records = |json: &str| {
        let records: Vec<&RawValue> = serde_json::from_str(json).ok()?;
        Some(
            records
                .iter()
                .map(|record| record.get().to_owned())
                .collect::<Vec<_>>(),
        )
    };
    let text = std::str::from_utf8(answer).ok()?;
    if text.trim_start().starts_with('[') {
        return Some((records(text)?, None));
    }
    let paged: Paged<'_> = text
        .trim_start()
        .starts_with('{')
        .then(|| serde_json::from_str(text).ok())??;
    let number = |member: Option<&RawValue>| match serde_json::from_str(member?.get()).ok()? {
        Value::String(text) => text.parse().ok(),
        other => other.as_u64(),
    };
    let place = Place {
        total: number(paged.total),
        offset: number(paged.offset),
        limit: number(paged.limit),
    };
    let lists = [paged.items, paged.records].map(|list| list.map(RawValue::get));
    match lists {
        [Some(items), Some(other)] if items.starts_with('[') && other.starts_with('[') => None,
        [Some(list), _] | [None, Some(list)] => Some((records(list)?, Some(place))),
        [None, None] => None,
    }
}

/// Whether a text is read alike however it arrives, and like the whole.
fn read(answer: &str) -> Option<List> {
    let expected = whole(answer.as_bytes());
    for length in 1..=answer.len().max(1) {
        let read = in_pieces(answer.as_bytes(), &[length]).ok();
        assert_eq!(read, expected, "{answer} in pieces of {length}");
    }
    expected
}

#[test]
fn both_forms_of_a_list_are_read() {
    let place = |total, offset, limit| Some(Place { total, offset, limit });
    for (answer, records, expected) in [
        (" [ ]\r\n", &[][..], None),
        ("[{},{}]", &["{}", "{}"], None),
        ("\t[ 1 , \"a]\" ,null]", &["1", "\"a]\"", "null"], None),
        (
            r#"[{"é\"":"\\","[":[{}]} , {"a":"😀\ud83d\ude00"}]"#,
            &[r#"{"é\"":"\\","[":[{}]}"#, r#"{"a":"😀\ud83d\ude00"}"#],
            None,
        ),
        (
            r#"{"total":3,"offset":0,"limit":2,"items":[{},{}]}"#,
            &["{}", "{}"],
            place(Some(3), Some(0), Some(2)),
        ),
        // What the page says of itself may come after the list, and as text.
        (
            r#" { "records" : [ {} ] , "total" : "3" } "#,
            &["{}"],
            place(Some(3), None, None),
        ),
        (
            r#"{"total":-1,"offset":1.5,"limit":{},"items":[]}"#,
            &[],
            place(None, None, None),
        ),
        (r#"{"total":1e999,"items":[1]}"#, &["1"], place(None, None, None)),
        // The name of a member is what it means and not how it is written.
        (
            r#"{"item\u0073":[1],"links":{"items":[2]},"links":[]}"#,
            &["1"],
            place(None, None, None),
        ),
        (r#"{"items":null,"records":[1]}"#, &["1"], place(None, None, None)),
        (r#"{"records":7,"items":[1]}"#, &["1"], place(None, None, None)),
    ] {
        let records: Vec<String> = records.iter().map(|record| (*record).to_owned()).collect();
        assert_eq!(read(answer), Some((records, expected)), "{answer}");
    }
}

#[test]
fn what_is_no_list_is_refused() {
    for answer in [
        "",
        " ",
        "{}",
        "null",
        "7",
        "<html>",
        "\u{feff}[]",
        "\u{a0}[]",
        // A list that breaks off.
        "[",
        "[1",
        "[1,",
        r#"[{"id":"1"}"#,
        r#"{"items":[1]"#,
        r#"{"items":[1],"total":1"#,
        // What is nearly JSON.
        "[1,]",
        "[,1]",
        "[1 2]",
        "[1\u{c}]",
        "[1}",
        "{]",
        "[[}]",
        "[tru]",
        r#"["\x"]"#,
        "[\"\n\"]",
        "[01]",
        "[1][",
        "[1]]",
        "[] []",
        r#"{"items":[1],}"#,
        r#"{,"items":[1]}"#,
        r#"{"items" [1]}"#,
        r#"{"items":[1] "total":1}"#,
        r#"{items:[1]}"#,
        r#"{"a":tru,"items":[1]}"#,
        r#"{"\ud800":1,"items":[1]}"#,
        // A member that occurs twice, and lists that are none.
        r#"{"items":[1],"items":[2]}"#,
        r#"{"items":null,"items":[2]}"#,
        r#"{"total":1,"total":1,"items":[1]}"#,
        r#"{"items":{}}"#,
        r#"{"items":null}"#,
        r#"{"items":{},"records":[1]}"#,
        r#"{"records":[1],"items":7}"#,
        r#"{"items":[1],"records":[2]}"#,
        r#"{"records":[1],"items":[2]}"#,
    ] {
        assert_eq!(read(answer), None, "{answer}");
    }
    for answer in [
        &b"[\"\xff\"]"[..],
        b"[\"\xc3\"]",
        b"\xff[]",
        b"[]\xc3",
        b"{\"\xff\":1,\"items\":[]}",
    ] {
        assert!(in_pieces(answer, &[1]).is_err(), "{answer:?}");
    }
}

#[test]
fn no_depth_of_nesting_is_followed_for_ever() {
    let list = |depth: usize| format!("[{}{}]", "[".repeat(depth), "]".repeat(depth));
    assert!(read(&list(128)).is_some());
    assert_eq!(
        in_pieces(list(200_000).as_bytes(), &[999]),
        Err(Unreadable("JSON that is nested too deep"))
    );
}

#[test]
fn a_text_that_never_ends_is_given_up() {
    let mut stream = RecordStream::default();
    let piece = vec![b'x'; 1 << 20];
    let mut push = |piece: &[u8]| stream.push(piece, &mut |_| Ok(()));
    push(b"[\"").expect("a beginning");
    let given_up = (1..100).find(|_| push(&piece).is_err());
    assert_eq!(given_up, Some(16));
}

#[test]
fn nothing_is_held_but_the_unfinished_record() {
    let mut stream = RecordStream::default();
    let mut count = 0;
    let mut push = |piece: &[u8]| {
        let pushed = stream.push(piece, &mut |_| {
            count += 1;
            Ok(())
        });
        pushed.expect("a piece");
        (count, stream.held.len())
    };
    let held = [&b"[{\"a\":1},{\"b\""[..], b":2", b"},{}", b", ", b"{\"c\":3}]"].map(&mut push);
    assert_eq!(held, [(1, 4), (1, 6), (3, 0), (3, 0), (4, 0)]);
}

/// JSON, written with and without white space.
fn json() -> impl Strategy<Value = String> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        any::<String>().prop_map(Value::from),
    ];
    let value = leaf.prop_recursive(4, 24, 6, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
            prop::collection::vec((any::<String>(), inner), 0..6)
                .prop_map(|members| Value::Object(members.into_iter().collect())),
        ]
    });
    (value, any::<bool>()).prop_map(|(value, is_pretty)| match is_pretty {
        true => serde_json::to_string_pretty(&value).expect("JSON"),
        false => value.to_string(),
    })
}

fn lengths() -> impl Strategy<Value = Vec<usize>> {
    prop::collection::vec(1..20_usize, 1..5)
}

proptest! {
    #[test]
    fn a_list_is_the_same_however_it_arrives(records in prop::collection::vec(json(), 0..8), lengths in lengths()) {
        let list = format!("[{}]", records.join(" ,\n"));
        prop_assert_eq!(in_pieces(list.as_bytes(), &lengths).ok(), Some((records.clone(), None)));
        let page = format!(r#"{{"items":{list},"limit":{},"total":17}}"#, records.len());
        let place = Place { total: Some(17), offset: None, limit: Some(records.len() as u64) };
        prop_assert_eq!(in_pieces(page.as_bytes(), &lengths).ok(), Some((records, Some(place))));
    }

    #[test]
    fn what_is_cut_or_changed_is_read_as_the_whole_would_be(
        records in prop::collection::vec(json(), 0..4),
        lengths in lengths(),
        place: prop::sample::Index,
        byte: u8,
        is_page: bool,
    ) {
        let list = format!("[{}]", records.join(","));
        let mut answer = if is_page { format!(r#"{{"total":9,"records":{list}}}"#) } else { list }.into_bytes();
        let place = place.index(answer.len());
        prop_assert_eq!(in_pieces(&answer[..place], &lengths).ok(), None);
        answer[place] = byte;
        prop_assert_eq!(in_pieces(&answer, &lengths).ok(), whole(&answer));
    }

    #[test]
    fn anything_else_is_read_as_the_whole_would_be(
        text in "[\\[\\]{}:,\"a-c0-9\\\\ é]{0,40}",
        members in prop::collection::vec(("items|records|total|x", "\\[[\\[\\],\"0-9]{0,6}\\]|null|[\\[\\]{}:,\"0-9 ]{0,4}"), 0..4),
        bytes: Vec<u8>,
        lengths in lengths(),
    ) {
        let members: Vec<String> = members.iter().map(|(name, value)| format!("\"{name}\":{value}")).collect();
        let page = format!("{{{}}}", members.join(","));
        for answer in [text.as_bytes(), format!("[{text}]").as_bytes(), page.as_bytes(), &bytes] {
            prop_assert_eq!(in_pieces(answer, &lengths).ok(), whole(answer));
        }
    }
}
