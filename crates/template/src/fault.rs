//! What keeps a text from being a template.

use std::fmt;

use crate::{Place, wording};

/// One thing to change before a template can be taken over. Displayed as the place, a colon and the sentence; positions count
/// characters from 1.
///
/// Neither repeats what was read, but for a single character and for the name of a member that has only letters and digits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TemplateFault {
    /// Where it is.
    pub place: Place,
    /// What it is.
    pub kind: TemplateFaultKind,
}

impl TemplateFault {
    /// What a person reads where the place is evident: what is at fault and what to do.
    pub fn message(&self) -> String {
        wording::template_fault(self)
    }

    pub(crate) fn of_whole(kind: TemplateFaultKind) -> Self {
        Self {
            place: Place::root(),
            kind,
        }
    }
}

impl fmt::Display for TemplateFault {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.place.is_root() {
            write!(formatter, "{}: ", self.place)?;
        }
        formatter.write_str(&self.message())
    }
}

impl std::error::Error for TemplateFault {}

/// What is at fault.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TemplateFaultKind {
    /// The file has more bytes than are read.
    FileTooLarge {
        /// How many it has.
        bytes: usize,
    },
    /// The bytes are not UTF-8.
    NotUtf8,
    /// The text is no JSON.
    NotJson {
        /// The line on which it ceases to be, from 1.
        line: usize,
        /// The byte of that line, from 1.
        column: usize,
    },
    /// The text is the beginning of JSON, and ends too early.
    EndsEarly,
    /// Lists and objects are nested more deeply than in any file of this kind.
    TooDeep,
    /// The file is of another kind.
    OtherFormat,
    /// The file is of another version.
    OtherVersion,
    /// The templates are more than can be kept once they are written out.
    TooLargeWritten,
    /// A value has another type than it has to have.
    WrongType {
        /// The type it has to have.
        expected: JsonType,
        /// The type it has.
        found: JsonType,
    },
    /// A member that has to be there is not.
    Missing,
    /// A member that is not known: it is refused because it may be a mistyped one, whose effect somebody would miss.
    UnknownMember {
        /// Its name, where it is short and has only ASCII letters and digits.
        name: Option<String>,
        /// The members that are known there.
        known: &'static [&'static str],
    },
    /// A member is there more than once, and programs disagree on which of them counts.
    RepeatedMember,
    /// A list has more items than it can have.
    TooMany {
        /// How many it has.
        count: usize,
        /// How many it may have.
        limit: usize,
    },
    /// A text or a list that would have to hold something holds nothing, or nothing but white space.
    Empty,
    /// A text has more characters than it can have.
    TooLong {
        /// How many it has.
        length: usize,
        /// How many it may have.
        limit: usize,
    },
    /// A character that shows as nothing, changes the direction of writing or breaks a line; reported once for each
    /// different character.
    ForbiddenCharacter {
        /// The character.
        character: char,
        /// Where it stands first.
        position: usize,
    },
    /// A name begins or ends with a space.
    EdgeSpace,
    /// A text holds something of a token's shape. Templates are shared; a token must not be.
    LooksLikeToken,
    /// A text for the form breaks a rule of the form.
    Rule(Box<service_user::Fault>),
    /// The end date is neither a number of days nor *no end date*.
    NotEndDate,
    /// It is not a whole number of days from 0 to [`EndDateRule::MAX_DAYS`](crate::EndDateRule::MAX_DAYS).
    NotDays,
    /// A name is there already. Templates are told apart by their names, in which case does not count.
    Repeats {
        /// Where it stands first.
        first: Place,
    },
    /// The template sets nothing.
    SetsNothing,
    /// A link's value is longer than is read.
    LinkTooLong {
        /// How many characters it has.
        length: usize,
    },
    /// A link's value is not what was written into it.
    LinkDamaged,
    /// A link holds more or less than one template.
    NotOneTemplate {
        /// How many it holds.
        count: usize,
    },
    /// There are more faults than are listed.
    Others {
        /// How many more.
        count: usize,
    },
}

/// The types of JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum JsonType {
    /// `null`.
    Null,
    /// `true` or `false`.
    Boolean,
    /// A number.
    Number,
    /// A text.
    Text,
    /// A list.
    List,
    /// An object.
    Object,
}
