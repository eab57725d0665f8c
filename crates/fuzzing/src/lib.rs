//! What is tried with any bytes at all.
//!
//! Each function takes bytes that somebody means badly and goes the way that they would go in the app. It panics where something is
//! not as it must be; that there is an answer to any bytes is the least of it. libFuzzer looks for such bytes with the programs in
//! `fuzz/`, and `tests/corpus.rs` goes through those that are kept, and through changed ones, in every `cargo test`.

#![allow(
    clippy::panic,
    clippy::expect_used,
    reason = "bytes for which something does not hold are found by the panic"
)]

mod answers;
mod hosts;
mod rules;
mod scripted_transport;
mod shown_texts;
mod templates;

pub use answers::answers;
pub use hosts::hosts;
pub use rules::rules;
pub use shown_texts::shown_texts;
pub use templates::templates;

/// Something that is tried.
#[derive(Clone, Copy, Debug)]
pub struct Target {
    /// Its name: that of the folder in `fuzz/corpus`, and of libFuzzer's program.
    pub name: &'static str,
    /// Tries it with these bytes.
    pub run: fn(&[u8]),
}

/// All of them.
pub const TARGETS: [Target; 5] = [
    Target {
        name: "answers",
        run: answers,
    },
    Target {
        name: "rules",
        run: rules,
    },
    Target {
        name: "templates",
        run: templates,
    },
    Target {
        name: "hosts",
        run: hosts,
    },
    Target {
        name: "shown_texts",
        run: shown_texts,
    },
];
