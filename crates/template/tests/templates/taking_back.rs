//! Taking back what a template set.

use service_user::{Draft, EndDateChoice, Field, ManagerCode, RoleId};
use template::TakenBack;

use crate::samples::{accounts, checked, full_draft, roles, today};

/// A draft in which somebody had typed a description, before and after a template that sets everything.
fn before_and_after() -> (Draft, Draft) {
    let before = Draft {
        description: "Typed before.".to_owned(),
        ..Draft::default()
    };
    let mut after = before.clone();
    checked(&full_draft()).apply(&mut after, &roles(), &accounts(), today());
    (before, after)
}

#[test]
fn an_untouched_draft_becomes_what_it_was() {
    let (before, after) = before_and_after();
    assert_ne!(before, after);
    let taken_back = TakenBack::of(&after, &before, &after);
    assert_eq!(taken_back.draft, before);
    assert!(taken_back.kept.is_empty());
}

#[test]
fn what_was_typed_since_then_stays_and_is_named() {
    let (before, after) = before_and_after();
    let mut present = after.clone();
    present.friendly_name.push_str("build");
    present.end_date = EndDateChoice::NoEndDate;
    present.accounts.clear();
    let taken_back = TakenBack::of(&present, &before, &after);
    assert_eq!(
        taken_back.draft,
        Draft {
            friendly_name: present.friendly_name,
            end_date: EndDateChoice::NoEndDate,
            ..before
        }
    );
    assert_eq!(
        taken_back.kept,
        [Field::FriendlyName, Field::EndDate, Field::Accounts]
    );
}

#[test]
fn what_the_template_did_not_set_stays_and_is_not_named() {
    let before = Draft::default();
    let after = Draft {
        email: "jane@example.com".to_owned(),
        ..Draft::default()
    };
    let present = Draft {
        friendly_name: "Typed since".to_owned(),
        ..after.clone()
    };
    let taken_back = TakenBack::of(&present, &before, &after);
    assert_eq!(taken_back.draft.friendly_name, "Typed since");
    assert_eq!(taken_back.draft.email, "");
    assert!(taken_back.kept.is_empty());
}

#[test]
fn managers_stay_with_the_roles_that_were_changed_since_then() {
    let (before, after) = before_and_after();
    let mut present = after.clone();
    present.roles.push(RoleId::new("r2"));
    let taken_back = TakenBack::of(&present, &before, &after);
    assert_eq!(taken_back.draft.managers, present.managers);
    assert_eq!(taken_back.draft.roles, present.roles);
    assert_eq!(taken_back.kept, [Field::Managers]);

    let mut present = after.clone();
    present.managers.push(ManagerCode::new("keylocker"));
    let taken_back = TakenBack::of(&present, &before, &after);
    assert_eq!(taken_back.draft.managers, present.managers);
    assert_eq!(taken_back.draft.roles, present.roles);
}
