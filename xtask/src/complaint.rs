//! Why a task cannot go on.

use std::fmt;

/// One sentence for a person: what is missing or went wrong, and which command helps. Never a backtrace.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Complaint(String);

impl Complaint {
    /// The whole sentence, its full stop included.
    pub(crate) fn new(sentence: impl Into<String>) -> Self {
        Self(sentence.into())
    }

    /// A file or a process of the system that could not be used; `doing` completes "Could not …".
    pub(crate) fn system(doing: impl fmt::Display, cause: &std::io::Error) -> Self {
        Self(format!("Could not {doing}: {cause}."))
    }
}

impl fmt::Display for Complaint {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}
