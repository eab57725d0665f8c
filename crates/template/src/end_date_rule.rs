//! The end date that a template sets.

use service_user::{EndDateChoice, UtcDay};

/// An end date as a template sets it: counted from the day on which the template is applied.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EndDateRule {
    /// So many days after today; 0 is today.
    DaysFromToday(u32),
    /// *No end date*, chosen explicitly.
    NoEndDate,
}

impl EndDateRule {
    /// How many days it may be at most: a hundred years.
    pub const MAX_DAYS: u32 = 36_525;

    /// What the form holds for it; at the end of the calendar, the calendar's last day.
    pub fn choice(self, today: UtcDay) -> EndDateChoice {
        match self {
            Self::NoEndDate => EndDateChoice::NoEndDate,
            Self::DaysFromToday(days) => {
                let day = today.plus_days(days).unwrap_or(UtcDay::MAX);
                EndDateChoice::Typed(day.to_string())
            }
        }
    }
}

/// Whether neither a day nor *no end date* was chosen.
pub(crate) fn is_unanswered(choice: &EndDateChoice) -> bool {
    match choice {
        EndDateChoice::Unanswered => true,
        EndDateChoice::NoEndDate => false,
        EndDateChoice::Typed(text) => text.trim().is_empty(),
    }
}
