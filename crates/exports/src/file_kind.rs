//! The files that are handed to a person.

use service_user::UtcDay;

/// A kind of file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileKind {
    /// A calendar of end dates; see [`Calendar`](crate::Calendar).
    Calendar,
    /// A table for spreadsheets; see [`csv`](crate::csv).
    Csv,
}

impl FileKind {
    /// The media type, with the encoding.
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Calendar => "text/calendar;charset=utf-8",
            Self::Csv => "text/csv;charset=utf-8",
        }
    }

    /// A file name such as `service-users-one.digicert.com-2026-11-24.csv`, or with the friendly name of the one service
    /// user that the file is of.
    ///
    /// It holds nothing but ASCII letters and numbers, dots, dashes and underscores, never two of those signs in a row, and
    /// so nothing that a file system, a shell or a person could take for anything else.
    pub fn name(self, service_user: Option<&str>, host: &str, today: UtcDay) -> String {
        let mut name = match service_user {
            None => "service-users".to_owned(),
            Some(_) => "service-user".to_owned(),
        };
        for part in [service_user.unwrap_or_default(), host] {
            push_part(&mut name, part);
        }
        let extension = match self {
            Self::Calendar => "ics",
            Self::Csv => "csv",
        };
        format!("{name}-{today}.{extension}")
    }
}

/// How many characters a part can have: a file system takes 255 for the whole name.
const LONGEST_PART: usize = 80;

/// Adds a dash and the part, if anything is left of it.
fn push_part(name: &mut String, part: &str) {
    let mut length = 0;
    // The sign that is owed before the next letter or number.
    let mut joint = Some('-');
    for character in part.chars() {
        match character {
            'A'..='Z' | 'a'..='z' | '0'..='9' => {
                name.extend(joint.take());
                name.push(character);
                length += 1;
            }
            '-' | '.' | '_' => joint = joint.or(Some(character)),
            _ => joint = joint.or(Some('-')),
        }
        if length == LONGEST_PART {
            break;
        }
    }
}
