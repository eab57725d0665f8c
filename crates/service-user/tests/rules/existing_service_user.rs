use service_user::{ServiceUser, Standing, Status, UserId, UtcDay};

use crate::tenant::day;

fn standing(status: Status, end_date: Option<UtcDay>) -> Standing {
    let user = ServiceUser {
        id: UserId::new("id"),
        friendly_name: "CI signer".to_owned(),
        description: String::new(),
        email: String::new(),
        status,
        end_date,
        accounts: Vec::new(),
        roles: Vec::new(),
        managers: Vec::new(),
        created_at: None,
        created_by: None,
    };
    user.standing(day("2026-03-01"))
}

#[test]
fn a_service_user_works_on_its_last_day_and_has_expired_the_day_after() {
    assert_eq!(
        standing(Status::Active, Some(day("2026-03-01"))),
        Standing::Active
    );
    assert_eq!(
        standing(Status::Active, Some(day("2026-02-28"))),
        Standing::Expired
    );
    assert_eq!(standing(Status::Active, None), Standing::Active);
}

#[test]
fn a_disabled_service_user_is_disabled_whatever_its_end_date() {
    for end_date in [None, Some(day("2026-02-28")), Some(day("2026-03-02"))] {
        assert_eq!(standing(Status::Disabled, end_date), Standing::Disabled);
    }
}

#[test]
fn an_unknown_status_is_shown_as_it_is_until_the_end_date_is_past() {
    let locked = || Status::Other("LOCKED".to_owned());
    assert_eq!(standing(locked(), None), Standing::Other("LOCKED".to_owned()));
    assert_eq!(standing(locked(), Some(day("2026-02-28"))), Standing::Expired);
}
