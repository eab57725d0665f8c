//! A value that follows from others.

use super::value::{held, known};
use super::{Value, reading};
use crate::calls::Call;
use original::__reexports::send_wrapper::SendWrapper;
use std::marker::PhantomData;

/// A value that is worked out of others when it is read after one of them changed, and whose readers learn of it only where it comes out
/// different. A handle: copies are the same value.
pub struct Memo<T>(pub(super) original::prelude::Memo<Value>, PhantomData<fn() -> T>);

reading!(Memo, original::prelude::Memo<Value>);

impl<T: PartialEq + 'static> Memo<T> {
    /// Works the value out; the argument is what it was before.
    #[must_use]
    pub fn new(work_out: impl Fn(Option<&T>) -> T + 'static) -> Self {
        let work_out = move |before: Option<&Value>| held(work_out(before.map(known)));
        Memo(remember(Box::new(work_out), is_different::<T>), PhantomData)
    }
}

type WorkOut = Box<dyn for<'a> Call<Option<&'a Value>, Value>>;

#[inline(never)]
fn remember(
    work_out: WorkOut,
    is_different: fn(Option<&Value>, Option<&Value>) -> bool,
) -> original::prelude::Memo<Value> {
    let work_out = SendWrapper::new(work_out);
    original::prelude::Memo::new_with_compare(move |before| work_out.call(before), is_different)
}

fn is_different<T: PartialEq + 'static>(before: Option<&Value>, after: Option<&Value>) -> bool {
    before.map(known::<T>) != after.map(known::<T>)
}
