//! Text without what shows as nothing and does harm.

/// The text with every kind of line break as one line feed and without any other control character but tabs.
///
/// Unicode knows more line breaks than a file format does: a program that splits lines at U+2028 would otherwise see a line
/// where the format has none.
pub(crate) fn plain(text: &str) -> String {
    text.replace("\r\n", "\n")
        .chars()
        .filter_map(|character| match character {
            '\r' | '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Some('\n'),
            '\n' | '\t' => Some(character),
            _ if character.is_control() => None,
            _ => Some(character),
        })
        .collect()
}

/// The plain text with a space for each line break and tab, for a place that has one line.
pub(crate) fn on_one_line(text: &str) -> String {
    plain(text).replace(['\n', '\t'], " ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_break_is_a_line_feed_and_other_controls_go() {
        let text = "a\r\nb\rc\nd\u{B}e\u{C}f\u{85}g\u{2028}h\u{2029}i\tj\0k\u{1B}l\u{7F}m\u{9F}n é";
        assert_eq!(plain(text), "a\nb\nc\nd\ne\nf\ng\nh\ni\tjklmn é");
        assert_eq!(on_one_line(text), "a b c d e f g h i jklmn é");
    }
}
