//! How texts are shown that somebody else wrote.

use service_user::{Draft, FaultKind, Field, is_unseen, visible, visible_lines};

use crate::hostile_texts::hostile_texts;
use crate::tenant::{Tenant, good_draft, role};

#[test]
fn ordinary_texts_are_shown_as_they_are() {
    for text in [
        "",
        "CI signer",
        "CI-signer_2",
        "a  b",
        "<b>&amp;</b>",
        "Müller – “Ångström” € 田中さん 사용자 ผู้ใช้ उपयोगकर्ता",
        "e\u{301} が か\u{3099}",
        "署名\u{3000}ユーザー",
        "👍🏿 ❤\u{FE0F} 🇨🇭 👩\u{200D}👧 🏳\u{FE0F}\u{200D}🌈 1\u{FE0F}\u{20E3}",
        "क्\u{200D}ष",
    ] {
        assert_eq!(visible(text), text);
        assert_eq!(visible_lines(text), text);
    }
}

#[test]
fn what_shows_as_nothing_stands_as_its_code() {
    for (text, shown) in [
        ("sig\u{200B}ner", "sig[U+200B]ner"),
        ("invoice\u{202E}fdp.exe", "invoice[U+202E]fdp.exe"),
        ("\u{2066}a\u{2069}", "[U+2066]a[U+2069]"),
        ("a\0b\u{1B}[31m\u{7F}", "a[U+0000]b[U+001B][31m[U+007F]"),
        ("a\u{A0}b\u{2003}c", "a[U+00A0]b[U+2003]c"),
        ("\u{FEFF}signer\u{AD}", "[U+FEFF]signer[U+00AD]"),
        ("a\u{34F}b", "a[U+034F]b"),
        ("\u{E0001}\u{E000}", "[U+E0001][U+E000]"),
        ("\u{3164}\u{2800}\u{3000}", "[U+3164][U+2800][U+3000]"),
        (" ", "[U+0020]"),
        ("  ", "[U+0020][U+0020]"),
        (" \u{3000} ", "[U+0020][U+3000][U+0020]"),
        // Joiners where no writing has them.
        ("a\u{200D}b", "a[U+200D]b"),
        ("ad\u{200C}min", "ad[U+200C]min"),
        ("x\u{FE0F}", "x[U+FE0F]"),
    ] {
        assert_eq!(visible(text), shown, "{text:?}");
        assert_eq!(visible_lines(text), shown, "{text:?}");
    }
}

#[test]
fn lines_are_kept_where_there_is_room_for_them_and_are_codes_elsewhere() {
    assert_eq!(
        visible("one\ntwo\tthree\r\n"),
        "one[U+000A]two[U+0009]three[U+000D][U+000A]"
    );
    assert_eq!(visible_lines("one\ntwo\tthree\r\n"), "one\ntwo\tthree[U+000D]\n");
    assert_eq!(visible_lines("one\u{2028}two"), "one[U+2028]two");
}

#[test]
fn writing_from_right_to_left_is_isolated_line_by_line() {
    assert_eq!(visible("שלום"), "\u{2068}שלום\u{2069}");
    assert_eq!(visible("signer مرحبا 1"), "\u{2068}signer مرحبا 1\u{2069}");
    assert_eq!(visible_lines("a\nשלום\nb"), "a\n\u{2068}שלום\u{2069}\nb");
    // A host's own isolates end nothing of ours.
    assert_eq!(visible("\u{2069}שלום"), "\u{2068}[U+2069]שלום\u{2069}");
}

#[test]
fn marks_have_something_to_stand_on_and_are_not_heaped_up() {
    assert_eq!(visible("\u{301}"), "◌\u{301}");
    assert_eq!(visible("a \u{301}"), "a ◌\u{301}");
    let heap = format!("a{}", "\u{301}".repeat(6));
    assert_eq!(visible(&heap), "a\u{301}\u{301}\u{301}\u{301}[U+0301][U+0301]");
    let heap = format!("ก{}", "\u{E47}".repeat(5));
    assert_eq!(visible(&heap), "ก\u{E47}\u{E47}\u{E47}\u{E47}[U+0E47]");
}

#[test]
fn a_long_text_is_cut_and_says_how_long_it_is() {
    let whole = "x".repeat(300);
    assert_eq!(visible(&whole), whole);
    assert_eq!(
        visible(&"é".repeat(1_048_576)),
        format!("{}… (1048576 characters)", "é".repeat(300))
    );
    assert_eq!(
        visible_lines(&"x".repeat(2_001)),
        format!("{}… (2001 characters)", "x".repeat(2_000))
    );
    // Codes need room too.
    assert_eq!(
        visible(&"\u{200B}".repeat(40)),
        format!("{}… (40 characters)", "[U+200B]".repeat(37))
    );
    assert_eq!(
        visible(&"ש".repeat(301)),
        format!("\u{2068}{}\u{2069}… (301 characters)", "ש".repeat(300))
    );
}

#[test]
fn no_hostile_text_is_shown_with_anything_hidden_in_it() {
    for text in hostile_texts() {
        for shown in [visible(&text), visible_lines(&text)] {
            assert!(shown.chars().count() < 3 * 2_000 + 40, "{text:?}");
            assert!(
                !shown.trim().is_empty() || text.chars().all(|character| "\n\t".contains(character)),
                "{text:?}"
            );
            let hidden = shown.chars().find(|character| {
                is_unseen(*character)
                    && !service_user::is_combining(*character)
                    && !matches!(
                        character,
                        ' ' | '\n'
                            | '\t'
                            | '\u{3000}'
                            | '\u{2068}'
                            | '\u{2069}'
                            | '\u{200C}'
                            | '\u{200D}'
                            | '\u{FE0E}'
                            | '\u{FE0F}'
                    )
            });
            assert_eq!(hidden, None, "{text:?}");
            let opened = shown.matches('\u{2068}').count();
            assert_eq!(opened, shown.matches('\u{2069}').count(), "{text:?}");
        }
    }
}

#[test]
fn a_message_shows_what_hides_in_a_name_of_the_host() {
    let mut tenant = Tenant::new();
    tenant
        .roles
        .push(role("turned", "Read\u{202E}only", "turned", "Ma\u{200B}nager"));
    let mut draft: Draft = good_draft();
    draft.roles.push(service_user::RoleId::new("turned"));
    let faults = draft.review(&tenant.surroundings()).remarks.faults;
    let fault = faults
        .iter()
        .find(|fault| {
            fault.field == Field::Roles && matches!(fault.kind, FaultKind::RoleOfUnchosenManager { .. })
        })
        .expect("a role of a Manager that is not chosen");
    let message = fault.message();
    assert!(message.contains("Read[U+202E]only"), "{message}");
    assert!(message.contains("Ma[U+200B]nager"), "{message}");
}
