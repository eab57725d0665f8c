//! The name by which people and audit entries know a service user.

use crate::character::{distinct_forbidden, plain_letters};
use crate::review::Checked;
use crate::{Fault, FaultKind, Field, Remarks, TakenNames, WarningKind};

/// A checked friendly name: 1 to 64 of the ASCII letters and digits, spaces, dashes and underscores, with no space at
/// either end and no two in a row. That nobody else has it is only known of one inside a
/// [`ServiceUserRequest`](crate::ServiceUserRequest).
///
/// Letters, numbers, spaces, dashes and underscores are documented; ASCII alone, the length and the rule about spaces
/// are our contract.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FriendlyName(String);

impl FriendlyName {
    /// How many characters it may have (our contract: DigiCert documents no limit).
    pub const MAX_LENGTH: usize = 64;

    /// Checks a name as typed, by itself: whether it is taken is another question.
    ///
    /// # Errors
    /// Every fault.
    pub fn parse(text: &str) -> Result<Self, Vec<Fault>> {
        check(text, &TakenNames::new()).into_result()
    }

    /// The name as typed.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

fn is_allowed(character: char) -> bool {
    character.is_ascii_alphanumeric() || matches!(character, ' ' | '-' | '_')
}

/// All rules of the name, and that nobody else has it.
pub(crate) fn check(text: &str, taken_names: &TakenNames) -> Checked<FriendlyName> {
    let mut remarks = Remarks::default();
    let kinds = faults_of(text, taken_names);
    if kinds.is_empty() {
        if let Some(other) = taken_names.differs_only_in_case(text) {
            let kind = WarningKind::NameDiffersOnlyInCase {
                other: other.to_owned(),
            };
            remarks.warn(Field::FriendlyName, kind);
        }
    } else {
        let suggestion = suggestion(text, taken_names);
        let fault = |kind| Fault::new(Field::FriendlyName, kind).suggesting(suggestion.clone());
        remarks.faults = kinds.into_iter().map(fault).collect();
    }
    Checked::new(FriendlyName(text.to_owned()), remarks)
}

fn faults_of(text: &str, taken_names: &TakenNames) -> Vec<FaultKind> {
    if text.chars().all(|character| character == ' ') {
        return vec![FaultKind::Missing];
    }
    let mut kinds = Vec::new();
    if text.starts_with(' ') {
        kinds.push(FaultKind::LeadingSpace);
    }
    if text.ends_with(' ') {
        kinds.push(FaultKind::TrailingSpace);
    }
    // Doubled spaces at either end are part of the leading and trailing ones, and are not reported twice.
    let leading = text.len() - text.trim_start_matches(' ').len();
    let inner = text.trim_matches(' ');
    if let Some((before, _)) = inner.split_once("  ") {
        kinds.push(FaultKind::DoubledSpace {
            position: leading + before.chars().count() + 2,
        });
    }
    let forbidden = distinct_forbidden(text, |character| !is_allowed(character));
    kinds.extend(
        forbidden
            .into_iter()
            .map(|(character, position)| FaultKind::ForbiddenCharacter { character, position }),
    );
    let length = text.chars().count();
    if length > FriendlyName::MAX_LENGTH {
        kinds.push(FaultKind::TooLong {
            length,
            limit: FriendlyName::MAX_LENGTH,
        });
    }
    if taken_names.contains(text) {
        kinds.push(FaultKind::NameTaken {
            name: text.to_owned(),
        });
    }
    kinds
}

/// A name close to the one typed that has no fault and that nobody has, in any case.
fn suggestion(text: &str, taken_names: &TakenNames) -> Option<String> {
    let clean = cleaned(text);
    if clean.is_empty() {
        None
    } else if taken_names.leaves_free(&clean) {
        Some(clean)
    } else {
        numbered(&clean, taken_names)
    }
}

/// The text with every character replaced or left out that a name cannot have, without needless spaces, cut at the limit.
fn cleaned(text: &str) -> String {
    let mut name = String::new();
    // A dash that stands for a forbidden character joins two pieces; at either end, or beside another dash, it joins nothing.
    let mut joint_owed = false;
    for character in text.chars() {
        let plain = match plain_letters(character) {
            Some(plain) => plain,
            None => {
                joint_owed = true;
                continue;
            }
        };
        for plain_character in plain.chars() {
            if plain_character == ' ' {
                if joint_owed && name.ends_with(' ') && !name.ends_with("- ") {
                    name.push('-');
                }
                joint_owed = false;
                if !name.is_empty() && !name.ends_with(' ') {
                    name.push(' ');
                }
            } else {
                if joint_owed
                    && !name.is_empty()
                    && !name.ends_with(['-', '_', ' '])
                    && plain_character != '-'
                {
                    name.push('-');
                }
                joint_owed = false;
                name.push(plain_character);
            }
        }
    }
    name.chars()
        .take(FriendlyName::MAX_LENGTH)
        .collect::<String>()
        .trim_end()
        .to_owned()
}

/// "NAME 2", or the next number that is free; a short number that the name already ends with is counted on.
///
/// It ends: there are fewer taken names than numbers, and no two numbers give the same name.
fn numbered(name: &str, taken_names: &TakenNames) -> Option<String> {
    let (base, first) = match name.rsplit_once(' ') {
        Some((base, digits)) if digits.len() <= 2 => match digits.parse::<u32>() {
            Ok(number) if number >= 2 => (base, number + 1),
            Ok(_) | Err(_) => (name, 2),
        },
        Some(_) | None => (name, 2),
    };
    (first..=u32::MAX).find_map(|number| {
        let suffix = format!(" {number}");
        let kept: String = base
            .chars()
            .take(FriendlyName::MAX_LENGTH - suffix.len())
            .collect();
        let candidate = format!("{}{suffix}", kept.trim_end());
        taken_names.leaves_free(&candidate).then_some(candidate)
    })
}
