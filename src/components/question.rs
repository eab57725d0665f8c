//! A question before something that stops an integration, or that cannot be undone.

use super::focus_by_id;
use leptos::prelude::*;

/// A question that takes the place of the button that asks it. The focus goes to the button that leaves everything as it is, and comes back
/// with it. A handle: copies are the same question.
#[derive(Clone, Copy)]
pub struct Question {
    is_asked: RwSignal<bool>,
    ids: StoredValue<Ids>,
}

#[derive(Clone)]
struct Ids {
    ask: String,
    keep: String,
}

impl Question {
    /// Not asked yet. The ids are those of the button that asks and of the one that leaves everything as it is; both buttons carry them.
    #[must_use]
    pub fn new(ask_id: impl Into<String>, keep_id: impl Into<String>) -> Self {
        Question {
            is_asked: RwSignal::new(false),
            ids: StoredValue::new(Ids {
                ask: ask_id.into(),
                keep: keep_id.into(),
            }),
        }
    }

    /// Whether it is asked; follows it.
    #[must_use]
    pub fn is_asked(self) -> bool {
        self.is_asked.get()
    }

    /// Asks.
    pub fn ask(self) {
        self.is_asked.set(true);
        focus_by_id(self.keep_id());
    }

    /// Leaves everything as it is.
    pub fn keep(self) {
        self.is_asked.set(false);
        focus_by_id(self.ask_id());
    }

    /// The id of the button that asks.
    #[must_use]
    pub fn ask_id(self) -> String {
        self.ids.with_value(|ids| ids.ask.clone())
    }

    /// The id of the button that leaves everything as it is.
    #[must_use]
    pub fn keep_id(self) -> String {
        self.ids.with_value(|ids| ids.keep.clone())
    }
}
