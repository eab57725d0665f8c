use service_user::{ServiceUser, Status};
use service_user_list::{EXPIRING_DAYS, Show, UserList};

use crate::users::{day, named};

#[test]
fn an_end_date_is_near_from_today_to_the_thirtieth_day() {
    let today = day("2027-02-01");
    let last_days = ["2027-01-31", "2027-02-01", "2027-03-03", "2027-03-04"];
    assert_eq!(today.days_until(day(last_days[2])), EXPIRING_DAYS);
    let expiring = last_days.map(|last_day| {
        let user = ServiceUser {
            end_date: Some(day(last_day)),
            ..named("a")
        };
        let list = UserList::from_iter([user]);
        list.rows().all(|row| Show::Expiring.includes(row, today))
    });
    assert_eq!(expiring, [false, true, true, false]);
}

#[test]
fn counts_are_of_all_who_are_found_whatever_is_shown() {
    let today = day("2027-02-01");
    let with = |name: &str, status: Status, end_date: Option<&str>| ServiceUser {
        status,
        end_date: end_date.map(day),
        ..named(name)
    };
    let mut list = UserList::from_iter([
        with("a1", Status::Active, None),
        with("a2", Status::Active, Some("2027-02-10")),
        with("a3", Status::Active, Some("2027-01-10")),
        with("a4", Status::Disabled, Some("2027-02-10")),
        with("a5", Status::Disabled, None),
        with("a6", Status::Other("LOCKED".to_owned()), Some("2027-02-10")),
        with("b", Status::Active, None),
    ]);
    let counts = list.counts("a", today);
    let counted = Show::ALL.map(|show| (show, counts.of(show)));
    let expected = [
        (Show::All, 6),
        (Show::Active, 2),
        (Show::Disabled, 2),
        (Show::Expiring, 1),
        (Show::Expired, 1),
        (Show::NoEndDate, 2),
    ];
    // "jane@example.com" has an a as well.
    let b = |show| usize::from(matches!(show, Show::All | Show::Active | Show::NoEndDate));
    assert_eq!(counted, expected.map(|(show, count)| (show, count + b(show))));
    assert_eq!(list.counts("a1", today).of(Show::All), 1);
    assert_eq!(list.counts("no such text", today).of(Show::All), 0);
    assert_eq!(list.counts("", day("2027-03-01")).of(Show::Expired), 3);
}
