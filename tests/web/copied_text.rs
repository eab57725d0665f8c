//! What clearing the clipboard decides, in the very module that the extension's background and its document run.

use js_sys::{Object, Reflect};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen(module = "/public/extension/copied-text.js")]
extern "C" {
    #[wasm_bindgen(js_name = clearIfHolding, catch)]
    async fn clear_if_holding(fingerprint: &str, clipboard: &Object) -> Result<JsValue, JsValue>;
}

/// Of [`COPIED`], made by another program: the SHA-256 of a salt and of the text's own SHA-256.
const FINGERPRINT: &str =
    "0102030405060708090a0b0c0d0e0f10:5d6fcd75fe01a90f160eee88595c7c6460fc449928701005299157987d8ffdf8";

const COPIED: &str = "a-token\nof two lines";

/// What a clipboard holds, and whether it lets itself be read and emptied.
#[derive(Clone)]
struct Clipboard {
    text: Rc<RefCell<String>>,
    may_read: bool,
    may_empty: bool,
}

impl Clipboard {
    fn holding(text: &str) -> Self {
        Clipboard {
            text: Rc::new(RefCell::new(text.to_owned())),
            may_read: true,
            may_empty: true,
        }
    }

    /// Has it cleared, and answers what came of that.
    async fn clear(&self) -> Option<String> {
        let (reading, emptying) = (self.clone(), self.clone());
        let read = Closure::<dyn Fn() -> Result<String, JsValue>>::new(move || match reading.may_read {
            true => Ok(reading.text.borrow().clone()),
            false => Err("not now".into()),
        });
        let empty = Closure::<dyn Fn()>::new(move || {
            if emptying.may_empty {
                emptying.text.borrow_mut().clear();
            }
        });
        let clipboard = Object::new();
        for (name, function) in [("read", read.as_ref()), ("empty", empty.as_ref())] {
            Reflect::set(&clipboard, &name.into(), function).expect("an object takes a property");
        }
        let outcome = clear_if_holding(FINGERPRINT, &clipboard).await;
        outcome.expect("it rejects nothing").as_string()
    }
}

#[wasm_bindgen_test]
async fn what_was_copied_is_cleared_whatever_its_line_ends_and_the_space_around_it() {
    for text in [COPIED, "a-token\r\nof two lines", " a-token\nof two lines\r\n"] {
        let clipboard = Clipboard::holding(text);
        assert_eq!(clipboard.clear().await.as_deref(), Some("cleared"), "{text:?}");
        assert_eq!(*clipboard.text.borrow(), "");
    }
}

#[wasm_bindgen_test]
async fn anything_else_is_left_as_it_is() {
    for text in [
        "",
        "mine",
        "a-token",
        "a-token\nof two line",
        "a-token of two lines",
    ] {
        let clipboard = Clipboard::holding(text);
        assert_eq!(clipboard.clear().await.as_deref(), Some("other"), "{text:?}");
        assert_eq!(*clipboard.text.borrow(), text);
    }
}

#[wasm_bindgen_test]
async fn what_cannot_be_read_is_left_as_it_is() {
    let clipboard = Clipboard {
        may_read: false,
        ..Clipboard::holding(COPIED)
    };
    assert_eq!(clipboard.clear().await.as_deref(), Some("not-read"));
    assert_eq!(*clipboard.text.borrow(), COPIED);
}

#[wasm_bindgen_test]
async fn what_is_still_there_afterwards_is_not_called_cleared() {
    let clipboard = Clipboard {
        may_empty: false,
        ..Clipboard::holding(COPIED)
    };
    assert_eq!(clipboard.clear().await.as_deref(), Some("not-cleared"));
}
