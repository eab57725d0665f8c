//! Which ids came before.

/// The texts that came before, in order. What is chosen is a handful, seldom thousands: a sorted list is as quick as a tree there,
/// and weighs 3 kB less in a page.
#[derive(Debug, Default)]
pub(crate) struct Seen<'a>(Vec<&'a str>);

impl<'a> Seen<'a> {
    /// Whether a text did not come before; from now on it did.
    pub(crate) fn insert(&mut self, text: &'a str) -> bool {
        match self.0.binary_search(&text) {
            Ok(_) => false,
            Err(place) => {
                self.0.insert(place, text);
                true
            }
        }
    }

    /// Whether a text came before.
    pub(crate) fn contains(&self, text: &str) -> bool {
        self.0.binary_search(&text).is_ok()
    }
}
