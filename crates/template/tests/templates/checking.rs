//! What a template can hold.

use service_user::Description;
use template::{EndDateRule, Template, TemplateDraft, TemplateFaultKind};

use crate::samples::{checked, full_draft, grant, largest, sentences, texts, token_like};

/// The sentences about the full draft with one change.
fn found(change: impl FnOnce(&mut TemplateDraft)) -> Vec<String> {
    let mut draft = full_draft();
    change(&mut draft);
    sentences(&draft.faults())
}

#[test]
fn a_template_that_sets_everything_has_no_fault_and_is_kept_as_it_was() {
    let template = checked(&full_draft());
    assert_eq!(template.as_draft(), &full_draft());
    assert_eq!(template.name(), "Release signing");
    assert_eq!(template.explanation(), "For the builds of a release.");
    assert_eq!(template.into_draft(), full_draft());
}

#[test]
fn a_single_field_is_enough() {
    let empty = TemplateDraft {
        name: "N".to_owned(),
        ..TemplateDraft::default()
    };
    let full = full_draft();
    for draft in [
        TemplateDraft {
            friendly_name_prefix: full.friendly_name_prefix,
            ..empty.clone()
        },
        TemplateDraft {
            description: full.description,
            ..empty.clone()
        },
        TemplateDraft {
            end_date: Some(EndDateRule::NoEndDate),
            ..empty.clone()
        },
        TemplateDraft {
            email: full.email,
            ..empty.clone()
        },
        TemplateDraft {
            accounts: full.accounts,
            ..empty.clone()
        },
        TemplateDraft {
            managers: vec![grant("KeyLocker", &[])],
            ..empty.clone()
        },
    ] {
        assert_eq!(draft.check().map(Template::into_draft), Ok(draft.clone()));
    }
    let explained = TemplateDraft {
        explanation: "Nothing.".to_owned(),
        ..empty
    };
    assert_eq!(
        sentences(&explained.faults()),
        ["The template sets nothing. Set at least one field of the form."]
    );
}

#[test]
fn every_fault_is_found_at_once_and_says_where_it_is() {
    let draft = TemplateDraft {
        name: " \u{A0}".to_owned(),
        explanation: "one\ntwo".to_owned(),
        friendly_name_prefix: "svc.".to_owned(),
        description: "left\u{202E}right".to_owned(),
        end_date: Some(EndDateRule::DaysFromToday(EndDateRule::MAX_DAYS + 1)),
        email: "jane".to_owned(),
        accounts: texts(&["Acme", " Acme", "Acme"]),
        managers: vec![
            grant("CA\u{200B}Manager", &["", "Signer", "Signer"]),
            grant("KeyLocker", &[&token_like()]),
            grant("KeyLocker", &[]),
        ],
    };
    assert_eq!(
        sentences(&draft.faults()),
        [
            "name: Enter a name.",
            "explanation: The explanation has LINE FEED (U+000A) at position 4. It shows as nothing, or changes how the \
             rest reads; leave it out.",
            "friendlyNamePrefix: The character “.” at position 4 cannot be used in a friendly name. Use only the letters A \
             to Z and a to z, numbers, spaces, dashes (-) and underscores (_).",
            "description: The description has RIGHT-TO-LEFT OVERRIDE (U+202E) at position 5. It shows as nothing, or \
             changes how the rest reads; leave it out.",
            "endDate.daysFromToday: Write a whole number of days from 0 to 36525.",
            "email: The email has no @. Write it in full, such as name@example.com.",
            "accounts[1]: The account's name begins or ends with a space. Leave it out.",
            "accounts[2]: The same name stands at accounts[0]. Leave one out, or choose a different name.",
            "managers[0].manager: The Manager's name has ZERO WIDTH SPACE (U+200B) at position 3. It shows as nothing, or \
             changes how the rest reads; leave it out.",
            "managers[0].roles[0]: The role's name is empty. Fill it in, or leave it out.",
            "managers[0].roles[2]: The same name stands at managers[0].roles[1]. Leave one out, or choose a different name.",
            "managers[1].roles[0]: There is something in it that looks like a token ID. Templates are shared; take it out, \
             and if it is a token in use, replace that.",
            "managers[2].manager: The same name stands at managers[1].manager. Leave one out, or choose a different name.",
        ]
    );
}

#[test]
fn the_limits_are_exact() {
    assert_eq!(sentences(&largest().faults()), [""; 0]);
    let beyond = |change: fn(&mut TemplateDraft)| {
        let mut draft = largest();
        change(&mut draft);
        sentences(&draft.faults())
    };
    assert_eq!(
        beyond(|draft| draft.name.push('x')),
        ["name: The name has 65 characters and can have 64. Leave out at least 1."]
    );
    assert_eq!(
        beyond(|draft| draft.explanation.push('x')),
        ["explanation: The explanation has 501 characters and can have 500. Leave out at least 1."]
    );
    assert_eq!(
        beyond(|draft| draft.friendly_name_prefix.push('x')),
        [
            "friendlyNamePrefix: The beginning of the friendly name has 64 characters and can have 63. Leave out at least 1."
        ]
    );
    assert_eq!(
        beyond(|draft| draft.description.push('x')),
        ["description: The description has 256 characters and can have 255. Leave out at least 1."]
    );
    assert_eq!(
        beyond(|draft| draft.email.push('x')),
        ["email: The email is 255 bytes long and can be 254. Use a shorter address."]
    );
    assert_eq!(
        beyond(|draft| draft.accounts.push("One more".to_owned())),
        ["accounts: There are 51 of them and there can be 50. Leave out at least 1."]
    );
    assert_eq!(
        beyond(|draft| draft.managers.push(grant("One more", &[]))),
        ["managers: There are 11 of them and there can be 10. Leave out at least 1."]
    );
    assert_eq!(
        beyond(|draft| draft.managers[3].roles.push("One more".to_owned())),
        ["managers[3].roles: There are 31 of them and there can be 30. Leave out at least 1."]
    );
    assert_eq!(
        beyond(|draft| draft.managers[3].roles[5].push('x')),
        ["managers[3].roles[5]: The role's name has 129 characters and can have 128. Leave out at least 1."]
    );
}

#[test]
fn a_name_can_be_in_any_script_but_hides_nothing() {
    for name in [
        "Ø",
        "田中さん",
        "пользователь",
        "e\u{301}",
        "🚀 Release",
        "a  b",
        "<b>",
        "\"'\\",
    ] {
        assert_eq!(found(|draft| draft.name = name.to_owned()), [""; 0], "{name:?}");
        assert_eq!(
            found(|draft| draft.managers[0].roles[0] = name.to_owned()),
            [""; 0],
            "{name:?}"
        );
    }
    for hidden in [
        '\0',
        '\t',
        '\n',
        '\r',
        '\u{1B}',
        '\u{7F}',
        '\u{85}',
        '\u{A0}',
        '\u{AD}',
        '\u{61C}',
        '\u{200B}',
        '\u{200C}',
        '\u{200D}',
        '\u{200E}',
        '\u{2028}',
        '\u{202E}',
        '\u{2066}',
        '\u{3000}',
        '\u{FE0F}',
        '\u{FEFF}',
        '\u{E000}',
        '\u{E0041}',
        '\u{E0101}',
        '\u{10FFFF}',
    ] {
        for change in [
            (|draft, name| draft.name = name) as fn(&mut TemplateDraft, String),
            |draft, name| draft.accounts[1] = name,
            |draft, name| draft.managers[1].manager = name,
            |draft, name| draft.managers[0].roles[0] = name,
        ] {
            let mut draft = full_draft();
            change(&mut draft, format!("a{hidden}b"));
            let faults = draft.faults();
            let kinds: Vec<&TemplateFaultKind> = faults.iter().map(|fault| &fault.kind).collect();
            let (character, position) = (hidden, 2);
            assert_eq!(
                kinds,
                [&TemplateFaultKind::ForbiddenCharacter { character, position }]
            );
        }
    }
}

#[test]
fn prose_keeps_what_scripts_and_emoji_need() {
    for prose in [
        "می\u{200C}خواهم",
        "👩\u{200D}💻 ⚙\u{FE0F}",
        "e\u{301}",
        "prix\u{A0}: 3",
        "“quoted” – מילה",
    ] {
        assert_eq!(
            found(|draft| draft.explanation = prose.to_owned()),
            [""; 0],
            "{prose:?}"
        );
        assert_eq!(
            found(|draft| draft.description = prose.to_owned()),
            [""; 0],
            "{prose:?}"
        );
    }
    for hidden in [
        "\u{202A}",
        "\u{2067}",
        "\u{200F}",
        "\u{200B}",
        "\u{AD}",
        "\u{E0041}",
        "\u{F0000}",
        "\0",
        "\r",
    ] {
        let text = format!("a{hidden}");
        assert_eq!(
            found(|draft| draft.explanation = text.clone()).len(),
            1,
            "{hidden:?}"
        );
        assert_eq!(
            found(|draft| draft.description = text.clone()).len(),
            1,
            "{hidden:?}"
        );
    }
}

#[test]
fn a_description_keeps_the_rules_of_the_form() {
    assert_eq!(
        found(|draft| draft.description = format!("\r{}", "x".repeat(Description::MAX_LENGTH))),
        [
            "description: The character CARRIAGE RETURN (U+000D) at position 1 cannot be used in a description. It shows as \
             nothing; leave it out.",
            "description: The description has 256 characters and can have 255. Leave out at least 1."
        ]
    );
}

#[test]
fn what_looks_like_a_token_is_refused_wherever_it_fits() {
    let token = token_like();
    for text in [
        token.clone(),
        format!("key {token}"),
        format!("é{token}f"),
        format!("__{token}_"),
    ] {
        for change in [
            (|draft, text| draft.explanation = text) as fn(&mut TemplateDraft, String),
            |draft, text| draft.description = text,
            |draft, text| draft.accounts[0] = text,
            |draft, text| draft.managers[0].manager = text,
            |draft, text| draft.managers[0].roles[0] = text,
        ] {
            let mut draft = full_draft();
            change(&mut draft, text.clone());
            let kinds: Vec<TemplateFaultKind> = draft.faults().into_iter().map(|fault| fault.kind).collect();
            assert_eq!(kinds, [TemplateFaultKind::LooksLikeToken], "{text}");
        }
        for change in [
            (|draft, text| draft.name = text) as fn(&mut TemplateDraft, String),
            |draft, text| draft.friendly_name_prefix = text,
            |draft, text| draft.email = format!("{text}@example.com"),
        ] {
            let mut draft = full_draft();
            change(&mut draft, text.clone());
            assert!(draft.check().is_err(), "{text}");
        }
    }
    let nearly = token.replace('_', "-");
    assert_eq!(found(|draft| draft.explanation = nearly), [""; 0]);
}

#[test]
fn what_begins_a_friendly_name_can_be_gone_on_with() {
    for prefix in ["svc-", "CI ", "x", "_", "a b c "] {
        assert_eq!(
            found(|draft| draft.friendly_name_prefix = prefix.to_owned()),
            [""; 0],
            "{prefix:?}"
        );
    }
    for prefix in [" ", " a", "a  ", "a  b", "é", "svc.", "a\n"] {
        assert_ne!(
            found(|draft| draft.friendly_name_prefix = prefix.to_owned()),
            [""; 0],
            "{prefix:?}"
        );
    }
}

#[test]
fn a_fault_tells_which_member_it_is_about() {
    let draft = TemplateDraft {
        name: String::new(),
        managers: vec![grant("CA Manager", &[""])],
        ..TemplateDraft::default()
    };
    let faults = draft.faults();
    let places: Vec<(bool, bool)> = faults
        .iter()
        .map(|fault| (fault.place.is_in("name"), fault.place.is_in("managers")))
        .collect();
    assert_eq!(places, [(true, false), (false, true)]);
    assert_eq!(faults[0].message(), "Enter a name.");
}
