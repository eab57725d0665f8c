//! A small tenant, a template that sets everything, and templates that are made up at random.

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;
use service_user::{Account, AccountId, Manager, ManagerCode, Role, RoleId, UtcDay};
use template::{EndDateRule, Grant, Template, TemplateDraft, TemplateFault};

pub(crate) fn today() -> UtcDay {
    day("2026-03-01")
}

#[expect(clippy::panic, reason = "a wrong day is a mistake in the test itself")]
pub(crate) fn day(text: &str) -> UtcDay {
    UtcDay::parse(text).unwrap_or_else(|| panic!("{text} is no day"))
}

pub(crate) fn texts(items: &[&str]) -> Vec<String> {
    items.iter().map(|item| (*item).to_owned()).collect()
}

pub(crate) fn account(id: &str, name: &str) -> Account {
    Account {
        id: AccountId::new(id),
        name: name.to_owned(),
        active: true,
        service_period: None,
    }
}

pub(crate) fn role(id: &str, name: &str, code: &str, manager: &str) -> Role {
    Role {
        id: RoleId::new(id),
        name: name.to_owned(),
        description: String::new(),
        manager: Manager {
            code: ManagerCode::new(code),
            name: manager.to_owned(),
        },
        permissions: Vec::new(),
    }
}

pub(crate) fn accounts() -> Vec<Account> {
    vec![
        account("a1", "Acme"),
        account("a2", "Acme Nordic"),
        account("a3", "Twin"),
        account("a4", "Twin"),
        account("a5", "ÜBERSEE"),
    ]
}

pub(crate) fn roles() -> Vec<Role> {
    vec![
        role("r1", "Signer", "software_trust", "Software Trust"),
        role("r2", "Lead", "software_trust", "Software Trust"),
        role("r3", "View only", "trust_lifecycle", "Trust Lifecycle"),
        role("r4", "Read only", "ca_manager", "CA Manager"),
        role("r5", "Signer", "keylocker", "KeyLocker"),
        role("r6", "Read Only", "account_manager", "Account Manager"),
        role("r7", "Twin role", "keylocker", "KeyLocker"),
        role("r8", "Twin role", "keylocker", "KeyLocker"),
        role("r9", "Anything", "twin_1", "Twin Manager"),
        role("r10", "Anything", "twin_2", "Twin Manager"),
    ]
}

/// A draft that sets everything, with no fault.
pub(crate) fn full_draft() -> TemplateDraft {
    TemplateDraft {
        name: "Release signing".to_owned(),
        explanation: "For the builds of a release.".to_owned(),
        friendly_name_prefix: "svc-".to_owned(),
        description: "Signs the builds of a release.\n\tAsk Jane.".to_owned(),
        end_date: Some(EndDateRule::DaysFromToday(90)),
        email: "jane@example.com".to_owned(),
        accounts: texts(&["Acme", "Acme Nordic"]),
        managers: vec![
            grant("Software Trust", &["Signer"]),
            grant("Trust Lifecycle", &["View only"]),
        ],
    }
}

pub(crate) fn grant(manager: &str, roles: &[&str]) -> Grant {
    Grant {
        manager: manager.to_owned(),
        roles: texts(roles),
    }
}

/// The template of a draft that has no fault.
#[expect(
    clippy::panic,
    reason = "a draft with a fault is a mistake in the test itself"
)]
pub(crate) fn checked(draft: &TemplateDraft) -> Template {
    draft
        .check()
        .unwrap_or_else(|faults| panic!("{}", sentences(&faults).join("\n")))
}

/// A template of this name.
pub(crate) fn named(name: &str) -> Template {
    checked(&TemplateDraft {
        name: name.to_owned(),
        ..full_draft()
    })
}

pub(crate) fn sentences(faults: &[TemplateFault]) -> Vec<String> {
    faults.iter().map(ToString::to_string).collect()
}

/// Something of a token's shape that is none.
pub(crate) fn token_like() -> String {
    format!("{}_{}", "0a".repeat(13), "f9".repeat(32))
}

/// The longest text of so many characters: each takes four bytes.
pub(crate) fn long(length: usize) -> String {
    "𝒮".repeat(length)
}

/// The largest template there can be.
pub(crate) fn largest() -> TemplateDraft {
    let numbered = |count: usize, length: usize| -> Vec<String> {
        (100..100 + count)
            .map(|number| format!("{number}{}", long(length - 3)))
            .collect()
    };
    let length = TemplateDraft::MAX_OBJECT_NAME_LENGTH;
    TemplateDraft {
        name: long(TemplateDraft::MAX_NAME_LENGTH),
        explanation: long(TemplateDraft::MAX_EXPLANATION_LENGTH),
        friendly_name_prefix: "x".repeat(TemplateDraft::MAX_PREFIX_LENGTH),
        description: long(service_user::Description::MAX_LENGTH),
        end_date: Some(EndDateRule::DaysFromToday(EndDateRule::MAX_DAYS)),
        email: format!(
            "{}@{}.{}.{}.com",
            "a".repeat(64),
            "b".repeat(63),
            "c".repeat(63),
            "d".repeat(57)
        ),
        accounts: numbered(TemplateDraft::MAX_ACCOUNTS, length),
        managers: numbered(TemplateDraft::MAX_MANAGERS, length)
            .into_iter()
            .map(|manager| Grant {
                manager,
                roles: numbered(TemplateDraft::MAX_ROLES, length),
            })
            .collect(),
    }
}

/// Texts that are often forbidden somewhere, and often not.
pub(crate) fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        1 => any::<String>(),
        4 => "[A-Za-z0-9]{1,8}( [A-Za-z0-9.-]{1,8}){0,2}",
        1 => "[ -~éßı–𝒮\u{301}\u{A0}\u{200B}\u{200D}\u{FE0F}\u{202E}\u{FEFF}\t\n\u{0}\u{E0041}]{0,12}",
        1 => select(vec!["", " ", " a", "a ", "none", "1", "null", "\"", "\\", "</script>", "__proto__"])
            .prop_map(str::to_owned),
        1 => Just(token_like()),
        1 => (0_usize..600).prop_map(|length| "y".repeat(length)),
    ]
}

prop_compose! {
    /// Any draft of a template; many have no fault.
    pub(crate) fn template_drafts()(
        name in text(),
        explanation in option::of(text()),
        friendly_name_prefix in option::of(prop_oneof![4 => "[a-z]{1,6}[-_ ]", 1 => text()]),
        description in option::of(text()),
        end_date in option::of(prop_oneof![
            1 => Just(EndDateRule::NoEndDate),
            4 => (0..=EndDateRule::MAX_DAYS).prop_map(EndDateRule::DaysFromToday),
            1 => any::<u32>().prop_map(EndDateRule::DaysFromToday),
        ]),
        email in option::of(prop_oneof![4 => "[a-z]{1,8}@[a-z]{1,8}(\\.[a-z]{2,3})?", 1 => text()]),
        accounts in vec(text(), 0..4),
        managers in vec(
            (text(), vec(text(), 0..4)).prop_map(|(manager, roles)| Grant { manager, roles }),
            0..4,
        ),
    ) -> TemplateDraft {
        TemplateDraft {
            name,
            explanation: explanation.unwrap_or_default(),
            friendly_name_prefix: friendly_name_prefix.unwrap_or_default(),
            description: description.unwrap_or_default(),
            end_date,
            email: email.unwrap_or_default(),
            accounts,
            managers,
        }
    }
}

/// Templates that are made up at random: drafts, with what is at fault in them taken out.
pub(crate) fn templates() -> impl Strategy<Value = Template> {
    template_drafts().prop_map(|draft| {
        let mut sound = TemplateDraft {
            name: "Made up".to_owned(),
            email: "jane@example.com".to_owned(),
            ..TemplateDraft::default()
        };
        let mut try_out = |change: &dyn Fn(&mut TemplateDraft)| {
            let mut changed = sound.clone();
            change(&mut changed);
            if changed.check().is_ok() {
                sound = changed;
            }
        };
        try_out(&|sound| sound.name.clone_from(&draft.name));
        try_out(&|sound| sound.explanation.clone_from(&draft.explanation));
        try_out(&|sound| {
            sound.friendly_name_prefix.clone_from(&draft.friendly_name_prefix);
        });
        try_out(&|sound| sound.description.clone_from(&draft.description));
        try_out(&|sound| sound.end_date = draft.end_date);
        for account in &draft.accounts {
            try_out(&|sound| sound.accounts.push(account.clone()));
        }
        for Grant { manager, roles } in &draft.managers {
            try_out(&|sound| sound.managers.push(grant(manager, &[])));
            for role in roles {
                try_out(&|sound| {
                    if let Some(grant) = sound.managers.last_mut() {
                        grant.roles.push(role.clone());
                    }
                });
            }
        }
        try_out(&|sound| sound.email.clone_from(&draft.email));
        checked(&sound)
    })
}
