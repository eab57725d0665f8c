//! What is typed into the form, and what an organisation sets.

use service_user::{
    Description, Draft, Email, EmailDomain, EndDateChoice, Fault, Field, FriendlyName, NamePattern,
    OrganisationPolicy, Remarks, Surroundings, TakenNames, UtcDay, has_token_shape,
};

use crate::answers::today;
use crate::shown_texts::assert_shown_well;

/// Reads the bytes as texts with an empty line between them: friendly name, description, end date, email, a name that is taken, a
/// pattern of names and a domain.
///
/// What a rule takes is made of what the rule allows, a suggestion is taken, and every message can be shown.
pub fn rules(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    let mut texts = text.split("\n\n").map(str::to_owned);
    let mut next = || texts.next().unwrap_or_default();
    let (name, description, end_date, email) = (next(), next(), next(), next());
    let (taken, pattern, domain) = (next(), next(), next());
    friendly_name(&name);
    described(&description);
    mailed(&email);
    if let Some(day) = UtcDay::parse(&end_date) {
        assert_eq!(day.to_string(), end_date);
    }
    assert!(!has_token_shape(&name) || name.len() == 91);
    let policy = OrganisationPolicy {
        name_patterns: NamePattern::parse(&pattern).into_iter().collect(),
        email_domains: EmailDomain::parse(&domain).into_iter().collect(),
        ..OrganisationPolicy::default()
    };
    let taken_names: TakenNames = [taken].into_iter().collect();
    let draft = Draft {
        friendly_name: name,
        description,
        end_date: EndDateChoice::Typed(end_date),
        email,
        ..Draft::default()
    };
    let surroundings = Surroundings {
        today: today(),
        taken_names: &taken_names,
        accounts: &[],
        roles: &[],
        caller_email: Some("admin@example.com"),
        policy: &policy,
        existing: None,
    };
    let review = draft.review(&surroundings);
    assert_said_well(&review.remarks);
    for fault in &review.remarks.faults {
        let Some(suggestion) = fault.suggestion() else {
            continue;
        };
        let mut corrected = draft.clone();
        match fault.field {
            Field::FriendlyName => corrected.friendly_name = suggestion.to_owned(),
            Field::Description => corrected.description = suggestion.to_owned(),
            Field::EndDate => corrected.end_date = EndDateChoice::Typed(suggestion.to_owned()),
            Field::Email => corrected.email = suggestion.to_owned(),
            Field::Accounts | Field::Managers | Field::Roles => continue,
        }
        let faults = corrected.review_field(fault.field, &surroundings).faults;
        assert!(
            faults.is_empty(),
            "{suggestion:?} is suggested and at fault: {faults:?}"
        );
    }
    // Nobody can be created without an account.
    assert!(review.request().is_err());
}

fn friendly_name(text: &str) {
    match FriendlyName::parse(text) {
        Ok(name) => {
            let is_allowed = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b' ' | b'-' | b'_');
            assert_eq!(name.as_str(), text);
            assert!(
                matches!(text.len(), 1..=64) && text.bytes().all(is_allowed),
                "{text:?}"
            );
            assert!(text.trim() == text && !text.contains("  "), "{text:?}");
        }
        Err(faults) => assert_suggested(&faults, |suggestion| FriendlyName::parse(suggestion).is_ok()),
    }
}

fn described(text: &str) {
    match Description::parse(text) {
        Ok(_) => {
            assert!(text.chars().count() <= Description::MAX_LENGTH);
            assert!(
                !text.replace(['\n', '\t'], "").contains(char::is_control),
                "{text:?}"
            );
        }
        Err(faults) => assert_suggested(&faults, |suggestion| Description::parse(suggestion).is_ok()),
    }
}

fn mailed(text: &str) {
    match Email::parse(text) {
        Ok(email) => {
            let email = email.as_str();
            assert!(
                email.len() <= 254 && email.bytes().all(|byte| byte.is_ascii_graphic()),
                "{email:?}"
            );
            let (local, domain) = email.split_once('@').expect("an @");
            assert!(matches!(local.len(), 1..=64) && !domain.is_empty(), "{email:?}");
            assert!(
                !email.contains(['"', '\'', '<', '>', '(', ')', ',', ';', ':', '\\']) || email.contains('\''),
                "{email:?}"
            );
        }
        Err(faults) => assert_suggested(&faults, |suggestion| Email::parse(suggestion).is_ok()),
    }
}

fn assert_suggested(faults: &[Fault], is_taken: impl Fn(&str) -> bool) {
    assert!(!faults.is_empty());
    for fault in faults {
        assert_shown_well(&fault.message());
        if let Some(suggestion) = fault.suggestion() {
            assert!(is_taken(suggestion), "{suggestion:?}");
        }
    }
}

fn assert_said_well(remarks: &Remarks) {
    for fault in &remarks.faults {
        assert_shown_well(&fault.message());
    }
    for warning in &remarks.warnings {
        assert_shown_well(&warning.message());
    }
}
