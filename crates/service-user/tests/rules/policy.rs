//! What an organisation asks, on top of the rules.

use std::iter;

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;
use service_user::{
    Draft, EmailDomain, EmailDomainFault, EndDateChoice, EndDatePreset, FaultKind, Field, FriendlyName,
    NamePattern, NamePatternFault, OrganisationPolicy, Remarks, UtcDay, WarningKind,
};

use crate::tenant::{Tenant, day, fault_codes, good_draft, shared_suggestion};

#[expect(clippy::panic, reason = "a wrong text is a mistake in the test itself")]
fn pattern(text: &str) -> NamePattern {
    NamePattern::parse(text).unwrap_or_else(|fault| panic!("{text}: {fault}"))
}

#[expect(clippy::panic, reason = "a wrong text is a mistake in the test itself")]
fn domain(text: &str) -> EmailDomain {
    EmailDomain::parse(text).unwrap_or_else(|fault| panic!("{text}: {fault}"))
}

fn days(longest: u32) -> OrganisationPolicy {
    OrganisationPolicy {
        longest_life_days: Some(longest),
        ..OrganisationPolicy::default()
    }
}

fn patterns(texts: &[&str]) -> OrganisationPolicy {
    OrganisationPolicy {
        name_patterns: texts.iter().map(|text| pattern(text)).collect(),
        ..OrganisationPolicy::default()
    }
}

fn domains(texts: &[&str]) -> OrganisationPolicy {
    OrganisationPolicy {
        email_domains: texts.iter().map(|text| domain(text)).collect(),
        ..OrganisationPolicy::default()
    }
}

fn remarks_under(policy: &OrganisationPolicy, draft: &Draft, field: Field) -> Remarks {
    let mut tenant = Tenant::new();
    tenant.policy = policy.clone();
    tenant.remarks(draft, field)
}

fn remarks_on_name(policy: &OrganisationPolicy, name: &str) -> Remarks {
    let draft = Draft {
        friendly_name: name.to_owned(),
        ..good_draft()
    };
    remarks_under(policy, &draft, Field::FriendlyName)
}

fn remarks_on_end_date(policy: &OrganisationPolicy, end_date: EndDateChoice) -> Remarks {
    remarks_under(
        policy,
        &Draft {
            end_date,
            ..good_draft()
        },
        Field::EndDate,
    )
}

fn remarks_on_day(policy: &OrganisationPolicy, text: &str) -> Remarks {
    remarks_on_end_date(policy, EndDateChoice::Typed(text.to_owned()))
}

fn remarks_on_email(policy: &OrganisationPolicy, email: &str) -> Remarks {
    let draft = Draft {
        email: email.to_owned(),
        ..good_draft()
    };
    remarks_under(policy, &draft, Field::Email)
}

/// Any policy: often one that lets some of the made-up drafts pass.
pub(crate) fn policies() -> impl Strategy<Value = OrganisationPolicy> {
    const PATTERNS: &[&str] = &[
        "svc-*", "*-prod", "svc *", "* x", "*", "a*", "CI*", "C? *", "app-##-*", "??-*", "svc-ci", "*e*n*",
        "#*",
    ];
    const DOMAINS: &[&str] = &["example.com", "*.example.com", "EXAMPLE.org", "b", "*.b"];
    let name_pattern = prop_oneof![select(PATTERNS).prop_map(str::to_owned), "[a-cA-C1 *?#_-]{1,70}",]
        .prop_filter_map("nothing can match it", |text| NamePattern::parse(&text).ok());
    let email_domain = prop_oneof![select(DOMAINS).prop_map(str::to_owned), "[a-c.-]{1,9}"]
        .prop_filter_map("no email can be there", |text| EmailDomain::parse(&text).ok());
    (
        option::of(prop_oneof![0_u32..800, any::<u32>()]),
        vec(name_pattern, 0..3),
        vec(email_domain, 0..3),
    )
        .prop_map(
            |(longest_life_days, name_patterns, email_domains)| OrganisationPolicy {
                longest_life_days,
                name_patterns,
                email_domains,
            },
        )
}

#[test]
fn an_organisation_that_set_nothing_asks_nothing() {
    let policy = OrganisationPolicy::default();
    assert_eq!(policy.latest_end_date(day("2026-03-01")), None);
    assert_eq!(
        EndDatePreset::allowed(&policy).collect::<Vec<_>>(),
        EndDatePreset::ALL
    );
    let review = good_draft().review(&Tenant::new().surroundings());
    assert_eq!(review.remarks, Remarks::default());
}

#[test]
fn the_latest_day_is_allowed_and_the_next_one_is_not() {
    let policy = days(90);
    assert_eq!(policy.latest_end_date(day("2026-03-01")), Some(day("2026-05-30")));
    assert_eq!(remarks_on_day(&policy, "2026-05-30"), Remarks::default());
    let faults = remarks_on_day(&policy, "2026-05-31").faults;
    assert_eq!(fault_codes(&faults), ["end_date_too_late"]);
    assert_eq!(
        faults[0].message(),
        "Your organisation set 2026-05-30 (UTC) as the latest end date. Choose that day or an earlier one."
    );
    assert_eq!(faults[0].suggestion(), Some("2026-05-30"));
}

#[test]
fn a_longest_life_asks_for_an_end_date_whatever_was_chosen_in_its_place() {
    for choice in [
        EndDateChoice::NoEndDate,
        EndDateChoice::Unanswered,
        EndDateChoice::Typed(" ".to_owned()),
    ] {
        let remarks = remarks_on_end_date(&days(90), choice);
        assert_eq!(fault_codes(&remarks.faults), ["end_date_required"]);
        assert_eq!(
            remarks.faults[0].message(),
            "Your organisation asks for an end date. Choose one up to 2026-05-30 (UTC)."
        );
        assert_eq!(remarks.faults[0].suggestion(), Some("2026-05-30"));
        assert_eq!(remarks.warnings, []);
    }
}

#[test]
fn a_fault_of_the_end_date_itself_stands_alone() {
    let policy = days(90);
    for (choice, code) in [
        (EndDateChoice::Typed("2026-02-28".to_owned()), "end_date_past"),
        (EndDateChoice::Typed("2027-02-29".to_owned()), "no_such_day"),
        (EndDateChoice::Typed("31/12/2026".to_owned()), "not_a_date"),
    ] {
        let faults = remarks_on_end_date(&policy, choice).faults;
        assert_eq!(fault_codes(&faults), [code]);
        assert_eq!(
            shared_suggestion(&faults),
            None,
            "{code}: no day that is too late is suggested"
        );
    }
    let faults = remarks_on_day(&policy, "30.5.2026").faults;
    assert_eq!(shared_suggestion(&faults).as_deref(), Some("2026-05-30"));
}

#[test]
fn the_day_that_shows_how_a_date_is_written_is_one_that_would_do() {
    let example = |policy: &OrganisationPolicy| remarks_on_day(policy, "soon").faults[0].kind.clone();
    let of = |text| FaultKind::NotADate { example: day(text) };
    assert_eq!(example(&days(7)), of("2026-03-08"));
    assert_eq!(example(&days(365)), of("2026-05-30"));
}

#[test]
fn a_life_of_no_days_leaves_today_and_one_without_end_leaves_the_whole_calendar() {
    assert_eq!(remarks_on_day(&days(0), "2026-03-01"), Remarks::default());
    assert_eq!(
        fault_codes(&remarks_on_day(&days(0), "2026-03-02").faults),
        ["end_date_too_late"]
    );
    let policy = days(u32::MAX);
    assert_eq!(policy.latest_end_date(day("2026-03-01")), Some(UtcDay::MAX));
    let remarks = remarks_on_day(&policy, "9999-12-31");
    assert_eq!(remarks.faults, []);
    assert!(matches!(
        remarks.warnings[0].kind,
        WarningKind::EndDateBeyondYear { .. }
    ));
}

#[test]
fn only_presets_within_the_limit_are_allowed() {
    let allowed = |longest| EndDatePreset::allowed(&days(longest)).collect::<Vec<_>>();
    assert_eq!(allowed(29), []);
    assert_eq!(allowed(30), [EndDatePreset::Days30]);
    assert_eq!(allowed(364), EndDatePreset::ALL[..3]);
    assert_eq!(allowed(365), EndDatePreset::ALL);
}

#[test]
fn a_name_outside_the_patterns_says_what_a_name_looks_like() {
    for (texts, message) in [
        (
            vec!["svc-*"],
            "Your organisation set what a friendly name looks like: “svc-*” (* for any text or none). Choose a name like \
             that.",
        ),
        (
            vec!["svc-*", "app-##-?"],
            "Your organisation set what a friendly name looks like: “svc-*” or “app-##-?” (* for any text or none, ? for \
             one character, # for one digit). Choose a name like that.",
        ),
        (
            vec!["a", "b", "c", "d", "e", "f", "g"],
            "Your organisation set what a friendly name looks like: “a”, “b”, “c”, “d”, “e” or 2 more. Choose a name like \
             that.",
        ),
    ] {
        let faults = remarks_on_name(&patterns(&texts), "CI signer").faults;
        assert_eq!(fault_codes(&faults), ["name_outside_patterns"]);
        assert_eq!(faults[0].message(), message);
    }
}

#[test]
fn one_matching_pattern_is_enough() {
    let policy = patterns(&["svc-*", "app-##"]);
    for name in ["svc-", "svc-CI signer", "app-07"] {
        assert_eq!(remarks_on_name(&policy, name), Remarks::default(), "{name}");
    }
    for name in ["SVC-ci", "my svc-ci", "app-7", "app-071"] {
        assert_eq!(
            fault_codes(&remarks_on_name(&policy, name).faults),
            ["name_outside_patterns"],
            "{name}"
        );
    }
}

#[test]
fn the_organisations_fault_comes_after_the_names_own_and_never_beside_a_missing_name() {
    let policy = patterns(&["svc-*"]);
    assert_eq!(
        fault_codes(&remarks_on_name(&policy, " build..signer").faults),
        ["leading_space", "forbidden_character", "name_outside_patterns"]
    );
    assert_eq!(
        fault_codes(&remarks_on_name(&policy, "Build signer").faults),
        ["name_taken", "name_outside_patterns"]
    );
    for name in ["", "  "] {
        assert_eq!(fault_codes(&remarks_on_name(&policy, name).faults), ["missing"]);
    }
}

#[test]
fn a_name_that_follows_the_pattern_but_for_its_own_faults_has_only_those() {
    let policy = patterns(&["svc-*"]);
    assert_eq!(
        fault_codes(&remarks_on_name(&policy, " svc-ci").faults),
        ["leading_space"]
    );
    assert_eq!(
        fault_codes(&remarks_on_name(&policy, "svc–ci").faults),
        ["forbidden_character"]
    );
}

#[test]
fn a_name_is_suggested_inside_the_only_pattern_where_that_is_plain() {
    let long = "x".repeat(64);
    let cut = format!("svc-{}", "x".repeat(60));
    for (texts, name, suggested) in [
        (vec!["svc-*"], "CI signer", Some("svc-CI signer")),
        (vec!["svc-*"], "SVC-ci", Some("svc-ci")),
        (vec!["svc-*"], "api.example.com", Some("svc-api-example-com")),
        (vec!["svc-*"], long.as_str(), Some(cut.as_str())),
        (vec!["svc-*"], "…", None),
        (vec!["*-prod"], "signer", Some("signer-prod")),
        (vec!["svc-* prod"], "SVC-signer PROD", Some("svc-signer prod")),
        (vec!["svc *"], "signer", Some("svc signer")),
        (vec!["svc-#*"], "signer", None),
        (vec!["svc-*-*"], "signer", None),
        (vec!["svc-ci"], "signer", None),
        (vec!["svc-*", "app-*"], "signer", None),
    ] {
        let faults = remarks_on_name(&patterns(&texts), name).faults;
        assert_eq!(
            shared_suggestion(&faults).as_deref(),
            suggested,
            "{name:?} in {texts:?}"
        );
    }
}

#[test]
fn a_number_for_a_taken_name_stays_inside_the_pattern() {
    for (texts, taken, suggested) in [
        (vec!["svc-*"], vec!["svc-ci", "svc-ci 2"], Some("svc-ci 3")),
        (vec!["*-prod"], vec!["svc-ci", "ci-prod"], Some("ci 2-prod")),
        (vec!["??-*"], vec!["ab-ci"], Some("ab-ci 2")),
        (vec!["app-*", "*-prod"], vec!["ci-prod"], Some("ci 2-prod")),
        (vec!["ci", "ci ?"], vec!["ci"], Some("ci 2")),
        (vec!["ci", "ci #"], vec!["ci 9"], None),
        (vec!["svc-ci"], vec!["svc-ci"], None),
    ] {
        let mut tenant = Tenant::new();
        tenant.policy = patterns(&texts);
        tenant.taken_names = taken.iter().copied().collect();
        let draft = Draft {
            friendly_name: taken.last().copied().unwrap_or_default().to_owned(),
            ..good_draft()
        };
        let faults = tenant.remarks(&draft, Field::FriendlyName).faults;
        assert_eq!(fault_codes(&faults), ["name_taken"]);
        assert_eq!(
            shared_suggestion(&faults).as_deref(),
            suggested,
            "{taken:?} in {texts:?}"
        );
    }
}

#[test]
fn an_email_elsewhere_says_where_it_has_to_be_and_suggests_no_other_mailbox() {
    for (texts, message) in [
        (
            vec!["Example.com"],
            "Your organisation allows only emails at example.com. Enter one of those.",
        ),
        (
            vec!["example.com", "*.example.com"],
            "Your organisation allows only emails at example.com or at a subdomain of example.com. Enter one of those.",
        ),
    ] {
        let remarks = remarks_on_email(&domains(&texts), "jane@example.org");
        assert_eq!(fault_codes(&remarks.faults), ["email_domain_not_allowed"]);
        assert_eq!(remarks.faults[0].message(), message);
        assert_eq!(shared_suggestion(&remarks.faults), None);
        assert_eq!(remarks.warnings, []);
    }
}

#[test]
fn the_case_of_a_domain_does_not_count_and_a_star_means_subdomains_alone() {
    let both = domains(&["Example.COM", "*.b.example"]);
    for email in [
        "jane@example.com",
        "jane@EXAMPLE.com",
        "jane@a.b.example",
        "jane@x.A.B.example",
    ] {
        assert_eq!(remarks_on_email(&both, email).faults, [], "{email}");
    }
    for email in [
        "jane@b.example",
        "jane@ab.example",
        "jane@mail.example.com",
        "jane@example.com.b",
        "jane@com",
    ] {
        let faults = remarks_on_email(&both, email).faults;
        assert_eq!(fault_codes(&faults), ["email_domain_not_allowed"], "{email}");
    }
    assert!(
        !domain("*.b.example").matches(".b.example"),
        "nothing stands below it"
    );
}

#[test]
fn the_organisations_fault_comes_after_the_emails_own_and_only_where_there_is_a_domain_to_judge() {
    let policy = domains(&["example.com"]);
    for (email, codes) in [
        (
            " jane@example.org",
            vec!["leading_space", "email_domain_not_allowed"],
        ),
        (
            "j ne@example.org",
            vec!["email_forbidden_character", "email_domain_not_allowed"],
        ),
        (" jane@example.com", vec!["leading_space"]),
        ("jane@example..org", vec!["email_domain_label_empty"]),
        ("jane@", vec!["email_domain_missing"]),
        ("jane", vec!["email_without_at"]),
        ("jane@example.org@example.org", vec!["email_several_ats"]),
        (" ", vec!["missing"]),
    ] {
        assert_eq!(
            fault_codes(&remarks_on_email(&policy, email).faults),
            codes,
            "{email:?}"
        );
    }
}

#[test]
fn a_pasted_email_is_suggested_only_if_the_organisation_allows_it() {
    let policy = domains(&["example.com"]);
    for (email, suggested) in [
        ("Jane <jane@example.com>", Some("jane@example.com")),
        ("Jane <jane@example.org>", None),
        (" jane@example.org", None),
    ] {
        let faults = remarks_on_email(&policy, email).faults;
        assert_eq!(shared_suggestion(&faults).as_deref(), suggested, "{email}");
    }
}

#[test]
fn the_organisations_faults_stand_in_the_order_of_the_form() {
    let mut tenant = Tenant::new();
    tenant.policy = OrganisationPolicy {
        longest_life_days: Some(1),
        name_patterns: vec![pattern("svc-*")],
        email_domains: vec![domain("example.org")],
    };
    let faults = good_draft()
        .review(&tenant.surroundings())
        .request()
        .expect_err("nothing fits");
    assert_eq!(
        fault_codes(&faults),
        [
            "name_outside_patterns",
            "end_date_too_late",
            "email_domain_not_allowed"
        ]
    );
}

#[test]
fn a_pattern_that_no_name_can_match_is_refused_with_the_reason() {
    let long = "x".repeat(65);
    let star_beyond = format!("{} *", "x".repeat(63));
    for (text, fault, message) in [
        (
            "",
            NamePatternFault::Empty,
            "The pattern is empty. Write what a friendly name looks like, such as svc-*.",
        ),
        (
            "svc.*",
            NamePatternFault::ForbiddenCharacter { character: '.' },
            "No friendly name has the character “.”. Use only the letters A to Z and a to z, numbers, spaces, dashes (-), \
             underscores (_) and the signs *, ? and #.",
        ),
        (
            " svc",
            NamePatternFault::EdgeSpace,
            "No friendly name begins or ends with a space. Leave it out of the pattern.",
        ),
        (
            "svc ",
            NamePatternFault::EdgeSpace,
            "No friendly name begins or ends with a space. Leave it out of the pattern.",
        ),
        (
            "svc  *",
            NamePatternFault::DoubledSpace,
            "No friendly name has two spaces in a row. Leave one out of the pattern.",
        ),
        (
            &long,
            NamePatternFault::TooLong { length: 65 },
            "The shortest name of this pattern has 65 characters, and a friendly name can have 64. Shorten the pattern.",
        ),
        (
            &star_beyond,
            NamePatternFault::TooLong { length: 65 },
            "The shortest name of this pattern has 65 characters, and a friendly name can have 64. Shorten the pattern.",
        ),
    ] {
        assert_eq!(NamePattern::parse(text), Err(fault), "{text:?}");
        assert_eq!(fault.to_string(), message);
    }
    assert!(NamePattern::parse(&long[..64]).is_ok());
    assert_eq!(pattern("svc-**").as_str(), "svc-**");
}

#[test]
fn a_domain_where_no_email_can_be_is_refused_with_the_reason() {
    let longest =
        |length: usize| ["d".repeat(49), ".".to_owned()].concat().repeat(6)[..length - 1].to_owned() + "x";
    let below = |length| format!("*.{}", longest(length));
    for (text, fault, message) in [
        (
            "",
            EmailDomainFault::Empty,
            "There is no domain. Write one such as example.com.",
        ),
        (
            "*.",
            EmailDomainFault::Empty,
            "There is no domain. Write one such as example.com.",
        ),
        (
            "@example.com",
            EmailDomainFault::WholeEmail,
            "A domain has no @. Write only what stands after it, such as example.com.",
        ),
        (
            "mail.*.com",
            EmailDomainFault::MisplacedStar,
            "The sign * can only stand at the beginning and before a dot, such as *.example.com.",
        ),
        (
            "*",
            EmailDomainFault::MisplacedStar,
            "The sign * can only stand at the beginning and before a dot, such as *.example.com.",
        ),
        (
            "bücher.example",
            EmailDomainFault::ForbiddenCharacter { character: 'ü' },
            "No domain has the character “ü” (U+00FC). Use only the letters A to Z and a to z, numbers, dots and hyphens.",
        ),
        (
            "example.com.",
            EmailDomainFault::Malformed,
            "Between its dots, a domain has names of 1 to 63 characters that neither begin nor end with a hyphen. Check \
             the domain.",
        ),
        (
            &longest(253),
            EmailDomainFault::TooLong,
            "Every email at this domain would be longer than an email can be. Check the domain.",
        ),
        (
            &below(251),
            EmailDomainFault::TooLong,
            "Every email at this domain would be longer than an email can be. Check the domain.",
        ),
    ] {
        assert_eq!(EmailDomain::parse(text), Err(fault), "{text:?}");
        assert_eq!(fault.to_string(), message);
    }
    for (text, email) in [
        (longest(252), format!("a@{}", longest(252))),
        (below(250), format!("a@a.{}", longest(250))),
    ] {
        assert_eq!(remarks_on_email(&domains(&[&text]), &email).faults, []);
    }
    assert_eq!(domain("*.Example.com").as_str(), "*.example.com");
}

/// Without an upper bound on the work, this would take longer than anybody waits.
#[test]
fn many_runs_in_a_pattern_do_not_multiply_the_work() {
    let hard = pattern(&format!("{}b", "a*".repeat(60)));
    assert!(!hard.matches(&"a".repeat(10_000)));
    assert!(hard.matches(&format!("{}b", "a".repeat(10_000))));
}

/// The meaning of a pattern, word for word, at whatever cost.
fn matches_naively(pattern: &[char], name: &[char]) -> bool {
    match (pattern, name) {
        ([], _) => name.is_empty(),
        (['*', after @ ..], _) => {
            (0..=name.len()).any(|taken| matches_naively(after, name.split_at(taken).1))
        }
        (['?', after @ ..], [_, rest @ ..]) => matches_naively(after, rest),
        (['#', after @ ..], [first, rest @ ..]) => first.is_ascii_digit() && matches_naively(after, rest),
        ([literal, after @ ..], [first, rest @ ..]) => literal == first && matches_naively(after, rest),
        (_, []) => false,
    }
}

/// Every text of these characters up to a length.
fn texts_of(alphabet: &'static [char], longest: u32) -> impl Iterator<Item = Vec<char>> {
    (0..=longest).flat_map(move |length| {
        (0..alphabet.len().pow(length)).map(move |number| {
            iter::successors(Some(number), |rest| Some(rest / alphabet.len()))
                .take(length as usize)
                .filter_map(|rest| alphabet.get(rest % alphabet.len()).copied())
                .collect()
        })
    })
}

#[test]
fn a_short_pattern_is_refused_exactly_if_no_name_matches_it() {
    let names: Vec<Vec<char>> = texts_of(&['a', ' ', '1'], 5)
        .filter(|name| FriendlyName::parse(&name.iter().collect::<String>()).is_ok())
        .collect();
    for text in texts_of(&['a', ' ', '*', '?', '#', '.'], 4) {
        let has_match = names.iter().any(|name| matches_naively(&text, name));
        let pattern: String = text.iter().collect();
        assert_eq!(NamePattern::parse(&pattern).is_ok(), has_match, "{pattern:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_pattern_matches_what_its_signs_mean(text in "[ab1*?#]{1,8}", name in "[ab1é]{0,8}") {
        let characters = |text: &str| text.chars().collect::<Vec<char>>();
        let expected = matches_naively(&characters(&text), &characters(&name));
        prop_assert_eq!(pattern(&text).matches(&name), expected);
    }

    #[test]
    fn a_name_made_from_a_pattern_matches_it(
        (text, name) in vec((select(vec!['a', '-', '*', '?', '#']), "[a-z0-9-]{0,4}", "[a-z]", "[0-9]"), 1..16)
            .prop_map(|pieces| {
                let text: String = pieces.iter().map(|(sign, ..)| *sign).collect();
                let name: String = pieces
                    .into_iter()
                    .map(|(sign, run, letter, digit)| match sign {
                        '*' => run,
                        '?' => letter,
                        '#' => digit,
                        literal => literal.to_string(),
                    })
                    .collect();
                (text, name)
            })
    ) {
        prop_assert!(pattern(&text).matches(&name));
    }

    #[test]
    fn any_text_is_a_pattern_or_has_a_reason_why_not(text in any::<String>()) {
        match (NamePattern::parse(&text), EmailDomain::parse(&text)) {
            (Ok(pattern), _) => prop_assert_eq!(pattern.as_str(), text),
            (Err(fault), Ok(domain)) => {
                prop_assert_eq!(domain.as_str(), text.to_ascii_lowercase());
                prop_assert!(fault.to_string().ends_with('.'));
            }
            (Err(fault), Err(other)) => {
                prop_assert!(fault.to_string().ends_with('.'));
                prop_assert!(other.to_string().ends_with('.'));
            }
        }
    }

    #[test]
    fn a_preset_is_allowed_exactly_if_its_day_is(longest in 0_u32..800) {
        let policy = days(longest);
        let allowed: Vec<EndDatePreset> = EndDatePreset::allowed(&policy).collect();
        for preset in EndDatePreset::ALL {
            let last_day = preset.last_day(Tenant::new().today).to_string();
            prop_assert_eq!(remarks_on_day(&policy, &last_day).faults.is_empty(), allowed.contains(&preset));
        }
    }

    #[test]
    fn an_end_date_is_taken_exactly_up_to_the_latest_day(longest in 0_u32..2_000, after in 0_u32..2_000) {
        let last_day = Tenant::new().today.plus_days(after).expect("within the calendar");
        let faults = remarks_on_day(&days(longest), &last_day.to_string()).faults;
        prop_assert_eq!(faults.is_empty(), after <= longest);
    }
}
