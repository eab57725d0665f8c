//! Two administrators who change the same service user at once.

use std::collections::BTreeSet;

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;
use service_user::{
    AccountId, Conflict, Draft, EndDateChoice, Field, ManagerCode, RoleId, ServiceUser, UtcDay, Versions,
};

use crate::tenant::{Tenant, day, fault_codes, good_user};

fn rebased(
    base: &ServiceUser,
    mine: impl FnOnce(&mut Draft),
    theirs: &ServiceUser,
) -> (Draft, Vec<Conflict>) {
    let roles = Tenant::new().roles;
    let mut draft = Draft::of(base, &roles);
    mine(&mut draft);
    let conflicts = draft.rebase(base, theirs, &roles);
    (draft, conflicts)
}

fn versions(theirs: &str, mine: &str) -> Versions<String> {
    Versions {
        theirs: theirs.to_owned(),
        mine: mine.to_owned(),
    }
}

#[test]
fn what_only_they_changed_becomes_theirs_and_what_only_i_changed_stays() {
    let theirs = ServiceUser {
        description: "Signs every build".to_owned(),
        end_date: None,
        ..good_user()
    };
    let mine = |draft: &mut Draft| {
        draft.friendly_name = "CD signer".to_owned();
        draft.email = "joe@example.com".to_owned();
    };
    let (draft, conflicts) = rebased(&good_user(), mine, &theirs);
    assert_eq!(conflicts, []);
    assert_eq!(
        draft,
        Draft {
            friendly_name: "CD signer".to_owned(),
            email: "joe@example.com".to_owned(),
            description: "Signs every build".to_owned(),
            end_date: EndDateChoice::NoEndDate,
            ..Draft::of(&good_user(), &Tenant::new().roles)
        }
    );
}

#[test]
fn what_both_changed_differently_stays_mine_and_is_a_conflict_in_the_order_of_the_form() {
    let theirs = ServiceUser {
        friendly_name: "Their signer".to_owned(),
        description: "Theirs".to_owned(),
        end_date: Some(day("2026-12-31")),
        email: "their@example.com".to_owned(),
        ..good_user()
    };
    let mine = |draft: &mut Draft| {
        draft.friendly_name = "My signer".to_owned();
        draft.description = "Mine".to_owned();
        draft.end_date = EndDateChoice::Unanswered;
        draft.email = "my@example.com".to_owned();
    };
    let (mut draft, conflicts) = rebased(&good_user(), mine, &theirs);
    assert_eq!(
        conflicts,
        [
            Conflict::FriendlyName(versions("Their signer", "My signer")),
            Conflict::Description(versions("Theirs", "Mine")),
            Conflict::EndDate(Versions {
                theirs: EndDateChoice::Typed("2026-12-31".to_owned()),
                mine: EndDateChoice::Unanswered,
            }),
            Conflict::Email(versions("their@example.com", "my@example.com")),
        ]
    );
    assert!(conflicts.iter().map(Conflict::field).is_sorted());
    assert_eq!(draft.friendly_name, "My signer");
    assert_eq!(draft.end_date, EndDateChoice::Unanswered);

    for conflict in &conflicts {
        draft.take_theirs(conflict);
    }
    assert_eq!(draft, Draft::of(&theirs, &Tenant::new().roles));
}

#[test]
fn what_both_changed_alike_is_no_conflict() {
    let theirs = ServiceUser {
        email: "joe@example.com".to_owned(),
        end_date: None,
        ..good_user()
    };
    let mine = |draft: &mut Draft| {
        draft.email = "joe@example.com".to_owned();
        draft.end_date = EndDateChoice::NoEndDate;
    };
    let (draft, conflicts) = rebased(&good_user(), mine, &theirs);
    assert_eq!(conflicts, []);
    assert_eq!(draft, Draft::of(&theirs, &Tenant::new().roles));
}

#[test]
fn accounts_are_merged_one_by_one_and_keep_the_order_of_the_draft() {
    let accounts = |ids: &[&str]| ids.iter().map(|id| AccountId::new(*id)).collect::<Vec<_>>();
    let base = ServiceUser {
        accounts: accounts(&["kept", "mine-out", "their-out", "both-out"]),
        ..good_user()
    };
    let theirs = ServiceUser {
        accounts: accounts(&["their-in", "both-in", "mine-out", "kept"]),
        ..good_user()
    };
    let mine = |draft: &mut Draft| draft.accounts = accounts(&["mine-in", "their-out", "kept", "both-in"]);
    let (draft, conflicts) = rebased(&base, mine, &theirs);
    assert_eq!(conflicts, []);
    assert_eq!(
        draft.accounts,
        accounts(&["mine-in", "kept", "both-in", "their-in"])
    );
}

#[test]
fn a_role_that_they_added_to_a_manager_that_i_took_out_is_a_fault_and_is_not_lost() {
    let base = ServiceUser {
        roles: ["signer", "viewer"].map(RoleId::new).into(),
        ..good_user()
    };
    let theirs = ServiceUser {
        roles: ["signer", "viewer", "lead"].map(RoleId::new).into(),
        ..good_user()
    };
    let mine = |draft: &mut Draft| {
        draft.managers = vec![ManagerCode::new("trust_lifecycle")];
        draft.roles = vec![RoleId::new("viewer")];
    };
    let (draft, _) = rebased(&base, mine, &theirs);
    assert_eq!(draft.roles, ["viewer", "lead"].map(RoleId::new));
    let mut tenant = Tenant::new();
    tenant.existing = Some(theirs);
    assert_eq!(
        fault_codes(&draft.review(&tenant.surroundings()).remarks.faults),
        ["role_of_unchosen_manager"]
    );
}

#[test]
fn a_manager_from_which_each_took_another_role_is_a_fault() {
    let with_roles = |roles: &[&str]| ServiceUser {
        roles: roles.iter().map(|id| RoleId::new(*id)).collect(),
        ..good_user()
    };
    let theirs = with_roles(&["lead"]);
    let mine = |draft: &mut Draft| draft.roles = vec![RoleId::new("signer")];
    let (draft, _) = rebased(&with_roles(&["signer", "lead"]), mine, &theirs);
    assert_eq!(draft.roles, []);
    let mut tenant = Tenant::new();
    tenant.existing = Some(theirs);
    assert_eq!(
        fault_codes(&draft.review(&tenant.surroundings()).remarks.faults),
        ["role_missing_for_manager"]
    );
}

/// One of a few, so that two that were made up are often alike.
fn text() -> impl Strategy<Value = String> {
    select(vec!["", "one", "two", "three"]).prop_map(str::to_owned)
}

fn ids() -> impl Strategy<Value = Vec<&'static str>> {
    vec(select(vec!["signer", "lead", "viewer", "hidden", "other"]), 0..5)
}

prop_compose! {
    fn user()(
        (friendly_name, description, email) in (text(), text(), text()),
        last_day in option::of(0_u32..3),
        accounts in ids(),
        roles in ids(),
        managers in vec(select(vec!["Software Trust", "Trust Lifecycle", "Device Trust"]), 0..3),
    ) -> ServiceUser {
        ServiceUser {
            friendly_name,
            description,
            email,
            end_date: last_day.and_then(|days| day("2026-03-01").plus_days(days)),
            accounts: accounts.into_iter().map(AccountId::new).collect(),
            roles: roles.into_iter().map(RoleId::new).collect(),
            managers: managers.into_iter().map(str::to_owned).collect(),
            ..good_user()
        }
    }
}

prop_compose! {
    /// Any draft, also one in which something is chosen twice.
    fn draft()(
        (friendly_name, description, email) in (text(), text(), text()),
        end_date in prop_oneof![
            Just(EndDateChoice::Unanswered),
            Just(EndDateChoice::NoEndDate),
            (0_u32..3).prop_map(|days| {
                let day = day("2026-03-01").plus_days(days).unwrap_or(UtcDay::MAX);
                EndDateChoice::Typed(day.to_string())
            }),
        ],
        accounts in ids(),
        managers in vec(select(vec!["software_trust", "trust_lifecycle"]), 0..3),
        roles in ids(),
    ) -> Draft {
        Draft {
            friendly_name,
            description,
            email,
            end_date,
            accounts: accounts.into_iter().map(AccountId::new).collect(),
            managers: managers.into_iter().map(ManagerCode::new).collect(),
            roles: roles.into_iter().map(RoleId::new).collect(),
        }
    }
}

/// What a set has to hold in the end: what neither took away and what either added.
fn expected<T: Clone + Ord>(base: &[T], theirs: &[T], mine: &[T]) -> BTreeSet<T> {
    let all = base.iter().chain(theirs).chain(mine);
    all.filter(|item| match base.contains(item) {
        true => theirs.contains(item) && mine.contains(item),
        false => true,
    })
    .cloned()
    .collect()
}

/// The value in the end, and whether there is a conflict.
fn expected_value<T: Clone + PartialEq>(base: &T, theirs: &T, mine: &T) -> (T, bool) {
    match (mine == base, theirs == base, mine == theirs) {
        (true, ..) => (theirs.clone(), false),
        (false, true, _) | (false, _, true) => (mine.clone(), false),
        (false, false, false) => (mine.clone(), true),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn rebasing_onto_an_unchanged_user_changes_nothing(base in user(), mine in draft()) {
        let mut draft = mine.clone();
        prop_assert_eq!(draft.rebase(&base, &base, &Tenant::new().roles), []);
        prop_assert_eq!(draft, mine);
    }

    #[test]
    fn rebasing_an_untouched_draft_gives_the_draft_of_theirs(base in user(), theirs in user()) {
        let roles = Tenant::new().roles;
        let mut draft = Draft::of(&base, &roles);
        prop_assert_eq!(draft.rebase(&base, &theirs, &roles), []);
        prop_assert_eq!(draft, Draft::of(&theirs, &roles));
    }

    #[test]
    fn rebasing_loses_nothing_that_neither_took_away_and_brings_nothing_back(
        base in user(),
        theirs in user(),
        mine in draft(),
    ) {
        let roles = Tenant::new().roles;
        let mut draft = mine.clone();
        draft.rebase(&base, &theirs, &roles);
        let (base, theirs) = (Draft::of(&base, &roles), Draft::of(&theirs, &roles));
        prop_assert_eq!(
            draft.accounts.iter().cloned().collect::<BTreeSet<_>>(),
            expected(&base.accounts, &theirs.accounts, &mine.accounts)
        );
        prop_assert_eq!(
            draft.managers.iter().cloned().collect::<BTreeSet<_>>(),
            expected(&base.managers, &theirs.managers, &mine.managers)
        );
        prop_assert_eq!(
            draft.roles.iter().cloned().collect::<BTreeSet<_>>(),
            expected(&base.roles, &theirs.roles, &mine.roles)
        );
    }

    #[test]
    fn every_value_is_one_of_the_two_and_every_conflict_is_told(base in user(), theirs in user(), mine in draft()) {
        let roles = Tenant::new().roles;
        let mut draft = mine.clone();
        let conflicts = draft.rebase(&base, &theirs, &roles);
        let (base, theirs) = (Draft::of(&base, &roles), Draft::of(&theirs, &roles));
        let texts = [
            (Field::FriendlyName, &draft.friendly_name, expected_value(&base.friendly_name, &theirs.friendly_name, &mine.friendly_name)),
            (Field::Description, &draft.description, expected_value(&base.description, &theirs.description, &mine.description)),
            (Field::Email, &draft.email, expected_value(&base.email, &theirs.email, &mine.email)),
        ];
        for (field, merged, (expected, is_conflict)) in texts {
            prop_assert_eq!(merged, &expected);
            prop_assert_eq!(conflicts.iter().any(|conflict| conflict.field() == field), is_conflict);
        }
        let (end_date, is_conflict) = expected_value(&base.end_date, &theirs.end_date, &mine.end_date);
        prop_assert_eq!(&draft.end_date, &end_date);
        prop_assert_eq!(conflicts.iter().any(|conflict| conflict.field() == Field::EndDate), is_conflict);
    }
}
