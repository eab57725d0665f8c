//! A place in a view that follows what it reads.

use crate::view::{IntoView, View};

/// What is shown in such a place.
pub type Dynamic = Box<dyn FnMut() -> View>;

/// Shows what the closure answers, and anew whenever something that it read has changed. A closure alone in a view does the same, with a copy
/// of the framework's code for it.
pub fn dynamic<V: IntoView>(mut view: impl FnMut() -> V + 'static) -> Dynamic {
    Box::new(move || view().into_view())
}
