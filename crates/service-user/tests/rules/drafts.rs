use service_user::{Draft, EndDate, EndDateChoice, Field, RoleId, Step};

use crate::tenant::{Tenant, day, fault_codes, good_draft};

#[test]
fn a_good_draft_becomes_a_request_that_holds_what_was_typed() {
    let tenant = Tenant::new();
    let review = good_draft().review(&tenant.surroundings());
    assert_eq!(review.remarks, service_user::Remarks::default());
    let request = review.request().expect("the draft is good");
    assert_eq!(request.friendly_name().as_str(), "CI signer");
    assert_eq!(request.description().as_str(), "Signs the nightly build");
    assert_eq!(request.end_date(), EndDate::LastDay(day("2026-06-30")));
    assert_eq!(request.end_date().last_day(), Some(day("2026-06-30")));
    assert_eq!(request.email().as_str(), "jane@example.com");
    assert_eq!(request.primary_account().as_str(), "acme");
    assert_eq!(request.roles().first(), &RoleId::new("signer"));
}

#[test]
fn an_empty_draft_shows_every_fault_at_once_in_the_order_of_the_form() {
    let tenant = Tenant::new();
    let faults = Draft::default()
        .review(&tenant.surroundings())
        .request()
        .expect_err("nothing was typed");
    assert_eq!(
        fault_codes(&faults),
        [
            "missing",
            "end_date_unanswered",
            "missing",
            "account_missing",
            "manager_missing"
        ]
    );
    let fields: Vec<Field> = faults.iter().map(|fault| fault.field).collect();
    assert!(fields.is_sorted());
}

#[test]
fn one_fault_in_any_field_is_enough_to_stop_the_request() {
    let tenant = Tenant::new();
    let good = good_draft();
    let broken = [
        (
            Field::FriendlyName,
            Draft {
                friendly_name: String::new(),
                ..good.clone()
            },
        ),
        (
            Field::Description,
            Draft {
                description: "\0".to_owned(),
                ..good.clone()
            },
        ),
        (
            Field::EndDate,
            Draft {
                end_date: EndDateChoice::Unanswered,
                ..good.clone()
            },
        ),
        (
            Field::Email,
            Draft {
                email: String::new(),
                ..good.clone()
            },
        ),
        (
            Field::Accounts,
            Draft {
                accounts: Vec::new(),
                ..good.clone()
            },
        ),
        (
            Field::Managers,
            Draft {
                managers: Vec::new(),
                roles: Vec::new(),
                ..good.clone()
            },
        ),
        (
            Field::Roles,
            Draft {
                roles: Vec::new(),
                ..good.clone()
            },
        ),
    ];
    assert_eq!(broken.each_ref().map(|(field, _)| *field), Field::ALL);
    for (field, draft) in broken {
        let faults = draft
            .review(&tenant.surroundings())
            .request()
            .expect_err("one field is broken");
        assert_eq!(
            faults.iter().map(|fault| fault.field).collect::<Vec<_>>(),
            [field]
        );
    }
}

#[test]
fn warnings_alone_do_not_stop_the_request() {
    let tenant = Tenant::new();
    let draft = Draft {
        friendly_name: "BUILD SIGNER".to_owned(),
        end_date: EndDateChoice::NoEndDate,
        email: "jane@intranet".to_owned(),
        accounts: tenant.accounts.iter().map(|account| account.id.clone()).collect(),
        roles: vec![RoleId::new("lead")],
        ..good_draft()
    };
    let review = draft.review(&tenant.surroundings());
    assert_eq!(review.remarks.warnings.len(), 8);
    assert!(review.request().is_ok());
}

#[test]
fn roles_stand_on_the_second_step_and_everything_else_on_the_first() {
    for field in Field::ALL {
        let expected = if field == Field::Roles {
            Step::Roles
        } else {
            Step::Details
        };
        assert_eq!(field.step(), expected, "{field:?}");
    }
}

#[test]
fn field_names_are_those_of_the_interface() {
    assert_eq!(
        Field::ALL.map(Field::name),
        [
            "friendly_name",
            "description",
            "end_date",
            "email",
            "accounts",
            "managers",
            "roles"
        ]
    );
}
