//! Single characters: which to report, which are not to be seen, and what plain text can stand for them.

/// How many different forbidden characters of one text are reported. A text of nothing else would bury its field otherwise.
const REPORTED: usize = 8;

/// The different forbidden characters of a text and where each stands first, counted in characters from 1.
pub fn distinct_forbidden(text: &str, is_forbidden: impl Fn(char) -> bool) -> Vec<(char, usize)> {
    let mut found: Vec<(char, usize)> = Vec::new();
    for (index, character) in text.chars().enumerate() {
        if found.len() == REPORTED {
            break;
        }
        if is_forbidden(character) && !found.iter().any(|(known, _)| *known == character) {
            found.push((character, index + 1));
        }
    }
    found
}

/// Whether a text has a character. The standard library's own search for one makes a text of it first, and the search for a text
/// weighs 4 kB of a page that has no other use for it.
pub(crate) fn has_character(text: &str, character: char) -> bool {
    text.chars().any(|other| other == character)
}

/// Whether a character shows as nothing by itself or rearranges its neighbours, so that quoting it would tell nobody which
/// one it is: controls, white space, zero-width and bidirectional characters, combining marks, private use.
pub fn is_unseen(character: char) -> bool {
    character.is_control()
        || character.is_whitespace()
        || is_combining(character)
        || matches!(character,
            '\u{00AD}' | '\u{061C}' | '\u{070F}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}'
            | '\u{180B}'..='\u{180F}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}'
            | '\u{2060}'..='\u{206F}' | '\u{2800}' | '\u{3164}' | '\u{E000}'..='\u{F8FF}'
            | '\u{FDD0}'..='\u{FDEF}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{FFA0}'
            | '\u{FFF0}'..='\u{FFFB}' | '\u{FFFE}' | '\u{FFFF}' | '\u{1D173}'..='\u{1D17A}'
            | '\u{E0000}'..='\u{10FFFF}')
}

/// The text for a place that may not be garbled: characters that are not to be seen stand as their codes, such as `[U+202E]`,
/// and white space of whatever kind is a space. Combining marks stay, because people see them with what they combine with.
pub(crate) fn made_visible(text: &str) -> String {
    let mut visible = String::new();
    for character in text.chars() {
        if matches!(character, ' ' | '\t') || character.is_whitespace() && !character.is_control() {
            visible.push(' ');
        } else if is_unseen(character) && !is_combining(character) {
            visible.push_str(&made_code(character));
        } else {
            visible.push(character);
        }
    }
    visible
}

/// What stands for a character that is not to be seen, such as `[U+202E]`.
pub(crate) fn made_code(character: char) -> String {
    format!("[U+{:04X}]", u32::from(character))
}

/// The marks of the blocks that hold nothing but combining marks.
pub fn is_combining(character: char) -> bool {
    matches!(character,
        '\u{0300}'..='\u{036F}' | '\u{0483}'..='\u{0489}' | '\u{1AB0}'..='\u{1AFF}' | '\u{1DC0}'..='\u{1DFF}'
        | '\u{20D0}'..='\u{20FF}' | '\u{3099}' | '\u{309A}' | '\u{FE20}'..='\u{FE2F}')
}

/// The Unicode name of a character that is likely to be pasted by accident or on purpose and hard to recognise when quoted.
pub(crate) fn unicode_name(character: char) -> Option<&'static str> {
    NAMES
        .iter()
        .find(|(named, _)| *named == character)
        .map(|(_, name)| *name)
}

/// Names as in the Unicode Character Database; of controls, which have none there, the alias.
const NAMES: &[(char, &str)] = &[
    ('\u{0000}', "NULL"),
    ('\u{0007}', "BELL"),
    ('\u{0008}', "BACKSPACE"),
    ('\u{0009}', "TAB"),
    ('\u{000A}', "LINE FEED"),
    ('\u{000B}', "LINE TABULATION"),
    ('\u{000C}', "FORM FEED"),
    ('\u{000D}', "CARRIAGE RETURN"),
    ('\u{001B}', "ESCAPE"),
    ('\u{0020}', "SPACE"),
    ('\u{007F}', "DELETE"),
    ('\u{0085}', "NEXT LINE"),
    ('\u{00A0}', "NO-BREAK SPACE"),
    ('\u{00AD}', "SOFT HYPHEN"),
    ('\u{034F}', "COMBINING GRAPHEME JOINER"),
    ('\u{061C}', "ARABIC LETTER MARK"),
    ('\u{115F}', "HANGUL CHOSEONG FILLER"),
    ('\u{1160}', "HANGUL JUNGSEONG FILLER"),
    ('\u{1680}', "OGHAM SPACE MARK"),
    ('\u{180E}', "MONGOLIAN VOWEL SEPARATOR"),
    ('\u{2000}', "EN QUAD"),
    ('\u{2001}', "EM QUAD"),
    ('\u{2002}', "EN SPACE"),
    ('\u{2003}', "EM SPACE"),
    ('\u{2007}', "FIGURE SPACE"),
    ('\u{2008}', "PUNCTUATION SPACE"),
    ('\u{2009}', "THIN SPACE"),
    ('\u{200A}', "HAIR SPACE"),
    ('\u{200B}', "ZERO WIDTH SPACE"),
    ('\u{200C}', "ZERO WIDTH NON-JOINER"),
    ('\u{200D}', "ZERO WIDTH JOINER"),
    ('\u{200E}', "LEFT-TO-RIGHT MARK"),
    ('\u{200F}', "RIGHT-TO-LEFT MARK"),
    ('\u{2010}', "HYPHEN"),
    ('\u{2011}', "NON-BREAKING HYPHEN"),
    ('\u{2012}', "FIGURE DASH"),
    ('\u{2013}', "EN DASH"),
    ('\u{2014}', "EM DASH"),
    ('\u{2015}', "HORIZONTAL BAR"),
    ('\u{2018}', "LEFT SINGLE QUOTATION MARK"),
    ('\u{2019}', "RIGHT SINGLE QUOTATION MARK"),
    ('\u{2028}', "LINE SEPARATOR"),
    ('\u{2029}', "PARAGRAPH SEPARATOR"),
    ('\u{202A}', "LEFT-TO-RIGHT EMBEDDING"),
    ('\u{202B}', "RIGHT-TO-LEFT EMBEDDING"),
    ('\u{202C}', "POP DIRECTIONAL FORMATTING"),
    ('\u{202D}', "LEFT-TO-RIGHT OVERRIDE"),
    ('\u{202E}', "RIGHT-TO-LEFT OVERRIDE"),
    ('\u{202F}', "NARROW NO-BREAK SPACE"),
    ('\u{205F}', "MEDIUM MATHEMATICAL SPACE"),
    ('\u{2060}', "WORD JOINER"),
    ('\u{2066}', "LEFT-TO-RIGHT ISOLATE"),
    ('\u{2067}', "RIGHT-TO-LEFT ISOLATE"),
    ('\u{2068}', "FIRST STRONG ISOLATE"),
    ('\u{2069}', "POP DIRECTIONAL ISOLATE"),
    ('\u{2212}', "MINUS SIGN"),
    ('\u{3000}', "IDEOGRAPHIC SPACE"),
    ('\u{3164}', "HANGUL FILLER"),
    ('\u{FE0F}', "VARIATION SELECTOR-16"),
    ('\u{FEFF}', "ZERO WIDTH NO-BREAK SPACE"),
    ('\u{FFFC}', "OBJECT REPLACEMENT CHARACTER"),
    ('\u{FFFD}', "REPLACEMENT CHARACTER"),
];

/// What a friendly name can hold in place of a character: nothing for what is not to be seen, a space for white space,
/// a dash for a dash, the bare letter for an accented one. `None` where nothing plainly stands for it.
pub(crate) fn plain_letters(character: char) -> Option<&'static str> {
    match character {
        ' '..='~' => printable_ascii(character),
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{FE58}' | '\u{FE63}' => Some("-"),
        '\u{2018}' | '\u{2019}' => Some(""),
        // The full-width forms repeat printable ASCII, in order.
        '\u{FF01}'..='\u{FF5E}' => {
            char::from_u32(u32::from(character) - 0xFF01 + u32::from('!')).and_then(printable_ascii)
        }
        _ if character.is_whitespace() => Some(" "),
        _ if is_unseen(character) => Some(""),
        _ => LETTERS
            .iter()
            .find(|(_, accented)| has_character(accented, character))
            .map(|(plain, _)| *plain),
    }
}

/// What a friendly name can hold in place of a character of printable ASCII: often itself.
fn printable_ascii(character: char) -> Option<&'static str> {
    const PLAIN: &str = " -0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz";
    match PLAIN.find(character) {
        Some(start) => PLAIN.get(start..=start),
        None if character == '\'' => Some(""),
        None => None,
    }
}

/// Latin letters with marks, under the plain letters that people write where there are none.
const LETTERS: &[(&str, &str)] = &[
    ("a", "àáâãäåāăąǎ"),
    ("A", "ÀÁÂÃÄÅĀĂĄǍ"),
    ("ae", "æ"),
    ("AE", "Æ"),
    ("c", "çćĉċč"),
    ("C", "ÇĆĈĊČ"),
    ("d", "ðďđ"),
    ("D", "ÐĎĐ"),
    ("e", "èéêëēĕėęěẽ"),
    ("E", "ÈÉÊËĒĔĖĘĚẼ"),
    ("g", "ĝğġģ"),
    ("G", "ĜĞĠĢ"),
    ("h", "ĥħ"),
    ("H", "ĤĦ"),
    ("i", "ìíîïĩīĭįıǐ"),
    ("I", "ÌÍÎÏĨĪĬĮİǏ"),
    ("j", "ĵ"),
    ("J", "Ĵ"),
    ("k", "ķ"),
    ("K", "Ķ"),
    ("l", "ĺļľŀł"),
    ("L", "ĹĻĽĿŁ"),
    ("n", "ñńņňŋ"),
    ("N", "ÑŃŅŇŊ"),
    ("o", "òóôõöøōŏőǒ"),
    ("O", "ÒÓÔÕÖØŌŎŐǑ"),
    ("oe", "œ"),
    ("OE", "Œ"),
    ("r", "ŕŗř"),
    ("R", "ŔŖŘ"),
    ("s", "śŝşšș"),
    ("S", "ŚŜŞŠȘ"),
    ("ss", "ß"),
    ("t", "ţťŧț"),
    ("T", "ŢŤŦȚ"),
    ("th", "þ"),
    ("Th", "Þ"),
    ("u", "ùúûüũūŭůűųǔ"),
    ("U", "ÙÚÛÜŨŪŬŮŰŲǓ"),
    ("w", "ŵ"),
    ("W", "Ŵ"),
    ("y", "ýÿŷ"),
    ("Y", "ÝŶŸ"),
    ("z", "źżž"),
    ("Z", "ŹŻŽ"),
];
