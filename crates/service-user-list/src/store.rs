//! The service users themselves, in little room.

use std::hash::BuildHasher;

use hashbrown::{DefaultHashBuilder, HashTable};
use service_user::{AccountId, RoleId, ServiceUser, Status, UserId};

use crate::Row;
use crate::folding::{folded, is_folded_but_for_ascii};
use crate::growth::growth;
use crate::interner::Interner;
use crate::record::{Record, RecordName, RecordStatus};
use crate::user_key::UserKey;

/// The service users in the order in which they arrived. Places are those in `records`.
#[derive(Debug, Default)]
pub(crate) struct Store {
    records: Vec<Record>,
    /// The friendly names.
    names: String,
    /// How many bytes of `names` belong to no record any more.
    unused_bytes: usize,
    /// All other texts, which users often share.
    words: Interner<u8>,
    /// Lists of words, and lists of such lists.
    lists: Interner<usize>,
    /// From an id to its place.
    places: HashTable<usize>,
    hasher: DefaultHashBuilder,
}

/// Where a service user was put.
pub(crate) enum Put {
    /// At this place, behind all others.
    Added(usize),
    /// At this place, where the one with its id was.
    Replaced(usize),
}

impl Store {
    pub(crate) fn len(&self) -> usize {
        self.records.len()
    }

    pub(crate) fn records(&self) -> &[Record] {
        &self.records
    }

    pub(crate) fn names(&self) -> &str {
        &self.names
    }

    pub(crate) fn words(&self) -> &Interner<u8> {
        &self.words
    }

    pub(crate) fn row(&self, place: usize) -> Option<Row<'_>> {
        self.records.get(place).map(|record| Row { store: self, record })
    }

    pub(crate) fn find(&self, id: &UserId) -> Option<usize> {
        self.find_key(&UserKey::of(id))
    }

    /// The words that one of the four lists of a user is made of.
    pub(crate) fn shared_words(&self, record: &Record, which: Shared) -> impl Iterator<Item = &str> {
        let lists = self.lists.get(record.shared);
        let list = lists.get(which as usize).map(|list| self.lists.get(*list));
        list.unwrap_or_default().iter().map(|word| self.words.text(*word))
    }

    /// Adds a service user, or puts it in the place of the one with its id.
    pub(crate) fn put(&mut self, user: &ServiceUser) -> Put {
        let key = UserKey::of(&user.id);
        let place = self.find_key(&key);
        let shared = [
            self.list(user.managers.iter().map(String::as_str)),
            self.list(user.accounts.iter().map(AccountId::as_str)),
            self.list(user.roles.iter().map(RoleId::as_str)),
            self.list(user.created_by.as_deref().into_iter()),
        ];
        let record = Record {
            key,
            name: self.place_name(place, &user.friendly_name),
            description: self.words.number(user.description.as_bytes()),
            email: self.words.number(user.email.as_bytes()),
            shared: self.lists.number(&shared),
            status: match &user.status {
                Status::Active => RecordStatus::Active,
                Status::Disabled => RecordStatus::Disabled,
                Status::Other(text) => RecordStatus::Other(self.words.number(text.as_bytes())),
            },
            end_date: user.end_date,
            created_at: user.created_at,
        };
        match place.and_then(|place| self.records.get_mut(place).map(|old| (place, old))) {
            Some((place, old)) => {
                *old = record;
                self.drop_unused_names();
                Put::Replaced(place)
            }
            None => Put::Added(self.add(record)),
        }
    }

    /// Keeps the users for whose place `is_kept` says so, in their order.
    pub(crate) fn retain(&mut self, is_kept: &[bool]) {
        let mut kept = is_kept.iter();
        let mut unused_bytes = 0;
        self.records.retain(|record| {
            let is_kept = kept.next() == Some(&true);
            if !is_kept {
                unused_bytes += record.name.whole_length();
            }
            is_kept
        });
        self.unused_bytes += unused_bytes;
        self.drop_unused_names();
        let Self {
            records,
            places,
            hasher,
            ..
        } = self;
        places.clear();
        for (place, record) in records.iter().enumerate() {
            let hash = hasher.hash_one(&record.key);
            places.insert_unique(hash, place, |place| hash_at(hasher, records, *place));
        }
    }

    pub(crate) fn find_key(&self, key: &UserKey) -> Option<usize> {
        let has_key = |place: &usize| self.records.get(*place).is_some_and(|record| record.key == *key);
        self.places.find(self.hasher.hash_one(key), has_key).copied()
    }

    fn add(&mut self, record: Record) -> usize {
        let Self {
            records,
            places,
            hasher,
            ..
        } = self;
        let hash = hasher.hash_one(&record.key);
        let place = records.len();
        records.reserve_exact(growth(records.capacity(), place, 1));
        records.push(record);
        places.insert_unique(hash, place, |place| hash_at(hasher, records, *place));
        place
    }

    fn list<'a>(&mut self, words: impl Iterator<Item = &'a str>) -> usize {
        let numbers: Vec<usize> = words.map(|word| self.words.number(word.as_bytes())).collect();
        self.lists.number(&numbers)
    }

    /// Where a user's name is: where it was, if it is the same, and behind all others if not.
    fn place_name(&mut self, place: Option<usize>, name: &str) -> RecordName {
        match place.and_then(|place| self.records.get(place)) {
            Some(old) if old.name.text(&self.names) == name => return old.name,
            Some(old) => self.unused_bytes += old.name.whole_length(),
            None => {}
        }
        let names = &mut self.names;
        let start = names.len();
        names.reserve_exact(growth(names.capacity(), start, name.len()));
        names.push_str(name);
        if !is_folded_but_for_ascii(name) {
            names.extend(name.chars().flat_map(folded));
        }
        RecordName {
            start,
            length: name.len(),
            folded_length: names.len() - start - name.len(),
        }
    }

    /// Once half of the names belong to nobody, those that do are copied together.
    fn drop_unused_names(&mut self) {
        if self.unused_bytes * 2 <= self.names.len() {
            return;
        }
        let mut names = String::with_capacity(self.names.len().saturating_sub(self.unused_bytes));
        for record in &mut self.records {
            let old = record.name;
            record.name.start = names.len();
            let whole = self.names.get(old.start..old.start + old.whole_length());
            names.push_str(whole.unwrap_or_default());
        }
        self.names = names;
        self.unused_bytes = 0;
    }
}

/// One of the lists that users share, as its place in the list of them.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Shared {
    Managers,
    Accounts,
    Roles,
    Creator,
}

fn hash_at(hasher: &DefaultHashBuilder, records: &[Record], place: usize) -> u64 {
    records
        .get(place)
        .map_or(0, |record| hasher.hash_one(&record.key))
}
