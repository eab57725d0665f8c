//! What a component is told to do.

use crate::calls::Call;
use crate::signals::StoredValue;
use std::rc::Rc;

/// What is done when something happens to a component, with what happened. A handle: copies do the same, for as long as whoever made it is on
/// the page.
pub struct Callback<In, Out = ()>(StoredValue<Rc<dyn Call<In, Out>>>);

impl<In, Out> Clone for Callback<In, Out> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<In, Out> Copy for Callback<In, Out> {}

impl<In: 'static, Out: 'static> Callback<In, Out> {
    /// Does what the closure does.
    #[must_use]
    pub fn new(act: impl Fn(In) -> Out + 'static) -> Self {
        Callback(StoredValue::new(Rc::new(act)))
    }

    /// Does it.
    ///
    /// # Panics
    ///
    /// Where whoever made it is gone.
    pub fn run(self, input: In) -> Out {
        self.0.get_value().call(input)
    }

    /// Does it, where whoever made it is still there.
    pub fn try_run(self, input: In) -> Option<Out> {
        self.0.try_get_value().map(|act| act.call(input))
    }
}

impl<In: 'static, Out: 'static, F: Fn(In) -> Out + 'static> From<F> for Callback<In, Out> {
    fn from(act: F) -> Self {
        Callback::new(act)
    }
}
