//! Sequences that many users share, kept once.

use std::hash::{BuildHasher, Hash};

use hashbrown::{DefaultHashBuilder, HashTable};

use crate::growth::growth;

/// Keeps every different sequence once, one behind the other, and gives it a number. Nothing is ever taken out: what nobody has
/// any more goes with the list, which is made anew whenever it is read again.
#[derive(Debug)]
pub(crate) struct Interner<T> {
    items: Vec<T>,
    /// Where each sequence ends in `items`, by its number.
    ends: Vec<usize>,
    numbers: HashTable<usize>,
    hasher: DefaultHashBuilder,
}

impl<T: Copy + Eq + Hash> Interner<T> {
    /// The number of a sequence, which is kept if it was not there.
    pub(crate) fn number(&mut self, sequence: &[T]) -> usize {
        let Self {
            items,
            ends,
            numbers,
            hasher,
        } = self;
        let hash = hasher.hash_one(sequence);
        match numbers.find(hash, |number| kept(items, ends, *number) == sequence) {
            Some(number) => *number,
            None => {
                let number = ends.len();
                items.reserve_exact(growth(items.capacity(), items.len(), sequence.len()));
                items.extend_from_slice(sequence);
                ends.reserve_exact(growth(ends.capacity(), number, 1));
                ends.push(items.len());
                numbers.insert_unique(hash, number, |number| hasher.hash_one(kept(items, ends, *number)));
                number
            }
        }
    }

    /// The sequence of a number; empty for a number that was not given out.
    pub(crate) fn get(&self, number: usize) -> &[T] {
        kept(&self.items, &self.ends, number)
    }

    /// How many different sequences there are: their numbers are those below.
    pub(crate) fn len(&self) -> usize {
        self.ends.len()
    }
}

impl Interner<u8> {
    /// The text of a number. Only whole texts are put in, so what comes out is one.
    pub(crate) fn text(&self, number: usize) -> &str {
        str::from_utf8(self.get(number)).unwrap_or_default()
    }
}

impl<T> Default for Interner<T> {
    fn default() -> Self {
        Self {
            items: Vec::new(),
            ends: Vec::new(),
            numbers: HashTable::new(),
            hasher: DefaultHashBuilder::default(),
        }
    }
}

fn kept<'a, T>(items: &'a [T], ends: &[usize], number: usize) -> &'a [T] {
    let end_of = |number: usize| ends.get(number).copied().unwrap_or_default();
    let start = number.checked_sub(1).map_or(0, end_of);
    items.get(start..end_of(number)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sequence_is_kept_once_and_found_by_its_number() {
        let mut words = Interner::default();
        let texts: Vec<String> = (0..1000).map(|number| "é".repeat(number % 37)).collect();
        let numbers: Vec<usize> = texts.iter().map(|text| words.number(text.as_bytes())).collect();
        assert_eq!(words.len(), 37);
        for (text, number) in texts.iter().zip(numbers) {
            assert_eq!(words.text(number), text);
            assert_eq!(words.number(text.as_bytes()), number);
        }
        assert_eq!(words.text(37), "");
    }
}
