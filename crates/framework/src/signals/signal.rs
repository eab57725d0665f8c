//! A value to be read, wherever it comes from.

use super::value::held;
use super::{Memo, RwSignal, Value, reading};
use crate::calls::Call;
use original::__reexports::send_wrapper::SendWrapper;
use std::marker::PhantomData;

/// A value that is read and not changed: somebody else's signal or memo, what a closure answers, or what never changes. A handle: copies are
/// the same value.
pub struct Signal<T>(original::prelude::Signal<Value>, PhantomData<fn() -> T>);

reading!(Signal, original::prelude::Signal<Value>);

impl<T: 'static> Signal<T> {
    /// What a closure answers, each time it is read.
    #[must_use]
    pub fn derive(answer: impl Fn() -> T + 'static) -> Self {
        Signal(derived(Box::new(move |()| held(answer()))), PhantomData)
    }

    /// A value that never changes.
    #[must_use]
    pub fn stored(value: T) -> Self {
        Signal(stored(held(value)), PhantomData)
    }
}

#[inline(never)]
fn derived(answer: Box<dyn Call<(), Value>>) -> original::prelude::Signal<Value> {
    let answer = SendWrapper::new(answer);
    original::prelude::Signal::derive(move || answer.call(()))
}

#[inline(never)]
fn stored(value: Value) -> original::prelude::Signal<Value> {
    original::prelude::Signal::stored(value)
}

#[inline(never)]
fn of_rw_signal(signal: original::prelude::RwSignal<Value>) -> original::prelude::Signal<Value> {
    signal.into()
}

#[inline(never)]
fn of_memo(memo: original::prelude::Memo<Value>) -> original::prelude::Signal<Value> {
    memo.into()
}

impl<T> From<RwSignal<T>> for Signal<T> {
    fn from(signal: RwSignal<T>) -> Self {
        Signal(of_rw_signal(signal.0), PhantomData)
    }
}

impl<T> From<Memo<T>> for Signal<T> {
    fn from(memo: Memo<T>) -> Self {
        Signal(of_memo(memo.0), PhantomData)
    }
}

impl<T: Default + 'static> Default for Signal<T> {
    fn default() -> Self {
        Signal::stored(T::default())
    }
}

impl From<bool> for Signal<bool> {
    fn from(value: bool) -> Self {
        Signal::stored(value)
    }
}

impl From<&str> for Signal<String> {
    fn from(value: &str) -> Self {
        Signal::stored(value.to_owned())
    }
}

impl From<String> for Signal<String> {
    fn from(value: String) -> Self {
        Signal::stored(value)
    }
}

impl<T, F> From<F> for Signal<T>
where
    T: 'static,
    F: Fn() -> T + 'static,
{
    fn from(answer: F) -> Self {
        Signal::derive(answer)
    }
}
