//! Cells that a spreadsheet must not take for formulas.

/// The plain text so that no spreadsheet computes anything from it: with an apostrophe before each beginning that could start a
/// formula, as OWASP advises. Any other text stays as it is.
///
/// A cell begins where the text does. It may also begin after a semicolon, a tab or a line break inside the text: a
/// spreadsheet in many languages divides cells at semicolons, and then does not see the quotes that enclose this text.
pub(crate) fn neutralised(text: &str) -> String {
    let mut neutral = String::with_capacity(text.len() + 1);
    for (place, part) in text.split_inclusive([';', '\t', '\r', '\n']).enumerate() {
        if is_formula(part) || (place == 0 && is_empty_line(part)) {
            neutral.push('\'');
        }
        neutral.push_str(part);
    }
    neutral
}

/// Whether the first character that counts begins a formula. Spreadsheets pass over spaces and quotes, and some of them
/// read the full-width forms as the plain ones.
fn is_formula(part: &str) -> bool {
    part.trim_start_matches(is_passed_over)
        .starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠'])
}

/// Whether a tab or a line break is the first character that counts. At the beginning of a cell, a spreadsheet may pass over it
/// as well.
fn is_empty_line(part: &str) -> bool {
    part.ends_with(['\t', '\r', '\n']) && part.chars().all(is_passed_over)
}

fn is_passed_over(character: char) -> bool {
    character.is_whitespace()
        || matches!(character,
            '"' | '\'' | '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whatever_begins_a_formula_has_an_apostrophe_before_it() {
        for text in [
            "=1+1",
            "+1",
            "-1",
            "@SUM(1)",
            "＝1",
            "＋1",
            "－1",
            "＠SUM(1)",
            "  =1",
            "\"=1",
            "\" \"=1",
            "'=1",
            "\u{FEFF}=1",
            "\u{A0}\u{3000}=1",
            "\u{200B}=1",
            "\t1",
            "\r1",
            "\n1",
            " \t1",
            "\" \n1",
            "-",
        ] {
            assert_eq!(neutralised(text), format!("'{text}"), "{text:?}");
        }
    }

    #[test]
    fn a_formula_after_a_separator_has_an_apostrophe_too() {
        assert_eq!(neutralised("a;=1"), "a;'=1");
        assert_eq!(neutralised("a; \"=1;b"), "a;' \"=1;b");
        assert_eq!(neutralised("a\t=1"), "a\t'=1");
        assert_eq!(neutralised("a\n=1\n-2"), "a\n'=1\n'-2");
        assert_eq!(neutralised("a\r\n=1"), "a\r\n'=1");
        assert_eq!(neutralised("\n=1"), "'\n'=1");
        assert_eq!(neutralised("=1;=2"), "'=1;'=2");
    }

    #[test]
    fn any_other_text_stays_as_it_is() {
        for text in [
            "",
            "CI-signer",
            "jane@example.com",
            "a=b",
            "2026-11-24",
            "O'Hara",
            "'quoted'",
            "a, -b",
            "a;b\nc",
            "5",
        ] {
            assert_eq!(neutralised(text), text);
        }
    }
}
