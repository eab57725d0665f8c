//! What the list keeps of one service user.

use chrono::{DateTime, Utc};
use service_user::UtcDay;

use crate::user_key::UserKey;

/// What the list keeps of one service user, in 68 bytes of WebAssembly's memory. Its name stands in the store's long text of
/// names; what users often share is a number of the store's words or lists.
#[derive(Debug)]
pub(crate) struct Record {
    pub(crate) key: UserKey,
    pub(crate) name: RecordName,
    /// A word.
    pub(crate) description: usize,
    /// A word.
    pub(crate) email: usize,
    /// A list of four lists of words: its Managers, accounts and roles, and who created it, one word or none.
    pub(crate) shared: usize,
    pub(crate) status: RecordStatus,
    pub(crate) end_date: Option<UtcDay>,
    pub(crate) created_at: Option<DateTime<Utc>>,
}

/// Where the long text of names has this one and, only where lower-casing ASCII is not enough to search in it, the same folded.
#[derive(Clone, Copy, Debug)]
pub(crate) struct RecordName {
    pub(crate) start: usize,
    pub(crate) length: usize,
    /// 0 where nothing had to be folded.
    pub(crate) folded_length: usize,
}

/// A status; one that is unknown is a word.
#[derive(Clone, Copy, Debug)]
pub(crate) enum RecordStatus {
    Active,
    Disabled,
    Other(usize),
}

impl RecordName {
    /// The name as it is.
    pub(crate) fn text(self, names: &str) -> &str {
        let end = self.start + self.length;
        names.get(self.start..end).unwrap_or_default()
    }

    /// The name with every letter beyond ASCII in lower case.
    pub(crate) fn searched(self, names: &str) -> &str {
        let end = self.start + self.length;
        match self.folded_length {
            0 => self.text(names),
            length => names.get(end..end + length).unwrap_or_default(),
        }
    }

    /// How many bytes of the long text it takes.
    pub(crate) fn whole_length(self) -> usize {
        self.length + self.folded_length
    }
}
