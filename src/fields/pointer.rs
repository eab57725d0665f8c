//! Waiting until a press of the pointer is over.

use leptos::ev;
use leptos::prelude::*;
use std::time::Duration;

/// Whether the pointer is pressed down, and what waits until it is not. A handle: copies are the same pointer.
///
/// A remark that appears between the press and the release moves what is below it, and the release then meets something else: a
/// person who leaves a field by pressing *Next* would have pressed nothing.
#[derive(Clone, Copy)]
pub(super) struct Pointer {
    is_down: StoredValue<bool>,
    waiting: StoredValue<Vec<Waiting>>,
}

/// What waits. No [`Callback`], which would go with the field that made it: the press may be of what takes the field off the page.
type Waiting = Box<dyn FnOnce()>;

impl Pointer {
    /// Not pressed, as far as is known.
    pub(super) fn new() -> Self {
        Pointer {
            is_down: StoredValue::new(false),
            waiting: StoredValue::new(Vec::new()),
        }
    }

    /// Follows the pointer for as long as the calling component is on the page.
    pub(super) fn follow(self) {
        let pressed = window_event_listener(ev::pointerdown, move |_| self.is_down.set_value(true));
        let released = window_event_listener(ev::pointerup, move |_| self.release());
        let cancelled = window_event_listener(ev::pointercancel, move |_| self.release());
        on_cleanup(move || {
            pressed.remove();
            released.remove();
            cancelled.remove();
        });
    }

    /// Does something at once, or once the press is over; nothing where the form is gone: a field that is taken off the page with it
    /// may lose the focus after it.
    pub(super) fn once_released(self, action: impl FnOnce() + 'static) {
        match self.is_down.try_get_value() {
            None => {}
            Some(false) => action(),
            Some(true) => self
                .waiting
                .update_value(|waiting| waiting.push(Box::new(action))),
        }
    }

    /// Drops what waits: the press was of what makes it void.
    pub(super) fn forget_waiting(self) {
        self.waiting.update_value(Vec::clear);
    }

    /// The click comes after the release, in the same turn of the browser; what waits comes after the click.
    fn release(self) {
        self.is_down.set_value(false);
        set_timeout(
            move || {
                let waiting = self.waiting.try_update_value(std::mem::take);
                for action in waiting.unwrap_or_default() {
                    action();
                }
            },
            Duration::ZERO,
        );
    }
}
