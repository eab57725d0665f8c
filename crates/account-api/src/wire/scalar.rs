//! A member that should be text, read without ever failing its record.

use std::borrow::Cow;
use std::fmt;

use serde::de::{Deserialize, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;

/// A text, or what stood in its place. Numbers and truth values count as text, so that an id may be a number one day.
#[derive(Default)]
pub(super) enum Scalar<'a> {
    /// Missing, or null.
    #[default]
    Absent,
    /// Text.
    Text(Cow<'a, str>),
    /// An array, an object or a fraction.
    Unreadable,
}

impl<'a> Scalar<'a> {
    /// The text; `None` where there is none, where it is empty, or where something else stood in its place.
    pub(super) fn text(&self) -> Option<&str> {
        match self {
            Self::Text(text) if !text.is_empty() => Some(text),
            Self::Text(_) | Self::Absent | Self::Unreadable => None,
        }
    }

    /// The text, or empty text.
    pub(super) fn or_empty(self) -> String {
        match self {
            Self::Text(text) => text.into_owned(),
            Self::Absent | Self::Unreadable => String::new(),
        }
    }

    /// The text, or nothing where it is empty.
    pub(super) fn into_text(self) -> Option<String> {
        match self {
            Self::Text(text) if !text.is_empty() => Some(text.into_owned()),
            Self::Text(_) | Self::Absent | Self::Unreadable => None,
        }
    }

    /// A whole number.
    pub(super) fn number(&self) -> Option<u64> {
        self.text()?.parse().ok()
    }

    fn owned(text: impl ToString) -> Self {
        Self::Text(Cow::Owned(text.to_string()))
    }
}

/// The texts of a member that should be an array of texts. What is no text is left out; no array is no text.
pub(super) fn texts(member: Option<&RawValue>) -> Vec<String> {
    let items: Vec<Scalar<'_>> = member
        .and_then(|raw| serde_json::from_str(raw.get()).ok())
        .unwrap_or_default();
    items.into_iter().filter_map(Scalar::into_text).collect()
}

/// The objects of a member that should be an array of objects. What cannot be read is left out.
pub(super) fn objects<'a, T: Deserialize<'a>>(member: Option<&'a RawValue>) -> Vec<T> {
    let items: Vec<&RawValue> = member
        .and_then(|raw| serde_json::from_str(raw.get()).ok())
        .unwrap_or_default();
    items
        .into_iter()
        .filter_map(|item| super::read(item.get()).ok())
        .collect()
}

impl<'de: 'a, 'a> Deserialize<'de> for Scalar<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(ScalarVisitor)
    }
}

struct ScalarVisitor;

impl<'de> Visitor<'de> for ScalarVisitor {
    type Value = Scalar<'de>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("anything")
    }

    fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Self::Value, E> {
        Ok(Scalar::Text(Cow::Borrowed(text)))
    }

    fn visit_str<E>(self, text: &str) -> Result<Self::Value, E> {
        Ok(Scalar::owned(text))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Self::Value, E> {
        Ok(Scalar::owned(number))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Self::Value, E> {
        Ok(Scalar::owned(number))
    }

    fn visit_f64<E>(self, _: f64) -> Result<Self::Value, E> {
        Ok(Scalar::Unreadable)
    }

    fn visit_bool<E>(self, truth: bool) -> Result<Self::Value, E> {
        Ok(Scalar::Text(Cow::Borrowed(if truth { "true" } else { "false" })))
    }

    fn visit_unit<E>(self) -> Result<Self::Value, E> {
        Ok(Scalar::Absent)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Self::Value, A::Error> {
        while items.next_element::<IgnoredAny>()?.is_some() {}
        Ok(Scalar::Unreadable)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Self::Value, A::Error> {
        while members.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        Ok(Scalar::Unreadable)
    }
}
