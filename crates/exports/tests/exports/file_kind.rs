use exports::FileKind;
use proptest::prelude::*;

use crate::support::{day, text, utc_day};

#[test]
fn a_name_says_what_is_in_the_file() {
    let today = day("2026-11-24");
    for (name, service_user, host, kind) in [
        (
            "service-users-one.digicert.com-2026-11-24.csv",
            None,
            "one.digicert.com",
            FileKind::Csv,
        ),
        (
            "service-users-127.0.0.1-8640-2026-11-24.ics",
            None,
            "127.0.0.1:8640",
            FileKind::Calendar,
        ),
        (
            "service-user-CI-signer_2-one.digicert.com-2026-11-24.ics",
            Some("CI  –  signer_2 "),
            "one.digicert.com",
            FileKind::Calendar,
        ),
        (
            "service-user-etc-passwd-1-2026-11-24.csv",
            Some("../../etc/passwd"),
            "[::1]",
            FileKind::Csv,
        ),
        ("service-user-2026-11-24.csv", Some("田中"), "", FileKind::Csv),
    ] {
        assert_eq!(kind.name(service_user, host, today), name);
    }
}

#[test]
fn each_kind_has_its_media_type() {
    assert_eq!(FileKind::Calendar.media_type(), "text/calendar;charset=utf-8");
    assert_eq!(FileKind::Csv.media_type(), "text/csv;charset=utf-8");
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_name_is_a_name_in_every_file_system(service_user in text(), host in text(), today in utc_day()) {
        let name = FileKind::Calendar.name(Some(&service_user), &host, today);
        let ending = format!("-{today}.ics");
        prop_assert!(name.starts_with("service-user-"), "{name}");
        prop_assert!(name.ends_with(&ending), "{name}");
        prop_assert!(name.len() <= 255, "{name}");
        let is_sign = |character: char| matches!(character, '-' | '.' | '_');
        prop_assert!(name.chars().all(|character| character.is_ascii_alphanumeric() || is_sign(character)), "{name}");
        let mut pairs = name.chars().zip(name.chars().skip(1));
        prop_assert!(!pairs.any(|(one, next)| is_sign(one) && is_sign(next)), "{name}");
    }
}
