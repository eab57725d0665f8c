//! The end dates as a calendar.

use chrono::{DateTime, Utc};
use service_user::{ServiceUser, UtcDay};

use crate::content_line::{push_line, push_text};
use crate::instant::{calendar_day, calendar_instant, day_of};
use crate::percent_encoding::push_encoded;
use crate::wording;

/// The end dates of service users as an iCalendar file (RFC 5545), and what became of those that are not in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Calendar {
    /// The file, with an event for each service user that is included; `None` where none is, because a calendar of nothing
    /// is not allowed by the format and no use to anybody.
    pub text: Option<String>,
    /// How many service users are in it.
    pub included: usize,
    /// How many are left out because they have no end date.
    pub without_end_date: usize,
    /// How many are left out because their end date is past: nobody can be reminded of it any more.
    pub already_past: usize,
}

impl Calendar {
    /// Makes the calendar of one service user or of many.
    ///
    /// `host` is the Account Manager's name as it is shown, such as `one.digicert.com`. An end date that is today is still
    /// to come. A disabled service user is included, because enabling it again leaves its end date as it is.
    ///
    /// Each event lasts all day, on the last day in UTC whatever the time zone of the calendar that takes it in: everywhere on
    /// earth that day has begun when the service user stops. The event is named after the host and the user's ID, so taking
    /// in a later calendar changes the events of an earlier one and doubles none. An event stays where its service user was
    /// deleted or lost its end date: no file can take it out again.
    pub fn of<'a>(users: impl IntoIterator<Item = &'a ServiceUser>, host: &str, now: DateTime<Utc>) -> Self {
        let today = day_of(now);
        let mut calendar = Self {
            text: None,
            included: 0,
            without_end_date: 0,
            already_past: 0,
        };
        let mut events = String::new();
        for user in users {
            match user.end_date {
                None => calendar.without_end_date += 1,
                Some(last_day) if last_day < today => calendar.already_past += 1,
                Some(last_day) => {
                    calendar.included += 1;
                    push_event(&mut events, user, last_day, host, now);
                }
            }
        }
        if calendar.included > 0 {
            calendar.text = Some(enclosed(&events));
        }
        calendar
    }
}

/// An alarm: how many days before the last day it rings, and when that is, counted from the beginning of the last day. It is
/// nine in the morning of the person's own day: counted in whole days, it would ring at midnight.
const ALARMS: [(i64, &str); 3] = [(30, "-P29DT15H"), (7, "-P6DT15H"), (1, "-PT15H")];

fn enclosed(events: &str) -> String {
    let mut text = String::with_capacity(events.len() + 256);
    push_line(&mut text, "BEGIN", "VCALENDAR");
    push_line(&mut text, "VERSION", "2.0");
    push_line(
        &mut text,
        "PRODID",
        "-//Service User Helper//Service User Helper//EN",
    );
    push_line(&mut text, "CALSCALE", "GREGORIAN");
    text.push_str(events);
    push_line(&mut text, "END", "VCALENDAR");
    text
}

fn push_event(text: &mut String, user: &ServiceUser, last_day: UtcDay, host: &str, now: DateTime<Utc>) {
    push_line(text, "BEGIN", "VEVENT");
    push_line(text, "UID", &event_id(user, host));
    push_line(text, "DTSTAMP", &calendar_instant(now));
    push_line(text, "SEQUENCE", &revision(now).to_string());
    push_line(text, "DTSTART;VALUE=DATE", &calendar_day(last_day));
    push_text(text, "SUMMARY", &wording::ends(user));
    push_text(text, "DESCRIPTION", &wording::ending(user, last_day, host));
    // The day stays free for other appointments.
    push_line(text, "TRANSP", "TRANSPARENT");
    // Outlook refuses an event in which anything follows the alarms. An alarm of a day that is past is left out, because
    // some programs would ring for it at once.
    let days_left = day_of(now).days_until(last_day);
    for (days, trigger) in ALARMS.into_iter().filter(|(days, _)| *days <= days_left) {
        push_line(text, "BEGIN", "VALARM");
        push_line(text, "ACTION", "DISPLAY");
        push_line(text, "TRIGGER", trigger);
        push_text(text, "DESCRIPTION", &wording::ends_in(user, days, last_day));
        push_line(text, "END", "VALARM");
    }
    push_line(text, "END", "VEVENT");
}

/// What names the event for ever: the same for the same user of the same host, and different for any other. Encoded, it
/// holds nothing that programs escape in different ways.
fn event_id(user: &ServiceUser, host: &str) -> String {
    let mut id = "service-user-ends-".to_owned();
    push_encoded(&mut id, user.id.as_str());
    id.push('@');
    push_encoded(&mut id, host);
    id
}

/// The number of the event's revision: a program that already has the event takes in a higher one. It is the number of
/// minutes since 1970, which grows by itself and which 32 bits can hold for thousands of years.
fn revision(now: DateTime<Utc>) -> i64 {
    now.timestamp().div_euclid(60).clamp(0, i64::from(i32::MAX))
}
