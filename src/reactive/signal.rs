//! A value to be read, wherever it comes from.

use super::{Memo, RwSignal, Value, reading};
use std::marker::PhantomData;

/// A value that is read and not changed: somebody else's signal or memo, what a closure answers, or what never changes. A handle: copies are
/// the same value.
pub struct Signal<T>(leptos::prelude::Signal<Value>, PhantomData<fn() -> T>);

reading!(Signal, leptos::prelude::Signal<Value>);

impl<T: Send + Sync + 'static> Signal<T> {
    /// What a closure answers, each time it is read.
    #[must_use]
    pub fn derive(answer: impl Fn() -> T + Send + Sync + 'static) -> Self {
        Signal(
            derived(Box::new(move || -> Value { Box::new(answer()) })),
            PhantomData,
        )
    }

    /// A value that never changes.
    #[must_use]
    pub fn stored(value: T) -> Self {
        Signal(stored(Box::new(value)), PhantomData)
    }
}

#[inline(never)]
fn derived(answer: Box<dyn Fn() -> Value + Send + Sync>) -> leptos::prelude::Signal<Value> {
    leptos::prelude::Signal::derive(answer)
}

#[inline(never)]
fn stored(value: Value) -> leptos::prelude::Signal<Value> {
    leptos::prelude::Signal::stored(value)
}

#[inline(never)]
fn of_rw_signal(signal: leptos::prelude::RwSignal<Value>) -> leptos::prelude::Signal<Value> {
    signal.into()
}

#[inline(never)]
fn of_memo(memo: leptos::prelude::Memo<Value>) -> leptos::prelude::Signal<Value> {
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

impl<T: Default + Send + Sync + 'static> Default for Signal<T> {
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
    T: Send + Sync + 'static,
    F: Fn() -> T + Send + Sync + 'static,
{
    fn from(answer: F) -> Self {
        Signal::derive(answer)
    }
}
