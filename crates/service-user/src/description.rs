//! What a service user is for.

use crate::character::distinct_forbidden;
use crate::review::Checked;
use crate::{Fault, FaultKind, Field, Remarks};

/// A checked description: at most 255 characters, no control characters but line feed and tab. It may be empty, and in a
/// request it may also be the description that the existing user has already.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Description(String);

impl Description {
    /// How many characters it may have (our contract: DigiCert documents no limit).
    pub const MAX_LENGTH: usize = 255;

    /// Checks a description as typed; it is kept exactly as it is.
    ///
    /// # Errors
    /// Every fault.
    pub fn parse(text: &str) -> Result<Self, Vec<Fault>> {
        check(text, None).into_result()
    }

    /// The description as typed.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

fn is_forbidden(character: char) -> bool {
    character.is_control() && !matches!(character, '\n' | '\t')
}

/// Control characters are refused because they show as nothing and can garble a terminal that prints the description. The
/// description that the user has already stands: DigiCert's own pages may have taken a carriage return with a line feed.
pub(crate) fn check(text: &str, own: Option<&str>) -> Checked<Description> {
    if own == Some(text) {
        return Checked::new(Description(text.to_owned()), Remarks::default());
    }
    let mut kinds: Vec<FaultKind> = distinct_forbidden(text, is_forbidden)
        .into_iter()
        .map(|(character, position)| FaultKind::ForbiddenCharacter { character, position })
        .collect();
    let length = text.chars().count();
    if length > Description::MAX_LENGTH {
        kinds.push(FaultKind::TooLong {
            length,
            limit: Description::MAX_LENGTH,
        });
    }
    let suggestion = if kinds.is_empty() { None } else { suggestion(text) };
    let fault = |kind| Fault::new(Field::Description, kind).suggesting(suggestion.clone());
    let faults = kinds.into_iter().map(fault).collect();
    Checked::new(
        Description(text.to_owned()),
        Remarks {
            faults,
            warnings: Vec::new(),
        },
    )
}

/// The text without what is forbidden in it, cut at the limit; nothing, where nothing readable is left of it.
fn suggestion(text: &str) -> Option<String> {
    let kept = text.chars().filter(|character| !is_forbidden(*character));
    let short: String = kept.take(Description::MAX_LENGTH).collect();
    let trimmed = short.trim_end();
    (!trimmed.is_empty()).then(|| trimmed.to_owned())
}
