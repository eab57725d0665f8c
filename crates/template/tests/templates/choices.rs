//! The present choices as a template.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use service_user::{Account, AccountId, Draft, EndDateChoice, Field, ManagerCode, Role, RoleId};
use template::{Choices, EndDateRule, TemplateDraft};

use crate::samples::{account, accounts, checked, grant, role, roles, text, texts, today, token_like};

fn choices(draft: &Draft) -> Choices {
    TemplateDraft::of(draft, &roles(), &accounts(), today())
}

fn left_out(choices: &Choices) -> Vec<String> {
    choices.left_out.iter().map(ToString::to_string).collect()
}

#[test]
fn ids_become_names_and_the_end_date_becomes_days() {
    let draft = Draft {
        friendly_name: "svc-release".to_owned(),
        description: "Signs.\nDaily.".to_owned(),
        end_date: EndDateChoice::Typed("2026-05-30".to_owned()),
        email: "jane@example.com".to_owned(),
        accounts: ["a2", "a1", "a2"].map(AccountId::new).to_vec(),
        managers: ["keylocker", "software_trust", "trust_lifecycle"]
            .map(ManagerCode::new)
            .to_vec(),
        roles: ["r1", "r5", "r2", "r1"].map(RoleId::new).to_vec(),
    };
    let choices = choices(&draft);
    assert_eq!(choices.left_out, []);
    assert_eq!(
        choices.template,
        TemplateDraft {
            name: String::new(),
            explanation: String::new(),
            friendly_name_prefix: String::new(),
            description: "Signs.\nDaily.".to_owned(),
            end_date: Some(EndDateRule::DaysFromToday(90)),
            email: "jane@example.com".to_owned(),
            accounts: texts(&["Acme Nordic", "Acme"]),
            managers: vec![
                grant("KeyLocker", &["Signer"]),
                grant("Software Trust", &["Signer", "Lead"]),
                grant("Trust Lifecycle", &[]),
            ],
        }
    );
}

#[test]
fn an_empty_draft_sets_nothing() {
    for draft in [
        Draft::default(),
        Draft {
            friendly_name: "Typed".to_owned(),
            description: " ".to_owned(),
            end_date: EndDateChoice::Typed(" ".to_owned()),
            email: " ".to_owned(),
            ..Draft::default()
        },
    ] {
        assert_eq!(choices(&draft), Choices::default());
    }
}

#[test]
fn no_end_date_is_a_choice_too() {
    let draft = Draft {
        end_date: EndDateChoice::NoEndDate,
        ..Draft::default()
    };
    assert_eq!(choices(&draft).template.end_date, Some(EndDateRule::NoEndDate));
}

#[test]
fn what_a_template_cannot_hold_is_told() {
    let draft = Draft {
        friendly_name: "release".to_owned(),
        description: token_like(),
        end_date: EndDateChoice::Typed("2026-02-28".to_owned()),
        email: "jane".to_owned(),
        accounts: ["a1", "gone", "a3"].map(AccountId::new).to_vec(),
        managers: ["software_trust", "gone", "twin_1"]
            .map(ManagerCode::new)
            .to_vec(),
        roles: ["r1", "gone", "r3", "r9"].map(RoleId::new).to_vec(),
    };
    let choices = choices(&draft);
    assert_eq!(
        choices.template,
        TemplateDraft {
            accounts: texts(&["Acme"]),
            managers: vec![grant("Software Trust", &["Signer"])],
            ..TemplateDraft::default()
        }
    );
    assert_eq!(
        left_out(&choices),
        [
            "The description is left out. There is something in it that looks like a token ID. Templates are shared; take \
             it out, and if it is a token in use, replace that.",
            "The end date is left out: it is no day from today on.",
            "The email is left out. The email has no @. Write it in full, such as name@example.com.",
            "An account is left out: it is not among those you can choose, so its name is not known.",
            "The account “Twin” is left out: another one has the same name.",
            "A Manager is left out: it is not among those you can choose, so its name is not known.",
            "The Manager “Twin Manager” is left out: another one has the same name.",
            "A role is left out: it is not among those you can choose, so its name is not known.",
            "The role “View only” is left out: its Manager is not chosen or is left out.",
            "The role “Anything” is left out: its Manager is not chosen or is left out.",
        ]
    );
    assert!(choices.left_out.iter().map(|left_out| left_out.field).is_sorted());
}

#[test]
fn an_end_date_is_left_out_that_is_no_day_or_too_far() {
    for (end_date, sentence) in [
        (
            "31.12.2026",
            "The end date is left out: it is no day from today on.",
        ),
        (
            "2026-02-30",
            "The end date is left out: it is no day from today on.",
        ),
        (
            "2126-03-03",
            "The end date is left out: it is more than 36525 days away.",
        ),
        (
            "9999-12-31",
            "The end date is left out: it is more than 36525 days away.",
        ),
    ] {
        let draft = Draft {
            end_date: EndDateChoice::Typed(end_date.to_owned()),
            ..Draft::default()
        };
        let choices = choices(&draft);
        assert_eq!(choices.template.end_date, None);
        assert_eq!(left_out(&choices), [sentence]);
    }
    for (end_date, days) in [("2026-03-01", 0), ("2126-03-02", EndDateRule::MAX_DAYS)] {
        let draft = Draft {
            end_date: EndDateChoice::Typed(end_date.to_owned()),
            ..Draft::default()
        };
        let rule = EndDateRule::DaysFromToday(days);
        assert_eq!(choices(&draft).template.end_date, Some(rule));
    }
}

#[test]
fn a_tenants_strange_names_are_left_out_and_shown_without_harm() {
    let accounts = [
        account("hidden", "Ac\u{202E}me\u{200B}"),
        account("long", &"y".repeat(10_000)),
        account("space", " Spaced "),
        account("empty", ""),
    ];
    let draft = Draft {
        accounts: accounts.iter().map(|account| account.id.clone()).collect(),
        ..Draft::default()
    };
    let choices = TemplateDraft::of(&draft, &[], &accounts, today());
    assert_eq!(choices.template.accounts, ["Spaced"]);
    assert_eq!(
        left_out(&choices),
        [
            "The account “Acme” is left out: its name has RIGHT-TO-LEFT OVERRIDE (U+202E), which a template cannot hold."
                .to_owned(),
            format!(
                "The account “{}…” is left out: its name has more than 128 characters.",
                "y".repeat(40)
            ),
            "The account “” is left out: it has no name.".to_owned(),
        ]
    );
}

#[test]
fn what_is_beyond_the_limits_is_told() {
    let accounts: Vec<Account> = (0..52)
        .map(|number| account(&format!("a{number}"), &format!("A{number}")))
        .collect();
    let many = |manager: usize| {
        let code = format!("m{manager}");
        (0..32).map(move |number| role(&format!("{code}-{number}"), &format!("R{number}"), &code, &code))
    };
    let roles: Vec<Role> = (0..11).flat_map(many).collect();
    let draft = Draft {
        accounts: accounts.iter().map(|account| account.id.clone()).collect(),
        managers: (0..11)
            .map(|number| ManagerCode::new(format!("m{number}")))
            .collect(),
        roles: roles.iter().map(|role| role.id.clone()).collect(),
        ..Draft::default()
    };
    let choices = TemplateDraft::of(&draft, &roles, &accounts, today());
    let count = |field| {
        choices
            .left_out
            .iter()
            .filter(|left_out| left_out.field == field)
            .count()
    };
    assert_eq!(count(Field::Accounts), 2);
    assert_eq!(count(Field::Managers), 1);
    assert_eq!(count(Field::Roles), 10 * 2 + 32);
    assert_eq!(
        left_out(&choices)[0],
        "The account “A50” is left out: a template can have 50 of them."
    );
    let named = TemplateDraft {
        name: "Many".to_owned(),
        ..choices.template
    };
    assert!(named.check().is_ok());
}

#[test]
fn a_friendly_name_suggests_its_beginning() {
    for (name, prefix) in [
        ("svc-build", Some("svc-")),
        ("team_signer-2", Some("team_")),
        ("svc-", Some("svc-")),
        ("-", Some("-")),
        ("build", None),
        ("", None),
        (" svc-build", None),
        ("é-build", None),
        ("a.b-c", None),
    ] {
        assert_eq!(TemplateDraft::suggested_prefix(name), prefix, "{name}");
    }
}

fn ids(known: &'static [&'static str]) -> impl Strategy<Value = Vec<String>> {
    vec(
        prop_oneof![9 => select(known).prop_map(str::to_owned), 1 => text()],
        0..8,
    )
}

prop_compose! {
    fn drafts()(
        friendly_name in text(),
        description in text(),
        end_date in prop_oneof![
            Just(EndDateChoice::Unanswered),
            Just(EndDateChoice::NoEndDate),
            text().prop_map(EndDateChoice::Typed),
            (0_u32..80_000).prop_map(|days| {
                EndDateChoice::Typed(today().plus_days(days).unwrap_or(today()).to_string())
            }),
        ],
        email in prop_oneof!["[a-z]{1,9}@[a-z]{1,9}", text()],
        accounts in ids(&["a1", "a2", "a3", "a4", "a5"]),
        managers in ids(&["software_trust", "trust_lifecycle", "ca_manager", "keylocker", "account_manager", "twin_1"]),
        roles in ids(&["r1", "r2", "r3", "r4", "r5", "r6", "r7", "r8", "r9", "r10"]),
    ) -> Draft {
        Draft {
            friendly_name,
            description,
            end_date,
            email,
            accounts: accounts.into_iter().map(AccountId::new).collect(),
            managers: managers.into_iter().map(ManagerCode::new).collect(),
            roles: roles.into_iter().map(RoleId::new).collect(),
        }
    }
}

proptest! {
    /// Only a name is missing for a template, and applying that gives the choices again but for those that were told.
    #[test]
    fn what_is_saved_comes_back(draft in drafts()) {
        let choices = choices(&draft);
        if choices.template == TemplateDraft::default() {
            return Ok(());
        }
        let template = checked(&TemplateDraft { name: "Saved".to_owned(), ..choices.template });
        let mut again = Draft::default();
        let applied = template.apply(&mut again, &roles(), &accounts(), today());
        prop_assert_eq!(applied.not_set, []);
        let left = |field| choices.left_out.iter().filter(|left_out| left_out.field == field).count();
        let distinct = |mut ids: Vec<String>| {
            let mut seen = std::collections::BTreeSet::new();
            ids.retain(|id| seen.insert(id.clone()));
            ids
        };
        let texts = |ids: &[AccountId]| ids.iter().map(|id| id.as_str().to_owned()).collect::<Vec<_>>();
        prop_assert_eq!(distinct(texts(&draft.accounts)).len(), again.accounts.len() + left(Field::Accounts));
        prop_assert!(again.accounts.iter().all(|id| draft.accounts.contains(id)));
        prop_assert!(again.managers.iter().all(|code| draft.managers.contains(code)));
        prop_assert!(again.roles.iter().all(|id| draft.roles.contains(id)));
        let roles = distinct(draft.roles.iter().map(|id| id.as_str().to_owned()).collect());
        prop_assert_eq!(roles.len(), again.roles.len() + left(Field::Roles));
        if left(Field::Description) == 0 {
            prop_assert!(again.description == draft.description || draft.description.trim().is_empty());
        }
        if left(Field::Email) == 0 {
            prop_assert!(again.email == draft.email || draft.email.trim().is_empty());
        }
        for left_out in &choices.left_out {
            prop_assert!(left_out.to_string().ends_with(['.', '-']));
        }
    }
}
