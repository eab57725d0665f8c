use service_user::{Description, FaultKind};

use crate::tenant::{fault_codes, shared_suggestion};

#[test]
fn a_description_may_be_empty_or_hold_any_writing_with_line_feeds_and_tabs() {
    for text in [
        "",
        " ",
        "Signs.\n\tNightly.",
        "用户 — “é” 🚀",
        "\u{202E}abc",
        &"é".repeat(255),
    ] {
        let parsed = Description::parse(text).map(|description| description.as_str().to_owned());
        assert_eq!(parsed, Ok(text.to_owned()));
    }
}

#[test]
fn the_limit_counts_characters_and_not_bytes() {
    let faults = Description::parse(&"é".repeat(256)).expect_err("it is too long");
    assert_eq!(
        faults[0].kind,
        FaultKind::TooLong {
            length: 256,
            limit: 255
        }
    );
    assert_eq!(faults[0].suggestion(), Some("é".repeat(255).as_str()));
}

#[test]
fn a_control_character_is_named_and_left_out_of_the_suggestion() {
    let faults = Description::parse("one\r\ntwo\u{1B}[31m\u{85}").expect_err("it holds controls");
    assert_eq!(fault_codes(&faults), ["forbidden_character"; 3]);
    assert_eq!(
        faults[0].message(),
        "The character CARRIAGE RETURN (U+000D) at position 4 cannot be used in a description. It shows as nothing; \
         leave it out."
    );
    assert!(faults[1].message().contains("ESCAPE (U+001B) at position 9"));
    assert_eq!(shared_suggestion(&faults).as_deref(), Some("one\ntwo[31m"));
}

#[test]
fn a_description_of_nothing_but_controls_has_no_suggestion() {
    let faults = Description::parse("\0\0\0").expect_err("it holds controls");
    assert_eq!(shared_suggestion(&faults), None);
}
