//! A text that is looked for, whole and in pieces.

use std::collections::HashSet;

/// How many characters of the text count as a trace of it.
const PIECE: usize = 16;

/// The haystack is looked at in steps of this many bytes: whatever holds a piece holds one of these whole.
const STEP: usize = 8;

/// A text that is looked for in bytes: in UTF-8 and in UTF-16 of both orders, and any 16 characters of it in a row.
#[derive(Clone, Debug)]
pub struct Needle {
    text: String,
    /// The text's bytes in each encoding, with the length of a piece in it.
    encodings: [(Vec<u8>, usize); 3],
    steps: HashSet<[u8; STEP]>,
    /// Whether a step can begin with a byte: asking this first spares most of the questions.
    beginnings: [bool; 256],
}

impl Needle {
    /// A text of at least 16 characters, which are ASCII.
    ///
    /// # Panics
    /// It is shorter, or holds another character, and could not be told from nothing.
    #[must_use]
    pub fn of(text: &str) -> Self {
        assert!(
            text.is_ascii() && text.len() >= PIECE,
            "“{text}” cannot be looked for"
        );
        let wide = |bytes: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(bytes).collect();
        let encodings = [
            (text.as_bytes().to_vec(), PIECE),
            (wide(u16::to_le_bytes), 2 * PIECE),
            (wide(u16::to_be_bytes), 2 * PIECE),
        ];
        let steps: HashSet<[u8; STEP]> = encodings
            .iter()
            .flat_map(|(bytes, _)| bytes.windows(STEP))
            .filter_map(|step| step.try_into().ok())
            .collect();
        let mut beginnings = [false; 256];
        for [first, ..] in &steps {
            if let Some(beginning) = beginnings.get_mut(usize::from(*first)) {
                *beginning = true;
            }
        }
        Self {
            text: text.to_owned(),
            encodings,
            steps,
            beginnings,
        }
    }

    /// The text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Whether the bytes hold a piece of the text in any of the encodings.
    #[must_use]
    pub fn is_in(&self, haystack: &[u8]) -> bool {
        let (steps, _) = haystack.as_chunks::<STEP>();
        steps.iter().enumerate().any(|(number, step)| {
            let [first, ..] = step;
            self.beginnings.get(usize::from(*first)) == Some(&true)
                && self.steps.contains(step)
                && self.is_around(haystack, number * STEP)
        })
    }

    /// Whether a piece of the text holds the byte at this place.
    fn is_around(&self, haystack: &[u8], place: usize) -> bool {
        self.encodings.iter().any(|(bytes, piece)| {
            let end = haystack.len().min(place + piece);
            let around = haystack
                .get(place.saturating_sub(*piece)..end)
                .unwrap_or_default();
            around
                .windows(*piece)
                .any(|found| bytes.windows(*piece).any(|wanted| wanted == found))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "0123456789abcdef_fedcba9876543210";

    fn wide(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(bytes).collect()
    }

    #[test]
    fn every_piece_is_found_at_every_place_in_every_encoding() {
        let needle = Needle::of(TEXT);
        for start in 0..=TEXT.len() - PIECE {
            let piece = &TEXT[start..start + PIECE];
            for before in 0..20 {
                let around = |found: &[u8]| [&vec![b'0'; before], found, &[0, 0, 0]].concat();
                assert!(needle.is_in(&around(piece.as_bytes())), "{piece} after {before}");
                assert!(
                    needle.is_in(&around(&wide(piece, u16::to_le_bytes))),
                    "{piece} after {before}"
                );
                assert!(
                    needle.is_in(&around(&wide(piece, u16::to_be_bytes))),
                    "{piece} after {before}"
                );
            }
        }
    }

    #[test]
    fn less_than_a_piece_is_no_trace() {
        let needle = Needle::of(TEXT);
        for start in 0..TEXT.len() - PIECE {
            let less = &TEXT[start..start + PIECE - 1];
            assert!(!needle.is_in(format!("{less}-{less}").as_bytes()), "{less}");
            assert!(
                !needle.is_in(&wide(&format!("{less}-"), u16::to_le_bytes)),
                "{less}"
            );
        }
        assert!(!needle.is_in(b""));
    }
}
