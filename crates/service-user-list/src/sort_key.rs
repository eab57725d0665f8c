//! What an order compares, as bytes that compare the same way.

use chrono::{DateTime, Utc};
use service_user::{Standing, UtcDay};

use crate::folding::folded;
use crate::{Column, Direction, Order, Row};

/// First byte of the key of a user who has a value.
const WITH_VALUE: u8 = 0;

/// The key of a user without a value, who stands last in both directions.
const WITHOUT_VALUE: u8 = 1;

/// Ends a text. No other byte of a text is as small.
const END_OF_TEXT: u8 = 0;

/// Appends a key: keys of one order compare, byte by byte, as the users do, and none is the beginning of another.
///
/// Today counts for the status alone.
pub(crate) fn write_sort_key(key: &mut Vec<u8>, order: Order, row: Row<'_>, today: UtcDay) {
    let start = key.len();
    key.push(WITH_VALUE);
    let has_value = match order.column {
        Column::FriendlyName => write_texts(key, [row.friendly_name()].into_iter()),
        Column::Email => write_texts(key, [row.email()].into_iter()),
        Column::Managers => write_texts(key, row.managers()),
        Column::Status => write_standing(key, &row.standing(today)),
        Column::EndDate => row.end_date().map(|day| write_day(key, day)).is_some(),
        Column::Created => row
            .created_at()
            .map(|instant| write_instant(key, instant))
            .is_some(),
    };
    if !has_value {
        key.truncate(start);
        key.push(WITHOUT_VALUE);
    } else if order.direction == Direction::Descending {
        for byte in key.iter_mut().skip(start + 1) {
            *byte = !*byte;
        }
    }
}

/// Texts behind one another, as they are shown; whether there is anything to show.
fn write_texts<'a>(key: &mut Vec<u8>, texts: impl Iterator<Item = &'a str>) -> bool {
    let start = key.len();
    for (number, text) in texts.enumerate() {
        if number > 0 {
            key.extend_from_slice(b", ");
        }
        write_natural(key, text);
    }
    let has_value = key.len() > start;
    key.push(END_OF_TEXT);
    has_value
}

fn write_standing(key: &mut Vec<u8>, standing: &Standing) -> bool {
    match standing {
        Standing::Active => key.push(0),
        Standing::Disabled => key.push(1),
        Standing::Expired => key.push(2),
        Standing::Other(status) => {
            key.push(3);
            write_natural(key, status);
            key.push(END_OF_TEXT);
        }
    }
    true
}

fn write_day(key: &mut Vec<u8>, day: UtcDay) {
    // The calendar has fewer than four million days, so none is cut.
    let days = u32::try_from(UtcDay::MIN.days_until(day)).unwrap_or(u32::MAX);
    key.extend(days.to_be_bytes());
}

fn write_instant(key: &mut Vec<u8>, instant: DateTime<Utc>) {
    // The sign's bit turned round puts what is before 1970 before what is after.
    let seconds = instant.timestamp() ^ i64::MIN;
    key.extend(seconds.to_be_bytes());
    key.extend(instant.timestamp_subsec_nanos().to_be_bytes());
}

/// A text in lower case, each run of digits as the number it writes.
fn write_natural(key: &mut Vec<u8>, text: &str) {
    let mut rest = text;
    loop {
        let is_special = |character: char| !character.is_ascii() || character.is_ascii_digit();
        let (plain, special) = rest.split_at(rest.find(is_special).unwrap_or(rest.len()));
        // What ends a text occurs in none: the first two control characters count as one.
        key.extend(
            plain
                .bytes()
                .map(|byte| byte.to_ascii_lowercase().max(END_OF_TEXT + 1)),
        );
        let Some(character) = special.chars().next() else {
            break;
        };
        let length = if character.is_ascii() {
            let is_other = |character: char| !character.is_ascii_digit();
            let length = special.find(is_other).unwrap_or(special.len());
            write_number(key, special.get(..length).unwrap_or_default());
            length
        } else {
            for character in folded(character) {
                key.extend_from_slice(character.encode_utf8(&mut [0; 4]).as_bytes());
            }
            character.len_utf8()
        };
        rest = special.get(length..).unwrap_or_default();
    }
}

/// A number stands where digits stand among other characters. A longer one, without its zeros in front, is greater.
fn write_number(key: &mut Vec<u8>, digits: &str) {
    let digits = digits.trim_start_matches('0');
    key.push(b'0');
    let mut length = digits.len();
    while length >= 254 {
        key.push(u8::MAX);
        length -= 254;
    }
    key.push(u8::try_from(length).unwrap_or(u8::MAX).saturating_add(1));
    key.extend_from_slice(digits.as_bytes());
}
