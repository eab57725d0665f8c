//! The orders that were asked for, kept.

use service_user::UtcDay;

use crate::key_sort::sorted_by_key;
use crate::sort_key::write_sort_key;
use crate::store::Store;
use crate::{Column, Order};

/// Where more than one in so many users changed, all are sorted again: looking for so many places one by one takes longer.
const FEW: usize = 16;

/// The orders that were asked for, so that none is worked out twice. Each takes up what changed when it is asked for again.
#[derive(Debug, Default)]
pub(crate) struct Orders {
    today: Option<UtcDay>,
    known: Vec<Sorted>,
}

/// All places in one order, but for what it has not taken up yet.
#[derive(Debug)]
struct Sorted {
    order: Order,
    places: Vec<usize>,
    /// Places that are new or whose user changed; one may be named twice.
    changed: Vec<usize>,
}

impl Orders {
    /// All places of the list in this order.
    pub(crate) fn places(&mut self, order: Order, today: UtcDay, store: &Store) -> &[usize] {
        if self.today != Some(today) {
            // How users stand is the one thing that sorts them otherwise on another day.
            self.known.retain(|sorted| sorted.order.column != Column::Status);
            self.today = Some(today);
        }
        // The others are sorted from it.
        self.bring_up_to_date(Order::BY_NAME, today, store);
        self.bring_up_to_date(order, today, store);
        self.find(order).unwrap_or_default()
    }

    /// Notes that the user at this place is new or changed.
    pub(crate) fn note_change(&mut self, place: usize, store: &Store) {
        for sorted in &mut self.known {
            sorted.changed.push(place);
        }
        self.known
            .retain(|sorted| sorted.changed.len() * FEW <= store.len());
    }

    /// Forgets the users that the list no longer has.
    pub(crate) fn retain(&mut self, is_kept: &[bool]) {
        let mut next = 0;
        let new_places: Vec<Option<usize>> = is_kept
            .iter()
            .map(|is_kept| {
                let place = is_kept.then_some(next);
                next += usize::from(*is_kept);
                place
            })
            .collect();
        let renumber = |places: &mut Vec<usize>| {
            places.retain_mut(|place| match new_places.get(*place) {
                Some(Some(new_place)) => {
                    *place = *new_place;
                    true
                }
                Some(None) | None => false,
            });
        };
        for sorted in &mut self.known {
            renumber(&mut sorted.places);
            renumber(&mut sorted.changed);
        }
    }

    fn find(&self, order: Order) -> Option<&[usize]> {
        let sorted = self.known.iter().find(|sorted| sorted.order == order)?;
        Some(&sorted.places)
    }

    fn bring_up_to_date(&mut self, order: Order, today: UtcDay, store: &Store) {
        match self.known.iter_mut().find(|sorted| sorted.order == order) {
            Some(sorted) if sorted.changed.is_empty() => {}
            Some(sorted) => sorted.take_up_changes(today, store),
            None => {
                let places = match self.find(Order::BY_NAME) {
                    Some(by_name) => sorted(by_name, order, today, store),
                    None => sorted(&Vec::from_iter(0..store.len()), order, today, store),
                };
                self.known.push(Sorted {
                    order,
                    places,
                    changed: Vec::new(),
                });
            }
        }
    }
}

impl Sorted {
    /// Takes the changed ones out and puts them back where they belong now.
    fn take_up_changes(&mut self, today: UtcDay, store: &Store) {
        let order = self.order;
        let mut is_changed = vec![false; store.len()];
        for place in self.changed.drain(..) {
            if let Some(is_changed) = is_changed.get_mut(place) {
                *is_changed = true;
            }
        }
        self.places.retain(|place| is_changed.get(*place) == Some(&false));
        let changed = (0..).zip(is_changed).filter(|(_, is_changed)| *is_changed);
        let changed: Vec<usize> = changed.map(|(place, _)| place).collect();
        let by_name = sorted(&changed, Order::BY_NAME, today, store);
        let mut merged = Vec::with_capacity(store.len());
        let mut rest = self.places.as_slice();
        let (mut key, mut other_key) = (Vec::new(), Vec::new());
        for place in sorted(&by_name, order, today, store) {
            write_whole_key(&mut key, order, place, today, store);
            let (before, after) = rest.split_at(rest.partition_point(|other| {
                write_whole_key(&mut other_key, order, *other, today, store);
                other_key < key
            }));
            merged.extend_from_slice(before);
            merged.push(place);
            rest = after;
        }
        merged.extend_from_slice(rest);
        self.places = merged;
    }
}

/// The places by an order, and where it makes no difference as they were.
fn sorted(places: &[usize], order: Order, today: UtcDay, store: &Store) -> Vec<usize> {
    sorted_by_key(places, |key, place| {
        if let Some(row) = store.row(place) {
            write_sort_key(key, order, row, today);
        }
    })
}

/// A key with all that decides between two users: the order, the friendly name, and which of them was there first.
fn write_whole_key(key: &mut Vec<u8>, order: Order, place: usize, today: UtcDay, store: &Store) {
    key.clear();
    if let Some(row) = store.row(place) {
        write_sort_key(key, order, row, today);
        if order != Order::BY_NAME {
            write_sort_key(key, Order::BY_NAME, row, today);
        }
    }
    key.extend(place.to_be_bytes());
}
