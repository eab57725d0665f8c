//! The name by which people and audit entries know a service user.

use crate::character::{distinct_forbidden, plain_letters};
use crate::review::Checked;
use crate::taken_names::OtherNames;
use crate::{Fault, FaultKind, Field, NamePattern, OrganisationPolicy, Remarks, TakenNames, WarningKind};

/// A checked friendly name: 1 to 64 of the ASCII letters and digits, spaces, dashes and underscores, with no space at
/// either end and no two in a row. That nobody else has it is only known of one inside a
/// [`ServiceUserRequest`](crate::ServiceUserRequest). There, it may also be the name that the existing user has already,
/// whatever that looks like.
///
/// Letters, numbers, spaces, dashes and underscores are documented; ASCII alone, the length and the rule about spaces
/// are our contract.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FriendlyName(String);

impl FriendlyName {
    /// How many characters it may have (our contract: DigiCert documents no limit).
    pub const MAX_LENGTH: usize = 64;

    /// Checks a name as typed, by itself: whether it is taken, and what an organisation asks, are other questions.
    ///
    /// # Errors
    /// Every fault.
    pub fn parse(text: &str) -> Result<Self, Vec<Fault>> {
        let nobody = TakenNames::new();
        check(
            text,
            OtherNames::new(&nobody, None),
            &OrganisationPolicy::default(),
        )
        .into_result()
    }

    /// The name as typed.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Whether a friendly name can hold the character.
pub(crate) fn is_allowed(character: char) -> bool {
    character.is_ascii_alphanumeric() || matches!(character, ' ' | '-' | '_')
}

/// All rules of the name, that nobody else has it, and that it looks as the organisation wants it. A name that the user
/// has already stands without a word.
pub(crate) fn check(
    text: &str,
    other_names: OtherNames<'_>,
    policy: &OrganisationPolicy,
) -> Checked<FriendlyName> {
    let mut remarks = Remarks::default();
    let kinds = faults_of(text, other_names, policy);
    if kinds.is_empty() {
        let other = other_names.differs_only_in_case(text);
        if let Some(other) = other.filter(|_| !other_names.is_own(text)) {
            let kind = WarningKind::NameDiffersOnlyInCase {
                other: other.to_owned(),
            };
            remarks.warn(Field::FriendlyName, kind);
        }
    } else {
        let suggestion = suggestion(text, other_names, policy);
        let fault = |kind| Fault::new(Field::FriendlyName, kind).suggesting(suggestion.clone());
        remarks.faults = kinds.into_iter().map(fault).collect();
    }
    Checked::new(FriendlyName(text.to_owned()), remarks)
}

fn faults_of(text: &str, other_names: OtherNames<'_>, policy: &OrganisationPolicy) -> Vec<FaultKind> {
    if text.chars().all(|character| character == ' ') {
        return vec![FaultKind::Missing];
    }
    if other_names.is_own(text) {
        return Vec::new();
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
    // Pair by pair: a search for a text brings machinery that weighs more in a page than this whole check.
    let mut pairs = inner.chars().zip(inner.chars().skip(1));
    if let Some(before) = pairs.position(|pair| pair == (' ', ' ')) {
        kinds.push(FaultKind::DoubledSpace {
            position: leading + before + 2,
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
    if other_names.contains(text) {
        kinds.push(FaultKind::NameTaken {
            name: text.to_owned(),
        });
    }
    // A name with faults is judged as it would be without them: a space too many must not look like the wrong pattern.
    let follows_pattern = match kinds.is_empty() {
        true => policy.allows_name(text),
        false => {
            let clean = cleaned(text);
            other_names.is_own(&clean) || policy.allows_name(&clean)
        }
    };
    if !follows_pattern {
        kinds.push(FaultKind::NameOutsidePatterns {
            patterns: policy.name_patterns.clone(),
        });
    }
    kinds
}

/// A name close to the one typed that has no fault and that nobody has, in any case.
///
/// A name that an organisation's only pattern keeps out is put into it, if it is plain: there is no other evident place.
fn suggestion(text: &str, other_names: OtherNames<'_>, policy: &OrganisationPolicy) -> Option<String> {
    let clean = cleaned(text);
    if clean.is_empty() {
        return None;
    }
    if other_names.is_own(&clean) {
        return Some(clean);
    }
    let frame = match (policy.allows_name(&clean), policy.name_patterns.as_slice()) {
        (true, patterns) => patterns
            .iter()
            .filter(|pattern| pattern.matches(&clean))
            .find_map(Frame::of)
            .unwrap_or(Frame::OPEN),
        (false, [only]) => Frame::of(only)?,
        (false, _) => return None,
    };
    let inner = frame.without(&clean);
    let name = frame.around(inner, "");
    if other_names.leaves_free(&name) {
        Some(name)
    } else {
        numbered(inner, frame, other_names, policy)
    }
}

/// What a suggested name has to begin and end with.
#[derive(Clone, Copy)]
struct Frame<'a> {
    before: &'a str,
    after: &'a str,
}

impl<'a> Frame<'a> {
    /// The frame of a name that can be any.
    const OPEN: Self = Self {
        before: "",
        after: "",
    };

    /// The frame that a plain pattern sets.
    fn of(pattern: &'a NamePattern) -> Option<Self> {
        let (before, after) = pattern.around_its_run()?;
        Some(Self { before, after })
    }

    /// The name without what the frame would add again, in whatever case it was written.
    fn without(self, name: &str) -> &str {
        let rest = match name.split_at_checked(self.before.len()) {
            Some((start, rest)) if start.eq_ignore_ascii_case(self.before) => rest,
            Some(_) | None => name,
        };
        let end = rest.len().checked_sub(self.after.len());
        match end.and_then(|end| rest.split_at_checked(end)) {
            Some((inner, end)) if end.eq_ignore_ascii_case(self.after) => inner,
            Some(_) | None => rest,
        }
    }

    /// As much of the text as the limit leaves room for, and the suffix, in the frame.
    fn around(self, inner: &str, suffix: &str) -> String {
        let Self { before, after } = self;
        let room = FriendlyName::MAX_LENGTH.saturating_sub(before.len() + suffix.len() + after.len());
        let kept: String = inner.chars().take(room).collect();
        format!("{before}{}{suffix}{after}", kept.trim_end())
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
/// It ends: there are fewer taken names than numbers, no two numbers give the same name, and the first name with a fault,
/// which is one that the organisation's patterns do not take, is the last one looked at.
fn numbered(
    name: &str,
    frame: Frame<'_>,
    other_names: OtherNames<'_>,
    policy: &OrganisationPolicy,
) -> Option<String> {
    let nobody = TakenNames::new();
    let (base, first) = match name.rsplit_once(' ') {
        Some((base, digits)) if digits.len() <= 2 => match digits.parse::<u32>() {
            Ok(number) if number >= 2 => (base, number + 1),
            Ok(_) | Err(_) => (name, 2),
        },
        Some(_) | None => (name, 2),
    };
    (first..=u32::MAX)
        .map(|number| frame.around(base, &format!(" {number}")))
        .take_while(|candidate| faults_of(candidate, OtherNames::new(&nobody, None), policy).is_empty())
        .find(|candidate| other_names.leaves_free(candidate))
}
