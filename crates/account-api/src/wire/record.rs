//! Reading one record.

use json::{Fault, Value};

/// Why an answer cannot be read: a developer's sentence, which holds nothing of the answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Unreadable(pub(crate) &'static str);

impl From<Fault> for Unreadable {
    fn from(fault: Fault) -> Self {
        match fault {
            Fault::NoObject => Self("not a JSON object"),
            Fault::Broken | Fault::Twice => Self("broken JSON, or a member that occurs twice"),
        }
    }
}

/// Reads the members of these names from one record of JSON. A name that stands where the contract has it is found at once.
pub(super) fn read<'a, const N: usize>(
    json: &'a str,
    names: [&str; N],
) -> Result<[Value<'a>; N], Unreadable> {
    let members = json::members(json, names)?;
    // To take it for missing would be to lose a name or an id that is there.
    match members.iter().any(|member| member.is_half_a_text()) {
        true => Err(Fault::Broken.into()),
        false => Ok(members),
    }
}
