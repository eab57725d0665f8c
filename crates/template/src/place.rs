//! Where in a template or in a file something stands.

use std::fmt;

/// Where something stands, such as `templates[2].managers[0].roles[1]`; in a template by itself, such as `name`. The text of
/// a file as a whole has an empty place.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Place(Vec<Piece>);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Piece {
    Member(&'static str),
    Item(usize),
}

impl Place {
    /// Whether this is the place of a template's member or is inside it, such as `"name"` or `"managers"`.
    pub fn is_in(&self, member: &str) -> bool {
        matches!(self.0.first(), Some(Piece::Member(first)) if *first == member)
    }

    /// Whether it is the whole.
    pub fn is_root(&self) -> bool {
        self.0.is_empty()
    }

    pub(crate) fn root() -> Self {
        Self::default()
    }

    pub(crate) fn of(member: &'static str) -> Self {
        Self(vec![Piece::Member(member)])
    }

    pub(crate) fn member(&self, member: &'static str) -> Self {
        self.with(Piece::Member(member))
    }

    pub(crate) fn item(&self, index: usize) -> Self {
        self.with(Piece::Item(index))
    }

    /// The place that `inner` is in what stands here.
    pub(crate) fn join(&self, inner: &Self) -> Self {
        Self([self.0.as_slice(), inner.0.as_slice()].concat())
    }

    /// Whether `other` is this place or inside it.
    pub(crate) fn holds(&self, other: &Self) -> bool {
        other.0.starts_with(&self.0)
    }

    /// The last two pieces, the last one first.
    pub(crate) fn end(&self) -> (Option<Piece>, Option<Piece>) {
        let mut pieces = self.0.iter().rev().copied();
        (pieces.next(), pieces.next())
    }

    fn with(&self, piece: Piece) -> Self {
        let mut pieces = self.0.clone();
        pieces.push(piece);
        Self(pieces)
    }
}

impl fmt::Display for Place {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, piece) in self.0.iter().enumerate() {
            match piece {
                Piece::Member(name) if index == 0 => formatter.write_str(name)?,
                Piece::Member(name) => write!(formatter, ".{name}")?,
                Piece::Item(item) => write!(formatter, "[{item}]")?,
            }
        }
        Ok(())
    }
}

/// The names of the members in a file.
pub(crate) mod member {
    pub(crate) const SCHEMA: &str = "$schema";
    pub(crate) const FORMAT: &str = "format";
    pub(crate) const VERSION: &str = "version";
    pub(crate) const TEMPLATES: &str = "templates";

    pub(crate) const NAME: &str = "name";
    pub(crate) const EXPLANATION: &str = "explanation";
    pub(crate) const FRIENDLY_NAME_PREFIX: &str = "friendlyNamePrefix";
    pub(crate) const DESCRIPTION: &str = "description";
    pub(crate) const END_DATE: &str = "endDate";
    pub(crate) const EMAIL: &str = "email";
    pub(crate) const ACCOUNTS: &str = "accounts";
    pub(crate) const MANAGERS: &str = "managers";

    pub(crate) const DAYS_FROM_TODAY: &str = "daysFromToday";

    pub(crate) const MANAGER: &str = "manager";
    pub(crate) const ROLES: &str = "roles";
}
