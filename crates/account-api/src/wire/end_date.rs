//! An end date together with the status that it bears on.

use service_user::UtcDay;

use super::scalar::Scalar;

/// The last day, and the status to show.
///
/// Our contract is `YYYY-MM-DD`; of an instant, its first ten characters are the day. An end date that is there and
/// cannot be read must not look like no end date, which would mean "works for ever": the status becomes one that this
/// project does not know and that tells of it, so that whoever looks at the list sees it.
pub(super) fn last_day_and_status(end_date: &Scalar<'_>, status: String) -> (Option<UtcDay>, String) {
    let text = match end_date {
        Scalar::Absent => return (None, status),
        Scalar::Unreadable => "not a text",
        Scalar::Text(text) if text.trim().is_empty() => return (None, status),
        Scalar::Text(text) => text.trim(),
    };
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
            (
                None,
                format!("{status} (end date cannot be read: {shown})")
                    .trim_start()
                    .to_owned(),
            )
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_end_date_that_cannot_be_read_shows_in_the_status() {
        let read = |text: &'static str| last_day_and_status(&Scalar::Text(text.into()), "ACTIVE".to_owned());
        for (text, day) in [
            ("2027-01-12", "2027-01-12"),
            ("2027-01-12T23:59:59Z", "2027-01-12"),
        ] {
            assert_eq!(read(text), (UtcDay::parse(day), "ACTIVE".to_owned()));
        }
        assert_eq!(read(" "), (None, "ACTIVE".to_owned()));
        for text in ["2027-02-30", "12/01/2027", "2027-01-12x", "never"] {
            assert_eq!(
                read(text),
                (None, format!("ACTIVE (end date cannot be read: {text})"))
            );
        }
        let (day, status) = last_day_and_status(&Scalar::Unreadable, String::new());
        assert_eq!(
            (day, status.as_str()),
            (None, "(end date cannot be read: not a text)")
        );
    }
}
