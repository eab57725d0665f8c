//! A value whose type only its owner knows.

use crate::calls::CallMut;
use original::__reexports::send_wrapper::SendWrapper;
use std::any::Any;

/// What every signal of the app holds, as far as Leptos can see. Leptos wants what can go to another thread; a page has one.
pub(super) type Value = SendWrapper<Box<dyn Any>>;

/// A value, to be held.
pub(super) fn held<T: 'static>(value: T) -> Value {
    SendWrapper::new(Box::new(value))
}

/// The value as what it is.
pub(super) fn known<T: 'static>(value: &Value) -> &T {
    match value.downcast_ref() {
        Some(value) => value,
        None => of_another_type(),
    }
}

/// As [`known`], to be changed.
fn known_mut<T: 'static>(value: &mut Value) -> &mut T {
    match value.downcast_mut() {
        Some(value) => value,
        None => of_another_type(),
    }
}

/// What changes a value, whatever it is.
pub(super) type Change<'change> = dyn for<'value> CallMut<&'value mut Value, ()> + 'change;

/// Has a value changed by whoever can reach it, and answers what the change answered; `None` where it was not reached.
pub(super) fn changed<T: 'static, R>(
    reach: impl FnOnce(&mut Change<'_>),
    change: impl FnOnce(&mut T) -> R,
) -> Option<R> {
    let mut change = Some(change);
    let mut answer = None;
    reach(&mut |value: &mut Value| {
        answer = change.take().map(|change| change(known_mut(value)));
    });
    answer
}

/// A handle is made together with its value, of the handle's type, and nothing else ever puts one in.
#[cold]
fn of_another_type() -> ! {
    unreachable!("a handle's value is of the handle's type")
}
