//! Reading one record.

use serde::Deserialize;

/// Why an answer cannot be read: a developer's sentence, which holds nothing of the answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Unreadable(pub(crate) &'static str);

/// Reads one record of JSON.
pub(crate) fn read<'a, T: Deserialize<'a>>(json: &'a str) -> Result<T, Unreadable> {
    match json.trim_start().starts_with('{') {
        true => {
            serde_json::from_str(json).map_err(|_| Unreadable("broken JSON, or a member that occurs twice"))
        }
        false => Err(Unreadable("not a JSON object")),
    }
}
