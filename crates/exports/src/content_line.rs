//! The lines of a calendar (RFC 5545, 3.1).
//!
//! By hand: these two functions are all that a calendar of end dates needs of a library, and none of those there are does both
//! rightly at a weight that a page can carry. ARCHITECTURE.md has the figures; the tests read the lines with one of them.

use crate::plain_text::plain;

/// How many octets a line can have, without its end.
const LONGEST_LINE: usize = 75;

/// Adds the line `NAME:value`, folded between characters. The value stands as it is, so it must be one that the format
/// itself defines, such as a day; for a text see [`push_text`].
pub(crate) fn push_line(calendar: &mut String, name: &str, value: &str) {
    let mut octets = 0;
    for character in name.chars().chain([':']).chain(value.chars()) {
        if octets + character.len_utf8() > LONGEST_LINE {
            calendar.push_str("\r\n ");
            octets = 1;
        }
        calendar.push(character);
        octets += character.len_utf8();
    }
    calendar.push_str("\r\n");
}

/// Adds a line whose value is a text (RFC 5545, 3.3.11): what would end or divide it is escaped, and what no line can hold
/// is left out.
pub(crate) fn push_text(calendar: &mut String, name: &str, text: &str) {
    let mut value = String::with_capacity(text.len());
    for character in plain(text).chars() {
        match character {
            '\\' | ',' | ';' => value.extend(['\\', character]),
            '\n' => value.push_str("\\n"),
            '\t' => value.push(' '),
            _ => value.push(character),
        }
    }
    push_line(calendar, name, &value);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(value: &str) -> String {
        let mut calendar = String::new();
        push_line(&mut calendar, "SUMMARY", value);
        calendar
    }

    #[test]
    fn a_line_of_75_octets_is_whole_and_one_more_folds_it() {
        let fits = "x".repeat(67);
        assert_eq!(line(&fits), format!("SUMMARY:{fits}\r\n"));
        assert_eq!(line(&format!("{fits}y")), format!("SUMMARY:{fits}\r\n y\r\n"));
        // The space that begins a continuation counts.
        let two = format!("{fits}{}", "y".repeat(74));
        assert_eq!(line(&two), format!("SUMMARY:{fits}\r\n {}\r\n", "y".repeat(74)));
        assert_eq!(
            line(&format!("{two}z")),
            format!("SUMMARY:{fits}\r\n {}\r\n z\r\n", "y".repeat(74))
        );
    }

    #[test]
    fn no_character_is_cut() {
        let value = format!("{}\u{1F511}", "x".repeat(64));
        assert_eq!(
            line(&value),
            format!("SUMMARY:{}\r\n \u{1F511}\r\n", "x".repeat(64))
        );
    }

    #[test]
    fn what_would_end_or_divide_a_text_is_escaped() {
        let mut calendar = String::new();
        push_text(
            &mut calendar,
            "SUMMARY",
            "a,b;c\\d:\"e\"\r\nEND:VEVENT\rf\u{2028}g\th\0i\\n",
        );
        assert_eq!(
            calendar,
            "SUMMARY:a\\,b\\;c\\\\d:\"e\"\\nEND:VEVENT\\nf\\ng hi\\\\n\r\n"
        );
    }
}
