//! A list that was read, whole or a page of it.

/// What is known of the answer when it has been read to its end.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Page {
    /// How many records were in it.
    pub(crate) count: u64,
    /// The first of them, as it was written.
    pub(crate) first_record: Option<String>,
    /// What it says of the whole; `None` where the answer is a bare array, which is the whole.
    pub(crate) place: Option<Place>,
}

/// Where a page stands in the whole list, as far as it says so.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Place {
    /// How many records the whole list has.
    pub(crate) total: Option<u64>,
    /// How many records come before the page.
    pub(crate) offset: Option<u64>,
    /// How many records a page has at most.
    pub(crate) limit: Option<u64>,
}
