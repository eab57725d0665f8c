//! What is handed to a component as its content.

use crate::calls::Call;
use crate::view::{IntoView, View};
use std::rc::Rc;

/// Content that is made once.
pub type Children = Box<dyn FnOnce() -> View>;

/// Content that can be made as often as it is wanted.
pub type ChildrenFn = Rc<dyn Call<(), View>>;

/// As the macro hands content on.
pub trait ToChildren<F> {
    /// As the component wants it.
    fn to_children(content: F) -> Self;
}

impl<V: IntoView, F: FnOnce() -> V + 'static> ToChildren<F> for Children {
    fn to_children(content: F) -> Self {
        Box::new(move || content().into_view())
    }
}

impl<V: IntoView, F: Fn() -> V + 'static> ToChildren<F> for ChildrenFn {
    fn to_children(content: F) -> Self {
        Rc::new(move |()| content().into_view())
    }
}

/// Content that is no more than words or a name, as the macro hands it on.
pub struct ChildrenOptContainer<T>(pub T);

impl<T: IntoView + 'static> ToChildren<ChildrenOptContainer<T>> for Children {
    fn to_children(content: ChildrenOptContainer<T>) -> Self {
        Box::new(move || content.0.into_view())
    }
}

impl<T: IntoView + Clone + 'static> ToChildren<ChildrenOptContainer<T>> for ChildrenFn {
    fn to_children(content: ChildrenOptContainer<T>) -> Self {
        Rc::new(move |()| content.0.clone().into_view())
    }
}

/// A view that a component is told to make; nothing where it is told none.
#[derive(Clone)]
pub struct ViewFn(ChildrenFn);

impl ViewFn {
    /// The view.
    #[must_use]
    pub fn run(&self) -> View {
        self.0.call(())
    }
}

impl Default for ViewFn {
    fn default() -> Self {
        ViewFn(Rc::new(|()| View::Nothing))
    }
}

impl<V: IntoView, F: Fn() -> V + 'static> From<F> for ViewFn {
    fn from(view: F) -> Self {
        ViewFn(Rc::new(move |()| view().into_view()))
    }
}
