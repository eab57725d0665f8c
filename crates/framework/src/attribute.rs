//! The one type of attribute.

use original::prelude::RenderEffect;
use original::tachys::html::attribute::any_attribute::{AnyAttribute, IntoAnyAttribute};
use original::tachys::html::attribute::{Attribute, NamedAttributeKey, NextAttribute};
use original::tachys::renderer::Rndr;
use original::tachys::renderer::types::Element;
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
pub trait IntoValue {
    /// As what it says from now on.
    fn into_value(self) -> Value;
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

fixed! { &'static str String bool }

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

fn ask<T>(live: &Mutex<dyn FnMut() -> T + Send>) -> T {
    let mut answer = live.lock().unwrap_or_else(PoisonError::into_inner);
    answer()
}

/// An attribute of any name.
#[derive(Clone)]
pub(crate) struct Named {
    pub(crate) name: &'static str,
    pub(crate) value: Value,
}

/// What is remembered of an attribute that is in the page.
pub(crate) struct NamedState {
    name: &'static str,
    element: Element,
    /// What keeps it up to date, for as long as it is there.
    _effect: Option<RenderEffect<Text>>,
}

fn write(element: &Element, name: &str, text: &Text) {
    match text {
        Some(text) => Rndr::set_attribute(element, name, text),
        None => Rndr::remove_attribute(element, name),
    }
}

/// What of it is about pages that a server writes is never called.
impl Attribute for Named {
    const MIN_LENGTH: usize = 0;

    type State = NamedState;
    type AsyncOutput = Named;
    type Cloneable = Named;
    type CloneableOwned = Named;

    fn html_len(&self) -> usize {
        0
    }

    fn to_html(self, _: &mut String, _: &mut String, _: &mut String, _: &mut String) {}

    fn hydrate<const FROM_SERVER: bool>(self, element: &Element) -> Self::State {
        self.build(element)
    }

    fn build(self, element: &Element) -> Self::State {
        let Named { name, value } = self;
        let effect = match value {
            Value::Fixed(None) => None,
            Value::Fixed(text) => {
                write(element, name, &text);
                None
            }
            Value::Live(live) => {
                let element = element.clone();
                Some(RenderEffect::new(move |before: Option<Text>| {
                    let text = ask(&live);
                    // It is not there before the first time.
                    if before.unwrap_or_default() != text {
                        write(&element, name, &text);
                    }
                    text
                }))
            }
        };
        NamedState {
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

impl NextAttribute for Named {
    type Output<Added: Attribute> = Vec<AnyAttribute>;

    fn add_any_attr<Added: Attribute>(self, added: Added) -> Self::Output<Added> {
        vec![self.into_any_attr(), added.into_any_attr()]
    }
}
