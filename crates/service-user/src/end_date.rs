//! The last day on which a service user works.

use crate::review::Checked;
use crate::utc_day::year_month_day;
use crate::{Fault, FaultKind, Field, OrganisationPolicy, Remarks, UtcDay, WarningKind};

/// What the form holds for the end date. Nothing is chosen until somebody chooses: *no end date* is never the default.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum EndDateChoice {
    /// Nothing was chosen yet.
    #[default]
    Unanswered,
    /// *No end date* was chosen.
    NoEndDate,
    /// A day was typed or picked, meant as `YYYY-MM-DD` in UTC.
    Typed(String),
}

/// A checked end date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EndDate {
    /// The service user works until somebody disables it.
    NoEndDate,
    /// The service user works until 23:59:59 UTC of this day (documented).
    LastDay(UtcDay),
}

impl EndDate {
    /// Checks a choice by itself: today is the earliest day allowed, and what an organisation asks is another question.
    ///
    /// # Errors
    /// The one fault of the choice.
    pub fn parse(choice: &EndDateChoice, today: UtcDay) -> Result<Self, Vec<Fault>> {
        check(choice, today, None, &OrganisationPolicy::default()).into_result()
    }

    /// The end date with this last day; without one, *no end date*.
    pub fn from_last_day(last_day: Option<UtcDay>) -> Self {
        last_day.map_or(Self::NoEndDate, Self::LastDay)
    }

    /// The last day, where there is one.
    pub fn last_day(self) -> Option<UtcDay> {
        match self {
            Self::NoEndDate => None,
            Self::LastDay(day) => Some(day),
        }
    }
}

impl From<EndDate> for EndDateChoice {
    fn from(end_date: EndDate) -> Self {
        match end_date {
            EndDate::NoEndDate => Self::NoEndDate,
            EndDate::LastDay(day) => Self::Typed(day.to_string()),
        }
    }
}

/// An end date that is offered for choosing, counted from today.
///
/// It is counted from today as well where an existing service user is given a longer life: "90 days from today" is what
/// people expect to read there. That such a day may be earlier than the present end date is what
/// [`WarningKind::EndDateEarlier`] is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EndDatePreset {
    /// 30 days from today.
    Days30,
    /// 90 days from today.
    Days90,
    /// 180 days from today.
    Days180,
    /// 365 days from today: the longest that draws no warning.
    Days365,
}

impl EndDatePreset {
    /// Every preset, shortest first.
    pub const ALL: [Self; 4] = [Self::Days30, Self::Days90, Self::Days180, Self::Days365];

    /// The presets that an organisation allows, shortest first; none, where even the shortest is too long.
    pub fn allowed(policy: &OrganisationPolicy) -> impl Iterator<Item = Self> + use<> {
        let longest = policy.longest_life_days.unwrap_or(u32::MAX);
        Self::ALL
            .into_iter()
            .filter(move |preset| preset.days() <= longest)
    }

    /// How many days from today.
    pub fn days(self) -> u32 {
        match self {
            Self::Days30 => 30,
            Self::Days90 => 90,
            Self::Days180 => 180,
            Self::Days365 => 365,
        }
    }

    /// The last day it stands for; at the end of the calendar, the calendar's last day.
    pub fn last_day(self, today: UtcDay) -> UtcDay {
        today.plus_days(self.days()).unwrap_or(UtcDay::MAX)
    }
}

/// Beyond this many days an end date draws a warning (our contract).
const YEAR: i64 = 365;

/// A day of the calendar from today on, or an explicit *no end date*; within what the organisation allows. The end date
/// that the user has already stands, past or not.
pub(crate) fn check(
    choice: &EndDateChoice,
    today: UtcDay,
    own: Option<EndDate>,
    policy: &OrganisationPolicy,
) -> Checked<EndDate> {
    let latest = policy.latest_end_date(today);
    let own_last_day = own.and_then(EndDate::last_day);
    let mut remarks = Remarks::default();
    let mut fault = |kind, suggestion: Option<UtcDay>| {
        let usable = suggestion.filter(|day| {
            Some(*day) == own_last_day || *day >= today && latest.is_none_or(|latest| *day <= latest)
        });
        let fault = Fault::new(Field::EndDate, kind).suggesting(usable.map(|day| day.to_string()));
        remarks.faults.push(fault);
    };
    // Who has to choose an end date is not asked whether they want one.
    let unanswered = |fault: &mut dyn FnMut(FaultKind, Option<UtcDay>)| match latest {
        None => fault(FaultKind::EndDateUnanswered, None),
        Some(latest) => fault(FaultKind::EndDateRequired { latest }, Some(latest)),
    };
    let mut end_date = EndDate::NoEndDate;
    match choice {
        EndDateChoice::NoEndDate if latest.is_none() || own == Some(EndDate::NoEndDate) => {
            remarks.warn(Field::EndDate, WarningKind::NoEndDate);
        }
        EndDateChoice::Unanswered | EndDateChoice::NoEndDate => unanswered(&mut fault),
        EndDateChoice::Typed(text) if text.trim().is_empty() => unanswered(&mut fault),
        EndDateChoice::Typed(text) => match year_month_day(text) {
            None => {
                let soon = EndDatePreset::Days90.last_day(today);
                let example = latest.map_or(soon, |latest| latest.min(soon));
                fault(FaultKind::NotADate { example }, read_other_notation(text));
            }
            Some((year, month, day)) => match UtcDay::from_numbers(year, month, day) {
                None => fault(
                    FaultKind::NoSuchDay { year, month, day },
                    last_day_of(year, month, day),
                ),
                Some(last_day) if Some(last_day) == own_last_day => {
                    end_date = EndDate::LastDay(last_day);
                    match last_day < today {
                        true => remarks.warn(Field::EndDate, WarningKind::EndDateOver { last_day }),
                        false => warn_of_long_life(today, last_day, &mut remarks),
                    }
                }
                Some(last_day) if last_day < today => fault(FaultKind::EndDatePast { today }, None),
                Some(last_day) => match latest.filter(|latest| *latest < last_day) {
                    Some(latest) => fault(FaultKind::EndDateTooLate { latest }, Some(latest)),
                    None => {
                        end_date = EndDate::LastDay(last_day);
                        if let Some(from) = own_last_day.filter(|own| last_day < *own) {
                            remarks.warn(Field::EndDate, WarningKind::EndDateEarlier { from });
                        }
                        warn_of_long_life(today, last_day, &mut remarks);
                    }
                },
            },
        },
    }
    Checked::new(end_date, remarks)
}

fn warn_of_long_life(today: UtcDay, last_day: UtcDay, remarks: &mut Remarks) {
    let days = today.days_until(last_day);
    if days > YEAR {
        remarks.warn(Field::EndDate, WarningKind::EndDateBeyondYear { days });
    }
}

/// The last day of a month that is shorter than somebody thought; `None` where it is not the day that is wrong.
fn last_day_of(year: u16, month: u8, day: u8) -> Option<UtcDay> {
    (28..day)
        .rev()
        .find_map(|earlier| UtcDay::from_numbers(year, month, earlier))
}

/// Reads a day in another notation, but only where it cannot mean two different days: 31/12/2026 has one reading,
/// 05/06/2026 has two and so gives none. A wrong guess here would be a token that fails a month early.
fn read_other_notation(text: &str) -> Option<UtcDay> {
    let text = text.trim();
    let day_of = |year: &str, month: &str, day: &str| {
        UtcDay::from_numbers(number(year, 4..=4)?, number(month, 1..=2)?, number(day, 1..=2)?)
    };
    match text.chars().find(|character| !character.is_ascii_digit()) {
        None => day_of(text.get(..4)?, text.get(4..6)?, text.get(6..)?).filter(|_| text.len() == 8),
        Some(separator @ ('-' | '/' | '.' | ' ')) => {
            let mut parts = text.split(separator);
            let (first, second, third) = (parts.next()?, parts.next()?, parts.next()?);
            if parts.next().is_some() {
                None
            } else if first.len() == 4 {
                day_of(first, second, third)
            } else {
                match (day_of(third, second, first), day_of(third, first, second)) {
                    (Some(day_first), Some(month_first)) if day_first != month_first => None,
                    (day_first, month_first) => day_first.or(month_first),
                }
            }
        }
        Some(_) => None,
    }
}

/// The number that a text of so many digits writes.
fn number<N: std::str::FromStr>(text: &str, digits: std::ops::RangeInclusive<usize>) -> Option<N> {
    if digits.contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit()) {
        text.parse().ok()
    } else {
        None
    }
}
