//! A list that is never empty.

use std::{iter, slice};

/// A list of at least one item: whoever holds it need not ask what an empty one would mean.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OneOrMore<T> {
    first: T,
    others: Vec<T>,
}

impl<T> OneOrMore<T> {
    /// The list of these items, or `None` if there are none.
    pub fn from_items(items: impl IntoIterator<Item = T>) -> Option<Self> {
        let mut items = items.into_iter();
        items.next().map(|first| Self {
            first,
            others: items.collect(),
        })
    }

    /// The first item.
    pub fn first(&self) -> &T {
        &self.first
    }

    /// How many items there are: 1 or more, so there is no `is_empty`.
    #[expect(clippy::len_without_is_empty, reason = "it never is empty")]
    pub fn len(&self) -> usize {
        1 + self.others.len()
    }

    /// All items, in order.
    pub fn iter(&self) -> iter::Chain<iter::Once<&T>, slice::Iter<'_, T>> {
        iter::once(&self.first).chain(&self.others)
    }
}

impl<'a, T> IntoIterator for &'a OneOrMore<T> {
    type Item = &'a T;
    type IntoIter = iter::Chain<iter::Once<&'a T>, slice::Iter<'a, T>>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}
