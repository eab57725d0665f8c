//! A text that somebody else wrote, as a screen can show it: nothing in it hides, moves what stands beside it, or takes all the room.
//!
//! It is for showing only. What is sent, copied, compared or searched is the text itself.

use crate::character::{is_unseen, made_code};
use crate::wording;

/// How many characters a text on one line is shown with: more than any field of a form takes.
const LINE: usize = 300;

/// How many characters a text of several lines is shown with.
const LINES: usize = 2_000;

/// How many marks one character can carry. Writing needs up to three; a heap of them is drawn over the lines above and below.
const MARKS: usize = 4;

/// Stands below a mark that has nothing to stand on, as Unicode recommends.
const DOTTED_CIRCLE: char = '◌';

/// The space of Chinese and Japanese, which is as wide as a letter.
const WIDE_SPACE: char = '\u{3000}';

/// A name or another text of one line, as it is shown.
///
/// - A character that shows as nothing by itself, turns the direction of writing or breaks the line stands as its code, such as
///   `[U+202E]`. Joiners stay where writing needs them: inside a word of a script that joins its letters, and in emoji.
/// - A combining mark without a character below it gets a dotted circle; of a heap of them, those beyond the fourth stand as codes.
/// - Writing from right to left is isolated, so that it reorders nothing outside of it (U+2068 and U+2069 around it).
/// - Of what needs more than 300 characters to be shown the beginning is shown, with "…" and how many there are.
pub fn visible(text: &str) -> String {
    shown(text, LINE, |_| false)
}

/// A text of several lines, as it is shown: like [`visible`], with its line feeds and tabs, and up to 2 000 characters.
pub fn visible_lines(text: &str) -> String {
    shown(text, LINES, |character| matches!(character, '\n' | '\t'))
}

fn shown(text: &str, longest: usize, is_kept: fn(char) -> bool) -> String {
    // Most texts are like this one, and the list shows hundreds of them at once.
    let is_blank = text
        .chars()
        .all(|character| matches!(character, ' ' | WIDE_SPACE));
    if text.len() <= longest && !is_blank && text.bytes().all(|byte| matches!(byte, b' '..=b'~')) {
        return text.to_owned();
    }
    let characters: Vec<char> = text.chars().take(longest + 1).collect();
    let mut shown = Shown {
        text: String::new(),
        room: longest,
    };
    let lines = characters.split(|character| *character == '\n' && is_kept('\n'));
    let is_whole = lines.enumerate().all(|(place, line)| {
        if place > 0 && !shown.push("\n") {
            return false;
        }
        match line.iter().any(|character| is_right_to_left(*character)) {
            true => {
                shown.text.push('\u{2068}');
                let is_whole = shown.push_line(line, is_blank, is_kept);
                shown.text.push('\u{2069}');
                is_whole
            }
            false => shown.push_line(line, is_blank, is_kept),
        }
    });
    match is_whole {
        true => shown.text,
        false => wording::cut_off(&shown.text, text.chars().count()),
    }
}

/// What is shown so far.
struct Shown {
    text: String,
    /// For how many characters there is still room. A code needs as many as it has.
    room: usize,
}

impl Shown {
    /// Adds a piece, whole or not at all; whether there was room for it.
    fn push(&mut self, piece: &str) -> bool {
        match self.room.checked_sub(piece.chars().count()) {
            Some(room) => {
                self.room = room;
                self.text.push_str(piece);
                true
            }
            None => false,
        }
    }

    /// Adds one line; whether there was room for all of it. A blank text is all codes: it would be a link or a heading of nothing.
    fn push_line(&mut self, line: &[char], is_blank: bool, is_kept: fn(char) -> bool) -> bool {
        let mut before = None;
        let mut marks = 0;
        line.iter().copied().enumerate().all(|(place, character)| {
            let after = line.get(place + 1).copied();
            let is_mark = is_mark(character);
            marks = if is_mark { marks + 1 } else { 0 };
            let is_lone = before.is_none_or(|before| before == ' ' || is_kept(before));
            let piece = match character {
                ' ' if is_blank => made_code(character),
                ' ' => character.to_string(),
                WIDE_SPACE if !is_blank && before.is_some() && after.is_some() => character.to_string(),
                _ if is_kept(character) => character.to_string(),
                _ if is_joiner_in_place(before, character, after) => character.to_string(),
                // It is among the combining marks and shows as nothing.
                '\u{34F}' => made_code(character),
                _ if is_mark && marks > MARKS => made_code(character),
                _ if is_mark && is_lone => [DOTTED_CIRCLE, character].iter().collect(),
                _ if is_mark => character.to_string(),
                _ if is_unseen(character) || is_format(character) => made_code(character),
                _ => character.to_string(),
            };
            // A code is something to stand on.
            before = Some(character);
            self.push(&piece)
        })
    }
}

/// Signs of rare scripts that only say how others are drawn, and are not drawn themselves.
fn is_format(character: char) -> bool {
    matches!(character, '\u{13430}'..='\u{13455}' | '\u{16FE4}' | '\u{1BCA0}'..='\u{1BCA3}' | '\u{1D159}')
}

/// Whether a joiner or a variation selector stands where writing needs it, so that it does what readers expect and hides nothing.
fn is_joiner_in_place(before: Option<char>, character: char, after: Option<char>) -> bool {
    let is = |neighbour: Option<char>, kind: fn(char) -> bool| neighbour.is_some_and(kind);
    match character {
        '\u{200C}' | '\u{200D}' if is(before, is_of_joining_script) => is(after, is_of_joining_script),
        '\u{200D}' => {
            is(before, |before| is_pictograph(before) || before == '\u{FE0F}') && is(after, is_pictograph)
        }
        '\u{FE0E}' | '\u{FE0F}' => is(before, is_pictograph) || after == Some('\u{20E3}'),
        _ => false,
    }
}

/// Arabic, Syriac and the scripts of India, whose spelling has joiners in it.
fn is_of_joining_script(character: char) -> bool {
    matches!(character, '\u{0620}'..='\u{064A}' | '\u{066E}'..='\u{06D3}' | '\u{0710}'..='\u{074A}' | '\u{0750}'..='\u{077F}'
        | '\u{0900}'..='\u{0DFF}')
}

/// Signs that are drawn as pictures, or can be.
fn is_pictograph(character: char) -> bool {
    matches!(character, '\u{203C}' | '\u{2049}' | '\u{2122}' | '\u{2139}' | '\u{2190}'..='\u{21FF}' | '\u{2300}'..='\u{27BF}'
        | '\u{2900}'..='\u{297F}' | '\u{2B00}'..='\u{2BFF}' | '\u{3030}' | '\u{303D}' | '\u{3297}' | '\u{3299}'
        | '\u{1F000}'..='\u{1FAFF}')
}

/// Marks that are drawn above or below the character before them: those of the blocks of nothing else, and those of the scripts
/// whose marks are known to be heaped up.
fn is_mark(character: char) -> bool {
    crate::is_combining(character)
        || matches!(character, '\u{0591}'..='\u{05BD}' | '\u{05BF}' | '\u{05C1}' | '\u{05C2}' | '\u{05C4}' | '\u{05C5}' | '\u{05C7}'
            | '\u{0610}'..='\u{061A}' | '\u{064B}'..='\u{065F}' | '\u{0670}' | '\u{06D6}'..='\u{06DC}' | '\u{06DF}'..='\u{06E4}'
            | '\u{0E31}' | '\u{0E34}'..='\u{0E3A}' | '\u{0E47}'..='\u{0E4E}'
            | '\u{0EB1}' | '\u{0EB4}'..='\u{0EBC}' | '\u{0EC8}'..='\u{0ECE}'
            | '\u{0F71}'..='\u{0F7E}' | '\u{0F80}'..='\u{0F84}' | '\u{0F8D}'..='\u{0FBC}')
}

/// Characters of the scripts that are written from right to left.
fn is_right_to_left(character: char) -> bool {
    matches!(character, '\u{0590}'..='\u{08FF}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}'
        | '\u{10800}'..='\u{10FFF}' | '\u{1E800}'..='\u{1EFFF}')
}
