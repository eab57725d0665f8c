//! What a search found, so that the next one need not begin again.

use crate::folding::{folded, is_folded_but_for_ascii};
use crate::needle::Needle;
use crate::record::Record;
use crate::store::Store;

/// How much of the names shows which letters are rare in them.
const SAMPLE_BYTES: usize = 16 * 1024;

/// A search and which users and words it found among those it has seen; what has come since is looked at the next time.
#[derive(Debug)]
pub(crate) struct Search {
    needle: Needle,
    /// For each place.
    users: Vec<bool>,
    /// For each word, of which those that are emails and descriptions are asked for.
    words: Vec<bool>,
}

impl Search {
    /// What `search` finds among all users; `None` where nothing is searched for, so that all of them are found. Where
    /// the last search was for a part of this text, only what that one found is looked at.
    pub(crate) fn next(last: Option<Self>, search: &str, store: &Store) -> Option<Self> {
        let names = store.names().as_bytes();
        let sample = names.get(..SAMPLE_BYTES).unwrap_or(names);
        let needle = Needle::new(search, sample)?;
        let mut next = match last {
            Some(last) if last.needle.is_same_as(&needle) => last,
            Some(mut last) if needle.narrows(&last.needle) => {
                last.needle = needle;
                last.narrow(store);
                last
            }
            Some(_) | None => Self {
                needle,
                users: Vec::with_capacity(store.len()),
                words: Vec::new(),
            },
        };
        next.go_on(store);
        Some(next)
    }

    /// Whether the user at this place was found.
    pub(crate) fn has_found(&self, place: usize) -> bool {
        self.users.get(place) == Some(&true)
    }

    /// For each place, whether the user there was found.
    pub(crate) fn users(&self) -> &[bool] {
        &self.users
    }

    /// Looks again at a user who has changed.
    pub(crate) fn look_again(&mut self, place: usize, store: &Store) {
        self.go_on_with_words(store);
        let found = store
            .records()
            .get(place)
            .is_some_and(|record| finds(&self.needle, &self.words, record, store));
        if let Some(user) = self.users.get_mut(place) {
            *user = found;
        }
    }

    /// Forgets the users that the list no longer has.
    pub(crate) fn retain(&mut self, is_kept: &[bool]) {
        let mut kept = is_kept.iter();
        self.users.retain(|_| kept.next() == Some(&true));
    }

    fn narrow(&mut self, store: &Store) {
        for (number, word) in self.words.iter_mut().enumerate() {
            *word = *word && is_in_word(&self.needle, store.words().text(number));
        }
        let Self { needle, users, words } = self;
        for (user, record) in users.iter_mut().zip(store.records()) {
            *user = *user && finds(needle, words, record, store);
        }
    }

    fn go_on(&mut self, store: &Store) {
        self.go_on_with_words(store);
        let new = store.records().get(self.users.len()..).unwrap_or_default();
        let Self { needle, users, words } = self;
        users.extend(new.iter().map(|record| finds(needle, words, record, store)));
    }

    fn go_on_with_words(&mut self, store: &Store) {
        let new = self.words.len()..store.words().len();
        let needle = &self.needle;
        self.words
            .extend(new.map(|number| is_in_word(needle, store.words().text(number))));
    }
}

fn finds(needle: &Needle, words: &[bool], record: &Record, store: &Store) -> bool {
    let is_word_found = |word: usize| words.get(word) == Some(&true);
    is_word_found(record.email)
        || is_word_found(record.description)
        || needle.is_in(record.name.searched(store.names()))
}

fn is_in_word(needle: &Needle, word: &str) -> bool {
    match is_folded_but_for_ascii(word) {
        true => needle.is_in(word),
        false => needle.is_in(&word.chars().flat_map(folded).collect::<String>()),
    }
}
