use service_user::{AccountId, Draft, EndDateChoice, ManagerCode, Remarks, RoleId, ServiceUser};

use crate::tenant::{Tenant, day, fault_codes, good_draft, good_user};

#[test]
fn a_draft_holds_what_the_user_has() {
    let tenant = Tenant::new();
    assert_eq!(Draft::of(&good_user(), &tenant.roles), good_draft());
    let endless = ServiceUser {
        end_date: None,
        ..good_user()
    };
    assert_eq!(
        Draft::of(&endless, &tenant.roles).end_date,
        EndDateChoice::NoEndDate
    );
}

#[test]
fn managers_are_those_of_the_known_roles_in_the_order_of_first_appearance() {
    let tenant = Tenant::new();
    let user = ServiceUser {
        roles: ["viewer", "hidden", "lead", "viewer", "signer"]
            .map(RoleId::new)
            .into(),
        managers: vec!["Device Trust".to_owned()],
        ..good_user()
    };
    let draft = Draft::of(&user, &tenant.roles);
    assert_eq!(
        draft.managers,
        ["trust_lifecycle", "software_trust"].map(ManagerCode::new)
    );
    assert_eq!(
        draft.roles,
        ["viewer", "hidden", "lead", "signer"].map(RoleId::new)
    );
}

#[test]
fn what_the_api_names_twice_is_chosen_once() {
    let user = ServiceUser {
        accounts: ["open", "acme", "open"].map(AccountId::new).into(),
        ..good_user()
    };
    let draft = Draft::of(&user, &Tenant::new().roles);
    assert_eq!(draft.accounts, ["open", "acme"].map(AccountId::new));
}

#[test]
fn a_draft_without_known_roles_loses_none() {
    let draft = Draft::of(&good_user(), &[]);
    assert_eq!(draft.managers, []);
    assert_eq!(draft.roles, [RoleId::new("signer")]);
}

#[test]
fn a_user_tells_which_of_its_roles_and_managers_are_not_known() {
    let tenant = Tenant::new();
    let user = ServiceUser {
        roles: ["signer", "hidden"].map(RoleId::new).into(),
        managers: ["SOFTWARE TRUST", "Trust Lifecycle", "Device Trust"]
            .map(str::to_owned)
            .into(),
        ..good_user()
    };
    let unseen_roles: Vec<&RoleId> = user.unseen_roles(&tenant.roles).collect();
    assert_eq!(unseen_roles, [&RoleId::new("hidden")]);
    let unseen_managers: Vec<&str> = user.unseen_managers(&tenant.roles).collect();
    assert_eq!(unseen_managers, ["Trust Lifecycle", "Device Trust"]);
}

#[test]
fn a_draft_for_one_like_it_has_everything_but_the_name() {
    let tenant = Tenant::new();
    let draft = Draft::like(&good_user(), &tenant.roles, tenant.today);
    assert_eq!(
        draft,
        Draft {
            friendly_name: String::new(),
            ..good_draft()
        }
    );
    let draft = Draft {
        friendly_name: "Another".to_owned(),
        ..draft
    };
    assert_eq!(draft.review(&tenant.surroundings()).remarks, Remarks::default());
}

#[test]
fn a_draft_for_one_like_it_has_no_end_date_that_is_past() {
    let tenant = Tenant::new();
    for (end_date, choice) in [
        (Some("2026-02-28"), EndDateChoice::Unanswered),
        (Some("2026-03-01"), EndDateChoice::Typed("2026-03-01".to_owned())),
        (None, EndDateChoice::NoEndDate),
    ] {
        let user = ServiceUser {
            end_date: end_date.map(day),
            ..good_user()
        };
        assert_eq!(
            Draft::like(&user, &tenant.roles, tenant.today).end_date,
            choice,
            "{end_date:?}"
        );
    }
}

#[test]
fn who_may_not_see_an_account_or_a_role_cannot_give_it_to_another_user() {
    let tenant = Tenant::new();
    let user = ServiceUser {
        accounts: ["acme", "hidden"].map(AccountId::new).into(),
        roles: ["signer", "hidden"].map(RoleId::new).into(),
        ..good_user()
    };
    let draft = Draft {
        friendly_name: "Another".to_owned(),
        ..Draft::like(&user, &tenant.roles, tenant.today)
    };
    let faults = draft.review(&tenant.surroundings()).remarks.faults;
    assert_eq!(fault_codes(&faults), ["unknown_account", "unknown_role"]);
}
