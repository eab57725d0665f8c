//! An end date together with the status that it bears on.

use std::borrow::Cow;

use json::Value;
use service_user::{UtcDay, status_with_unread_end_date};

use super::member::Member;

/// The last day, and the status to show.
///
/// Our contract is `YYYY-MM-DD`; of an instant, its first ten characters are the day. Where it is there and cannot be read, the status
/// becomes one that this project does not know and that [tells of it](status_with_unread_end_date).
pub(super) fn last_day_and_status(end_date: Value<'_>, status: String) -> (Option<UtcDay>, String) {
    let text = match end_date.scalar() {
        Some(text) => text,
        None if end_date.is_absent() || end_date.text().is_some() => return (None, status),
        None => Cow::Borrowed("not a text"),
    };
    let text = text.trim();
    if text.is_empty() {
        return (None, status);
    }
    let day = match text.get(10..11) {
        Some("T" | "t" | " ") => text.get(..10),
        Some(_) => None,
        None => Some(text),
    };
    match day.and_then(UtcDay::parse) {
        Some(day) => (Some(day), status),
        None => {
            let shown: String = text
                .chars()
                .filter(|character| !character.is_control())
                .take(40)
                .collect();
            (None, status_with_unread_end_date(&status, &shown))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_end_date_that_cannot_be_read_shows_in_the_status() {
        let read_json = |json: &str, status: &str| {
            let member = json::value(json).expect("JSON");
            last_day_and_status(member, status.to_owned())
        };
        let read = |text: &str| read_json(&format!("\"{text}\""), "ACTIVE");
        for (text, day) in [
            ("2027-01-12", "2027-01-12"),
            ("2027-01-12T23:59:59Z", "2027-01-12"),
        ] {
            assert_eq!(read(text), (UtcDay::parse(day), "ACTIVE".to_owned()));
        }
        for text in ["", " "] {
            assert_eq!(read(text), (None, "ACTIVE".to_owned()));
        }
        assert_eq!(read_json("null", ""), (None, String::new()));
        for text in ["2027-02-30", "12/01/2027", "2027-01-12x", "never"] {
            assert_eq!(
                read(text),
                (None, format!("ACTIVE (end date cannot be read: {text})"))
            );
        }
        let (day, status) = read_json("[]", "");
        assert_eq!(
            (day, status.as_str()),
            (None, "(end date cannot be read: not a text)")
        );
    }
}
