//! What friendly names have to look like in an organisation.

use std::fmt;

use crate::{FriendlyName, friendly_name, wording};

/// What a friendly name has to look like as a whole: a text in which `*` stands for any run of characters, also none, `?`
/// for exactly one character and `#` for one of the digits 0 to 9. Everything else stands for itself, in this very case.
///
/// A friendly name can hold none of the three, so nothing is needed to write them literally.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamePattern {
    text: String,
    pieces: Vec<Piece>,
}

impl NamePattern {
    /// Reads a pattern.
    ///
    /// # Errors
    /// Why no friendly name can ever match it. Whatever is accepted is matched by at least one.
    pub fn parse(text: &str) -> Result<Self, NamePatternFault> {
        if text.is_empty() {
            return Err(NamePatternFault::Empty);
        }
        let mut pieces = Vec::new();
        for character in text.chars() {
            match character {
                // A run beside a run takes nothing that the first one could not.
                '*' if pieces.last() == Some(&Piece::Run) => {}
                '*' => pieces.push(Piece::Run),
                '?' => pieces.push(Piece::AnyCharacter),
                '#' => pieces.push(Piece::Digit),
                _ if friendly_name::is_allowed(character) => pieces.push(Piece::Exactly(character)),
                _ => return Err(NamePatternFault::ForbiddenCharacter { character }),
            }
        }
        let length = shortest_match(&pieces)?;
        if length > FriendlyName::MAX_LENGTH {
            return Err(NamePatternFault::TooLong { length });
        }
        Ok(Self {
            text: text.to_owned(),
            pieces,
        })
    }

    /// The pattern as it was set.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Whether the whole name matches.
    ///
    /// The time it takes grows at most with the length of the pattern times that of the name: where something does not
    /// fit, only the last run is made longer, because lengthening an earlier one could reach nothing more.
    pub fn matches(&self, name: &str) -> bool {
        let mut pieces = self.pieces.as_slice();
        let mut rest = name.chars();
        let mut last_run = None;
        loop {
            let fits = match pieces.split_first() {
                Some((Piece::Run, after)) => {
                    last_run = Some((after, rest.clone()));
                    pieces = after;
                    true
                }
                Some((piece, after)) => {
                    pieces = after;
                    rest.next().is_some_and(|character| piece.takes(character))
                }
                None if rest.as_str().is_empty() => return true,
                None => false,
            };
            match (fits, &mut last_run) {
                (true, _) => {}
                (false, None) => return false,
                (false, Some((after, behind))) => {
                    if behind.next().is_none() {
                        return false;
                    }
                    pieces = after;
                    rest = behind.clone();
                }
            }
        }
    }

    /// What stands before and after the run, where the pattern is plain: one `*` and otherwise nothing but literal text.
    pub(crate) fn around_its_run(&self) -> Option<(&str, &str)> {
        let (before, after) = self.text.split_once('*')?;
        let is_literal = |part: &str| !part.contains(['*', '?', '#']);
        (is_literal(before) && is_literal(after)).then_some((before, after))
    }
}

/// Why no friendly name can match a text as a pattern. Displayed as sentences for the administrator who set it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NamePatternFault {
    /// There is nothing in it.
    Empty,
    /// A character that no friendly name has.
    ForbiddenCharacter {
        /// The character.
        character: char,
    },
    /// It begins or ends with a space, where no friendly name has one.
    EdgeSpace,
    /// Two spaces stand side by side, as in no friendly name.
    DoubledSpace,
    /// Every match is longer than a friendly name can be.
    TooLong {
        /// How many characters the shortest match has.
        length: usize,
    },
}

impl fmt::Display for NamePatternFault {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&wording::name_pattern_fault(*self))
    }
}

impl std::error::Error for NamePatternFault {}

/// What takes one character of a name, or a run of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Piece {
    Exactly(char),
    AnyCharacter,
    Digit,
    Run,
}

impl Piece {
    fn takes(self, character: char) -> bool {
        match self {
            Self::Exactly(expected) => character == expected,
            Self::Digit => character.is_ascii_digit(),
            Self::AnyCharacter | Self::Run => true,
        }
    }
}

/// How many characters the shortest friendly name has that matches, however long a friendly name may be.
///
/// A name has no space at either end and no two in a row. So two literal spaces, or a space and an end, need something
/// between them: a run there cannot be empty, and without a run there is no match at all. An end acts like a space.
fn shortest_match(pieces: &[Piece]) -> Result<usize, NamePatternFault> {
    const END: Piece = Piece::Exactly(' ');
    let inner = pieces.len().saturating_sub(1);
    let befores = [END].into_iter().chain(pieces.iter().copied());
    let afters = pieces.iter().copied().skip(1).chain([END]);
    let mut length = 0;
    for (index, ((before, piece), after)) in befores.zip(pieces).zip(afters).enumerate() {
        length += match (before, piece, after) {
            (END, Piece::Run, END) => 1,
            (_, Piece::Run, _) => 0,
            (END, &END, _) | (_, &END, END) => {
                return Err(match index == 0 || index == inner {
                    true => NamePatternFault::EdgeSpace,
                    false => NamePatternFault::DoubledSpace,
                });
            }
            (_, Piece::Exactly(_) | Piece::AnyCharacter | Piece::Digit, _) => 1,
        };
    }
    Ok(length)
}
