//! Getting hold of an element of a view.

use crate::signals::RwSignal;
use original::html::ElementType;
use original::tachys::renderer::types::Element;
use original::wasm_bindgen::JsCast;
use std::marker::PhantomData;

/// An element that a view makes, once it has made it; `E` says which kind it is. A handle: copies are the same one.
pub struct NodeRef<E>(RwSignal<Option<Element>>, PhantomData<fn() -> E>);

impl<E> Clone for NodeRef<E> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<E> Copy for NodeRef<E> {}

impl<E> Default for NodeRef<E> {
    fn default() -> Self {
        Self::new()
    }
}

impl<E> NodeRef<E> {
    /// Of no element yet.
    #[must_use]
    pub fn new() -> Self {
        NodeRef(RwSignal::new(None), PhantomData)
    }

    /// Follows which element it is, without looking at it.
    pub fn track(self) {
        self.0.track();
    }

    /// Whoever wants to know the element, whatever its kind.
    pub(crate) fn of_any_kind(self) -> RwSignal<Option<Element>> {
        self.0
    }
}

impl<E: ElementType<Output: JsCast>> NodeRef<E> {
    /// The element, which is asked for again when it is another one.
    #[must_use]
    pub fn get(self) -> Option<E::Output> {
        self.0.get().map(Element::unchecked_into)
    }

    /// The element as it is now; none where whoever made the handle is gone.
    #[must_use]
    pub fn get_untracked(self) -> Option<E::Output> {
        self.0.try_get_untracked().flatten().map(Element::unchecked_into)
    }
}
