use service_user::{
    AccountId, Change, Difference, Draft, EndDate, EndDateChoice, Field, NamedAccount, NamedRole, RoleId,
    ServiceUser, SetChange, Status, status_with_unread_end_date,
};

use crate::tenant::{Tenant, day, good_user};

#[expect(
    clippy::expect_used,
    reason = "a faulty draft is a mistake in the test itself"
)]
fn requested(user: &ServiceUser, change: impl FnOnce(&mut Draft)) -> Difference {
    let mut tenant = Tenant::new();
    tenant.existing = Some(user.clone());
    let mut draft = Draft::of(user, &tenant.roles);
    change(&mut draft);
    let request = draft.review(&tenant.surroundings()).request().expect("no faults");
    let difference = Difference::of_request(user, &request);
    assert_eq!(difference.is_empty(), user.is_as_requested(&request));
    difference
}

fn accounts(ids: &[&str]) -> Vec<AccountId> {
    ids.iter().map(|id| AccountId::new(*id)).collect()
}

#[test]
fn a_request_that_changes_nothing_has_no_difference() {
    let difference = requested(&good_user(), |_| {});
    assert!(difference.is_empty());
    assert_eq!(difference.fields().count(), 0);
}

#[test]
fn each_field_tells_what_it_was_and_what_it_becomes() {
    let difference = requested(&good_user(), |draft| {
        draft.friendly_name = "CD signer".to_owned();
        draft.description = String::new();
        draft.end_date = EndDateChoice::NoEndDate;
        draft.email = "joe@example.com".to_owned();
        draft.accounts = accounts(&["open", "asleep"]);
        draft.roles = vec![RoleId::new("lead")];
    });
    let change = |from: &str, to: &str| {
        Some(Change {
            from: from.to_owned(),
            to: to.to_owned(),
        })
    };
    assert_eq!(
        difference,
        Difference {
            friendly_name: change("CI signer", "CD signer"),
            description: change("Signs the nightly build", ""),
            end_date: Some(Change {
                from: Some(EndDate::LastDay(day("2026-06-30"))),
                to: Some(EndDate::NoEndDate),
            }),
            email: change("jane@example.com", "joe@example.com"),
            accounts: SetChange {
                added: accounts(&["open", "asleep"]),
                taken_away: accounts(&["acme"]),
            },
            roles: SetChange {
                added: vec![RoleId::new("lead")],
                taken_away: vec![RoleId::new("signer")],
            },
        }
    );
    let fields: Vec<Field> = difference.fields().collect();
    let expected: Vec<Field> = Field::ALL
        .into_iter()
        .filter(|field| *field != Field::Managers)
        .collect();
    assert_eq!(fields, expected);
}

#[test]
fn order_and_repetition_make_no_difference() {
    let user = ServiceUser {
        accounts: accounts(&["acme", "open", "acme"]),
        ..good_user()
    };
    assert!(requested(&user, |draft| draft.accounts = accounts(&["open", "acme"])).is_empty());
    let reordered = ServiceUser {
        accounts: accounts(&["open", "acme"]),
        ..user.clone()
    };
    assert!(Difference::between(&user, &reordered).is_empty());
    let difference = Difference::between(
        &user,
        &ServiceUser {
            accounts: accounts(&["open", "over", "over"]),
            ..user.clone()
        },
    );
    assert_eq!(
        difference.accounts,
        SetChange {
            added: accounts(&["over"]),
            taken_away: accounts(&["acme"]),
        }
    );
}

#[test]
fn what_no_request_can_say_is_no_difference() {
    let other = ServiceUser {
        status: Status::Disabled,
        managers: Vec::new(),
        created_by: Some("somebody".to_owned()),
        ..good_user()
    };
    assert!(Difference::between(&good_user(), &other).is_empty());
}

#[test]
fn ids_get_the_names_that_are_known_and_stay_ids_where_none_is() {
    let tenant = Tenant::new();
    let user = ServiceUser {
        accounts: accounts(&["acme", "hidden"]),
        roles: vec![RoleId::new("signer")],
        ..good_user()
    };
    let after = ServiceUser {
        accounts: accounts(&["open"]),
        roles: ["lead", "hidden"].map(RoleId::new).into(),
        ..user.clone()
    };
    let difference = Difference::between(&user, &after);
    let account = |id: &str, name: &str| NamedAccount {
        id: AccountId::new(id),
        name: name.to_owned(),
    };
    assert_eq!(
        difference.accounts.named(&tenant.accounts),
        SetChange {
            added: vec![account("open", "Account open")],
            taken_away: vec![account("acme", "Account acme"), account("hidden", "hidden")],
        }
    );
    let role = |id: &str, name: &str, manager: Option<&str>| NamedRole {
        id: RoleId::new(id),
        name: name.to_owned(),
        manager: manager.map(str::to_owned),
    };
    assert_eq!(
        difference.roles.named(&tenant.roles),
        SetChange {
            added: vec![
                role("lead", "Lead", Some("Software Trust")),
                role("hidden", "hidden", None)
            ],
            taken_away: vec![role("signer", "Signer", Some("Software Trust"))],
        }
    );
}

/// The host has a day, so that none is a change like any other.
#[test]
fn no_end_date_in_the_place_of_one_that_could_not_be_read_is_a_change() {
    let user = ServiceUser {
        end_date: None,
        status: Status::Other(status_with_unread_end_date("ACTIVE", "12/01/2027")),
        ..good_user()
    };
    let difference = requested(&user, |draft| draft.end_date = EndDateChoice::NoEndDate);
    assert_eq!(
        difference.end_date,
        Some(Change {
            from: None,
            to: Some(EndDate::NoEndDate),
        })
    );
}
