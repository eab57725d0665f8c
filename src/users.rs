//! The service users of the host, as far as they have arrived, and how old that is.

use crate::clock;
use account_api::{Error, SignedIn};
use leptos::prelude::*;
use leptos::task::spawn_local;
use service_user::{ServiceUser, TakenNames, UserId};
use service_user_list::{Row, UserList};

/// How long a list on its way is left as it is shown, in milliseconds: rows that change their places faster are no help to anybody.
const REST: f64 = 100.0;

/// What is known of the list as a whole.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListState {
    /// When the list that is shown was read to its end, in milliseconds since 1970; `None` before the first time.
    pub read_at: Option<f64>,
    /// How many have arrived of a list that is being read now.
    pub arrived: Option<usize>,
    /// Why the last attempt to read it failed.
    pub failure: Option<Error>,
}

impl ListState {
    /// Whether the first list is still awaited: it has neither arrived nor failed.
    #[must_use]
    pub fn is_pending(&self) -> bool {
        self.read_at.is_none() && self.failure.is_none()
    }
}

/// The service users of the host. A handle: copies are the same list.
///
/// A list that is read again takes the place of the one before when it is complete, and not before: what was there stays until
/// then, and also if it never comes to that. The very first is shown while it arrives.
#[derive(Clone, Copy)]
pub struct Users {
    /// No signal, because a list of a hundred thousand is never compared or copied; [`version`](Self::version) tells of changes.
    list: StoredValue<UserList>,
    version: RwSignal<u32>,
    state: RwSignal<ListState>,
    taken_names: RwSignal<TakenNames>,
    /// Grows by one with each reading, so that one that was overtaken is dropped.
    reading: StoredValue<u32>,
    /// What became known while a list is on its way, which may be older than that. Empty while none is.
    meanwhile: StoredValue<Vec<Change>>,
}

/// What became known of a service user otherwise than by the list.
enum Change {
    /// It was made, read again or changed.
    Put(ServiceUser),
    /// It was deleted.
    Dropped(UserId),
    /// The host said that its name is in use.
    NameTaken(String),
}

impl Users {
    /// None yet.
    #[must_use]
    pub fn new() -> Self {
        Users {
            list: StoredValue::new(UserList::new()),
            version: RwSignal::new(0),
            state: RwSignal::new(ListState::default()),
            taken_names: RwSignal::new(TakenNames::new()),
            reading: StoredValue::new(0),
            meanwhile: StoredValue::new(Vec::new()),
        }
    }

    /// What is known of the list as a whole.
    #[must_use]
    pub fn state(self) -> Signal<ListState> {
        self.state.into()
    }

    /// The friendly names that are in use, as far as the list and the server's answers tell.
    #[must_use]
    pub fn taken_names(self) -> Signal<TakenNames> {
        self.taken_names.into()
    }

    /// Looks at the list, and again whenever it changes.
    pub fn with<T>(self, reader: impl FnOnce(&mut UserList) -> T) -> Option<T> {
        self.version.track();
        self.with_untracked(reader)
    }

    /// Looks at the list once.
    pub fn with_untracked<T>(self, reader: impl FnOnce(&mut UserList) -> T) -> Option<T> {
        self.list.try_update_value(reader)
    }

    /// A service user as the list has it.
    #[must_use]
    pub fn find(self, id: &UserId) -> Option<ServiceUser> {
        self.with(|list| {
            let place = list.find(id)?;
            list.row(place).map(Row::to_service_user)
        })
        .flatten()
    }

    /// Forgets everything.
    pub fn clear(self) {
        self.begin_reading();
        self.replace(UserList::new(), TakenNames::new());
        self.state.set(ListState::default());
    }

    /// Reads the list anew.
    pub fn read(self, connection: SignedIn) {
        let reading = self.begin_reading();
        let mut arriving = Arriving::default();
        let is_first = self.state.with_untracked(|state| state.read_at.is_none());
        if is_first {
            self.replace(UserList::new(), TakenNames::new());
        }
        self.state.update(|state| state.arrived = Some(0));
        spawn_local(async move {
            let outcome = {
                let take = &mut |piece| match (self.is_latest(reading), is_first) {
                    (false, _) => {}
                    (true, true) => self.show_piece(&mut arriving, piece),
                    (true, false) => self.keep_piece(&mut arriving, piece),
                };
                connection.service_users_in_pieces(take).await
            };
            if !self.is_latest(reading) {
                return;
            }
            match (outcome, is_first) {
                (Ok(()), true) => {
                    self.taken_names.set(arriving.names);
                    self.apply_meanwhile();
                    self.complete();
                }
                (Ok(()), false) => {
                    self.replace(arriving.list, arriving.names);
                    self.apply_meanwhile();
                    self.complete();
                }
                (Err(error), _) => self.fail(error),
            }
        });
    }

    /// Takes over a list that was read whole.
    pub fn take(self, users: Vec<ServiceUser>) {
        self.begin_reading();
        let names = users.iter().map(|user| user.friendly_name.clone()).collect();
        self.replace(users.into_iter().collect(), names);
        self.complete();
    }

    /// Puts a service user that was made, read again or changed into the list.
    pub fn put(self, user: &ServiceUser) {
        self.note_meanwhile(|| Change::Put(user.clone()));
        let before = untrack(|| self.find(&user.id)).map(|before| before.friendly_name);
        self.with_untracked(|list| list.insert(user));
        match before {
            Some(before) if before == user.friendly_name => {}
            Some(_) => self.collect_names(),
            None => self.take_name(user.friendly_name.clone()),
        }
        self.touch();
    }

    /// Takes a service user that was deleted out of the list.
    pub fn drop_user(self, id: &UserId) {
        self.note_meanwhile(|| Change::Dropped(id.clone()));
        if self.with_untracked(|list| list.remove(id)) == Some(true) {
            self.collect_names();
            self.touch();
        }
    }

    /// Notes a friendly name that turned out to be in use.
    pub fn take_name(self, name: String) {
        self.note_meanwhile(|| Change::NameTaken(name.clone()));
        self.taken_names.update(|names| names.insert(name));
    }

    fn note_meanwhile(self, change: impl FnOnce() -> Change) {
        if self.state.with_untracked(|state| state.arrived.is_some()) {
            self.meanwhile.update_value(|meanwhile| meanwhile.push(change()));
        }
    }

    /// Does once more on top of a list that has arrived what was done while it was on its way.
    fn apply_meanwhile(self) {
        self.state.update(|state| state.arrived = None);
        let meanwhile = self.meanwhile.try_update_value(std::mem::take);
        for change in meanwhile.unwrap_or_default() {
            match change {
                Change::Put(user) => self.put(&user),
                Change::Dropped(id) => self.drop_user(&id),
                Change::NameTaken(name) => self.take_name(name),
            }
        }
    }

    fn begin_reading(self) -> u32 {
        self.meanwhile.set_value(Vec::new());
        self.reading
            .try_update_value(|reading| {
                *reading = reading.wrapping_add(1);
                *reading
            })
            .unwrap_or_default()
    }

    fn is_latest(self, reading: u32) -> bool {
        self.reading.try_get_value() == Some(reading)
    }

    /// A piece of the first list goes where it is seen.
    fn show_piece(self, arriving: &mut Arriving, piece: Vec<ServiceUser>) {
        arriving.note_names(&piece);
        let arrived = self.with_untracked(|list| {
            list.extend(piece);
            list.len()
        });
        let arrived = arrived.unwrap_or_default();
        // Each showing sorts what has arrived and puts rows in another place: at once at first, when there is nothing to be seen, and then
        // ever more seldom.
        let now = clock::milliseconds();
        let is_due = arriving.shown == 0 || now >= arriving.shown_at + REST;
        if arrived >= arriving.shown * 2 && is_due {
            arriving.shown = arrived;
            arriving.shown_at = now;
            self.touch();
        }
        self.state.update(|state| state.arrived = Some(arrived));
    }

    /// A piece of a later list waits beside the one that is seen.
    fn keep_piece(self, arriving: &mut Arriving, piece: Vec<ServiceUser>) {
        arriving.note_names(&piece);
        arriving.list.extend(piece);
        let arrived = arriving.list.len();
        self.state.update(|state| state.arrived = Some(arrived));
    }

    fn complete(self) {
        self.touch();
        self.state.set(ListState {
            read_at: Some(clock::milliseconds()),
            arrived: None,
            failure: None,
        });
    }

    fn fail(self, error: Error) {
        // Part of a first list is nothing to work with: a name that is not in it need not be free.
        if self.state.with_untracked(|state| state.read_at.is_none()) {
            self.replace(UserList::new(), TakenNames::new());
        }
        self.state.update(|state| {
            state.arrived = None;
            state.failure = Some(error);
        });
    }

    fn replace(self, list: UserList, names: TakenNames) {
        self.with_untracked(|present| *present = list);
        self.taken_names.set(names);
        self.touch();
    }

    fn collect_names(self) {
        let names = self.with_untracked(|list| {
            list.rows()
                .map(|row| row.friendly_name().to_owned())
                .collect::<TakenNames>()
        });
        if let Some(names) = names {
            self.taken_names.set(names);
        }
    }

    fn touch(self) {
        self.version.update(|version| *version = version.wrapping_add(1));
    }
}

impl Default for Users {
    fn default() -> Self {
        Self::new()
    }
}

/// A list on its way.
#[derive(Default)]
struct Arriving {
    list: UserList,
    names: TakenNames,
    /// How many there were when they were shown last.
    shown: usize,
    /// When that was, in milliseconds since 1970.
    shown_at: f64,
}

impl Arriving {
    fn note_names(&mut self, users: &[ServiceUser]) {
        self.names
            .extend(users.iter().map(|user| user.friendly_name.clone()));
    }
}
