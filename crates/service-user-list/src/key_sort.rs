//! Sorting by keys that are bytes.

/// How many bytes of a key are compared at once.
const CHUNK: usize = 8;

/// The places by their keys, of which none may be the beginning of another; where keys are equal, as they were.
///
/// At first only eight bytes of each key are sorted, as numbers, which are compared much faster than keys are. Those that are
/// equal so far go on to their next eight bytes. Names often begin alike, and what they have in common is in this way read
/// once, not in each of many comparisons.
pub(crate) fn sorted_by_key(places: &[usize], write_key: impl Fn(&mut Vec<u8>, usize)) -> Vec<usize> {
    let mut keys = Keys {
        bytes: Vec::new(),
        spans: vec![(0, 0); places.len()],
    };
    // The keys are written from the first place to the last, in whatever order the places are wanted: to read the users
    // here and there would take longer than all the rest.
    let numbered = places.iter().zip(0..);
    let mut in_store: Vec<Entry> = numbered
        .map(|(place, number)| Entry::new(*place as u64, number))
        .collect();
    in_store.sort_unstable();
    for entry in in_store {
        let (number, start) = (entry.number(), keys.bytes.len());
        if let (Some(place), Some(span)) = (places.get(number), keys.spans.get_mut(number)) {
            write_key(&mut keys.bytes, *place);
            *span = (start, keys.bytes.len());
        }
    }
    let sorted = keys.sorted().into_iter();
    sorted.filter_map(|number| places.get(number).copied()).collect()
}

/// Keys behind one another.
struct Keys {
    bytes: Vec<u8>,
    /// Where each key begins and ends, by its number.
    spans: Vec<(usize, usize)>,
}

impl Keys {
    /// The numbers of the keys in the order of the keys, and their own order where keys are equal.
    fn sorted(&self) -> Vec<usize> {
        let numbers = 0..self.spans.len();
        let mut entries: Vec<Entry> = numbers.map(|number| self.entry(number, 0)).collect();
        // Parts that are equal up to a depth. A list of them and not a recursion, whose depth would be up to the keys.
        let mut equal_parts = vec![(0..entries.len(), 0)];
        while let Some((range, depth)) = equal_parts.pop() {
            let mut start = range.start;
            let Some(part) = entries.get_mut(range) else {
                continue;
            };
            part.sort_unstable();
            for equal in part.chunk_by_mut(|one, other| one.chunk() == other.chunk()) {
                let range = start..start + equal.len();
                start = range.end;
                let [first, _, ..] = equal else { continue };
                if self.get(first.number()).len() > depth + CHUNK {
                    for entry in equal {
                        *entry = self.entry(entry.number(), depth + CHUNK);
                    }
                    equal_parts.push((range, depth + CHUNK));
                }
            }
        }
        entries.into_iter().map(Entry::number).collect()
    }

    fn entry(&self, number: usize, depth: usize) -> Entry {
        let rest = self.get(number).get(depth..).unwrap_or_default();
        let chunk = rest.first_chunk().copied().unwrap_or_else(|| {
            let mut padded = [0; CHUNK];
            for (to, from) in padded.iter_mut().zip(rest) {
                *to = *from;
            }
            padded
        });
        Entry::new(u64::from_be_bytes(chunk), number)
    }

    fn get(&self, number: usize) -> &[u8] {
        let span = self.spans.get(number);
        let key = span.and_then(|(start, end)| self.bytes.get(*start..*end));
        key.unwrap_or_default()
    }
}

/// What is sorted by, in the upper half, and a number, in the lower.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Entry(u128);

impl Entry {
    fn new(chunk: u64, number: usize) -> Self {
        Self(u128::from(chunk) << 64 | number as u128)
    }

    fn chunk(self) -> u64 {
        (self.0 >> 64) as u64
    }

    fn number(self) -> usize {
        self.0 as u64 as usize
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::collection::vec;
    use proptest::prelude::*;

    fn sorted(keys: &[Vec<u8>]) -> Vec<usize> {
        let places: Vec<usize> = (0..keys.len()).collect();
        sorted_by_key(&places, |key, place| {
            key.extend(&keys[place]);
            // Larger than every byte that the tests use: so none is the beginning of another.
            key.push(u8::MAX);
        })
    }

    fn expected(keys: &[Vec<u8>]) -> Vec<usize> {
        let mut places: Vec<usize> = (0..keys.len()).collect();
        let ended = |place: usize| keys[place].iter().copied().chain([u8::MAX]);
        places.sort_by(|one, other| ended(*one).cmp(ended(*other)));
        places
    }

    #[test]
    fn keys_that_begin_alike_for_very_long_are_sorted_without_a_deep_stack() {
        let keys: Vec<Vec<u8>> = (0..2000).rev().map(|length| vec![7; 8 * length]).collect();
        assert_eq!(sorted(&keys), expected(&keys));
    }

    proptest! {
        #[test]
        fn keys_are_sorted_as_bytes_and_equal_ones_keep_their_order(
            keys in vec(vec(prop_oneof![8 => Just(0_u8), 1 => 1_u8..4, 1 => 250_u8..255], 0..30), 0..60)
        ) {
            prop_assert_eq!(sorted(&keys), expected(&keys));
        }
    }
}
