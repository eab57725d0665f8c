//! A value that nobody follows.

use super::Value;
use super::value::{Change, changed, held, known};
use original::prelude::{ReadValue, UpdateValue};
use std::marker::PhantomData;

/// A value that is kept for as long as the calling component is on the page, and does not tell of its changes. A handle: copies are the same
/// value.
pub struct StoredValue<T>(original::prelude::StoredValue<Value>, PhantomData<fn() -> T>);

impl<T> Clone for StoredValue<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for StoredValue<T> {}

impl<T: 'static> StoredValue<T> {
    /// Keeps a value.
    #[must_use]
    pub fn new(value: T) -> Self {
        StoredValue(keep(held(value)), PhantomData)
    }

    /// Looks at the value.
    ///
    /// # Panics
    ///
    /// Where it is gone.
    pub fn with_value<R>(self, reader: impl FnOnce(&T) -> R) -> R {
        match self.try_with_value(reader) {
            Some(answer) => answer,
            None => gone(),
        }
    }

    /// Looks at the value, where it is still there.
    pub fn try_with_value<R>(self, reader: impl FnOnce(&T) -> R) -> Option<R> {
        let value = self.0.try_read_value()?;
        Some(reader(known(&value)))
    }

    /// Puts another value in its place. Where it is gone, nothing happens.
    pub fn set_value(self, value: T) {
        self.update_value(|before| *before = value);
    }

    /// Changes the value where it is. Where it is gone, nothing happens.
    pub fn update_value(self, change: impl FnOnce(&mut T)) {
        self.try_update_value(change);
    }

    /// Changes the value where it is and answers what the change answered; `None` where it is gone.
    pub fn try_update_value<R>(self, change: impl FnOnce(&mut T) -> R) -> Option<R> {
        changed(|change| alter(self.0, change), change)
    }
}

impl<T: Clone + 'static> StoredValue<T> {
    /// A copy of the value.
    ///
    /// # Panics
    ///
    /// Where it is gone.
    #[must_use]
    pub fn get_value(self) -> T {
        self.with_value(T::clone)
    }

    /// A copy of the value, where it is still there.
    #[must_use]
    pub fn try_get_value(self) -> Option<T> {
        self.try_with_value(T::clone)
    }
}

#[inline(never)]
fn keep(value: Value) -> original::prelude::StoredValue<Value> {
    original::prelude::StoredValue::new(value)
}

#[inline(never)]
fn alter(stored: original::prelude::StoredValue<Value>, change: &mut Change<'_>) {
    stored.update_value(|value| change.call(value));
}

/// Whoever asks is owned by whoever made the value, and is gone before it.
#[cold]
fn gone() -> ! {
    unreachable!("a value is there for as long as whoever looks at it")
}
