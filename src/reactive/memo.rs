//! A value that follows from others.

use super::value::known;
use super::{Value, reading};
use std::marker::PhantomData;

/// A value that is worked out of others when it is read after one of them changed, and whose readers learn of it only where it comes out
/// different. A handle: copies are the same value.
pub struct Memo<T>(pub(super) leptos::prelude::Memo<Value>, PhantomData<fn() -> T>);

reading!(Memo, leptos::prelude::Memo<Value>);

impl<T: PartialEq + Send + Sync + 'static> Memo<T> {
    /// Works the value out; the argument is what it was before.
    #[must_use]
    pub fn new(work_out: impl Fn(Option<&T>) -> T + Send + Sync + 'static) -> Self {
        let work_out = move |before: Option<&Value>| -> Value { Box::new(work_out(before.map(known))) };
        Memo(remember(Box::new(work_out), is_different::<T>), PhantomData)
    }
}

type WorkOut = Box<dyn Fn(Option<&Value>) -> Value + Send + Sync>;

#[inline(never)]
fn remember(
    work_out: WorkOut,
    is_different: fn(Option<&Value>, Option<&Value>) -> bool,
) -> leptos::prelude::Memo<Value> {
    leptos::prelude::Memo::new_with_compare(work_out, is_different)
}

fn is_different<T: PartialEq + 'static>(before: Option<&Value>, after: Option<&Value>) -> bool {
    before.map(known::<T>) != after.map(known::<T>)
}
