use service_user::{ExpiryThreshold, ServiceUser, Status, UtcDay};

use crate::tenant::{day, good_user};

const TODAY: &str = "2026-03-01";

fn ending(last_day: Option<UtcDay>) -> ServiceUser {
    ServiceUser {
        end_date: last_day,
        ..good_user()
    }
}

#[test]
fn days_are_counted_to_the_last_day_which_is_day_0() {
    for (last_day, left) in [
        ("2026-03-01", 0),
        ("2026-03-02", 1),
        ("2026-02-28", -1),
        ("2027-03-01", 365),
    ] {
        assert_eq!(
            ending(Some(day(last_day))).days_left(day(TODAY)),
            Some(left),
            "{last_day}"
        );
    }
    assert_eq!(ending(None).days_left(day(TODAY)), None);
}

#[test]
fn the_nearest_threshold_counts_and_none_does_before_the_first_or_after_the_end() {
    for (left, threshold) in [
        (-1, None),
        (0, Some(ExpiryThreshold::Day1)),
        (1, Some(ExpiryThreshold::Day1)),
        (2, Some(ExpiryThreshold::Days7)),
        (7, Some(ExpiryThreshold::Days7)),
        (8, Some(ExpiryThreshold::Days30)),
        (30, Some(ExpiryThreshold::Days30)),
        (31, None),
        (i64::MIN, None),
        (i64::MAX, None),
    ] {
        assert_eq!(ExpiryThreshold::reached(left), threshold, "{left}");
    }
    assert_eq!(ExpiryThreshold::ALL.map(ExpiryThreshold::days), [30, 7, 1]);
}

#[test]
fn a_user_ends_soon_from_30_days_before_its_last_day_and_not_once_that_is_past() {
    for (last_day, soon) in [
        ("2026-02-28", false),
        ("2026-03-01", true),
        ("2026-03-31", true),
        ("2026-04-01", false),
    ] {
        let user = ending(Some(day(last_day)));
        assert_eq!(user.ends_soon(day(TODAY)), soon, "{last_day}");
        let disabled = ServiceUser {
            status: Status::Disabled,
            ..user
        };
        assert_eq!(disabled.ends_soon(day(TODAY)), soon, "{last_day}");
    }
    assert!(!ending(None).ends_soon(day(TODAY)));
    assert_eq!(ending(None).expiry_threshold(day(TODAY)), None);
}
