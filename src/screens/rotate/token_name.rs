//! What a token is called on the screen.

use crate::text;
use account_api::AccessToken;

/// How many characters of a name are shown.
const SHOWN: usize = 120;

/// A token's name as it can stand in a sentence: not longer than people write names, and without characters that change how what
/// is around them reads. The host lets anything be a name that somebody once gave.
pub(super) fn token_name(token: &AccessToken) -> String {
    let name = token.name.trim();
    let mut shown: String = name
        .chars()
        .take(SHOWN)
        .map(|character| {
            if is_disturbing(character) {
                '\u{fffd}'
            } else {
                character
            }
        })
        .collect();
    if name.chars().nth(SHOWN).is_some() {
        shown.push('…');
    }
    match shown.is_empty() {
        true => text::rotate::NAMELESS.to_owned(),
        false => shown,
    }
}

/// Controls, and the characters that turn the direction of reading.
fn is_disturbing(character: char) -> bool {
    character.is_control()
        || matches!(character, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}
