use service_user::{Draft, Fault, FaultKind, Field, FriendlyName, Remarks, TakenNames};

use crate::tenant::{Tenant, fault_codes, good_draft, shared_suggestion, warning_codes};

fn remarks_on(name: &str) -> Remarks {
    let draft = Draft {
        friendly_name: name.to_owned(),
        ..good_draft()
    };
    Tenant::new().remarks(&draft, Field::FriendlyName)
}

fn codes(name: &str) -> Vec<&'static str> {
    fault_codes(&remarks_on(name).faults)
}

fn suggestion(name: &str) -> Option<String> {
    shared_suggestion(&remarks_on(name).faults)
}

#[test]
fn letters_numbers_spaces_dashes_and_underscores_are_a_name() {
    for name in [
        "a",
        "CI signer",
        "ci-signer_2",
        "-",
        "_",
        "0",
        "A-B C_D 9",
        &"x".repeat(64),
    ] {
        assert_eq!(remarks_on(name), Remarks::default(), "{name}");
        assert_eq!(
            FriendlyName::parse(name).map(|parsed| parsed.as_str().to_owned()),
            Ok(name.to_owned())
        );
    }
}

#[test]
fn an_empty_name_is_missing_and_nothing_else() {
    for name in ["", " ", "   "] {
        assert_eq!(codes(name), ["missing"], "{name:?}");
        assert_eq!(suggestion(name), None);
    }
    assert_eq!(remarks_on("").faults[0].message(), "Enter a friendly name.");
}

#[test]
fn a_name_with_a_dot_names_the_dot() {
    let faults = remarks_on("api.example.com").faults;
    assert_eq!(
        faults.iter().map(|fault| fault.kind.clone()).collect::<Vec<_>>(),
        [FaultKind::ForbiddenCharacter {
            character: '.',
            position: 4
        }]
    );
    assert_eq!(
        faults[0].message(),
        "The character “.” at position 4 cannot be used in a friendly name. Use only the letters A to Z and a to z, \
         numbers, spaces, dashes (-) and underscores (_)."
    );
    assert_eq!(faults[0].suggestion(), Some("api-example-com"));
}

#[test]
fn positions_count_characters_and_not_bytes() {
    let faults = remarks_on("ééé.").faults;
    assert!(faults.iter().any(|fault| fault.kind
        == FaultKind::ForbiddenCharacter {
            character: '.',
            position: 4
        }));
}

#[test]
fn a_character_that_cannot_be_seen_is_called_by_its_name() {
    for (name, shown) in [
        ("CI\u{200B}signer", "ZERO WIDTH SPACE (U+200B)"),
        ("CI\u{202E}signer", "RIGHT-TO-LEFT OVERRIDE (U+202E)"),
        ("CI\tsigner", "TAB (U+0009)"),
        ("CI\u{A0}signer", "NO-BREAK SPACE (U+00A0)"),
        ("CI\u{0}signer", "NULL (U+0000)"),
        ("CI\u{1}signer", "U+0001"),
        ("CI\u{0301}signer", "U+0301"),
        ("CI\u{E0041}signer", "U+E0041"),
        ("CI–signer", "“–” (EN DASH, U+2013)"),
        ("CIаsigner", "“а” (U+0430)"),
    ] {
        let message = remarks_on(name).faults[0].message();
        assert!(
            message.starts_with(&format!("The character {shown} at position 3 cannot")),
            "{message}"
        );
    }
}

#[test]
fn spaces_at_the_ends_and_doubled_ones_are_faults_with_one_suggestion() {
    assert_eq!(codes(" CI"), ["leading_space"]);
    assert_eq!(codes("CI "), ["trailing_space"]);
    assert_eq!(codes("C  I"), ["doubled_space"]);
    assert_eq!(
        codes("  C   I  "),
        ["leading_space", "trailing_space", "doubled_space"]
    );
    assert_eq!(suggestion("  C   I  ").as_deref(), Some("C I"));
    let doubled = remarks_on(" ab  c").faults.pop().map(|fault| fault.kind);
    assert_eq!(doubled, Some(FaultKind::DoubledSpace { position: 5 }));
}

#[test]
fn the_65th_character_is_one_too_many() {
    assert_eq!(codes(&"x".repeat(64)), [""; 0]);
    let faults = remarks_on(&"x".repeat(65)).faults;
    assert_eq!(fault_codes(&faults), ["too_long"]);
    assert_eq!(faults[0].suggestion(), Some("x".repeat(64).as_str()));
    assert_eq!(
        faults[0].message(),
        "The friendly name has 65 characters and can have 64. Leave out at least 1."
    );
}

#[test]
fn cutting_a_long_name_leaves_no_space_at_its_end() {
    let name = format!("{} yz", "x".repeat(63));
    assert_eq!(suggestion(&name), Some("x".repeat(63)));
}

#[test]
fn all_faults_of_a_name_come_at_once() {
    let name = format!(" é.  {}", "x".repeat(64));
    assert_eq!(
        codes(&name),
        [
            "leading_space",
            "doubled_space",
            "forbidden_character",
            "forbidden_character",
            "too_long"
        ]
    );
}

#[test]
fn each_different_character_is_reported_once_and_no_more_than_eight_of_them() {
    assert_eq!(codes("a.b.c.d"), ["forbidden_character"]);
    assert_eq!(codes("!\"#$%&'()*+,./").len(), 8);
}

#[test]
fn a_suggestion_says_plainly_what_was_meant() {
    for (typed, suggested) in [
        ("CI – signer", "CI - signer"),
        ("CI—signer", "CI-signer"),
        ("Résumé Größe Łódź", "Resume Grosse Lodz"),
        ("Æsir & Øre", "AEsir - Ore"),
        ("Jane's token", "Janes token"),
        ("Jane’s token", "Janes token"),
        ("build/agent#7", "build-agent-7"),
        ("build (nightly)", "build nightly"),
        ("CI\u{A0}signer\u{200B}", "CI signer"),
        ("CI\r\nsigner", "CI signer"),
        ("ＣＩ　ｓｉｇｎｅｒ", "CI signer"),
        ("CI 🚀 signer", "CI - signer"),
        ("e\u{301}tude", "etude"),
        ("...signer...", "signer"),
        ("a - . b", "a - b"),
    ] {
        assert_eq!(suggestion(typed).as_deref(), Some(suggested), "{typed}");
    }
}

#[test]
fn where_nothing_readable_is_left_nothing_is_suggested() {
    for typed in ["用户", "🚀🚀", "...", "\u{200B}\u{202E}", "\u{0}"] {
        assert!(!codes(typed).is_empty(), "{typed:?}");
        assert_eq!(suggestion(typed), None, "{typed:?}");
    }
}

#[test]
fn a_taken_name_suggests_the_next_free_number() {
    let faults = remarks_on("Build signer").faults;
    assert_eq!(fault_codes(&faults), ["name_taken"]);
    assert_eq!(faults[0].suggestion(), Some("Build signer 3"));
    assert_eq!(
        faults[0].message(),
        "Another user already has the friendly name “Build signer”. Choose a different one."
    );
    assert_eq!(suggestion("Build signer 2").as_deref(), Some("Build signer 3"));
}

#[test]
fn a_repaired_name_that_is_taken_in_any_case_gets_a_number() {
    assert_eq!(suggestion(" Build  signer ").as_deref(), Some("Build signer 3"));
    assert_eq!(suggestion("build.signer").as_deref(), Some("build-signer"));
    assert_eq!(suggestion(" build signer").as_deref(), Some("build signer 3"));
}

#[test]
fn a_year_at_the_end_of_a_taken_name_is_not_counted_on() {
    let mut tenant = Tenant::new();
    tenant.taken_names.insert("Signer 2026");
    let draft = Draft {
        friendly_name: "Signer 2026".to_owned(),
        ..good_draft()
    };
    let faults = tenant.remarks(&draft, Field::FriendlyName).faults;
    assert_eq!(faults[0].suggestion(), Some("Signer 2026 2"));
}

#[test]
fn a_taken_name_of_full_length_makes_room_for_its_number() {
    let mut tenant = Tenant::new();
    let name = "x".repeat(64);
    tenant.taken_names.insert(name.clone());
    let draft = Draft {
        friendly_name: name,
        ..good_draft()
    };
    let faults = tenant.remarks(&draft, Field::FriendlyName).faults;
    assert_eq!(shared_suggestion(&faults), Some(format!("{} 2", "x".repeat(62))));
}

#[test]
fn a_name_that_differs_only_in_case_is_a_warning() {
    let remarks = remarks_on("BUILD signer");
    assert_eq!(fault_codes(&remarks.faults), [""; 0]);
    assert_eq!(warning_codes(&remarks.warnings), ["name_differs_only_in_case"]);
    assert!(remarks.warnings[0].message().contains("“Build signer”"));
}

#[test]
fn taken_names_tell_exact_matches_from_those_in_another_case() {
    let mut taken = TakenNames::new();
    assert!(taken.is_empty());
    taken.insert("Signer");
    taken.insert("Signer");
    assert!(!taken.is_empty());
    assert!(taken.contains("Signer"));
    assert!(!taken.contains("signer"));
    assert_eq!(taken.differs_only_in_case("signer"), Some("Signer"));
    assert_eq!(taken.differs_only_in_case("Signer"), None);
    taken.insert("SIGNER");
    assert_eq!(taken.differs_only_in_case("Signer"), Some("SIGNER"));
}

#[test]
fn a_duplicate_that_only_the_server_knew_shows_as_the_same_fault() {
    let mut tenant = Tenant::new();
    let draft = good_draft();
    assert_eq!(tenant.remarks(&draft, Field::FriendlyName), Remarks::default());
    tenant.taken_names.insert(draft.friendly_name.clone());
    let faults: Vec<Fault> = tenant.remarks(&draft, Field::FriendlyName).faults;
    assert_eq!(fault_codes(&faults), ["name_taken"]);
}
