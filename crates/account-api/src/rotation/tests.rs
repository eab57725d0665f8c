use proptest::prelude::*;

use super::*;
use crate::AccessTokenStatus;

const TODAY: &str = "2026-11-24";

fn day(text: &str) -> UtcDay {
    UtcDay::parse(text).unwrap()
}

fn instant(seconds: i64) -> DateTime<Utc> {
    DateTime::from_timestamp(seconds, 0).unwrap()
}

/// A token that works, made at this second.
fn made_at(id: &str, seconds: i64) -> AccessToken {
    AccessToken {
        id: AccessTokenId::new(id),
        name: id.to_uppercase(),
        user_id: None,
        end_date: None,
        status: AccessTokenStatus::Active,
        created_at: Some(instant(seconds)),
        last_used_at: None,
    }
}

fn used_at(seconds: i64, token: AccessToken) -> AccessToken {
    AccessToken {
        last_used_at: Some(instant(seconds)),
        ..token
    }
}

fn disabled(token: AccessToken) -> AccessToken {
    AccessToken {
        status: AccessTokenStatus::Disabled,
        ..token
    }
}

fn expired(token: AccessToken) -> AccessToken {
    AccessToken {
        end_date: Some(day("2026-11-23")),
        ..token
    }
}

fn undated(token: AccessToken) -> AccessToken {
    AccessToken {
        created_at: None,
        ..token
    }
}

fn choosing(new: Option<&str>, old: Option<&str>) -> RotationChoice {
    RotationChoice {
        new: new.map(AccessTokenId::new),
        old: old.map(AccessTokenId::new),
    }
}

/// The ids that a part may be.
fn ids(part: &RotationPart) -> Vec<&str> {
    part.candidates().iter().map(|token| token.id.as_str()).collect()
}

/// The new one, the old one and the next step.
fn state(rotation: &Rotation) -> (Vec<&str>, Vec<&str>, RotationStep) {
    (ids(&rotation.new), ids(&rotation.old), rotation.next)
}

fn of(tokens: &[AccessToken]) -> Rotation {
    Rotation::of(tokens, &RotationChoice::default(), day(TODAY))
}

fn of_chosen(tokens: &[AccessToken], choice: &RotationChoice) -> Rotation {
    Rotation::of(tokens, choice, day(TODAY))
}

#[test]
fn a_rotation_has_yet_to_begin_with_one_token_or_none() {
    assert_eq!(state(&of(&[])), (vec![], vec![], RotationStep::Make));
    for token in [
        made_at("a", 1),
        disabled(made_at("a", 1)),
        expired(made_at("a", 1)),
    ] {
        assert_eq!(state(&of(&[token])), (vec![], vec!["a"], RotationStep::Make));
    }
}

#[test]
fn of_two_tokens_the_later_one_is_new_and_is_to_be_handed_over_until_it_is_used() {
    let (a, b) = (used_at(50, made_at("a", 1)), made_at("b", 2));
    let expected = (vec!["b"], vec!["a"], RotationStep::HandOver);
    assert_eq!(state(&of(&[a.clone(), b.clone()])), expected);
    assert_eq!(state(&of(&[b, a])), expected, "in the other order");
}

#[test]
fn once_the_new_one_is_used_and_the_old_one_no_more_the_old_one_is_to_be_disabled() {
    for old in [
        made_at("a", 1),
        used_at(40, made_at("a", 1)),
        used_at(50, made_at("a", 1)),
    ] {
        let rotation = of(&[old, used_at(50, made_at("b", 2))]);
        assert_eq!(state(&rotation), (vec!["b"], vec!["a"], RotationStep::Disable));
    }
}

#[test]
fn an_old_one_that_is_used_after_the_new_one_is_still_to_be_checked() {
    let rotation = of(&[used_at(60, made_at("a", 1)), used_at(50, made_at("b", 2))]);
    assert_eq!(state(&rotation), (vec!["b"], vec!["a"], RotationStep::Check));
    assert!(rotation.can_be_at(RotationStep::Disable), "whoever knows better");
    assert!(!rotation.can_be_at(RotationStep::Delete));
}

#[test]
fn an_old_one_that_no_longer_works_is_to_be_deleted() {
    for old in [disabled(made_at("a", 1)), expired(made_at("a", 1))] {
        for new in [made_at("b", 2), used_at(50, made_at("b", 2))] {
            let rotation = of(&[old.clone(), new]);
            assert_eq!(state(&rotation), (vec!["b"], vec!["a"], RotationStep::Delete));
            assert!(!rotation.can_be_at(RotationStep::Disable), "it is off already");
            assert!(rotation.can_be_at(RotationStep::HandOver));
        }
    }
}

#[test]
fn a_new_one_that_somebody_disabled_has_to_be_looked_at_before_anything_is_taken_away() {
    for old in [made_at("a", 1), disabled(made_at("a", 1))] {
        let rotation = of(&[old, disabled(used_at(50, made_at("b", 2)))]);
        assert_eq!(state(&rotation), (vec!["b"], vec!["a"], RotationStep::Check));
        assert!(!rotation.can_be_at(RotationStep::Disable));
        assert!(!rotation.can_be_at(RotationStep::Delete));
    }
}

#[test]
fn a_later_token_that_has_ended_is_no_new_one() {
    let rotation = of(&[made_at("a", 1), expired(made_at("b", 2))]);
    assert_eq!(state(&rotation), (vec![], vec!["b", "a"], RotationStep::Make));
    let rotation = of(&[made_at("a", 1), made_at("b", 2), expired(made_at("c", 3))]);
    assert_eq!(
        state(&rotation),
        (vec!["b"], vec!["a"], RotationStep::HandOver),
        "it is not replaced by an earlier one either"
    );
}

#[test]
fn a_token_that_ends_today_still_works() {
    let last_day = AccessToken {
        end_date: Some(day(TODAY)),
        ..made_at("a", 1)
    };
    assert_eq!(last_day.standing(day(TODAY)), Standing::Active);
    assert_eq!(of(&[last_day, made_at("b", 2)]).next, RotationStep::HandOver);
}

#[test]
fn a_status_that_is_not_known_counts_as_working() {
    let odd = AccessToken {
        status: AccessTokenStatus::Other("LOCKED".to_owned()),
        ..made_at("a", 1)
    };
    assert!(!odd.is_off(day(TODAY)));
    assert_eq!(
        of(&[odd, used_at(50, made_at("b", 2))]).next,
        RotationStep::Disable
    );
}

#[test]
fn of_several_old_ones_a_person_says_which() {
    let tokens = [
        made_at("a", 1),
        disabled(made_at("b", 2)),
        used_at(50, made_at("c", 3)),
    ];
    assert_eq!(
        state(&of(&tokens)),
        (vec!["c"], vec!["b", "a"], RotationStep::Disable)
    );
    assert_eq!(
        state(&of_chosen(&tokens, &choosing(None, Some("b")))),
        (vec!["c"], vec!["b"], RotationStep::Delete)
    );
    assert_eq!(
        state(&of_chosen(&tokens, &choosing(None, Some("a")))),
        (vec!["c"], vec!["a"], RotationStep::Disable)
    );
}

#[test]
fn whoever_replaces_the_newest_has_yet_to_make_another() {
    let tokens = [made_at("a", 1), used_at(50, made_at("b", 2))];
    assert_eq!(
        state(&of_chosen(&tokens, &choosing(None, Some("b")))),
        (vec![], vec!["b"], RotationStep::Make)
    );
}

#[test]
fn without_dates_of_making_a_person_says_which_is_new() {
    let tokens = [undated(made_at("a", 0)), undated(made_at("b", 0))];
    assert_eq!(
        state(&of(&tokens)),
        (vec!["a", "b"], vec!["a", "b"], RotationStep::Make)
    );
    assert_eq!(
        state(&of_chosen(&tokens, &choosing(Some("a"), None))),
        (vec!["a"], vec!["b"], RotationStep::HandOver)
    );
    assert_eq!(
        state(&of_chosen(&tokens, &choosing(None, Some("a")))),
        (vec!["b"], vec!["a"], RotationStep::HandOver),
        "of two, the other one is new"
    );
}

#[test]
fn two_that_were_made_in_the_same_second_are_not_told_apart() {
    let rotation = of(&[made_at("a", 1), made_at("b", 2), made_at("c", 2)]);
    assert_eq!(ids(&rotation.new), ["b", "c"]);
    assert_eq!(rotation.next, RotationStep::Make);
}

#[test]
fn one_with_a_date_is_told_from_one_without_by_nobody() {
    let rotation = of(&[made_at("a", 1), undated(made_at("b", 0))]);
    assert_eq!(ids(&rotation.new), ["a", "b"]);
}

#[test]
fn what_a_person_says_of_tokens_that_are_gone_does_not_count() {
    let tokens = [made_at("a", 1), made_at("b", 2)];
    let choice = choosing(Some("x"), Some("y"));
    assert_eq!(of_chosen(&tokens, &choice), of(&tokens));
    let both = choosing(Some("a"), Some("a"));
    assert_eq!(
        state(&of_chosen(&tokens, &both)),
        (vec!["b"], vec!["a"], RotationStep::HandOver),
        "one token is not both"
    );
}

#[test]
fn a_first_token_that_replaces_none_is_handed_over_and_checked_all_the_same() {
    let choice = choosing(Some("a"), None);
    let rotation = of_chosen(&[made_at("a", 1)], &choice);
    assert_eq!(state(&rotation), (vec!["a"], vec![], RotationStep::HandOver));
    let rotation = of_chosen(&[used_at(50, made_at("a", 1))], &choice);
    assert_eq!(state(&rotation), (vec!["a"], vec![], RotationStep::Check));
    assert!(
        !rotation.can_be_at(RotationStep::Disable),
        "there is nothing to disable"
    );
}

fn any_token(id: usize) -> impl Strategy<Value = AccessToken> {
    let status = prop_oneof![
        4 => Just(AccessTokenStatus::Active),
        2 => Just(AccessTokenStatus::Disabled),
        1 => Just(AccessTokenStatus::Other("LOCKED".to_owned())),
    ];
    let end_date = prop_oneof![
        Just(None),
        Just(Some("2026-11-23")),
        Just(Some(TODAY)),
        Just(Some("2027-01-12"))
    ];
    let when = || prop::option::of(0_i64..6);
    (status, end_date, when(), when()).prop_map(move |(status, end_date, created_at, last_used_at)| {
        AccessToken {
            status,
            end_date: end_date.map(day),
            created_at: created_at.map(instant),
            last_used_at: last_used_at.map(instant),
            ..made_at(&format!("t{id}"), 0)
        }
    })
}

fn any_tokens() -> impl Strategy<Value = Vec<AccessToken>> {
    (0_usize..6).prop_flat_map(|count| (0..count).map(any_token).collect::<Vec<_>>())
}

fn any_choice() -> impl Strategy<Value = RotationChoice> {
    let id = || prop::option::of((0_usize..7).prop_map(|id| AccessTokenId::new(format!("t{id}"))));
    (id(), id()).prop_map(|(new, old)| RotationChoice { new, old })
}

proptest! {
    #[test]
    fn nothing_is_taken_away_before_another_token_works(tokens in any_tokens(), choice in any_choice()) {
        let rotation = Rotation::of(&tokens, &choice, day(TODAY));
        if rotation.next >= RotationStep::Disable {
            let new = rotation.new.known().unwrap();
            prop_assert!(!new.is_off(day(TODAY)));
            prop_assert!(!ids(&rotation.old).is_empty());
            prop_assert!(!ids(&rotation.old).contains(&new.id.as_str()));
        }
        if rotation.can_be_at(RotationStep::Disable) {
            prop_assert!(!rotation.new.known().unwrap().is_off(day(TODAY)));
        }
        if rotation.can_be_at(RotationStep::Delete) {
            prop_assert!(rotation.old.known().unwrap().is_off(day(TODAY)), "a token that works is never deleted");
        }
    }

    #[test]
    fn the_order_of_the_list_does_not_count(tokens in any_tokens().prop_shuffle(), choice in any_choice()) {
        let mut sorted = tokens.clone();
        sorted.sort_by(|one, other| one.id.cmp(&other.id));
        let rotation = Rotation::of(&tokens, &choice, day(TODAY));
        prop_assert_eq!(rotation, Rotation::of(&sorted, &choice, day(TODAY)));
    }

    #[test]
    fn what_a_person_says_is_followed(tokens in any_tokens(), choice in any_choice()) {
        let rotation = Rotation::of(&tokens, &choice, day(TODAY));
        let is_there = |id: &Option<AccessTokenId>| tokens.iter().any(|token| Some(&token.id) == id.as_ref());
        if is_there(&choice.old) {
            prop_assert_eq!(rotation.old.known().map(|old| &old.id), choice.old.as_ref());
        }
        if is_there(&choice.new) && choice.new != choice.old {
            prop_assert_eq!(rotation.new.known().map(|new| &new.id), choice.new.as_ref());
        }
    }

    #[test]
    fn without_a_persons_word_the_old_one_was_not_made_after_the_new_one(tokens in any_tokens()) {
        let rotation = of(&tokens);
        if let (Some(new), Some(old)) = (rotation.new.known(), rotation.old.known()) {
            prop_assert!(!is_older(new, old));
        }
    }

    #[test]
    fn one_can_always_be_at_the_next_step_and_at_the_first(tokens in any_tokens(), choice in any_choice()) {
        let rotation = Rotation::of(&tokens, &choice, day(TODAY));
        prop_assert!(rotation.can_be_at(rotation.next), "{:?}", rotation);
        prop_assert!(rotation.can_be_at(RotationStep::Make));
    }

    #[test]
    fn what_is_unclear_is_among_at_least_two(tokens in any_tokens(), choice in any_choice()) {
        let rotation = Rotation::of(&tokens, &choice, day(TODAY));
        for part in [&rotation.new, &rotation.old] {
            if let RotationPart::Unclear(candidates) = part {
                prop_assert!(candidates.len() >= 2);
            }
        }
    }
}
