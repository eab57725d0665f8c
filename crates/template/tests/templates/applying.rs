//! Applying a template to a draft.

use proptest::prelude::*;
use service_user::{AccountId, Draft, EndDateChoice, Field, ManagerCode, RoleId, UtcDay};
use template::{Applied, EndDateRule, NotSet, SetField, TemplateDraft, WhyNotFound};

use crate::samples::{accounts, checked, day, full_draft, grant, roles, templates, texts, today};

fn apply(template: &TemplateDraft, draft: &mut Draft) -> Applied {
    checked(template).apply(draft, &roles(), &accounts(), today())
}

fn not_set(applied: &Applied) -> Vec<String> {
    applied.not_set.iter().map(ToString::to_string).collect()
}

/// A template that sets nothing but what is given.
fn only(change: impl FnOnce(&mut TemplateDraft)) -> TemplateDraft {
    let mut draft = TemplateDraft {
        name: "Only".to_owned(),
        ..TemplateDraft::default()
    };
    change(&mut draft);
    draft
}

fn typed() -> Draft {
    Draft {
        friendly_name: "Typed".to_owned(),
        description: "typed".to_owned(),
        end_date: EndDateChoice::Typed("2026-12-31".to_owned()),
        email: "typed@example.com".to_owned(),
        accounts: vec![AccountId::new("a3")],
        managers: vec![ManagerCode::new("keylocker")],
        roles: vec![RoleId::new("r5")],
    }
}

#[test]
fn an_empty_draft_takes_everything() {
    let mut draft = Draft::default();
    let applied = apply(&full_draft(), &mut draft);
    assert_eq!(
        draft,
        Draft {
            friendly_name: "svc-".to_owned(),
            description: "Signs the builds of a release.\n\tAsk Jane.".to_owned(),
            end_date: EndDateChoice::Typed("2026-05-30".to_owned()),
            email: "jane@example.com".to_owned(),
            accounts: vec![AccountId::new("a1"), AccountId::new("a2")],
            managers: vec![
                ManagerCode::new("software_trust"),
                ManagerCode::new("trust_lifecycle")
            ],
            roles: vec![RoleId::new("r1"), RoleId::new("r3")],
        }
    );
    let set = Field::ALL.map(|field| SetField {
        field,
        replaced: false,
    });
    assert_eq!(applied.set, set);
    assert_eq!(applied.not_set, []);
}

#[test]
fn what_takes_the_place_of_something_is_told() {
    let mut draft = typed();
    let applied = apply(&full_draft(), &mut draft);
    assert_eq!(draft.friendly_name, "Typed");
    let set: Vec<_> = Field::ALL
        .into_iter()
        .skip(1)
        .map(|field| SetField {
            field,
            replaced: true,
        })
        .collect();
    assert_eq!(applied.set, set);
    assert_eq!(
        not_set(&applied),
        ["The friendly name stays as it is; with this template it would begin with “svc-”."]
    );
    assert_eq!(applied.not_set[0].field(), Field::FriendlyName);
}

#[test]
fn applying_twice_replaces_nothing() {
    let mut draft = Draft::default();
    apply(&full_draft(), &mut draft);
    let once = draft.clone();
    let applied = apply(&full_draft(), &mut draft);
    assert_eq!(draft, once);
    assert!(applied.set.iter().all(|set| !set.replaced));
    assert_eq!(applied.not_set, []);
}

#[test]
fn what_a_template_does_not_set_stays_as_it_was() {
    let template = only(|draft| draft.end_date = Some(EndDateRule::NoEndDate));
    let mut draft = typed();
    let applied = apply(&template, &mut draft);
    assert_eq!(
        draft,
        Draft {
            end_date: EndDateChoice::NoEndDate,
            ..typed()
        }
    );
    assert_eq!(
        applied.set,
        [SetField {
            field: Field::EndDate,
            replaced: true
        }]
    );
}

#[test]
fn a_typed_name_stays() {
    let template = only(|draft| draft.friendly_name_prefix = "svc-".to_owned());
    for (typed, expected, is_set, is_told) in [
        ("", "svc-", true, false),
        ("  ", "svc-", true, false),
        ("build", "build", false, true),
        ("SVC-build", "SVC-build", false, true),
        ("svc-", "svc-", false, false),
        ("svc-build", "svc-build", false, false),
    ] {
        let mut draft = Draft {
            friendly_name: typed.to_owned(),
            ..Draft::default()
        };
        let applied = apply(&template, &mut draft);
        assert_eq!(draft.friendly_name, expected);
        assert_eq!(
            (applied.set.len(), applied.not_set.len()),
            (is_set.into(), is_told.into()),
            "{typed}"
        );
    }
}

#[test]
fn days_are_counted_from_today() {
    for (days, today, expected) in [
        (0, "2026-03-01", "2026-03-01"),
        (365, "2027-03-01", "2028-02-29"),
        (EndDateRule::MAX_DAYS, "2026-03-01", "2126-03-02"),
        (2, "9999-12-30", "9999-12-31"),
    ] {
        let template = only(|draft| draft.end_date = Some(EndDateRule::DaysFromToday(days)));
        let mut draft = Draft::default();
        checked(&template).apply(&mut draft, &[], &[], day(today));
        assert_eq!(draft.end_date, EndDateChoice::Typed(expected.to_owned()));
    }
}

#[test]
fn names_are_found_in_any_case_and_a_namesake_only_as_it_is_written() {
    let template = only(|draft| {
        draft.accounts = texts(&["ACME", "acme nordic", "übersee"]);
        draft.managers = vec![
            grant("software trust", &["SIGNER", "signer"]),
            grant("Software TRUST", &["lead"]),
        ];
    });
    let mut draft = Draft::default();
    let applied = apply(&template, &mut draft);
    assert_eq!(draft.accounts, ["a1", "a2", "a5"].map(AccountId::new));
    assert_eq!(draft.managers, [ManagerCode::new("software_trust")]);
    assert_eq!(draft.roles, ["r1", "r2"].map(RoleId::new));
    assert_eq!(applied.not_set, []);

    let mut here = accounts();
    here.push(crate::samples::account("a6", "ACME"));
    for (name, expected) in [
        ("Acme", Ok("a1")),
        ("ACME", Ok("a6")),
        ("acme", Err(WhyNotFound::Several)),
    ] {
        let template = only(|draft| draft.accounts = texts(&[name]));
        let mut draft = Draft::default();
        let applied = checked(&template).apply(&mut draft, &[], &here, today());
        match expected {
            Ok(id) => assert_eq!(draft.accounts, [AccountId::new(id)]),
            Err(why) => {
                let name = name.to_owned();
                assert_eq!(draft.accounts, []);
                assert_eq!(applied.not_set, [NotSet::Account { name, why }]);
            }
        }
    }
}

#[test]
fn what_this_tenant_does_not_have_is_told_and_the_rest_is_set() {
    let template = only(|draft| {
        draft.accounts = texts(&["Nowhere", "Acme", "Twin"]);
        draft.managers = vec![
            grant("CA Manager", &["Read only", "PKI manager"]),
            grant(
                "Document Trust",
                &["Signer", "Client Admin", "Organization Approver"],
            ),
            grant("Device Trust", &["Device Creator"]),
            grant("IoT", &[]),
            grant("KeyLocker", &["Twin role"]),
            grant("Twin Manager", &["Anything"]),
        ];
    });
    let mut draft = Draft::default();
    let applied = apply(&template, &mut draft);
    assert_eq!(draft.accounts, [AccountId::new("a1")]);
    assert_eq!(draft.managers, ["ca_manager", "keylocker"].map(ManagerCode::new));
    assert_eq!(draft.roles, [RoleId::new("r4")]);
    assert_eq!(
        not_set(&applied),
        [
            "There is no account “Nowhere” that you can choose here.",
            "Several accounts are called “Twin” here. Choose the right one yourself.",
            "There is no Manager “Document Trust” with roles that you can choose here, so its roles “Signer”, “Client \
             Admin” and “Organization Approver” are not chosen either.",
            "There is no Manager “Device Trust” with roles that you can choose here, so its role “Device Creator” is not \
             chosen either.",
            "There is no Manager “IoT” with roles that you can choose here.",
            "Several Managers are called “Twin Manager” here, so its role “Anything” is not chosen either.",
            "CA Manager has no role “PKI manager” here.",
            "KeyLocker has several roles “Twin role” here. Choose the right one yourself.",
        ]
    );
    let fields: Vec<Field> = applied.not_set.iter().map(NotSet::field).collect();
    assert!(fields.is_sorted());
}

#[test]
fn where_nothing_is_found_the_choice_stays() {
    let template = only(|draft| {
        draft.accounts = texts(&["Nowhere"]);
        draft.managers = vec![grant("Device Trust", &["Device Creator"])];
    });
    let mut draft = typed();
    let applied = apply(&template, &mut draft);
    assert_eq!(draft, typed());
    assert_eq!(applied.set, []);
    assert_eq!(applied.not_set.len(), 2);
}

#[test]
fn the_roles_of_a_manager_stay_where_the_template_names_none_of_them() {
    for roles in [&[][..], &["No such role"]] {
        let template = only(|draft| draft.managers = vec![grant("KeyLocker", roles)]);
        let mut draft = typed();
        draft.managers.push(ManagerCode::new("software_trust"));
        draft.roles.push(RoleId::new("r2"));
        let applied = apply(&template, &mut draft);
        assert_eq!(draft.managers, [ManagerCode::new("keylocker")]);
        assert_eq!(draft.roles, [RoleId::new("r5")]);
        let replaced = |field| SetField {
            field,
            replaced: true,
        };
        assert_eq!(applied.set, [replaced(Field::Managers), replaced(Field::Roles)]);
    }
    // Two names can mean the same Manager; that one of them names no role keeps none that the other would take away.
    let template = only(|draft| {
        draft.managers = vec![grant("SOFTWARE TRUST", &[]), grant("Software Trust", &["Signer"])];
    });
    let mut draft = typed();
    draft.roles.push(RoleId::new("r2"));
    apply(&template, &mut draft);
    assert_eq!(draft.roles, [RoleId::new("r1")]);

    let template = only(|draft| draft.managers = vec![grant("KeyLocker", &[])]);
    let mut draft = typed();
    let applied = apply(&template, &mut draft);
    assert_eq!(draft, typed());
    let set = [SetField {
        field: Field::Managers,
        replaced: false,
    }];
    assert_eq!(applied.set, set);
}

proptest! {
    /// Nothing a template sets is dropped without a word: it is in the draft, or it is told.
    #[test]
    fn everything_is_set_or_told(template in templates(), had_draft: bool) {
        let mut draft = if had_draft { typed() } else { Draft::default() };
        let before = draft.clone();
        let applied = template.apply(&mut draft, &roles(), &accounts(), UtcDay::MAX);
        let sets = template.as_draft();
        let is_set = |field| applied.set.iter().any(|set| set.field == field);
        let told = |field| applied.not_set.iter().filter(|not_set| not_set.field() == field).count();

        prop_assert_eq!(is_set(Field::Description), !sets.description.is_empty());
        prop_assert_eq!(is_set(Field::EndDate), sets.end_date.is_some());
        prop_assert_eq!(is_set(Field::Email), !sets.email.is_empty());
        if !sets.friendly_name_prefix.is_empty() {
            prop_assert_eq!(draft.friendly_name.starts_with(&sets.friendly_name_prefix), told(Field::FriendlyName) == 0);
        }
        prop_assert!(told(Field::Accounts) <= sets.accounts.len());
        prop_assert_eq!(is_set(Field::Accounts), told(Field::Accounts) < sets.accounts.len());
        prop_assert_eq!(is_set(Field::Managers), told(Field::Managers) < sets.managers.len());
        for field in Field::ALL {
            if !is_set(field) {
                prop_assert!(is_same(&draft, &before, field), "{:?}", field);
            }
        }
        for not_set in &applied.not_set {
            prop_assert!(not_set.to_string().ends_with('.'));
        }
        prop_assert!(applied.set.iter().map(|set| set.field).is_sorted());
    }
}

/// Whether two drafts hold the same in a field.
fn is_same(one: &Draft, other: &Draft, field: Field) -> bool {
    match field {
        Field::FriendlyName => one.friendly_name == other.friendly_name,
        Field::Description => one.description == other.description,
        Field::EndDate => one.end_date == other.end_date,
        Field::Email => one.email == other.email,
        Field::Accounts => one.accounts == other.accounts,
        Field::Managers => one.managers == other.managers,
        Field::Roles => one.roles == other.roles,
    }
}
