//! Showing something for as long as a condition holds.

use super::{Memo, Signal};
use crate::children::{ChildrenFn, ViewFn};
use crate::view::IntoView;
use original::prelude::component;

/// Its children, while the condition holds; they are made anew each time it begins to hold.
#[component]
pub fn Show(
    /// The condition.
    #[prop(into)]
    when: Signal<bool>,
    /// What is shown while it does not; nothing where it is left out.
    #[prop(optional, into)]
    fallback: ViewFn,
    /// What is shown while it does.
    children: ChildrenFn,
) -> impl IntoView {
    let holds = Memo::new(move |_| when.get());
    move || match holds.get() {
        true => children.call(()),
        false => fallback.run(),
    }
}
