//! Reading, which all handles do in the same way.

/// Gives a handle `Handle<T>(Inner, _)` the framework's ways to read, each of which opens the one compiled copy of the framework's reading
/// and looks at the value in it.
macro_rules! reading {
    ($handle:ident, $inner:ty) => {
        impl<T> Clone for $handle<T> {
            fn clone(&self) -> Self {
                *self
            }
        }

        impl<T> Copy for $handle<T> {}

        impl<T: 'static> $handle<T> {
            /// Looks at the value, and again whenever it changes.
            pub fn with<R>(self, reader: impl FnOnce(&T) -> R) -> R {
                reader(super::value::known(&tracked(self.0)))
            }

            /// Looks at the value once.
            pub fn with_untracked<R>(self, reader: impl FnOnce(&T) -> R) -> R {
                reader(super::value::known(&untracked(self.0)))
            }

            /// Looks at the value once, where it is still there.
            pub fn try_with_untracked<R>(self, reader: impl FnOnce(&T) -> R) -> Option<R> {
                use original::prelude::ReadUntracked as _;
                let value = self.0.try_read_untracked()?;
                Some(reader(super::value::known(&value)))
            }

            /// Follows the value's changes without looking at it.
            pub fn track(self) {
                original::prelude::Track::track(&self.0);
            }
        }

        impl<T: Clone + 'static> $handle<T> {
            /// A copy of the value, which is asked for again whenever it changes.
            #[must_use]
            pub fn get(self) -> T {
                self.with(T::clone)
            }

            /// A copy of the value as it is now.
            #[must_use]
            pub fn get_untracked(self) -> T {
                self.with_untracked(T::clone)
            }

            /// A copy of the value as it is now, where it is still there.
            #[must_use]
            pub fn try_get_untracked(self) -> Option<T> {
                self.try_with_untracked(T::clone)
            }
        }

        #[inline(never)]
        fn tracked(handle: $inner) -> impl std::ops::Deref<Target = super::Value> {
            original::prelude::Read::read(&handle)
        }

        #[inline(never)]
        fn untracked(handle: $inner) -> impl std::ops::Deref<Target = super::Value> {
            original::prelude::ReadUntracked::read_untracked(&handle)
        }
    };
}

pub(super) use reading;
