//! The one type of attribute.

use crate::element::Element;
use original::prelude::RenderEffect;
use original::tachys::html::attribute::any_attribute::{AnyAttribute, IntoAnyAttribute};
use original::tachys::html::attribute::{Attribute, NamedAttributeKey, NextAttribute};
use original::tachys::html::class::{IntoClass, class};
use original::tachys::renderer::Rndr;
use original::tachys::renderer::types::Element as PageElement;
use std::borrow::Cow;
use std::sync::{Arc, Mutex, PoisonError};

/// What an attribute says at one moment; `None` where it is not there.
type Text = Option<Cow<'static, str>>;

/// Asked again whenever something that it read has changed.
type Live = Arc<Mutex<dyn FnMut() -> Text + Send>>;

/// What can stand in an attribute at one moment.
pub trait IntoText {
    /// As it stands in the page.
    fn into_text(self) -> Text;
}

impl IntoText for &'static str {
    fn into_text(self) -> Text {
        Some(Cow::Borrowed(self))
    }
}

impl IntoText for String {
    fn into_text(self) -> Text {
        Some(Cow::Owned(self))
    }
}

/// An attribute that is there, without a value, or not.
impl IntoText for bool {
    fn into_text(self) -> Text {
        self.then_some(Cow::Borrowed(""))
    }
}

impl<T: IntoText> IntoText for Option<T> {
    fn into_text(self) -> Text {
        self.and_then(T::into_text)
    }
}

/// What an attribute says from now on.
#[derive(Clone)]
pub enum Value {
    /// Always the same.
    Fixed(Text),
    /// What it is asked for.
    Live(Live),
}

/// What can be given to an attribute.
pub trait IntoValue: Sized {
    /// As what it says from now on.
    fn into_value(self) -> Value;

    /// The element with it.
    fn put(self, element: Element, name: &'static str) -> Element {
        element.named(name, self.into_value())
    }
}

macro_rules! fixed {
    ($($kind:ty)*) => {
        $(
            impl IntoValue for $kind {
                fn into_value(self) -> Value {
                    Value::Fixed(self.into_text())
                }
            }
        )*
    };
}

fixed! { String bool }

/// Most attributes are such words, so what a view has to call for one is as short as can be.
impl IntoValue for &'static str {
    fn into_value(self) -> Value {
        Value::Fixed(self.into_text())
    }

    fn put(self, element: Element, name: &'static str) -> Element {
        element.saying(name, self)
    }
}

impl<T: IntoText> IntoValue for Option<T> {
    fn into_value(self) -> Value {
        Value::Fixed(self.into_text())
    }
}

/// A closure that a view names.
impl<T: IntoText, F: FnMut() -> T + Send + 'static> IntoValue for F {
    fn into_value(mut self) -> Value {
        Value::Live(Arc::new(Mutex::new(move || self().into_text())))
    }
}

/// A closure that is written in a view, as the macro hands it on.
impl<T: IntoText + 'static> IntoValue for Arc<Mutex<dyn FnMut() -> T + Send>> {
    fn into_value(self) -> Value {
        (move || ask(&self)).into_value()
    }
}

/// What can be given to an element as its class.
pub trait IntoClasses {
    /// The element with it.
    fn put(self, element: Element) -> Element;
}

/// What any attribute can say.
impl<T: IntoValue> IntoClasses for T {
    fn put(self, element: Element) -> Element {
        IntoValue::put(self, element, "class")
    }
}

/// A class that is there or not.
impl<T> IntoClasses for (&'static str, T)
where
    (&'static str, T): IntoClass,
{
    fn put(self, element: Element) -> Element {
        element.with(class(self).into_any_attr())
    }
}

fn ask<T>(live: &Mutex<dyn FnMut() -> T + Send>) -> T {
    let mut answer = live.lock().unwrap_or_else(PoisonError::into_inner);
    answer()
}

/// An attribute of any name that follows what it reads.
#[derive(Clone)]
pub(crate) struct Following {
    pub(crate) name: &'static str,
    pub(crate) live: Live,
}

/// What is remembered of such an attribute that is in the page.
pub(crate) struct FollowingState {
    name: &'static str,
    element: PageElement,
    /// What keeps it up to date, for as long as it is there.
    _effect: RenderEffect<Text>,
}

/// Writes an attribute as it is to stand in the page, or takes it off.
fn write(element: &PageElement, name: &str, text: &Text) {
    match text {
        Some(text) => Rndr::set_attribute(element, name, text),
        None => Rndr::remove_attribute(element, name),
    }
}

/// What of it is about pages that a server writes is never called.
impl Attribute for Following {
    const MIN_LENGTH: usize = 0;

    type State = FollowingState;
    type AsyncOutput = Following;
    type Cloneable = Following;
    type CloneableOwned = Following;

    fn html_len(&self) -> usize {
        0
    }

    fn to_html(self, _: &mut String, _: &mut String, _: &mut String, _: &mut String) {}

    fn hydrate<const FROM_SERVER: bool>(self, element: &PageElement) -> Self::State {
        self.build(element)
    }

    fn build(self, element: &PageElement) -> Self::State {
        let Following { name, live } = self;
        let kept = element.clone();
        let effect = RenderEffect::new(move |before: Option<Text>| {
            let text = ask(&live);
            // It is not there before the first time.
            if before.unwrap_or_default() != text {
                write(&kept, name, &text);
            }
            text
        });
        FollowingState {
            name,
            element: element.clone(),
            _effect: effect,
        }
    }

    fn rebuild(self, state: &mut Self::State) {
        let element = state.element.clone();
        // One that is to follow may have another name.
        Rndr::remove_attribute(&element, state.name);
        *state = self.build(&element);
    }

    fn into_cloneable(self) -> Self::Cloneable {
        self
    }

    fn into_cloneable_owned(self) -> Self::CloneableOwned {
        self
    }

    fn dry_resolve(&mut self) {}

    async fn resolve(self) -> Self::AsyncOutput {
        self
    }

    fn keys(&self) -> Vec<NamedAttributeKey> {
        vec![NamedAttributeKey::Attribute(Cow::Borrowed(self.name))]
    }
}

impl NextAttribute for Following {
    type Output<Added: Attribute> = Vec<AnyAttribute>;

    fn add_any_attr<Added: Attribute>(self, added: Added) -> Self::Output<Added> {
        vec![self.into_any_attr(), added.into_any_attr()]
    }
}
