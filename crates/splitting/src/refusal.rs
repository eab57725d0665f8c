//! Why a page is not split.

use std::{fmt, io};

/// One sentence for a person: what is wrong, and where to put it right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal(String);

impl Refusal {
    /// The whole sentence, its full stop included.
    pub fn new(sentence: impl Into<String>) -> Self {
        Self(sentence.into())
    }

    /// The system refused something; `doing` completes "Could not …".
    pub fn system(doing: impl fmt::Display, cause: &io::Error) -> Self {
        Self(format!("Could not {doing}: {cause}."))
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl std::error::Error for Refusal {}
