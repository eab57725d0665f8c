//! Which service users are selected.

use hashbrown::HashSet;

use service_user::UserId;

use crate::user_key::UserKey;
use crate::{Place, Row, UserList};

/// Which service users are selected. It knows them by their ids, so that neither another view nor reading the list again
/// changes it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Selection(HashSet<UserKey>);

impl Selection {
    /// Nobody.
    pub fn new() -> Self {
        Self::default()
    }

    /// How many are selected, shown or not.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether nobody is selected.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether the user of a row is selected.
    pub fn contains(&self, row: Row<'_>) -> bool {
        self.0.contains(row.key())
    }

    /// How many of the users at these places are selected: none, all or some of what a view shows.
    pub fn count_among(&self, list: &UserList, places: &[Place]) -> usize {
        match self.is_empty() {
            true => 0,
            false => rows(list, places).filter(|row| self.contains(*row)).count(),
        }
    }

    /// The ids of all who are selected, in no particular order.
    pub fn ids(&self) -> impl Iterator<Item = UserId> {
        self.0.iter().map(UserKey::id)
    }

    /// Selects a user, or does so no longer.
    pub fn set(&mut self, id: &UserId, is_selected: bool) {
        let key = UserKey::of(id);
        match is_selected {
            true => self.0.insert(key),
            false => self.0.remove(&key),
        };
    }

    /// Selects all users at these places, or does so no longer. Others stay as they are.
    pub fn set_all(&mut self, list: &UserList, places: &[Place], is_selected: bool) {
        let rows = rows(list, places);
        match is_selected {
            true => self.0.extend(rows.map(|row| row.key().clone())),
            false => rows.for_each(|row| {
                self.0.remove(row.key());
            }),
        }
    }

    /// Selects nobody.
    pub fn clear(&mut self) {
        self.0 = HashSet::new();
    }

    /// Drops those whom the list no longer has. To be called when a list is complete: one that is still being read
    /// lacks most of them.
    pub fn keep_listed(&mut self, list: &UserList) {
        self.0.retain(|key| list.has(key));
    }
}

fn rows<'a>(list: &'a UserList, places: &[Place]) -> impl Iterator<Item = Row<'a>> {
    places.iter().filter_map(|place| list.row(*place))
}
