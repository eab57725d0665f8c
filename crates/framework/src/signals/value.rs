//! A value whose type only its owner knows.

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
pub(super) fn known_mut<T: 'static>(value: &mut Value) -> &mut T {
    match value.downcast_mut() {
        Some(value) => value,
        None => of_another_type(),
    }
}

/// A handle is made together with its value, of the handle's type, and nothing else ever puts one in.
#[cold]
fn of_another_type() -> ! {
    unreachable!("a handle's value is of the handle's type")
}
