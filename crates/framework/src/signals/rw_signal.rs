//! A value that tells of its changes.

use super::value::{Change, changed, held};
use super::{Value, reading};
use original::prelude::{Set, Update};
use std::marker::PhantomData;

/// A value that is read and changed, and whose readers learn of each change. A handle: copies are the same value.
pub struct RwSignal<T>(
    pub(super) original::prelude::RwSignal<Value>,
    PhantomData<fn() -> T>,
);

reading!(RwSignal, original::prelude::RwSignal<Value>);

impl<T: 'static> RwSignal<T> {
    /// Holds a value, for as long as the calling component is on the page.
    #[must_use]
    pub fn new(value: T) -> Self {
        RwSignal(hold(held(value)), PhantomData)
    }

    /// Puts another value in its place. Where it is gone, nothing happens.
    pub fn set(self, value: T) {
        put(self.0, held(value));
    }

    /// As [`set`](Self::set); says that it may well be gone, as where an answer is awaited that may come too late.
    pub fn try_set(self, value: T) {
        self.set(value);
    }

    /// Changes the value where it is. Where it is gone, nothing happens.
    pub fn update(self, change: impl FnOnce(&mut T)) {
        self.try_update(change);
    }

    /// Changes the value where it is and answers what the change answered; `None` where it is gone.
    pub fn try_update<R>(self, change: impl FnOnce(&mut T) -> R) -> Option<R> {
        changed(|change| alter(self.0, change), change)
    }
}

#[inline(never)]
fn hold(value: Value) -> original::prelude::RwSignal<Value> {
    original::prelude::RwSignal::new(value)
}

#[inline(never)]
fn put(signal: original::prelude::RwSignal<Value>, value: Value) {
    signal.set(value);
}

#[inline(never)]
fn alter(signal: original::prelude::RwSignal<Value>, change: &mut Change<'_>) {
    signal.update(|value| change.call(value));
}
