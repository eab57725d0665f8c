use chrono::NaiveDate;
use service_user::{
    Draft, EndDate, EndDateChoice, EndDatePreset, FaultKind, Field, Remarks, UtcDay, WarningKind,
};

use crate::tenant::{Tenant, day, fault_codes, good_draft, shared_suggestion, warning_codes};

fn remarks_on(choice: EndDateChoice) -> Remarks {
    Tenant::new().remarks(
        &Draft {
            end_date: choice,
            ..good_draft()
        },
        Field::EndDate,
    )
}

fn typed(text: &str) -> Remarks {
    remarks_on(EndDateChoice::Typed(text.to_owned()))
}

fn suggestion(text: &str) -> Option<String> {
    let faults = typed(text).faults;
    assert!(!faults.is_empty(), "{text}");
    shared_suggestion(&faults)
}

#[test]
fn today_is_allowed_and_yesterday_is_not() {
    assert_eq!(typed("2026-03-01"), Remarks::default());
    let faults = typed("2026-02-28").faults;
    assert_eq!(fault_codes(&faults), ["end_date_past"]);
    assert_eq!(
        faults[0].message(),
        "The end date is in the past. The earliest is today, 2026-03-01 (UTC)."
    );
}

#[test]
fn nothing_is_chosen_by_default_and_that_is_a_fault() {
    assert_eq!(Draft::default().end_date, EndDateChoice::Unanswered);
    for choice in [EndDateChoice::default(), EndDateChoice::Typed(" ".to_owned())] {
        assert_eq!(fault_codes(&remarks_on(choice).faults), ["end_date_unanswered"]);
    }
}

#[test]
fn no_end_date_is_a_choice_that_warns() {
    let remarks = remarks_on(EndDateChoice::NoEndDate);
    assert_eq!(fault_codes(&remarks.faults), [""; 0]);
    assert_eq!(warning_codes(&remarks.warnings), ["no_end_date"]);
    assert_eq!(
        EndDate::parse(&EndDateChoice::NoEndDate, day("2026-03-01")),
        Ok(EndDate::NoEndDate)
    );
}

#[test]
fn the_last_day_without_a_warning_is_365_days_away() {
    assert_eq!(typed("2027-03-01"), Remarks::default());
    let remarks = typed("2027-03-02");
    assert_eq!(remarks.faults, []);
    assert_eq!(
        remarks.warnings[0].kind,
        WarningKind::EndDateBeyondYear { days: 366 }
    );
    assert_eq!(typed("9999-12-31").faults, []);
}

#[test]
fn leap_days_exist_in_leap_years_only() {
    assert_eq!(typed("2028-02-29").faults, []);
    for (text, year) in [("2027-02-29", 2027), ("2100-02-29", 2100)] {
        let faults = typed(text).faults;
        assert_eq!(
            faults[0].kind,
            FaultKind::NoSuchDay {
                year,
                month: 2,
                day: 29
            }
        );
        assert_eq!(
            faults[0].message(),
            format!("There is no day 29 in February {year}. Its days go from 01 to 28.")
        );
        assert_eq!(faults[0].suggestion(), Some(format!("{year}-02-28").as_str()));
    }
    assert!(UtcDay::parse("2000-02-29").is_some());
    assert!(UtcDay::parse("1900-02-29").is_none());
}

#[test]
fn a_day_that_no_calendar_has_says_which_part_is_wrong() {
    for (text, message) in [
        (
            "2026-04-31",
            "There is no day 31 in April 2026. Its days go from 01 to 30.",
        ),
        (
            "2026-12-00",
            "There is no day 00 in December 2026. Its days go from 01 to 31.",
        ),
        ("2026-13-01", "There is no month 13. Months go from 01 to 12."),
        ("2026-00-10", "There is no month 00. Months go from 01 to 12."),
        ("0000-01-01", "There is no year 0000. Years go from 0001 to 9999."),
    ] {
        let faults = typed(text).faults;
        assert_eq!(fault_codes(&faults), ["no_such_day"], "{text}");
        assert_eq!(faults[0].message(), message);
    }
    assert_eq!(suggestion("2026-04-31").as_deref(), Some("2026-04-30"));
    assert_eq!(suggestion("2026-12-00"), None);
    assert_eq!(suggestion("2026-02-29"), None, "2026-02-28 is past");
}

#[test]
fn only_four_two_and_two_digits_are_a_date() {
    for text in [
        "2026-6-30",
        "26-06-30",
        "+2026-06-30",
        "-2026-06-30",
        "02026-06-30",
        "+10000-01-01",
        "10000-01-01",
        "2026-06-30T00:00:00Z",
        "2026-06-30 ",
        "2026–06–30",
        "２０２６-06-30",
        "2026-06-3o",
        "tomorrow",
        "1e9",
    ] {
        let faults = typed(text).faults;
        assert_eq!(fault_codes(&faults), ["not_a_date"], "{text}");
        assert_eq!(
            faults[0].message(),
            "Write the end date as year, month and day with dashes, such as 2026-05-30."
        );
        assert_eq!(UtcDay::parse(text), None);
    }
}

#[test]
fn another_notation_is_suggested_only_where_it_has_one_reading() {
    for (text, suggested) in [
        ("2026/12/31", Some("2026-12-31")),
        ("2026.6.3", Some("2026-06-03")),
        (" 2026-06-30 ", Some("2026-06-30")),
        ("20260630", Some("2026-06-30")),
        ("31.12.2026", Some("2026-12-31")),
        ("12/31/2026", Some("2026-12-31")),
        ("6.6.2026", Some("2026-06-06")),
        ("05/06/2026", None),
        ("5.6.2026", None),
        ("31.12.26", None),
        ("31.12/2026", None),
        ("2026/13/01", None),
        ("2026-06-30-01", None),
        ("2025/12/31", None),
        ("é026063", None),
        ("2026063", None),
        ("202606301", None),
    ] {
        assert_eq!(suggestion(text).as_deref(), suggested, "{text}");
    }
}

#[test]
fn presets_count_from_today() {
    let days: Vec<String> = EndDatePreset::ALL
        .iter()
        .map(|preset| preset.last_day(day("2028-02-01")).to_string())
        .collect();
    assert_eq!(days, ["2028-03-02", "2028-05-01", "2028-07-30", "2029-01-31"]);
    for preset in EndDatePreset::ALL {
        let choice = EndDateChoice::Typed(preset.last_day(Tenant::new().today).to_string());
        assert_eq!(remarks_on(choice), Remarks::default(), "{preset:?}");
    }
}

#[test]
fn the_end_of_the_calendar_overflows_nowhere() {
    assert_eq!(UtcDay::MAX.plus_days(1), None);
    assert_eq!(UtcDay::MIN.plus_days(u32::MAX), None);
    assert_eq!(EndDatePreset::Days365.last_day(UtcDay::MAX), UtcDay::MAX);
    assert_eq!(UtcDay::from_date(NaiveDate::MAX), UtcDay::MAX);
    assert_eq!(UtcDay::from_date(NaiveDate::MIN), UtcDay::MIN);
    assert_eq!(UtcDay::MIN.days_until(UtcDay::MAX), 3_652_058);
    assert_eq!(UtcDay::MAX.days_until(UtcDay::MIN), -3_652_058);
}

#[test]
fn a_day_ends_one_second_before_midnight_in_utc() {
    let instant = day("2026-06-30").last_instant();
    assert_eq!(instant.timestamp(), 1_782_863_999);
    assert_eq!(instant.timestamp() % 86_400, 86_399);
    assert_eq!(instant.date_naive(), day("2026-06-30").date());
}
