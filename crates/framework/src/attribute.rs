//! What can stand on an element: attributes, classes, properties of its style and of itself.

use crate::calls::CallMut;
use crate::element::Element;
use crate::upkeep::Upkeep;
use original::tachys::renderer::Rndr;
use original::tachys::renderer::types::Element as PageElement;
use original::wasm_bindgen::JsValue;
use std::borrow::Cow;

/// What one says at one moment; `None` where it is not there.
pub(crate) type Text = Option<Cow<'static, str>>;

/// Asked again whenever something that it read has changed.
pub(crate) type Ask = Box<dyn CallMut<(), Text>>;

/// What can be said at one moment.
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

/// What is there, without a value, or not.
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
pub enum Value {
    /// Always the same.
    Fixed(Text),
    /// What it is asked for.
    Live(Ask),
}

/// What can be given to an attribute.
pub trait IntoValue: Sized {
    /// As what it says from now on.
    fn into_value(self) -> Value;

    /// The same, by the name that the macro has for it.
    #[inline(always)]
    fn into_attribute_value(self) -> Self {
        self
    }

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

impl<T: IntoText, F: FnMut() -> T + 'static> IntoValue for F {
    fn into_value(mut self) -> Value {
        Value::Live(Box::new(move |()| self().into_text()))
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

/// A class that comes and goes.
impl<F: FnMut() -> bool + 'static> IntoClasses for (&'static str, F) {
    fn put(self, element: Element) -> Element {
        let (name, mut is_there) = self;
        element.follow(Place::Class, name, Box::new(move |()| is_there().into_text()))
    }
}

/// A class that is there or not.
impl IntoClasses for (&'static str, bool) {
    fn put(self, element: Element) -> Element {
        let (name, is_there) = self;
        (name, move || is_there).put(element)
    }
}

/// Where on the element something is said.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    /// As an attribute.
    Attribute,
    /// As a class, which is there or not.
    Class,
    /// As a property of its style.
    Style,
    /// As a property of the element itself.
    Property,
}

impl Place {
    fn write(self, element: &PageElement, name: &'static str, text: &Text) {
        match (self, text) {
            (Place::Attribute, Some(text)) => Rndr::set_attribute(element, name, text),
            (Place::Attribute, None) => Rndr::remove_attribute(element, name),
            (Place::Class, Some(_)) => Rndr::add_class(&Rndr::class_list(element), name),
            (Place::Class, None) => Rndr::remove_class(&Rndr::class_list(element), name),
            (Place::Style, Some(text)) => Rndr::set_css_property(&Rndr::style(element), name, text),
            (Place::Style, None) => Rndr::remove_css_property(&Rndr::style(element), name),
            (Place::Property, text) => {
                let value = match (name, text) {
                    ("value", text) => JsValue::from_str(text.as_deref().unwrap_or_default()),
                    (_, text) => JsValue::from_bool(text.is_some()),
                };
                Rndr::set_property_or_value(element, name, &value);
            }
        }
    }
}

/// Something that follows what it reads.
pub(crate) struct Following {
    pub(crate) place: Place,
    pub(crate) name: &'static str,
    pub(crate) ask: Ask,
}

/// The same, on an element that is in the page.
pub(crate) struct FollowingShown {
    place: Place,
    name: &'static str,
    /// What keeps it up to date, for as long as it is there.
    upkeep: Upkeep<Text>,
}

impl Following {
    /// Writes what it says onto an element that does not say anything of it yet, and keeps it up to date.
    pub(crate) fn begin(self, element: &PageElement) -> FollowingShown {
        let Following { place, name, mut ask } = self;
        let element = element.clone();
        let upkeep = Upkeep::new(move |before: Option<Text>| {
            let text = ask.call(());
            // What a person typed or ticked is a property's too, so it may say something else than was written.
            if place == Place::Property || before.unwrap_or_default() != text {
                place.write(&element, name, &text);
            }
            text
        });
        FollowingShown { place, name, upkeep }
    }
}

impl FollowingShown {
    /// Leaves the element as if it had not been there. A property stays as it is: whatever it was before is not known.
    pub(crate) fn end(self, element: &PageElement) {
        drop(self.upkeep);
        if self.place != Place::Property {
            self.place.write(element, self.name, &None);
        }
    }
}
