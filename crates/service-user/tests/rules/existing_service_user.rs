use service_user::{AccountId, RoleId, ServiceUser, Standing, Status, UserId, UtcDay};

use crate::tenant::{Tenant, day, good_draft};

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

#[test]
fn a_service_user_is_as_requested_only_where_every_field_is() {
    let tenant = Tenant::new();
    let request = good_draft()
        .review(&tenant.surroundings())
        .request()
        .expect("a good draft");
    let mut accounts: Vec<AccountId> = request.accounts().iter().cloned().collect();
    accounts.reverse();
    let made = ServiceUser {
        id: UserId::new("id"),
        friendly_name: request.friendly_name().as_str().to_owned(),
        description: request.description().as_str().to_owned(),
        email: request.email().as_str().to_owned(),
        status: Status::Active,
        end_date: request.end_date().last_day(),
        accounts,
        roles: request.roles().iter().cloned().collect(),
        managers: Vec::new(),
        created_at: None,
        created_by: None,
    };
    assert!(made.is_as_requested(&request));

    let other = "other".to_owned();
    for changed in [
        ServiceUser {
            friendly_name: other.clone(),
            ..made.clone()
        },
        ServiceUser {
            description: other.clone(),
            ..made.clone()
        },
        ServiceUser {
            email: other.clone(),
            ..made.clone()
        },
        ServiceUser {
            end_date: Some(day("2026-03-02")),
            ..made.clone()
        },
        ServiceUser {
            accounts: Vec::new(),
            ..made.clone()
        },
        ServiceUser {
            roles: vec![RoleId::new("other")],
            ..made.clone()
        },
    ] {
        assert!(!changed.is_as_requested(&request), "{changed:?}");
    }
}
