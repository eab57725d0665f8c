use service_user::{ServiceUser, Status};
use service_user_list::{Column, Direction, Order, Row, UserList, View};

use crate::users::{day, named};

const BOTH: [Direction; 2] = [Direction::Ascending, Direction::Descending];

fn names(users: Vec<ServiceUser>, column: Column, direction: Direction) -> Vec<String> {
    let mut list = UserList::from_iter(users);
    let view = View {
        order: Order { column, direction },
        ..View::default()
    };
    let places = list.places(&view, day("2027-02-01"));
    let rows = places.iter().filter_map(|place| list.row(*place));
    rows.map(|row| row.friendly_name().to_owned()).collect()
}

#[test]
fn names_stand_by_their_numbers_and_without_regard_to_case() {
    let expected = [
        "build",
        "build -1",
        "build 0",
        "Build 1",
        "build 2",
        "Build 10",
        "build 10a",
        "build 99999999999999999999",
        "build 100000000000000000000",
        "build x",
        "Zebra",
        "Ärger",
    ];
    let users = expected.iter().rev().map(|name| named(name)).collect();
    assert_eq!(names(users, Column::FriendlyName, Direction::Ascending), expected);
}

#[test]
fn numbers_of_hundreds_of_digits_stand_by_their_length() {
    let lengths = [252, 253, 254, 255, 508, 509, 600];
    let expected: Vec<String> = lengths
        .iter()
        .map(|length| format!("a{}", "9".repeat(*length)))
        .collect();
    let users = expected.iter().rev().map(|name| named(name)).collect();
    assert_eq!(names(users, Column::FriendlyName, Direction::Ascending), expected);
}

#[test]
fn names_that_differ_in_case_or_zeros_only_stand_as_they_arrived_in_both_directions() {
    for direction in BOTH {
        let users = || ["ci 1", "CI 01", "Ci 001"].iter().map(|name| named(name));
        assert_eq!(
            names(users().collect(), Column::FriendlyName, direction),
            ["ci 1", "CI 01", "Ci 001"]
        );
        assert_eq!(
            names(users().rev().collect(), Column::FriendlyName, direction),
            ["Ci 001", "CI 01", "ci 1"]
        );
    }
}

#[test]
fn without_a_value_is_last_in_both_directions_and_ties_stand_by_name() {
    let with = |name: &str, end_date: &str| ServiceUser {
        end_date: Some(day(end_date)),
        ..named(name)
    };
    let users = || {
        vec![
            named("never b"),
            with("late b", "2027-09-01"),
            named("never a"),
            with("early", "2026-01-01"),
            with("late a", "2027-09-01"),
        ]
    };
    assert_eq!(
        names(users(), Column::EndDate, Direction::Ascending),
        ["early", "late a", "late b", "never a", "never b"]
    );
    assert_eq!(
        names(users(), Column::EndDate, Direction::Descending),
        ["late a", "late b", "early", "never a", "never b"]
    );
    let without_email = |name: &str| ServiceUser {
        email: String::new(),
        ..named(name)
    };
    for direction in BOTH {
        let users = vec![without_email("a"), named("b")];
        assert_eq!(names(users, Column::Email, direction), ["b", "a"]);
    }
}

#[test]
fn managers_stand_by_the_text_that_is_shown_for_them() {
    let with = |name: &str, managers: &[&str]| ServiceUser {
        managers: managers.iter().map(|name| (*name).to_owned()).collect(),
        ..named(name)
    };
    let users = vec![
        with("none", &[]),
        with("two", &["CA Manager", "Trust Lifecycle"]),
        with("one", &["CA Manager"]),
        with("other", &["account manager"]),
    ];
    assert_eq!(
        names(users, Column::Managers, Direction::Ascending),
        ["other", "one", "two", "none"]
    );
}

#[test]
fn statuses_are_sorted_by_what_they_are_today() {
    let expired = ServiceUser {
        end_date: Some(day("2027-01-31")),
        ..named("expired")
    };
    let disabled = ServiceUser {
        status: Status::Disabled,
        ..named("disabled")
    };
    let locked = ServiceUser {
        status: Status::Other("LOCKED".to_owned()),
        ..named("locked")
    };
    let mut list = UserList::from_iter([locked, expired, disabled, named("active")]);
    let mut names_on = |today: &str| -> Vec<String> {
        let view = View::from_query("sort=status");
        let places = list.places(&view, day(today));
        places
            .iter()
            .filter_map(|place| list.row(*place))
            .map(|row| row.friendly_name().to_owned())
            .collect()
    };
    assert_eq!(
        names_on("2027-02-01"),
        ["active", "disabled", "expired", "locked"]
    );
    assert_eq!(
        names_on("2027-01-31"),
        ["active", "expired", "disabled", "locked"]
    );
    assert_eq!(
        names_on("2027-02-01"),
        ["active", "disabled", "expired", "locked"]
    );
}

#[test]
fn users_who_come_to_a_sorted_list_stand_by_name_among_those_like_them() {
    let view = View::from_query("sort=status");
    let mut list = UserList::from_iter((0..100).map(|number| named(&format!("build {number}"))));
    list.places(&view, day("2027-02-01"));
    list.extend(["kiosk", "build 7a", "ingress", "Build 7"].map(named));
    list.extend([ServiceUser {
        status: Status::Disabled,
        ..named("build 3")
    }]);
    let places = list.places(&view, day("2027-02-01"));
    let rows = places.iter().filter_map(|place| list.row(*place));
    let names: Vec<&str> = rows.map(Row::friendly_name).collect();
    assert_eq!(names[6..9], ["build 7", "Build 7", "build 7a"]);
    assert_eq!(names[101..], ["ingress", "kiosk", "build 3"]);
}

#[test]
fn a_press_on_a_heading_sorts_by_it_and_a_second_turns_it_round() {
    let order = |column, direction| Order { column, direction };
    let first = Order::default().pressed(Column::EndDate);
    assert_eq!(first, order(Column::EndDate, Direction::Ascending));
    let second = first.pressed(Column::EndDate);
    assert_eq!(second, order(Column::EndDate, Direction::Descending));
    assert_eq!(second.pressed(Column::EndDate), first);
    assert_eq!(
        second.pressed(Column::Email),
        order(Column::Email, Direction::Ascending)
    );
}
