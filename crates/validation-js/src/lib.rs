//! The rules of a service user for JavaScript.
//!
//! `cargo xtask package` makes the npm package `service-user-rules` of this crate and of the files in `npm/`. The hand-written
//! JavaScript there reads what a page hands over, whatever it is, with every throw caught. Across the border goes nothing but texts:
//! a question ([`Question`]) as a list of them, and the answer as another, so that no value of JavaScript's gets here and the code
//! that takes them across stays small. Everything that is decided is decided here, where it can be tested without a browser.
//!
//! | Here | There |
//! |---|---|
//! | [`Question`] | `npm/reader.js` and `npm/question.js` write it |
//! | [`Question::answer`] | `npm/rules.js` makes the result of it |
//! | [`InputFault`] | what `npm/reader.js` could not read: its code and its words |

mod answer;
mod input_fault;
mod question;
mod texts;

pub use input_fault::InputFault;
pub use question::Question;
pub use texts::Texts;

use wasm_bindgen::prelude::*;

/// The standard library's allocator weighs 8 kB, a tenth of the whole module; this one less than half.
#[cfg(target_family = "wasm")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

#[wasm_bindgen]
extern "C" {
    /// The JavaScript array that takes the answer.
    pub type Answer;

    #[wasm_bindgen(method)]
    fn push(this: &Answer, text: &str);
}

/// Answers a question. Its texts come as one, with the length of each in the units that JavaScript counts in.
#[wasm_bindgen]
pub fn answer(text: &str, lengths: &[u32], answer: &Answer) {
    Question::read(Texts::new(text, lengths)).answer(&mut |text| answer.push(text));
}
