//! Instants and days as files write them. By hand, because chrono's formatting machinery would weigh more than the rest of
//! this crate.

use chrono::{DateTime, Timelike, Utc};
use service_user::UtcDay;

/// `2021-06-23T08:55:19Z` (RFC 3339); a fraction of a second is dropped.
pub(crate) fn rfc3339(instant: DateTime<Utc>) -> String {
    let (hour, minute, second) = time_of_day(instant);
    format!("{}T{hour:02}:{minute:02}:{second:02}Z", day_of(instant))
}

/// `20210623T085519Z`: an instant in a calendar (RFC 5545, 3.3.5).
pub(crate) fn calendar_instant(instant: DateTime<Utc>) -> String {
    let (hour, minute, second) = time_of_day(instant);
    format!(
        "{}T{hour:02}{minute:02}{second:02}Z",
        calendar_day(day_of(instant))
    )
}

/// `20210623`: a day in a calendar (RFC 5545, 3.3.4).
pub(crate) fn calendar_day(day: UtcDay) -> String {
    day.to_string().replace('-', "")
}

/// The UTC day that holds an instant.
pub(crate) fn day_of(instant: DateTime<Utc>) -> UtcDay {
    UtcDay::from_date(instant.date_naive())
}

fn time_of_day(instant: DateTime<Utc>) -> (u32, u32, u32) {
    (instant.hour(), instant.minute(), instant.second())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_instant_is_written_in_both_forms() {
        let instant = DateTime::from_timestamp(1_624_438_519, 999_999_999).unwrap();
        assert_eq!(rfc3339(instant), "2021-06-23T08:55:19Z");
        assert_eq!(calendar_instant(instant), "20210623T085519Z");
        let early = DateTime::from_timestamp(-62_135_596_800, 0).unwrap();
        assert_eq!(rfc3339(early), "0001-01-01T00:00:00Z");
        assert_eq!(calendar_instant(early), "00010101T000000Z");
    }

    #[test]
    fn an_instant_outside_the_calendar_keeps_its_shape() {
        for instant in [DateTime::<Utc>::MIN_UTC, DateTime::<Utc>::MAX_UTC] {
            assert_eq!(rfc3339(instant).len(), 20);
            assert_eq!(calendar_instant(instant).len(), 16);
        }
    }
}
