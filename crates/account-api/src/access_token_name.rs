//! The name of an access token's record.

use std::fmt;

use crate::AccessToken;

/// A name that a new access token can have: 1 to 64 printable ASCII characters without a space at either end (our contract;
/// that there is a name is documented, what may be in it is not), and not that of another token of the same user, because
/// nothing but its name tells a person which record is which.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AccessTokenName(String);

/// Why a text is no name for a new access token. Printed, it is plain English for logs and tests; an app words it for its own
/// users.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AccessTokenNameFault {
    /// There is nothing but spaces in it.
    Empty,
    /// It is longer than [`AccessTokenName::LONGEST`].
    TooLong {
        /// How many characters it has.
        length: usize,
    },
    /// It has a character that is not a printable one of ASCII.
    ForbiddenCharacter(char),
    /// Another token of the user has this name.
    Taken,
}

impl AccessTokenName {
    /// How many characters a name may have.
    pub const LONGEST: usize = 64;

    /// Reads a name. Spaces at its ends are left out. `tokens` are those that the user has.
    ///
    /// # Errors
    /// The first thing that keeps the text from being a name.
    pub fn parse(text: &str, tokens: &[AccessToken]) -> Result<Self, AccessTokenNameFault> {
        let text = text.trim();
        let length = text.chars().count();
        let forbidden = text.chars().find(|character| !matches!(character, ' '..='~'));
        match forbidden {
            _ if text.is_empty() => Err(AccessTokenNameFault::Empty),
            Some(character) => Err(AccessTokenNameFault::ForbiddenCharacter(character)),
            None if length > Self::LONGEST => Err(AccessTokenNameFault::TooLong { length }),
            None if is_taken(text, tokens) => Err(AccessTokenNameFault::Taken),
            None => Ok(Self(text.to_owned())),
        }
    }

    /// A name that none of the tokens has: the proposed one, or that one with the smallest number from 2 behind it.
    pub fn unused(proposed: &str, tokens: &[AccessToken]) -> String {
        let numbered = (2..).map(|number: u32| format!("{proposed}-{number}"));
        std::iter::once(proposed.to_owned())
            .chain(numbered)
            .find(|name| !is_taken(name, tokens))
            .unwrap_or_default()
    }

    /// The name.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for AccessTokenNameFault {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => formatter.write_str("a token's name is empty"),
            Self::TooLong { length } => write!(
                formatter,
                "a token's name has at most {} characters, not {length}",
                AccessTokenName::LONGEST
            ),
            Self::ForbiddenCharacter(character) => {
                write!(
                    formatter,
                    "a token's name cannot contain {}",
                    character.escape_unicode()
                )
            }
            Self::Taken => formatter.write_str("another token has this name"),
        }
    }
}

impl std::error::Error for AccessTokenNameFault {}

fn is_taken(name: &str, tokens: &[AccessToken]) -> bool {
    tokens.iter().any(|token| token.name.trim() == name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::AccessTokenStatus;
    use proptest::prelude::*;
    use service_user::AccessTokenId;

    fn named(names: &[&str]) -> Vec<AccessToken> {
        let token = |name: &&str| AccessToken {
            id: AccessTokenId::new(*name),
            name: (*name).to_owned(),
            user_id: None,
            end_date: None,
            status: AccessTokenStatus::Active,
            created_at: None,
            last_used_at: None,
        };
        names.iter().map(token).collect()
    }

    #[test]
    fn a_name_is_read_without_the_spaces_at_its_ends() {
        let name = AccessTokenName::parse("  Rotated 2026-11-24 ", &named(&["CI"])).unwrap();
        assert_eq!(name.as_str(), "Rotated 2026-11-24");
    }

    #[test]
    fn what_keeps_a_text_from_being_a_name_is_told() {
        let tokens = named(&["CI", " Padded "]);
        for (text, fault) in [
            ("", AccessTokenNameFault::Empty),
            (" \t ", AccessTokenNameFault::Empty),
            ("Bücher", AccessTokenNameFault::ForbiddenCharacter('ü')),
            ("a\nb", AccessTokenNameFault::ForbiddenCharacter('\n')),
            ("a\u{202e}b", AccessTokenNameFault::ForbiddenCharacter('\u{202e}')),
            (&"x".repeat(65), AccessTokenNameFault::TooLong { length: 65 }),
            ("CI", AccessTokenNameFault::Taken),
            ("Padded", AccessTokenNameFault::Taken),
        ] {
            assert_eq!(AccessTokenName::parse(text, &tokens), Err(fault), "{text:?}");
        }
        assert!(AccessTokenName::parse(&"x".repeat(64), &tokens).is_ok());
        assert!(
            AccessTokenName::parse("ci", &tokens).is_ok(),
            "another letter case is another name"
        );
    }

    #[test]
    fn a_proposed_name_that_is_taken_gets_the_first_free_number() {
        assert_eq!(AccessTokenName::unused("Rotated", &[]), "Rotated");
        let tokens = named(&["Rotated", "Rotated-2", "Rotated-4"]);
        assert_eq!(AccessTokenName::unused("Rotated", &tokens), "Rotated-3");
    }

    proptest! {
        #[test]
        fn every_text_is_a_name_or_is_refused(text in "\\PC*|[ -~]{0,80}|\\s*") {
            if let Ok(name) = AccessTokenName::parse(&text, &[]) {
                let name = name.as_str();
                prop_assert!((1..=AccessTokenName::LONGEST).contains(&name.len()));
                prop_assert!(name.bytes().all(|byte| matches!(byte, b' '..=b'~')));
                prop_assert_eq!(name, text.trim());
            }
        }
    }
}
