use service_user::{Draft, Email, EmailPart, FaultKind, Field, Remarks};

use crate::tenant::{Tenant, fault_codes, good_draft, shared_suggestion, warning_codes};

fn remarks_on(email: &str) -> Remarks {
    Tenant::new().remarks(
        &Draft {
            email: email.to_owned(),
            ..good_draft()
        },
        Field::Email,
    )
}

fn codes(email: &str) -> Vec<&'static str> {
    fault_codes(&remarks_on(email).faults)
}

fn suggestion(email: &str) -> Option<String> {
    shared_suggestion(&remarks_on(email).faults)
}

/// An address of so many octets before the `@` and in all.
fn of_lengths(local: usize, whole: usize) -> String {
    let domain = whole - local - 1;
    let label = format!("{}.", "d".repeat(49));
    let domain: String = label.repeat(6).chars().take(domain - 1).collect();
    format!("{}@{domain}x", "l".repeat(local))
}

#[test]
fn what_a_browser_takes_is_taken() {
    for email in [
        "jane@example.com",
        "JANE@EXAMPLE.COM",
        "a@b",
        ".a..b.@b.c",
        "!#$%&'*+/=?^_`{|}~-@example.com",
        "jane+ci@xn--bcher-kva.example",
        "1@2.3",
        "a@b-c.d--e",
        &format!("a@{}.com", "d".repeat(63)),
        &of_lengths(64, 254),
    ] {
        assert_eq!(codes(email), [""; 0], "{email}");
        assert_eq!(
            Email::parse(email).map(|parsed| parsed.as_str().to_owned()),
            Ok(email.to_owned())
        );
    }
}

#[test]
fn the_domain_is_what_stands_after_the_at() {
    let email = Email::parse("jane@Example.com").expect("it is an email");
    assert_eq!(email.domain(), "Example.com");
}

#[test]
fn every_way_to_be_wrong_has_its_own_code() {
    for (email, expected) in [
        ("", &["missing"][..]),
        (" \t", &["missing"]),
        ("jane", &["email_without_at"]),
        ("@", &["email_local_part_missing", "email_domain_missing"]),
        ("@example.com", &["email_local_part_missing"]),
        ("jane@", &["email_domain_missing"]),
        ("a@b@c", &["email_several_ats"]),
        ("a b@c", &["email_forbidden_character"]),
        ("a@b_c", &["email_forbidden_character"]),
        ("a@b c", &["email_forbidden_character"]),
        (
            "a@[127.0.0.1]",
            &["email_forbidden_character", "email_forbidden_character"],
        ),
        ("\"a\"@b", &["email_forbidden_character"]),
        ("a@.b", &["email_domain_label_empty"]),
        ("a@b.", &["email_domain_label_empty"]),
        ("a@b..c", &["email_domain_label_empty"]),
        ("a@-b.c", &["email_domain_label_edge_hyphen"]),
        ("a@b-.c", &["email_domain_label_edge_hyphen"]),
        ("a@-", &["email_domain_label_edge_hyphen"]),
        (" a@b", &["leading_space"]),
        ("a@b\n", &["trailing_space"]),
    ] {
        assert_eq!(codes(email), expected, "{email:?}");
    }
    assert_eq!(
        codes(&format!("a@{}", "d".repeat(64))),
        ["email_domain_label_too_long"]
    );
    assert_eq!(codes(&of_lengths(65, 254)), ["email_local_part_too_long"]);
    assert_eq!(codes(&of_lengths(64, 255)), ["email_too_long"]);
}

#[test]
fn all_faults_of_an_email_come_at_once() {
    let email = format!(" ja ne@-example..{}_", "d".repeat(64));
    assert_eq!(
        codes(&email),
        [
            "leading_space",
            "email_forbidden_character",
            "email_forbidden_character",
            "email_domain_label_empty",
            "email_domain_label_too_long",
            "email_domain_label_edge_hyphen"
        ]
    );
}

#[test]
fn a_forbidden_character_says_where_it_stands() {
    let kind = |email| remarks_on(email).faults.pop().map(|fault| fault.kind);
    let forbidden = |character, position, part| {
        Some(FaultKind::EmailForbiddenCharacter {
            character,
            position,
            part,
        })
    };
    assert_eq!(kind("ja,ne@example.com"), forbidden(',', 3, EmailPart::Local));
    assert_eq!(kind("jane@exam_ple.com"), forbidden('_', 10, EmailPart::Domain));
    assert_eq!(kind("é@é"), forbidden('é', 3, EmailPart::Domain));
    assert_eq!(kind("a@b@c,d"), forbidden(',', 6, EmailPart::Undivided));
    assert_eq!(
        kind("a@bc.d-"),
        Some(FaultKind::EmailDomainLabelEdgeHyphen { position: 7 })
    );
    assert_eq!(
        kind("a@bc.-d"),
        Some(FaultKind::EmailDomainLabelEdgeHyphen { position: 6 })
    );
    let leading = remarks_on("  a@b_c").faults.pop().map(|fault| fault.kind);
    assert_eq!(leading, forbidden('_', 6, EmailPart::Domain));
}

#[test]
fn messages_say_what_to_do() {
    for (email, message) in [
        (
            "",
            "Enter the email of the person who looks after this service user.",
        ),
        (
            "jane",
            "The email has no @. Write it in full, such as name@example.com.",
        ),
        (
            "a@b@c",
            "The email has 2 @ characters. Enter one address, with one @.",
        ),
        (
            "jane@exam_ple.com",
            "The character “_” at position 10 cannot be used after the @. Use only letters, numbers, dots and hyphens.",
        ),
        (
            "jane@büro.example",
            "The character “ü” (U+00FC) at position 7 cannot be used after the @. Use only the letters A to Z and a to z, \
             numbers, dots and hyphens. A domain with other letters has a form that begins with xn--, which can be used.",
        ),
        (
            "ja ne@example.com",
            "The character SPACE (U+0020) at position 3 cannot be used before the @. Use only the letters A to Z and a to z, \
             numbers, and .!#$%&'*+/=?^_`{|}~-",
        ),
    ] {
        assert_eq!(remarks_on(email).faults[0].message(), message);
    }
}

#[test]
fn what_was_pasted_around_an_address_is_left_out_of_the_suggestion() {
    for (email, suggested) in [
        (" jane@example.com\n", Some("jane@example.com")),
        ("jane@example.com\u{200B}", Some("jane@example.com")),
        ("\u{202A}jane@example.com\u{202C}", Some("jane@example.com")),
        ("mailto:jane@example.com", Some("jane@example.com")),
        ("Jane Doe <jane@example.com>", Some("jane@example.com")),
        ("\"<\" <jane@example.com>;", Some("jane@example.com")),
        ("jane doe@example.com", None),
        ("jane", None),
        ("<>", None),
        ("mailto:", None),
    ] {
        assert_eq!(suggestion(email).as_deref(), suggested, "{email:?}");
    }
}

#[test]
fn another_domain_than_the_callers_is_a_warning_whatever_the_case() {
    assert_eq!(warning_codes(&remarks_on("jane@EXAMPLE.com").warnings), [""; 0]);
    let remarks = remarks_on("jane@example.org");
    assert_eq!(remarks.faults, []);
    assert_eq!(warning_codes(&remarks.warnings), ["other_domain"]);
    assert_eq!(
        remarks.warnings[0].message(),
        "The email is at example.org, yours is at Example.com. Check that this is the right person."
    );
}

#[test]
fn a_caller_without_a_known_domain_draws_no_warning() {
    let tenant = Tenant::new();
    for caller_email in [None, Some(""), Some("admin"), Some("admin@")] {
        let surroundings = service_user::Surroundings {
            caller_email,
            ..tenant.surroundings()
        };
        let draft = Draft {
            email: "jane@example.org".to_owned(),
            ..good_draft()
        };
        assert_eq!(
            draft.review_field(Field::Email, &surroundings),
            Remarks::default()
        );
    }
}

#[test]
fn a_domain_without_a_dot_is_a_warning() {
    assert_eq!(
        warning_codes(&remarks_on("jane@intranet").warnings),
        ["domain_without_dot", "other_domain"]
    );
}
