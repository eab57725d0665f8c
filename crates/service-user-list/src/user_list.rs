//! The list of service users.

use service_user::{ServiceUser, UserId, UtcDay};

use crate::orders::Orders;
use crate::search::Search;
use crate::show::ShownToday;
use crate::store::{Put, Store};
use crate::user_key::UserKey;
use crate::{Counts, Row, View};

/// Where a service user is in a [`UserList`]. It holds until users are taken out of that list: then it may be
/// another's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place(usize);

/// The service users of a host, to be searched, filtered and sorted.
///
/// It can be used while it is being filled: every answer is right for the users that it holds by then. What an answer
/// took to work out is kept for the next one. That is why asking takes `&mut self`.
///
/// An id occurs once: a user whose id is there already takes the place of the earlier one.
#[derive(Debug, Default)]
pub struct UserList {
    store: Store,
    search: Option<Search>,
    shown: Option<ShownToday>,
    orders: Orders,
}

impl UserList {
    /// An empty list.
    pub fn new() -> Self {
        Self::default()
    }

    /// How many users there are.
    pub fn len(&self) -> usize {
        self.store.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The user at this place; `None` where nobody is there any more.
    pub fn row(&self, place: Place) -> Option<Row<'_>> {
        self.store.row(place.0)
    }

    /// The users in the order in which they arrived.
    pub fn rows(&self) -> impl Iterator<Item = Row<'_>> {
        (0..self.len()).filter_map(|place| self.store.row(place))
    }

    /// Where the user with this id is.
    pub fn find(&self, id: &UserId) -> Option<Place> {
        self.store.find(id).map(Place)
    }

    /// The places of the users that a view shows, in its order.
    pub fn places(&mut self, view: &View, today: UtcDay) -> Vec<Place> {
        self.look(&view.search, today);
        let shown = self.shown.as_ref().map(ShownToday::users).unwrap_or_default();
        let is_shown = |place: &usize| {
            shown.get(*place).is_some_and(|shown| shown.is_in(view.show))
                && self.search.as_ref().is_none_or(|search| search.has_found(*place))
        };
        let places = self.orders.places(view.order, today, &self.store);
        places.iter().copied().filter(is_shown).map(Place).collect()
    }

    /// How many of the users that a search finds each choice would show; all users, where nothing is searched for.
    pub fn counts(&mut self, search: &str, today: UtcDay) -> Counts {
        self.look(search, today);
        let shown = self.shown.as_ref().map(ShownToday::users).unwrap_or_default();
        match &self.search {
            None => Counts::count(shown.iter().copied()),
            Some(search) => {
                let found = shown
                    .iter()
                    .zip(search.users())
                    .filter(|(_, is_found)| **is_found);
                Counts::count(found.map(|(shown, _)| *shown))
            }
        }
    }

    /// Adds a user, or puts it in the place of the one with its id; whether it was new.
    pub fn insert(&mut self, user: &ServiceUser) -> bool {
        match self.store.put(user) {
            Put::Added(place) => {
                self.orders.note_change(place, &self.store);
                true
            }
            Put::Replaced(place) => {
                self.orders.note_change(place, &self.store);
                if let Some(search) = &mut self.search {
                    search.look_again(place, &self.store);
                }
                if let Some(shown) = &mut self.shown {
                    shown.look_again(place, &self.store);
                }
                false
            }
        }
    }

    /// Takes a user out; whether it was there.
    pub fn remove(&mut self, id: &UserId) -> bool {
        let Some(found) = self.store.find(id) else {
            return false;
        };
        let is_kept: Vec<bool> = (0..self.len()).map(|place| place != found).collect();
        self.keep(&is_kept);
        true
    }

    /// Keeps the users for whom `is_kept` says so. Taking out many at once takes no longer than taking out one.
    pub fn retain(&mut self, is_kept: impl FnMut(Row<'_>) -> bool) {
        let is_kept: Vec<bool> = self.rows().map(is_kept).collect();
        if is_kept.contains(&false) {
            self.keep(&is_kept);
        }
    }

    pub(crate) fn has(&self, key: &UserKey) -> bool {
        self.store.find_key(key).is_some()
    }

    fn keep(&mut self, is_kept: &[bool]) {
        self.store.retain(is_kept);
        self.orders.retain(is_kept);
        if let Some(search) = &mut self.search {
            search.retain(is_kept);
        }
        if let Some(shown) = &mut self.shown {
            shown.retain(is_kept);
        }
    }

    /// Works out what a search finds and who is shown today, as far as that is not known yet.
    fn look(&mut self, search: &str, today: UtcDay) {
        self.search = Search::next(self.search.take(), search, &self.store);
        self.shown = Some(ShownToday::next(self.shown.take(), today, &self.store));
    }
}

/// Adds users, as [`UserList::insert`] does one.
impl Extend<ServiceUser> for UserList {
    fn extend<Users: IntoIterator<Item = ServiceUser>>(&mut self, users: Users) {
        for user in users {
            self.insert(&user);
        }
    }
}

impl FromIterator<ServiceUser> for UserList {
    fn from_iter<Users: IntoIterator<Item = ServiceUser>>(users: Users) -> Self {
        let mut list = Self::new();
        list.extend(users);
        list
    }
}
