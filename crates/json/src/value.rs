//! A value in a text.

use std::borrow::Cow;

use crate::Fault;
use crate::escapes::{is_text, plain};
use crate::members::inside;
use crate::scanner::Scanner;

/// A value as it is written, without white space around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Value<'a> {
    written: &'a str,
    /// Whether an escape is in it, if it is a text.
    has_escape: bool,
}

impl<'a> Value<'a> {
    /// A member that is not there.
    pub const ABSENT: Self = Self {
        written: "",
        has_escape: false,
    };

    /// What a scanner of this text has passed since it was at `start`.
    pub(crate) fn passed(json: &'a str, start: usize, scanner: &Scanner<'_>) -> Self {
        Self {
            written: json.get(start..scanner.place).unwrap_or_default(),
            has_escape: scanner.has_escape,
        }
    }

    /// As it is written; empty where it is not there.
    #[must_use]
    pub fn written(self) -> &'a str {
        self.written
    }

    /// Whether it is not there, or null.
    #[must_use]
    pub fn is_absent(self) -> bool {
        matches!(self.written, "" | "null")
    }

    /// What a text means; `None` where it is no text, or has half of a surrogate pair in it.
    #[must_use]
    pub fn text(self) -> Option<Cow<'a, str>> {
        if !self.written.starts_with('"') {
            return None;
        }
        let written = inside(self.written);
        match self.has_escape {
            false => Some(Cow::Borrowed(written)),
            true => plain(written).map(Cow::Owned),
        }
    }

    /// Whether it is a text with half of a surrogate pair in it, of which nobody could say what it means.
    #[must_use]
    pub fn is_half_a_text(self) -> bool {
        self.has_escape && self.written.starts_with('"') && !is_text(inside(self.written))
    }

    /// What is in a list; nothing where it is none.
    #[must_use]
    pub fn items(self) -> Items<'a> {
        let mut scanner = Scanner::new(self.written.as_bytes());
        Items {
            list: self.written,
            has_more: scanner.pass(b'[') && scanner.peek() != b']',
            scanner,
        }
    }
}

/// Reads a text that is one value, with or without white space around it.
///
/// # Errors
/// The text is no JSON.
pub fn value(json: &str) -> Result<Value<'_>, Fault> {
    let mut scanner = Scanner::new(json.as_bytes());
    scanner.peek();
    let start = scanner.place;
    scanner.pass_value()?;
    let value = Value::passed(json, start, &scanner);
    scanner.end()?;
    Ok(value)
}

/// The values in a list.
pub struct Items<'a> {
    list: &'a str,
    scanner: Scanner<'a>,
    has_more: bool,
}

impl<'a> Iterator for Items<'a> {
    type Item = Value<'a>;

    fn next(&mut self) -> Option<Value<'a>> {
        if !self.has_more {
            return None;
        }
        self.scanner.peek();
        let start = self.scanner.place;
        // The list is known to be JSON.
        self.scanner.pass_value().ok()?;
        let value = Value::passed(self.list, start, &self.scanner);
        self.has_more = self.scanner.pass(b',');
        Some(value)
    }
}
