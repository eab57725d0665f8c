//! Why a test cannot go on.

use std::fmt;
use std::panic::Location;

/// What a test, or a step of one, answers.
pub type Outcome<T = ()> = Result<T, Fault>;

/// Why a test cannot go on: a sentence, and the line that was waiting for it.
///
/// It is no [`std::error::Error`], so that `?` can turn every one of those into it and note the line.
pub struct Fault {
    sentence: String,
    at: &'static Location<'static>,
}

impl Fault {
    /// A fault at the line of the caller.
    #[track_caller]
    pub fn new(sentence: impl Into<String>) -> Self {
        Self::at(sentence, Location::caller())
    }

    /// A fault at a line that was noted before.
    pub fn at(sentence: impl Into<String>, at: &'static Location<'static>) -> Self {
        Self {
            sentence: sentence.into(),
            at,
        }
    }
}

impl<E: std::error::Error> From<E> for Fault {
    #[track_caller]
    fn from(error: E) -> Self {
        Self::new(error.to_string())
    }
}

impl fmt::Debug for Fault {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            formatter,
            "{}:{}: {}",
            self.at.file(),
            self.at.line(),
            self.sentence
        )
    }
}
