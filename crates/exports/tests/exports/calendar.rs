use std::collections::BTreeSet;

use exports::Calendar;
use icalendar::{Component, DatePerhapsTime};
use proptest::collection::vec;
use proptest::prelude::*;
use service_user::{ServiceUser, Status, UserId};

use crate::support::{any_user, day, instant, morning_of, readable_on_one_line, text, user};

const HOST: &str = "one.digicert.com";

/// The calendar as a library reads it, and the events in it.
fn read(text: &str) -> (icalendar::Calendar, Vec<icalendar::Event>) {
    let calendar: icalendar::Calendar = text.parse().unwrap_or_else(|fault| panic!("{fault}: {text}"));
    let events = calendar.events().cloned().collect();
    (calendar, events)
}

fn only_event(calendar: &Calendar) -> icalendar::Event {
    let (_, events) = read(calendar.text.as_deref().expect("a calendar"));
    let [event] = <[icalendar::Event; 1]>::try_from(events).expect("one event");
    event
}

fn triggers(event: &icalendar::Event) -> Vec<&str> {
    let alarms = event.components().iter();
    alarms
        .filter_map(|alarm| alarm.property_value("TRIGGER"))
        .collect()
}

#[test]
fn the_calendar_of_one_service_user_is_this() {
    let user = ServiceUser {
        description: "Signs releases;\nsee C:\\ci, job 7".to_owned(),
        email: "jane@example.com".to_owned(),
        managers: vec!["Software Trust".to_owned(), "CA Manager".to_owned()],
        ..user("783a6a45-b74b", "CI-signer", Some("2027-01-12"))
    };
    let calendar = Calendar::of([&user], HOST, morning_of("2026-11-24"));
    let expected = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Service User Helper//Service User Helper//EN",
        "CALSCALE:GREGORIAN",
        "BEGIN:VEVENT",
        "UID:service-user-ends-783a6a45-b74b@one.digicert.com",
        "DTSTAMP:20261124T093015Z",
        "SEQUENCE:29925210",
        "DTSTART;VALUE=DATE:20270112",
        "SUMMARY:Service user “CI-signer” ends",
        "DESCRIPTION:The service user “CI-signer” works until 23:59:59 UTC on 2027-01-12. Then its token stops working\\, \
         and with it whatever uses that token.\\nLooked after by: jane@example.com\\nManagers: Software Trust\\, CA Manager\
         \\nDescription: Signs releases\\; see C:\\\\ci\\, job 7\\nHost: one.digicert.com\\nUser ID: 783a6a45-b74b\\nTo extend it\\, \
         set a later end date before this day is over: in DigiCert ONE under Account\\, Access\\, Service users. Once the \
         day has passed\\, that may no longer be possible.",
        "TRANSP:TRANSPARENT",
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        "TRIGGER:-P29DT15H",
        "DESCRIPTION:Service user “CI-signer” ends in 30 days\\, on 2027-01-12 (UTC)",
        "END:VALARM",
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        "TRIGGER:-P6DT15H",
        "DESCRIPTION:Service user “CI-signer” ends in 7 days\\, on 2027-01-12 (UTC)",
        "END:VALARM",
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        "TRIGGER:-PT15H",
        "DESCRIPTION:Service user “CI-signer” ends in 1 day\\, on 2027-01-12 (UTC)",
        "END:VALARM",
        "END:VEVENT",
        "END:VCALENDAR",
        "",
    ];
    let text = calendar.text.expect("a calendar").replace("\r\n ", "");
    assert_eq!(text.split("\r\n").collect::<Vec<_>>(), expected);
}

#[test]
fn who_has_no_end_date_or_a_past_one_is_left_out_and_counted() {
    let users = [
        user("a", "works on", None),
        user("b", "ended yesterday", Some("2026-11-23")),
        user("c", "ends today", Some("2026-11-24")),
        user("d", "ends next", Some("2026-11-25")),
        user("e", "ended long ago", Some("2001-01-01")),
        user("f", "ends last", Some("9999-12-31")),
    ];
    let calendar = Calendar::of(&users, HOST, morning_of("2026-11-24"));
    assert_eq!(
        (
            calendar.included,
            calendar.without_end_date,
            calendar.already_past
        ),
        (3, 1, 2)
    );
    let (_, events) = read(calendar.text.as_deref().expect("a calendar"));
    let summaries: Vec<_> = events.iter().filter_map(Component::get_summary).collect();
    assert_eq!(
        summaries,
        [
            "Service user “ends today” ends",
            "Service user “ends next” ends",
            "Service user “ends last” ends"
        ]
    );
}

#[test]
fn a_calendar_of_nothing_is_no_file() {
    let now = morning_of("2026-11-24");
    let none: [&ServiceUser; 0] = [];
    assert_eq!(Calendar::of(none, HOST, now).text, None);
    let open = user("a", "works on", None);
    let calendar = Calendar::of([&open], HOST, now);
    assert_eq!((calendar.text, calendar.without_end_date), (None, 1));
}

#[test]
fn an_alarm_whose_day_is_past_does_not_ring() {
    let user = user("a", "CI", Some("2026-12-24"));
    for (today, expected) in [
        ("2026-01-01", &["-P29DT15H", "-P6DT15H", "-PT15H"][..]),
        ("2026-11-24", &["-P29DT15H", "-P6DT15H", "-PT15H"]),
        ("2026-11-25", &["-P6DT15H", "-PT15H"]),
        ("2026-12-17", &["-P6DT15H", "-PT15H"]),
        ("2026-12-18", &["-PT15H"]),
        ("2026-12-23", &["-PT15H"]),
        ("2026-12-24", &[]),
    ] {
        let event = only_event(&Calendar::of([&user], HOST, morning_of(today)));
        assert_eq!(triggers(&event), expected, "{today}");
    }
}

#[test]
fn a_later_calendar_changes_the_event_of_an_earlier_one() {
    let before = user("a", "CI", Some("2026-12-24"));
    let after = ServiceUser {
        friendly_name: "CI, renamed".to_owned(),
        ..user("a", "", Some("2027-06-30"))
    };
    let earlier = only_event(&Calendar::of([&before], HOST, morning_of("2026-11-24")));
    let later = only_event(&Calendar::of([&after], HOST, morning_of("2026-11-25")));
    assert_eq!(earlier.get_uid(), later.get_uid());
    assert!(earlier.get_sequence() < later.get_sequence());
    assert!(earlier.get_timestamp() < later.get_timestamp());
    assert_eq!(
        later.get_start(),
        Some(DatePerhapsTime::Date(day("2027-06-30").date()))
    );
}

#[test]
fn whoever_does_not_work_is_said_not_to() {
    let told = |status| {
        let user = ServiceUser {
            status,
            ..user("a", "CI", Some("2027-01-12"))
        };
        let event = only_event(&Calendar::of([&user], HOST, morning_of("2026-11-24")));
        event.get_description().expect("a description").to_owned()
    };
    assert!(!told(Status::Active).contains("when this entry was made"));
    assert!(told(Status::Disabled).contains("\nIt was disabled when this entry was made.\n"));
    assert!(
        told(Status::Other("LOCKED\nOUT".to_owned()))
            .contains("\nIts status was “LOCKED OUT” when this entry was made.\n")
    );
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_text_breaks_the_lines_of_a_calendar(
        users in vec(any_user(), 0..4),
        host in text(),
        now in instant(),
    ) {
        let calendar = Calendar::of(&users, &host, now);
        prop_assert_eq!(
            calendar.included + calendar.without_end_date + calendar.already_past,
            users.len()
        );
        prop_assert_eq!(calendar.text.is_some(), calendar.included > 0);
        let text = calendar.text.unwrap_or_else(|| "\r\n".to_owned());
        prop_assert!(text.ends_with("\r\n"));
        for line in text.split("\r\n") {
            prop_assert!(line.len() <= 75, "{} octets: {line:?}", line.len());
            prop_assert!(!line.contains(|character: char| {
                character.is_control() || matches!(character, '\u{2028}' | '\u{2029}')
            }), "{line:?}");
        }
    }

    #[test]
    fn a_reader_finds_every_service_user_and_nothing_else(
        users in vec(any_user(), 0..4),
        host in text(),
        now in instant(),
    ) {
        let today = now.date_naive();
        let to_come = |user: &&ServiceUser| user.end_date.is_some_and(|day| day.date() >= today);
        let expected: Vec<&ServiceUser> = users.iter().filter(to_come).collect();
        let calendar = Calendar::of(&users, &host, now);
        prop_assert_eq!(calendar.included, expected.len());
        let Some(text) = calendar.text else { return Ok(()) };
        let (read, events) = read(&text);
        prop_assert_eq!(read.components.len(), expected.len());
        prop_assert_eq!(events.len(), expected.len());
        for (event, user) in events.iter().zip(expected) {
            let last_day = user.end_date.expect("an end date");
            let name = readable_on_one_line(&user.friendly_name);
            prop_assert_eq!(event.get_start(), Some(DatePerhapsTime::Date(last_day.date())));
            prop_assert_eq!(event.get_timestamp(), Some(now));
            let summary = format!("Service user “{name}” ends");
            prop_assert_eq!(event.get_summary(), Some(summary.as_str()));
            let description = event.get_description().unwrap_or_default();
            for told in [&user.email, &user.description, &host, &user.id.as_str().to_owned()] {
                let told = readable_on_one_line(told);
                prop_assert!(description.contains(&told), "{told:?} in {description:?}");
            }
            let names: BTreeSet<&str> = event.properties().keys().map(String::as_str).collect();
            let own = ["DESCRIPTION", "DTSTAMP", "DTSTART", "SEQUENCE", "SUMMARY", "TRANSP", "UID"];
            prop_assert_eq!(names, BTreeSet::from(own));
            for alarm in event.components() {
                prop_assert_eq!(alarm.component_kind(), "VALARM");
                let names: Vec<&str> = alarm.properties().keys().map(String::as_str).collect();
                prop_assert_eq!(names, ["ACTION", "DESCRIPTION", "TRIGGER"]);
                let words = format!("Service user “{name}” ends in ");
                prop_assert!(alarm.get_description().is_some_and(|told| told.starts_with(&words)));
            }
        }
    }

    #[test]
    fn two_events_have_one_name_only_where_host_and_user_are_the_same(
        (id, other_id) in (text(), text()),
        (host, other_host) in (text(), text()),
    ) {
        let name = |id: &str, host: &str| {
            let user = ServiceUser { id: UserId::new(id), ..user("", "CI", Some("2027-01-12")) };
            let event = only_event(&Calendar::of([&user], host, morning_of("2026-11-24")));
            event.get_uid().expect("a name").to_owned()
        };
        let same = (&id, &host) == (&other_id, &other_host);
        prop_assert_eq!(name(&id, &host) == name(&other_id, &other_host), same);
        prop_assert_eq!(name(&id, &host), name(&id, &host));
    }
}
