//! Instants as HTTP and the API write them. By hand, because chrono's parsing machinery would weigh more than the rest of
//! this crate.

use chrono::{DateTime, NaiveDate, NaiveTime, TimeDelta, Utc};
use service_user::UtcDay;

/// An instant of the form `2021-06-23T08:55:19Z`, with or without a fraction of a second, which is dropped, and with `Z`, an
/// offset or nothing at its end, which is taken for UTC.
pub(crate) fn rfc3339(text: &str) -> Option<DateTime<Utc>> {
    let day = UtcDay::parse(text.get(..10)?)?;
    if !matches!(text.get(10..11)?, "T" | "t" | " ") {
        return None;
    }
    let time = time_of_day(text.get(11..19)?)?;
    let rest = text.get(19..)?;
    let zone = match rest.strip_prefix('.') {
        Some(fraction) => fraction.trim_start_matches(|character: char| character.is_ascii_digit()),
        None => rest,
    };
    let local = day.date().and_time(time).and_utc();
    local.checked_sub_signed(offset(zone)?)
}

/// An instant of the form `Sun, 06 Nov 1994 08:49:37 GMT`: RFC 9110's IMF-fixdate, the only one that servers may send. The
/// name of the day is not compared with the date.
pub(crate) fn http_date(text: &str) -> Option<DateTime<Utc>> {
    const MONTHS: [&str; 12] = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ];
    let (_, date) = text.trim().split_once(", ")?;
    let mut parts = date.split(' ');
    let (day, month, year, time, zone) = (
        parts.next()?,
        parts.next()?,
        parts.next()?,
        parts.next()?,
        parts.next()?,
    );
    if zone != "GMT" || parts.next().is_some() || year.len() != 4 || day.len() != 2 {
        return None;
    }
    let month = MONTHS.iter().zip(1..).find(|(name, _)| **name == month)?.1;
    let date = NaiveDate::from_ymd_opt(i32::try_from(digits(year)?).ok()?, month, digits(day)?)?;
    Some(date.and_time(time_of_day(time)?).and_utc())
}

/// `hh:mm:ss`; a leap second becomes the second before it.
fn time_of_day(text: &str) -> Option<NaiveTime> {
    let [hour, minute, second] = numbers(text.split(':'))?;
    NaiveTime::from_hms_opt(hour, minute, if second == 60 { 59 } else { second })
}

/// `Z`, nothing, `+hh:mm` or `-hhmm`, as what is to be taken off the local time.
fn offset(zone: &str) -> Option<TimeDelta> {
    if matches!(zone, "" | "Z" | "z") {
        return Some(TimeDelta::zero());
    }
    let sign = match zone.get(..1)? {
        "+" => 1,
        "-" => -1,
        _ => return None,
    };
    let amount = zone.get(1..)?;
    let [hours, minutes] = numbers([amount.get(..2)?, amount.get(2..)?.trim_start_matches(':')].into_iter())?;
    TimeDelta::try_minutes(sign * i64::from(hours * 60 + minutes))
}

/// Exactly N numbers of two digits.
fn numbers<'a, const N: usize>(parts: impl Iterator<Item = &'a str>) -> Option<[u32; N]> {
    let numbers: Option<Vec<u32>> = parts
        .map(|part| if part.len() == 2 { digits(part) } else { None })
        .collect();
    numbers?.try_into().ok()
}

fn digits(text: &str) -> Option<u32> {
    match text.bytes().all(|byte| byte.is_ascii_digit()) {
        true => text.parse().ok(),
        false => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn an_instant_is_read_with_every_kind_of_zone() {
        let expected = 1_624_438_519;
        for text in [
            "2021-06-23T08:55:19Z",
            "2021-06-23T08:55:19",
            "2021-06-23 08:55:19.123456789Z",
            "2021-06-23T10:55:19+02:00",
            "2021-06-23T03:25:19.5-0530",
        ] {
            assert_eq!(
                rfc3339(text).map(|instant| instant.timestamp()),
                Some(expected),
                "{text:?}"
            );
        }
        for text in [
            "",
            "2021-06-23",
            "2021-06-31T08:55:19Z",
            "2021-06-23T25:00:00Z",
            "2021-06-23T08:55:19X",
            "1624438519",
        ] {
            assert_eq!(rfc3339(text), None, "{text:?}");
        }
    }

    #[test]
    fn an_http_date_is_read_in_its_one_form() {
        let instant = http_date("Sun, 06 Nov 1994 08:49:37 GMT");
        assert_eq!(instant.map(|instant| instant.timestamp()), Some(784_111_777));
        for text in [
            "Sunday, 06-Nov-94 08:49:37 GMT",
            "Sun Nov  6 08:49:37 1994",
            "Sun, 06 Nov 1994 08:49:37 CET",
            "Sun, 31 Feb 1994 08:49:37 GMT",
            "06 Nov 1994 08:49:37 GMT",
        ] {
            assert_eq!(http_date(text), None, "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn no_text_panics(text in "\\PC*|[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.+é-]*") {
            rfc3339(&text);
            http_date(&text);
        }
    }
}
