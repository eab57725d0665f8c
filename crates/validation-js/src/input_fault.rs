//! What could not even be read. A form cannot cause it; the program around it can.

/// Why a part of what a page handed over could not be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InputFault {
    /// It is of another type than asked for, or a text that does not say what it should.
    WrongValue,
    /// Reading it threw an error.
    Unreadable,
    /// It is a text with half of a character, which cannot be sent.
    LoneSurrogate,
    /// It is more than can be checked.
    TooLarge,
    /// It is a pattern or a domain of the organisation's policy that can never be met.
    PolicyUnusable,
}

impl InputFault {
    /// All of them.
    pub const ALL: [Self; 5] = [
        Self::WrongValue,
        Self::Unreadable,
        Self::LoneSurrogate,
        Self::TooLarge,
        Self::PolicyUnusable,
    ];

    /// The name for programs, beside those of the rules' own faults: snake_case, and the same for ever.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::WrongValue => "wrong_value",
            Self::Unreadable => "unreadable",
            Self::LoneSurrogate => "lone_surrogate",
            Self::TooLarge => "too_large",
            Self::PolicyUnusable => "policy_unusable",
        }
    }

    /// The one with this code. What reading a page's values came to is told by code, and a code that is none is itself a wrong value.
    pub(crate) fn from_code(code: &str) -> Self {
        Self::ALL
            .into_iter()
            .find(|fault| fault.code() == code)
            .unwrap_or(Self::WrongValue)
    }

    /// What whoever wrote the page reads. `place` is where it stands, such as `draft.email`; `detail` is what is wanted there, or
    /// why the policy cannot be met.
    #[must_use]
    pub fn message(self, place: &str, detail: &str) -> String {
        let (after_place, detail, end) = match self {
            Self::WrongValue => (" has to be ", detail, "."),
            Self::Unreadable => (" cannot be read: reading it throws an error.", "", ""),
            Self::LoneSurrogate => (
                " has half of a character (a lone surrogate), which cannot be sent.",
                "",
                "",
            ),
            Self::TooLarge => (" is more than can be checked at once.", "", ""),
            Self::PolicyUnusable => (" can never be met. ", detail, ""),
        };
        [place, after_place, detail, end].concat()
    }
}
