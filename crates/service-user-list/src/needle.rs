//! A searched text, and looking for it.

use crate::folding::folded;

/// A searched text, folded.
#[derive(Debug)]
pub(crate) struct Needle {
    folded: String,
    /// Which of its bytes occurs least often.
    rarest: usize,
}

impl Needle {
    /// The searched text without the spaces around it; `None` where nothing is left, which is no search.
    ///
    /// `sample` is some of what will be searched through: it shows which bytes are rare there.
    pub(crate) fn new(search: &str, sample: &[u8]) -> Option<Self> {
        let folded: String = search.trim().chars().flat_map(folded).collect();
        let mut counts = [0_u32; 256];
        for byte in sample {
            if let Some(count) = counts.get_mut(usize::from(byte.to_ascii_lowercase())) {
                *count += 1;
            }
        }
        let count = |(_, byte): &(usize, u8)| counts.get(usize::from(*byte)).copied();
        let (rarest, _) = folded.bytes().enumerate().min_by_key(count)?;
        Some(Self { folded, rarest })
    }

    /// Whether both are found in the same texts.
    pub(crate) fn is_same_as(&self, other: &Self) -> bool {
        self.folded == other.folded
    }

    /// Whether what holds this one holds the other as well.
    pub(crate) fn narrows(&self, other: &Self) -> bool {
        self.folded.contains(&other.folded)
    }

    /// Whether a text holds it, whatever the case of ASCII letters. Other letters have to be in lower case already.
    ///
    /// Only where its rarest byte stands is the rest looked at; that leaves little more to do than to read the text.
    pub(crate) fn is_in(&self, text: &str) -> bool {
        let (needle, text) = (self.folded.as_bytes(), text.as_bytes());
        let (Some(&rarest), Some(rest)) = (needle.get(self.rarest), text.get(self.rarest..)) else {
            return false;
        };
        let capital = rarest.to_ascii_uppercase();
        rest.iter().enumerate().any(|(start, byte)| {
            (*byte == rarest || *byte == capital)
                && text
                    .get(start..start + needle.len())
                    .is_some_and(|part| part.eq_ignore_ascii_case(needle))
        })
    }
}
