//! Letters without regard to case.

/// The character in lower case, by itself: a search must not depend on what else stands in a word. For the same reason the
/// final sigma is a sigma.
pub(crate) fn folded(character: char) -> impl Iterator<Item = char> {
    character
        .to_lowercase()
        .map(|character| if character == 'ς' { 'σ' } else { character })
}

/// Whether a text differs from its folded form in nothing but capitals of ASCII.
pub(crate) fn is_folded_but_for_ascii(text: &str) -> bool {
    text.is_ascii()
        || text
            .chars()
            .all(|character| character.is_ascii() || folded(character).eq([character]))
}
