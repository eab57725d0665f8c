//! A value whose type only its owner knows.

use std::any::Any;

/// What every signal of the app holds, as far as the framework can see.
pub(super) type Value = Box<dyn Any + Send + Sync>;

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
    unreachable!("a signal holds a value of its handle's type")
}
