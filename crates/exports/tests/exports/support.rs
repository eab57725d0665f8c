//! Service users to export, good ones and hostile ones.

use chrono::{DateTime, Utc};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;
use service_user::{ServiceUser, Status, UserId, UtcDay};

pub(crate) fn day(text: &str) -> UtcDay {
    UtcDay::parse(text).expect("a day")
}

/// 09:30:15 UTC of a day.
pub(crate) fn morning_of(text: &str) -> DateTime<Utc> {
    day(text).date().and_hms_opt(9, 30, 15).expect("a time").and_utc()
}

pub(crate) fn user(id: &str, friendly_name: &str, end_date: Option<&str>) -> ServiceUser {
    ServiceUser {
        id: UserId::new(id),
        friendly_name: friendly_name.to_owned(),
        description: String::new(),
        email: String::new(),
        status: Status::Active,
        end_date: end_date.map(day),
        accounts: Vec::new(),
        roles: Vec::new(),
        managers: Vec::new(),
        created_at: None,
        created_by: None,
    }
}

/// What breaks calendars, tables, addresses and names.
const HOSTILE: &[&str] = &[
    "\r\nBEGIN:VALARM\r\n",
    "\r\n BEGIN:VEVENT",
    "\rEND:VEVENT\r",
    "\u{2028}END:VCALENDAR\u{2029}",
    "\u{85}DTSTART:20000101",
    "\u{B}X\u{C}",
    "\\",
    "\\\\n",
    "\\N",
    ",",
    ";",
    ":",
    "\"",
    "\"\"",
    "'",
    "\0",
    "\u{1B}[31m",
    "\u{7F}\u{9F}",
    "\u{202E}",
    "\u{200B}",
    "\u{FEFF}",
    "=cmd|' /C calc'!A0",
    "+1",
    "-1",
    "@SUM(1)",
    "＝1",
    "＋1",
    "－1",
    "＠SUM(1)",
    ";=1",
    "\t=1",
    "\n=1",
    "\",=1",
    " ",
    "\u{A0}",
    "../../etc/passwd",
    "C:\\CON",
    "%0D%0ABcc:all@example.com",
    "?bcc=all@example.com&to=",
    "\u{1F469}\u{200D}\u{1F469}",
    "漢字",
    "é",
    "e\u{301}",
    "\u{10FFFF}",
    "<b>",
];

/// Any text, mostly a hostile one, some of them long.
pub(crate) fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        2 => any::<String>(),
        4 => vec(select(HOSTILE), 0..6).prop_map(|pieces| pieces.concat()),
        2 => vec(prop_oneof![select(HOSTILE), Just("word")], 0..90).prop_map(|pieces| pieces.concat()),
        2 => "[ -~é漢\u{1F511}]{0,200}",
        1 => "[A-Za-z0-9 _-]{1,64}",
    ]
}

/// Any day of the calendar, often one close to another.
pub(crate) fn utc_day() -> impl Strategy<Value = UtcDay> {
    prop_oneof![1 => 0_u32..3_652_059, 4 => 739_900_u32..740_000]
        .prop_filter_map("past the calendar", |days| UtcDay::MIN.plus_days(days))
}

/// Any instant of the calendar's days.
pub(crate) fn instant() -> impl Strategy<Value = DateTime<Utc>> {
    (utc_day(), 0_i64..86_400).prop_filter_map("past the calendar", |(day, seconds)| {
        DateTime::from_timestamp(day.last_instant().timestamp() - seconds, 0)
    })
}

fn status() -> impl Strategy<Value = Status> {
    prop_oneof![
        Just(Status::Active),
        Just(Status::Disabled),
        text().prop_map(Status::Other)
    ]
}

prop_compose! {
    /// A service user of which any text may be hostile.
    pub(crate) fn any_user()(
        (id, friendly_name, description, email) in (text(), text(), text(), text()),
        status in status(),
        end_date in option::of(utc_day()),
        managers in vec(text(), 0..3),
        created_at in option::of(instant()),
        created_by in option::of(text()),
    ) -> ServiceUser {
        ServiceUser {
            id: UserId::new(id),
            friendly_name,
            description,
            email,
            status,
            end_date,
            accounts: Vec::new(),
            roles: Vec::new(),
            managers,
            created_at,
            created_by,
        }
    }
}

/// A text as a reader should get it: every line break a line feed, and no control characters but those and tabs.
pub(crate) fn readable(text: &str) -> String {
    let mut readable = String::new();
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        match character {
            '\r' if characters.peek() == Some(&'\n') => {}
            '\r' | '\n' | '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}' => readable.push('\n'),
            '\t' => readable.push('\t'),
            '\0'..='\u{1F}' | '\u{7F}'..='\u{9F}' => {}
            _ => readable.push(character),
        }
    }
    readable
}

/// The same with a space for each line break and tab.
pub(crate) fn readable_on_one_line(text: &str) -> String {
    readable(text)
        .chars()
        .map(|character| {
            if matches!(character, '\n' | '\t') {
                ' '
            } else {
                character
            }
        })
        .collect()
}
