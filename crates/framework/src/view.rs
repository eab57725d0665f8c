//! The one type of view, and what can be shown as one.

use crate::calls::CallMut;
use crate::element::Element;
use crate::rows::Piece;
use std::borrow::Cow;

/// What is to be shown in one place of the page.
pub enum View {
    /// Nothing for now.
    Nothing,
    /// Words.
    Text(Cow<'static, str>),
    /// An element with what is in it.
    Element(Element),
    /// An element that never changes, as HTML.
    Inert(&'static str),
    /// As many as there are, one behind the other.
    Several(Vec<View>),
    /// Any number, and another one the next time.
    List(Vec<View>),
    /// What the closure answers, and anew whenever something that it read has changed.
    Dynamic(Box<dyn CallMut<(), View>>),
    /// One for each thing of a list, which stays for as long as the thing is in the list.
    Rows(Box<dyn CallMut<(), Vec<Piece>>>),
}

/// What Leptos calls a view whose type is forgotten.
pub type AnyView = View;

impl View {
    /// The view of whatever has one; a view that the macro wrote begins so.
    #[must_use]
    #[inline(always)]
    pub fn new(content: impl IntoView) -> Self {
        content.into_view()
    }

    /// The same. In a development build, the macro says here where the view is written.
    #[must_use]
    #[inline(always)]
    pub fn with_view_marker(self, _place: &'static str) -> Self {
        self
    }
}

/// What can be shown.
pub trait IntoView: Sized {
    /// As what is to be shown.
    fn into_view(self) -> View;

    /// The same, by the name that Leptos has for it.
    #[inline(always)]
    fn into_any(self) -> View {
        self.into_view()
    }

    /// The same, by the name that the macro has for what is in a block.
    #[inline(always)]
    fn into_render(self) -> View {
        self.into_view()
    }

    /// The same, by the name that the macro has for one of several.
    #[inline(always)]
    fn into_maybe_erased(self) -> View {
        self.into_view()
    }
}

impl IntoView for View {
    #[inline(always)]
    fn into_view(self) -> View {
        self
    }
}

impl IntoView for () {
    fn into_view(self) -> View {
        View::Nothing
    }
}

impl IntoView for &'static str {
    fn into_view(self) -> View {
        View::Text(Cow::Borrowed(self))
    }
}

impl IntoView for String {
    fn into_view(self) -> View {
        View::Text(Cow::Owned(self))
    }
}

impl IntoView for Element {
    fn into_view(self) -> View {
        View::Element(self)
    }
}

impl<T: IntoView> IntoView for Option<T> {
    fn into_view(self) -> View {
        self.map_or(View::Nothing, T::into_view)
    }
}

impl<T: IntoView> IntoView for Vec<T> {
    fn into_view(self) -> View {
        self.into_iter().collect_view()
    }
}

impl<T: IntoView, F: FnMut() -> T + 'static> IntoView for F {
    fn into_view(mut self) -> View {
        View::Dynamic(Box::new(move |()| self().into_view()))
    }
}

/// What of an iterator's things is to be shown one behind the other.
pub trait CollectView {
    /// As a list.
    fn collect_view(self) -> View;
}

impl<T: IntoView, I: IntoIterator<Item = T>> CollectView for I {
    fn collect_view(self) -> View {
        View::List(self.into_iter().map(T::into_view).collect())
    }
}

/// What stands side by side in a view that the macro wrote.
pub struct StaticVec;

impl StaticVec {
    /// As one view.
    #[must_use]
    pub fn from(views: Vec<View>) -> View {
        View::Several(views)
    }
}

/// Markup without anything that changes, as the macro hands it on.
pub struct InertElement(&'static str);

impl InertElement {
    /// An element, as HTML.
    #[must_use]
    pub fn new(html: &'static str) -> Self {
        InertElement(html)
    }
}

impl IntoView for InertElement {
    fn into_view(self) -> View {
        View::Inert(self.0)
    }
}
