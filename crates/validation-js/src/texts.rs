//! Many texts that came as one.

use std::slice;

/// The texts that one text was put together from.
#[derive(Clone, Debug)]
pub struct Texts<'a> {
    rest: &'a str,
    lengths: slice::Iter<'a, u32>,
}

impl<'a> Texts<'a> {
    /// The parts of a text. Each length is counted in UTF-16 code units, as JavaScript counts.
    #[must_use]
    pub fn new(text: &'a str, lengths: &'a [u32]) -> Self {
        Self {
            rest: text,
            lengths: lengths.iter(),
        }
    }

    /// The next text; an empty one where there is no other.
    pub(crate) fn text(&mut self) -> &'a str {
        self.next().unwrap_or_default()
    }

    /// The next text as one's own.
    pub(crate) fn own_text(&mut self) -> String {
        self.text().to_owned()
    }
}

impl<'a> Iterator for Texts<'a> {
    type Item = &'a str;

    fn next(&mut self) -> Option<&'a str> {
        let mut units = usize::try_from(*self.lengths.next()?).ok()?;
        let mut end = 0;
        for character in self.rest.chars() {
            if units == 0 {
                break;
            }
            units = units.saturating_sub(character.len_utf16());
            end += character.len_utf8();
        }
        let (text, rest) = self.rest.split_at_checked(end)?;
        self.rest = rest;
        Some(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_texts_come_out_as_they_went_in() {
        let texts = ["", "name", "ß€", "🦀", "", "end"];
        let lengths = texts.map(|text| u32::try_from(text.encode_utf16().count()).unwrap());
        let joined = texts.concat();
        assert_eq!(Texts::new(&joined, &lengths).collect::<Vec<_>>(), texts);
    }

    #[test]
    fn lengths_that_do_not_fit_the_text_harm_nothing() {
        assert_eq!(Texts::new("ab", &[1, 9, 9]).collect::<Vec<_>>(), ["a", "b", ""]);
        assert_eq!(Texts::new("🦀", &[1]).collect::<Vec<_>>(), ["🦀"]);
    }
}
