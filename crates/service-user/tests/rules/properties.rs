//! What holds for every draft, with drafts that are made up at random.

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;
use service_user::{
    AccountId, Description, Draft, Email, EndDate, EndDateChoice, EndDatePreset, Fault, FaultKind, Field,
    FriendlyName, ManagerCode, OrganisationPolicy, Remarks, RoleId, ServiceUser, ServiceUserRequest,
    Surroundings, TakenNames, UtcDay,
};

use crate::hostile_texts::hostile_texts;
use crate::policy::policies;
use crate::tenant::{Tenant, good_draft, good_user};

/// Any text, often a hostile one, often one that is nearly right.
fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        2 => any::<String>(),
        2 => select(hostile_texts()),
        2 => "[ -~éß–\u{200B}\u{202E}\t\n]{0,80}",
        2 => "[A-Za-z0-9 _-]{0,70}",
        1 => "[a-z. @_-]{0,20}@[a-z.-]{0,20}",
        1 => "[0-9]{1,4}[-/. ][0-9]{1,2}[-/. ][0-9]{1,4}",
    ]
}

fn end_date() -> impl Strategy<Value = EndDateChoice> {
    prop_oneof![
        1 => Just(EndDateChoice::Unanswered),
        1 => Just(EndDateChoice::NoEndDate),
        2 => text().prop_map(EndDateChoice::Typed),
        2 => utc_day().prop_map(|day| EndDateChoice::Typed(day.to_string())),
    ]
}

/// Any day of the calendar.
fn utc_day() -> impl Strategy<Value = UtcDay> {
    (0_u32..3_652_059).prop_filter_map("past the calendar", |days| UtcDay::MIN.plus_days(days))
}

fn ids(known: &'static [&'static str]) -> impl Strategy<Value = Vec<String>> {
    vec(
        prop_oneof![8 => select(known).prop_map(str::to_owned), 1 => text()],
        0..5,
    )
}

prop_compose! {
    /// A good draft in which any of the fields may have been made up anew.
    fn draft()(
        friendly_name in option::of(text()),
        description in option::of(text()),
        end_date in option::of(end_date()),
        email in option::of(text()),
        accounts in option::of(ids(&["acme", "asleep", "over", "to-come", "open"])),
        managers in option::of(ids(&["software_trust", "trust_lifecycle"])),
        roles in option::of(ids(&["signer", "lead", "viewer"])),
    ) -> Draft {
        let good = good_draft();
        let all = |ids: Vec<String>| ids.into_iter();
        Draft {
            friendly_name: friendly_name.unwrap_or(good.friendly_name),
            description: description.unwrap_or(good.description),
            end_date: end_date.unwrap_or(good.end_date),
            email: email.unwrap_or(good.email),
            accounts: accounts.map_or(good.accounts, |ids| all(ids).map(AccountId::new).collect()),
            managers: managers.map_or(good.managers, |ids| all(ids).map(ManagerCode::new).collect()),
            roles: roles.map_or(good.roles, |ids| all(ids).map(RoleId::new).collect()),
        }
    }
}

prop_compose! {
    /// An existing user that has anything, known or not, but often what a draft of it would have by chance.
    fn user()(
        (friendly_name, description, email) in (option::of(text()), option::of(text()), option::of(text())),
        end_date in option::of(option::of(utc_day())),
        accounts in option::of(ids(&["acme", "asleep", "hidden", "gone"])),
        roles in option::of(ids(&["signer", "lead", "viewer", "hidden", "gone"])),
        managers in option::of(ids(&["Software Trust", "trust lifecycle", "Device Trust", "software_trust"])),
    ) -> ServiceUser {
        let good = good_user();
        ServiceUser {
            friendly_name: friendly_name.unwrap_or(good.friendly_name),
            description: description.unwrap_or(good.description),
            email: email.unwrap_or(good.email),
            end_date: end_date.unwrap_or(good.end_date),
            accounts: accounts.map_or(good.accounts, |ids| ids.into_iter().map(AccountId::new).collect()),
            roles: roles.map_or(good.roles, |ids| ids.into_iter().map(RoleId::new).collect()),
            managers: managers.unwrap_or(good.managers),
            ..good_user()
        }
    }
}

/// A draft of the user in which some of the fields are those of another draft.
fn changed_draft(user: &ServiceUser, other: Draft, taken: &[bool; 7]) -> Draft {
    let own = Draft::of(user, &Tenant::new().roles);
    let [name, description, end_date, email, accounts, managers, roles] = *taken;
    Draft {
        friendly_name: if name {
            other.friendly_name
        } else {
            own.friendly_name
        },
        description: if description {
            other.description
        } else {
            own.description
        },
        end_date: if end_date { other.end_date } else { own.end_date },
        email: if email { other.email } else { own.email },
        accounts: if accounts { other.accounts } else { own.accounts },
        managers: if managers { other.managers } else { own.managers },
        roles: if roles { other.roles } else { own.roles },
    }
}

/// What is changed is at fault exactly if it would be in a draft of a new user; of what is kept, an account or a role that
/// the user has is not.
fn assert_changes_meet_every_rule(tenant: &Tenant, user: &ServiceUser, draft: &Draft) {
    let changing = Surroundings {
        existing: Some(user),
        ..tenant.surroundings()
    };
    let creating = tenant.surroundings();
    let kinds = |field, surroundings: &Surroundings<'_>| -> Vec<FaultKind> {
        let faults = draft.review_field(field, surroundings).faults;
        faults.into_iter().map(|fault| fault.kind).collect()
    };
    let own = Draft::of(user, &tenant.roles);
    for (field, is_changed) in [
        (Field::FriendlyName, own.friendly_name != draft.friendly_name),
        (Field::Description, own.description != draft.description),
        (Field::EndDate, own.end_date != draft.end_date),
        (Field::Email, own.email != draft.email),
    ] {
        let (found, expected) = (kinds(field, &changing), kinds(field, &creating));
        match is_changed {
            true => assert_eq!(found.is_empty(), expected.is_empty(), "{field:?}"),
            false => assert!(found.iter().all(|kind| *kind == FaultKind::Missing), "{field:?}"),
        }
    }
    for field in [Field::Accounts, Field::Roles] {
        let mut expected = kinds(field, &creating);
        expected.retain(|kind| match kind {
            FaultKind::UnknownAccount { id } => !user.accounts.contains(id),
            FaultKind::UnknownRole { id } => !user.roles.contains(id),
            _ => true,
        });
        assert_eq!(kinds(field, &changing), expected, "{field:?}");
    }
}

/// The draft with the field's text replaced by what its faults suggest, if they suggest anything.
pub(crate) fn with_suggestion(draft: &Draft, field: Field, remarks: &Remarks) -> Option<Draft> {
    let suggestion = remarks.faults.first()?.suggestion()?.to_owned();
    let draft = draft.clone();
    match field {
        Field::FriendlyName => Some(Draft {
            friendly_name: suggestion,
            ..draft
        }),
        Field::Description => Some(Draft {
            description: suggestion,
            ..draft
        }),
        Field::EndDate => Some(Draft {
            end_date: EndDateChoice::Typed(suggestion),
            ..draft
        }),
        Field::Email => Some(Draft {
            email: suggestion,
            ..draft
        }),
        Field::Accounts | Field::Managers | Field::Roles => None,
    }
}

/// Everything that has to hold for a draft, whatever is in it.
pub(crate) fn assert_sound(tenant: &Tenant, draft: &Draft) {
    let surroundings = tenant.surroundings();
    let review = draft.review(&surroundings);

    let mut field_by_field = Remarks::default();
    for field in Field::ALL {
        let remarks = draft.review_field(field, &surroundings);
        assert!(remarks.faults.iter().all(|fault| fault.field == field));
        assert!(remarks.warnings.iter().all(|warning| warning.field == field));
        assert!(
            remarks
                .faults
                .iter()
                .all(|fault| !fault.message().is_empty() && !fault.code().is_empty())
        );
        assert!(
            remarks
                .warnings
                .iter()
                .all(|warning| !warning.message().is_empty())
        );

        match with_suggestion(draft, field, &remarks) {
            Some(mended) => {
                let faults = mended.review_field(field, &surroundings).faults;
                assert_eq!(faults, [], "the suggestion of {field:?} has to pass its rule");
                assert_ne!(
                    &mended, draft,
                    "the suggestion of {field:?} has to change something"
                );
            }
            None if matches!(field, Field::Accounts | Field::Managers | Field::Roles) => {
                assert!(remarks.faults.iter().all(|fault| fault.suggestion().is_none()));
            }
            None => {}
        }
        field_by_field.faults.extend(remarks.faults);
        field_by_field.warnings.extend(remarks.warnings);
    }
    assert_eq!(
        review.remarks, field_by_field,
        "the fields have to agree with the whole"
    );

    let faults = review.remarks.faults.clone();
    match review.request() {
        Ok(request) => {
            assert_eq!(faults, [], "a request exists only without faults");
            let (name, description) = (request.friendly_name(), request.description());
            assert_eq!(name.as_str(), draft.friendly_name);
            assert_eq!(description.as_str(), draft.description);
            assert_eq!(request.email().as_str(), draft.email);
            let changed = |field| is_changed(tenant, draft, field);
            if changed(Field::FriendlyName) {
                assert_eq!(FriendlyName::parse(name.as_str()).as_ref(), Ok(name));
            }
            if changed(Field::Description) {
                assert_eq!(Description::parse(description.as_str()).as_ref(), Ok(description));
            }
            if changed(Field::Email) {
                let email = request.email();
                assert_eq!(Email::parse(email.as_str()).as_ref(), Ok(email));
            }
            if changed(Field::EndDate) {
                let last_day = request.end_date().last_day();
                assert!(last_day.is_none_or(|last_day| last_day >= tenant.today));
            }
            assert_within_policy(tenant, draft, &request);
        }
        Err(returned) => {
            assert_ne!(faults, [], "without faults there is a request");
            assert_eq!(returned, faults);
        }
    }
}

/// Whether the field differs from what the existing user has; where there is none, it does.
fn is_changed(tenant: &Tenant, draft: &Draft, field: Field) -> bool {
    let Some(user) = &tenant.existing else { return true };
    let own = Draft::of(user, &tenant.roles);
    match field {
        Field::FriendlyName => own.friendly_name != draft.friendly_name,
        Field::Description => own.description != draft.description,
        Field::EndDate => own.end_date != draft.end_date,
        Field::Email => own.email != draft.email,
        Field::Accounts => own.accounts != draft.accounts,
        Field::Managers => own.managers != draft.managers,
        Field::Roles => own.roles != draft.roles,
    }
}

/// What an organisation asks holds for everything that is new in a request.
fn assert_within_policy(tenant: &Tenant, draft: &Draft, request: &ServiceUserRequest) {
    let OrganisationPolicy {
        longest_life_days,
        name_patterns,
        email_domains,
    } = &tenant.policy;
    let (name, domain) = (request.friendly_name().as_str(), request.email().domain());
    let kept = |field| !is_changed(tenant, draft, field);
    assert!(
        kept(Field::EndDate)
            || longest_life_days.is_none_or(|longest| {
                let last_day = request.end_date().last_day();
                last_day.is_some_and(|last_day| tenant.today.days_until(last_day) <= i64::from(longest))
            })
    );
    assert!(
        kept(Field::FriendlyName)
            || name_patterns.is_empty()
            || name_patterns.iter().any(|pattern| pattern.matches(name))
    );
    assert!(
        kept(Field::Email)
            || email_domains.is_empty()
            || email_domains.iter().any(|allowed| allowed.matches(domain))
    );
}

/// The codes of what an organisation asks.
const OF_THE_ORGANISATION: [&str; 4] = [
    "name_outside_patterns",
    "end_date_required",
    "end_date_too_late",
    "email_domain_not_allowed",
];

/// The organisation's fault is the last one of its field, and the rest is what would be said without the organisation; only who
/// has to choose an end date is not asked whether they want one.
fn assert_policy_only_adds(tenant: &Tenant, draft: &Draft) {
    let free = OrganisationPolicy::default();
    let unasked = Surroundings {
        policy: &free,
        ..tenant.surroundings()
    };
    for field in Field::ALL {
        let codes = |surroundings: &Surroundings<'_>| -> Vec<&'static str> {
            let faults = draft.review_field(field, surroundings).faults;
            faults.iter().map(Fault::code).collect()
        };
        let (mut own, all) = (codes(&unasked), codes(&tenant.surroundings()));
        own.retain(|code| *code != "end_date_unanswered" || !all.contains(&"end_date_required"));
        assert!(all.starts_with(&own), "the field's own faults come first");
        let (_, added) = all.split_at(own.len());
        assert!(added.len() <= 1);
        assert!(added.iter().all(|code| OF_THE_ORGANISATION.contains(code)));
        assert!(added.is_empty() || !own.contains(&"missing"));
    }
}

fn is_leap(year: u32) -> bool {
    year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400))
}

fn days_in(year: u32, month: u32) -> u32 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if is_leap(year) => 29,
        2 => 28,
        1..=12 => 31,
        _ => 0,
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_review_never_panics_and_every_suggestion_passes(draft in draft()) {
        assert_sound(&Tenant::new(), &draft);
    }

    #[test]
    fn a_review_is_as_sound_under_any_policy(draft in draft(), policy in policies()) {
        let mut tenant = Tenant::new();
        tenant.policy = policy;
        assert_sound(&tenant, &draft);
        assert_policy_only_adds(&tenant, &draft);
    }

    #[test]
    fn a_review_does_not_depend_on_a_tidy_tenant(
        draft in draft(),
        names in vec(text(), 0..5),
        today in utc_day(),
        caller in option::of(text()),
        policy in policies(),
    ) {
        let mut tenant = Tenant::new();
        tenant.today = today;
        tenant.policy = policy;
        tenant.taken_names = names.into_iter().chain([draft.friendly_name.clone()]).collect();
        assert_sound(&tenant, &draft);
        let surroundings = Surroundings { caller_email: caller.as_deref(), ..tenant.surroundings() };
        prop_assert!(draft.review(&surroundings).request().is_err(), "the name is taken");
    }

    #[test]
    fn a_review_is_as_sound_for_a_user_that_exists(
        user in user(),
        other in draft(),
        taken in any::<[bool; 7]>(),
        names in vec(text(), 0..3),
        policy in policies(),
    ) {
        let mut tenant = Tenant::new();
        tenant.policy = policy;
        let draft = changed_draft(&user, other, &taken);
        tenant.taken_names = names.into_iter().filter(|name| *name != user.friendly_name).collect();
        assert_changes_meet_every_rule(&tenant, &user, &draft);
        tenant.taken_names.insert(user.friendly_name.clone());
        tenant.existing = Some(user);
        assert_sound(&tenant, &draft);
    }

    #[test]
    fn a_user_that_is_left_as_it_is_lacks_at_most_what_is_required(
        user in user(),
        today in utc_day(),
        policy in policies(),
        known_roles in 0_usize..=3,
    ) {
        let mut tenant = Tenant::new();
        tenant.today = today;
        tenant.policy = policy;
        tenant.accounts.clear();
        tenant.roles.truncate(known_roles);
        tenant.taken_names.insert(user.friendly_name.clone());
        let draft = Draft::of(&user, &tenant.roles);
        tenant.existing = Some(user.clone());
        assert_sound(&tenant, &draft);
        match draft.review(&tenant.surroundings()).request() {
            Ok(request) => prop_assert!(user.is_as_requested(&request)),
            Err(faults) => for fault in faults {
                let required = ["missing", "account_missing", "manager_missing", "role_missing_for_manager"];
                prop_assert!(required.contains(&fault.code()), "{fault:?}");
            },
        }
    }

    #[test]
    fn a_suggested_name_is_not_taken_in_any_case(name in text(), count in 0_usize..40, policy in policies()) {
        let mut tenant = Tenant::new();
        tenant.policy = policy;
        tenant.taken_names = TakenNames::new();
        let mut typed = name;
        // Each suggestion is taken at once, in another case, so that the next one has to be different.
        for _ in 0..count {
            let draft = Draft { friendly_name: typed.clone(), ..good_draft() };
            tenant.taken_names.insert(typed.clone());
            let remarks = tenant.remarks(&draft, Field::FriendlyName);
            let Some(mended) = with_suggestion(&draft, Field::FriendlyName, &remarks) else { break };
            prop_assert_eq!(tenant.remarks(&mended, Field::FriendlyName), Remarks::default());
            tenant.taken_names.insert(mended.friendly_name.to_ascii_uppercase());
            typed = mended.friendly_name;
        }
    }

    #[test]
    fn every_address_of_the_whatwg_rule_is_taken(
        email in "[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[a-zA-Z0-9]([a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(\\.[a-zA-Z0-9]([a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?){0,3}"
    ) {
        let fits = email.len() <= 254;
        prop_assert_eq!(Email::parse(&email).is_ok(), fits);
    }

    #[test]
    fn no_address_with_a_character_outside_the_whatwg_rule_is_taken(
        before in "[a-z]{1,5}",
        character in any::<char>().prop_filter("outside the rule", |character| {
            !character.is_ascii_alphanumeric() && !".!#$%&'*+/=?^_`{|}~-".contains(*character)
        }),
        after in "[a-z]{1,5}",
    ) {
        let local = [&before, character.to_string().as_str(), &after, "@example.com"].concat();
        let domain = ["jane@", &before, character.to_string().as_str(), &after, ".com"].concat();
        prop_assert!(Email::parse(&local).is_err());
        prop_assert!(Email::parse(&domain).is_err());
    }

    #[test]
    fn a_name_is_taken_exactly_when_it_has_the_shape_of_one(name in "[a-b \\-_.]{0,6}") {
        let shape = !name.is_empty() && !name.contains('.') && !name.contains("  ") && name.trim() == name;
        prop_assert_eq!(FriendlyName::parse(&name).is_ok(), shape);
    }

    #[test]
    fn a_day_comes_back_as_it_was_written(day in utc_day()) {
        let text = day.to_string();
        prop_assert_eq!(text.len(), 10);
        prop_assert_eq!(UtcDay::parse(&text), Some(day));
        prop_assert_eq!(UtcDay::from_date(day.date()), day);
        prop_assert_eq!(day.last_instant().date_naive(), day.date());
    }

    #[test]
    fn the_calendar_is_the_gregorian_one(year in 0_u32..=10_000, month in 0_u32..=13, day in 0_u32..=32) {
        let text = format!("{year:04}-{month:02}-{day:02}");
        let exists = (1..=9999).contains(&year) && (1..=days_in(year, month)).contains(&day);
        prop_assert_eq!(UtcDay::parse(&text).map(|parsed| parsed.to_string()), exists.then_some(text));
    }

    #[test]
    fn days_are_counted_alike_forwards_and_back(day in utc_day(), days in 0_u32..4_000_000) {
        match day.plus_days(days) {
            Some(later) => {
                prop_assert_eq!(day.days_until(later), i64::from(days));
                prop_assert_eq!(later.days_until(day), -i64::from(days));
            }
            None => prop_assert!(day.days_until(UtcDay::MAX) < i64::from(days)),
        }
    }

    #[test]
    fn an_end_date_is_taken_exactly_from_today_on(today in utc_day(), last_day in utc_day()) {
        let choice = EndDateChoice::Typed(last_day.to_string());
        let expected = (last_day >= today).then_some(EndDate::LastDay(last_day));
        prop_assert_eq!(EndDate::parse(&choice, today).ok(), expected);
    }

    #[test]
    fn a_preset_is_always_an_end_date(today in utc_day()) {
        for preset in EndDatePreset::ALL {
            let choice = EndDateChoice::Typed(preset.last_day(today).to_string());
            prop_assert!(EndDate::parse(&choice, today).is_ok());
        }
    }
}
