//! A day of the calendar in UTC.

use std::fmt;

use chrono::{DateTime, Datelike, Days, NaiveDate, NaiveTime, Utc};

/// A day in UTC, of the years 0001 to 9999: the days that `YYYY-MM-DD` can write.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct UtcDay(NaiveDate);

impl UtcDay {
    /// The first day there is, 0001-01-01.
    pub const MIN: Self = match NaiveDate::from_ymd_opt(1, 1, 1) {
        Some(date) => Self(date),
        None => unreachable!(),
    };

    /// The last day there is, 9999-12-31.
    pub const MAX: Self = match NaiveDate::from_ymd_opt(9999, 12, 31) {
        Some(date) => Self(date),
        None => unreachable!(),
    };

    /// Reads `YYYY-MM-DD`: exactly four, two and two digits. Anything else, and a day the calendar does not have, is `None`.
    pub fn parse(text: &str) -> Option<Self> {
        let (year, month, day) = year_month_day(text)?;
        Self::from_numbers(year, month, day)
    }

    /// The day of a date; a date before year 0001 or after year 9999 becomes the nearest day there is.
    pub fn from_date(date: NaiveDate) -> Self {
        Self(date).clamp(Self::MIN, Self::MAX)
    }

    /// The day as chrono's date.
    pub fn date(self) -> NaiveDate {
        self.0
    }

    /// The day that many days later, or `None` past 9999-12-31.
    pub fn plus_days(self, days: u32) -> Option<Self> {
        self.0
            .checked_add_days(Days::new(u64::from(days)))
            .map(Self)
            .filter(|day| *day <= Self::MAX)
    }

    /// How many days lie between this day and `other`; negative when `other` is earlier.
    pub fn days_until(self, other: Self) -> i64 {
        (other.0 - self.0).num_days()
    }

    /// 23:59:59 UTC of this day: the moment until which a service user with this end date works (documented).
    pub fn last_instant(self) -> DateTime<Utc> {
        const LAST_SECOND: NaiveTime = match NaiveTime::from_hms_opt(23, 59, 59) {
            Some(time) => time,
            None => unreachable!(),
        };
        self.0.and_time(LAST_SECOND).and_utc()
    }

    /// The day of these numbers, or `None` where the calendar has none.
    pub(crate) fn from_numbers(year: u16, month: u8, day: u8) -> Option<Self> {
        NaiveDate::from_ymd_opt(i32::from(year), u32::from(month), u32::from(day))
            .map(Self)
            .filter(|day| (Self::MIN..=Self::MAX).contains(day))
    }
}

/// `YYYY-MM-DD`, written by hand because chrono's formatting machinery would weigh more than the rest of this crate.
impl fmt::Display for UtcDay {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            formatter,
            "{:04}-{:02}-{:02}",
            self.0.year(),
            self.0.month(),
            self.0.day()
        )
    }
}

/// The three numbers of a text of the shape `YYYY-MM-DD`, whether or not the calendar has such a day.
pub(crate) fn year_month_day(text: &str) -> Option<(u16, u8, u8)> {
    let [y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = *text.as_bytes() else {
        return None;
    };
    let year = u16::from(two_digits(y1, y2)?) * 100 + u16::from(two_digits(y3, y4)?);
    Some((year, two_digits(m1, m2)?, two_digits(d1, d2)?))
}

fn two_digits(tens: u8, ones: u8) -> Option<u8> {
    match (tens, ones) {
        (b'0'..=b'9', b'0'..=b'9') => Some((tens - b'0') * 10 + (ones - b'0')),
        _ => None,
    }
}
