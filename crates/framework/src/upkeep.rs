//! Keeping up to date what is in the page.

use original::prelude::RenderEffect;

/// What an effect has made and keeps up to date, until this is dropped.
pub(crate) struct Upkeep<T: 'static>(RenderEffect<T>);

impl<T> Upkeep<T> {
    /// Makes it at once, of nothing, and then again of what was made before, whenever something that was read in doing so has changed.
    pub(crate) fn new(make: impl FnMut(Option<T>) -> T + 'static) -> Self {
        Upkeep(RenderEffect::new(make))
    }

    /// Looks at what was made; nothing is done while it is being made again.
    pub(crate) fn with(&self, reader: impl FnOnce(&T)) {
        self.0.with_value_mut(|made| reader(made));
    }
}

/// Leptos lets go of what an effect has made a turn after the effect itself. There are further effects in it, which would read until then what
/// has gone with their owner.
impl<T> Drop for Upkeep<T> {
    fn drop(&mut self) {
        self.0.take_value();
    }
}
