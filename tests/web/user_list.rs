//! How the extension's background reads a list, in the very module that it runs.

use js_sys::{Array, Function, JSON, Promise, Reflect};
use serde_json::{Value, json};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen(module = "/public/extension/user-list.js")]
extern "C" {
    #[wasm_bindgen(js_name = recordsOf)]
    fn records_of(page: &Function) -> JsValue;
}

#[wasm_bindgen_test]
async fn a_whole_list_is_read_wherever_its_text_is_cut() {
    let list = json!([
        { "name": "a \\\" ] } , [ {", "of": [1, [{ "deep": "]" }], {}] },
        "\\",
        "\\\"",
        [],
        {},
        null,
        -1.5,
        "ä “€” 🙂",
    ]);
    let texts = [
        list.to_string(),
        format!(" \n{list} \n"),
        serde_json::to_string_pretty(&list).expect("JSON"),
    ];
    for text in texts {
        for size in 1..=text.len() {
            let read = read_in_pieces(&text, size).await;
            assert_eq!(read.as_ref(), Ok(&list), "in pieces of {size}: {text}");
        }
    }
    for text in ["[]", " [ ] "] {
        assert_eq!(read_in_pieces(text, 1).await, Ok(json!([])));
    }
}

#[wasm_bindgen_test]
async fn what_is_no_list_or_only_the_beginning_of_one_is_refused() {
    for text in [
        "",
        "[",
        "[1",
        "[1,]",
        "[,1]",
        "[1 2]",
        "[1]]",
        "[1]<html>",
        r#"["a]"#,
        "[{]",
        "[}]",
        "{",
        "null",
        "7",
        r#""[]""#,
        "<html>",
        r#"{"items":{}}"#,
        r#"{"items":"abc"}"#,
        r#"{"whole":[1],"error":"no"}"#,
    ] {
        for size in [1, 100] {
            assert!(
                read_in_pieces(text, size).await.is_err(),
                "in pieces of {size}: {text}"
            );
        }
    }
}

#[wasm_bindgen_test]
async fn a_list_in_pages_is_followed_to_its_end() {
    let by_total = json!([
        { "total": 3, "offset": 0, "limit": 2, "items": [1, 2] },
        { "total": "3", "offset": 2, "limit": 2, "items": [3] },
    ]);
    let by_limit = json!([
        { "limit": 1, "records": [1] },
        { "limit": 1, "records": [2] },
        { "limit": 1, "records": [] },
    ]);
    for (pages, records, places) in [
        (json!([[1, 2]]), json!([1, 2]), json!([null])),
        (
            by_total,
            json!([1, 2, 3]),
            json!([null, { "offset": 2, "limit": 2 }]),
        ),
        (
            by_limit,
            json!([1, 2]),
            json!([null, { "offset": 1, "limit": 1 }, { "offset": 2, "limit": 1 }]),
        ),
        (json!([{ "limit": 0, "records": [] }]), json!([]), json!([null])),
        (json!([{ "items": [1, 2] }]), json!([1, 2]), json!([null])),
    ] {
        let (read, asked) = read_pages(&pages).await;
        assert_eq!(read, Ok(records), "{pages}");
        assert_eq!(asked, places, "{pages}");
    }
}

#[wasm_bindgen_test]
async fn a_list_in_pages_that_cannot_be_got_whole_is_refused() {
    let first = json!({ "total": 4, "offset": 0, "limit": 1, "items": [1] });
    for pages in [
        json!([first, first]),
        json!([first, { "total": 4, "offset": 3, "items": [2] }]),
        json!([first, { "total": 4, "items": [1] }]),
        json!([first, { "total": 4, "items": [] }]),
        json!([first, [2, 3, 4]]),
    ] {
        assert!(read_pages(&pages).await.0.is_err(), "{pages}");
    }
}

/// The records of a list whose text arrives in pieces of so many bytes, or more where a sign would be cut.
async fn read_in_pieces(text: &str, size: usize) -> Result<Value, String> {
    let mut rest = text;
    let pieces = Array::new();
    while !rest.is_empty() {
        let cut = (size..rest.len()).find(|at| rest.is_char_boundary(*at));
        let (piece, further) = rest.split_at(cut.unwrap_or(rest.len()));
        pieces.push(&piece.into());
        rest = further;
    }
    read(&Array::of1(&pieces)).await.0
}

/// The records where the host answers with these pages in turn, and which places of the list it was asked for.
async fn read_pages(pages: &Value) -> (Result<Value, String>, Value) {
    let texts = pages.as_array().expect("a list").iter();
    let answers = texts.map(|page| Array::of1(&page.to_string().into()));
    read(&answers.collect()).await
}

/// As [`read_pages`], of pages that are lists of pieces of text.
async fn read(pages: &Array) -> (Result<Value, String>, Value) {
    let this = js_sys::Object::new();
    let asked = Array::new();
    for (name, list) in [("pages", pages), ("asked", &asked)] {
        Reflect::set(&this, &name.into(), list).expect("an object");
    }
    let page = Function::new_with_args(
        "place",
        "this.asked.push(place ?? null); return Promise.resolve(this.pages.shift());",
    );
    let collect = Function::new_with_args(
        "records",
        "return (async () => { const all = []; for await (const record of records) all.push(record); return all; })();",
    );
    let records = records_of(&page.bind0(&this));
    let promise = collect.call1(&JsValue::NULL, &records).expect("a promise");
    let read = JsFuture::from(promise.unchecked_into::<Promise>()).await;
    let read = read.map(|records| to_json(&records)).map_err(|fault| {
        let words = fault.dyn_into::<js_sys::Error>().map(|error| error.message());
        words.map_or_else(|_| "no error".to_owned(), String::from)
    });
    (read, to_json(&asked))
}

fn to_json(value: &JsValue) -> Value {
    let text = JSON::stringify(value).expect("a value of JSON");
    serde_json::from_str(&String::from(text)).expect("JSON")
}
