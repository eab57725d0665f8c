//! An end date that the host has and that could not be read.
//!
//! It must not look like no end date, which would mean "works for ever": the status tells of it, so that whoever looks at the list sees it,
//! and a change that leaves it out would take it away, so that a draft asks for one.

use crate::{ServiceUser, Status};

const WORDS: &str = "end date cannot be read: ";

/// The status to show, as the host wrote it, of what has an end date that cannot be read.
pub fn status_with_unread_end_date(status: &str, end_date: &str) -> String {
    format!("{status} ({WORDS}{end_date})").trim_start().to_owned()
}

impl Status {
    /// Whether it tells of an end date that could not be read.
    pub fn hides_end_date(&self) -> bool {
        // Not by `contains`, whose search for long texts would be two kilobytes more to load for this alone.
        let tells = |text: &str| {
            text.as_bytes()
                .windows(WORDS.len())
                .any(|part| part == WORDS.as_bytes())
        };
        matches!(self, Status::Other(text) if tells(text))
    }
}

impl ServiceUser {
    /// Whether it has an end date that could not be read; its [`end_date`](Self::end_date) is `None` then and says nothing.
    pub fn has_unread_end_date(&self) -> bool {
        self.end_date.is_none() && self.status.hides_end_date()
    }
}
