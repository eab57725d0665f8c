//! What an element listens to.

use crate::calls::CallMut;
use original::prelude::Owner;
use original::tachys::renderer::types::{Element, Event};
use original::tachys::renderer::{RemoveEventHandler, Rndr};
use std::borrow::Cow;

/// What is done when an event comes.
pub(crate) struct Handler {
    event: Cow<'static, str>,
    act: Box<dyn CallMut<Event, ()>>,
    /// Who owns what is made while it is done.
    owner: Owner,
}

impl Handler {
    pub(crate) fn new(event: Cow<'static, str>, act: Box<dyn CallMut<Event, ()>>) -> Self {
        Handler {
            event,
            act,
            owner: Owner::current().unwrap_or_default(),
        }
    }

    /// Listens, until what this answers is dropped.
    pub(crate) fn listen(self, element: &Element) -> Listener {
        let Handler {
            event,
            mut act,
            owner,
        } = self;
        let act = move |event| {
            #[cfg(debug_assertions)]
            let _nothing_is_followed = original::reactive::diagnostics::SpecialNonReactiveZone::enter();
            owner.with(|| act.call(event));
        };
        Rndr::add_event_listener(element, &event, Box::new(act))
    }
}

/// Listens for as long as it is there.
pub(crate) type Listener = RemoveEventHandler<Element>;
