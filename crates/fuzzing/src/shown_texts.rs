//! How texts of others are shown.

use service_user::{is_combining, is_unseen, visible, visible_lines};

/// Shows the bytes as a text, on one line and on several. Nothing hides in what is shown, nothing turns the direction of writing
/// beyond its end, and it is not longer than there is room for.
pub fn shown_texts(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    let shown = visible(&text);
    assert_shown_well(&shown);
    assert!(!shown.contains(['\n', '\t', '\r']), "{shown:?}");
    assert!(shown.chars().count() <= 300 + 40, "{}", shown.len());
    assert_eq!(shown.is_empty(), text.is_empty());
    assert!(
        text.is_empty() || !shown.trim().is_empty(),
        "{text:?} shows as nothing"
    );
    let lines = visible_lines(&text);
    assert_shown_well(&lines);
    assert!(lines.chars().count() <= 3 * 2_000 + 40, "{}", lines.len());
    let is_plain = text.len() <= 300 && text.bytes().all(|byte| matches!(byte, b'!'..=b'~'));
    assert!(!is_plain || shown == text && lines == text);
}

/// Nothing hides in a text, no heap of marks is drawn over its neighbours, and every isolate in it ends before its line does.
pub(crate) fn assert_shown_well(text: &str) {
    for line in text.split('\n') {
        let (mut depth, mut marks) = (0_usize, 0_usize);
        for character in line.chars() {
            match character {
                '\u{2068}' => depth += 1,
                '\u{2069}' => depth = depth.checked_sub(1).expect("an isolate ends that did not begin"),
                _ => {}
            }
            marks = if is_combining(character) { marks + 1 } else { 0 };
            assert!(marks <= 4, "a heap of marks in {text:?}");
            assert!(depth <= 1, "isolates in isolates in {text:?}");
            let is_known = matches!(
                character,
                ' ' | '\t'
                    | '\u{3000}'
                    | '\u{2068}'
                    | '\u{2069}'
                    | '\u{200C}'
                    | '\u{200D}'
                    | '\u{FE0E}'
                    | '\u{FE0F}'
            );
            assert!(
                is_known || is_combining(character) || !is_unseen(character),
                "{character:?} hides in {text:?}"
            );
        }
        assert_eq!(depth, 0, "an isolate without an end in {text:?}");
    }
}
