//! How what the list keeps grows.

/// How much room to make for `more` items behind `length` others. It is a quarter of what is there, where a vector would by
/// itself make as much again: with many users those are megabytes that nobody uses, and a browser never gets back.
pub(crate) fn growth(capacity: usize, length: usize, more: usize) -> usize {
    match capacity - length < more {
        true => more.max(length / 4),
        false => 0,
    }
}
