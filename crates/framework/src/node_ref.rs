//! Getting hold of an element of a view.

use original::html::ElementType;
use original::prelude::{Get, GetUntracked, RwSignal, Set, Track};
use original::tachys::renderer::types::Element;
use original::wasm_bindgen::JsCast;
use original::__reexports::send_wrapper::SendWrapper;
use std::marker::PhantomData;

/// An element that a view makes, once it has made it; `E` says which kind it is. A handle: copies are the same one.
pub struct NodeRef<E>(RwSignal<Option<SendWrapper<Element>>>, PhantomData<fn() -> E>);

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
        NodeRef(empty(), PhantomData)
    }

    /// Follows which element it is, without looking at it.
    pub fn track(self) {
        self.0.track();
    }
}

impl<E: ElementType<Output: JsCast>> NodeRef<E> {
    /// The element, which is asked for again when it is another one.
    #[must_use]
    pub fn get(self) -> Option<E::Output> {
        tracked(self.0).map(Element::unchecked_into)
    }

    /// The element as it is now; none where whoever made the handle is gone.
    #[must_use]
    pub fn get_untracked(self) -> Option<E::Output> {
        untracked(self.0).map(Element::unchecked_into)
    }
}

#[inline(never)]
fn empty() -> RwSignal<Option<SendWrapper<Element>>> {
    RwSignal::new(None)
}

#[inline(never)]
fn tracked(signal: RwSignal<Option<SendWrapper<Element>>>) -> Option<Element> {
    signal.get().map(SendWrapper::take)
}

#[inline(never)]
fn untracked(signal: RwSignal<Option<SendWrapper<Element>>>) -> Option<Element> {
    signal.try_get_untracked().flatten().map(SendWrapper::take)
}

/// Learns of the element.
pub trait Load {
    /// The element has been made.
    fn load(&self, element: &Element);
}

impl<E> Load for NodeRef<E> {
    fn load(&self, element: &Element) {
        self.0.set(Some(SendWrapper::new(element.clone())));
    }
}
