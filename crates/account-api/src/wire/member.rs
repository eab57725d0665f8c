//! A member that should be text, read without ever failing its record.

use std::borrow::Cow;

use json::Value;

/// How a member is read: with trust in nothing.
pub(super) trait Member<'a> {
    /// The text; `None` where there is none, where it is empty, or where something else stands in its place. Whole numbers and
    /// truth values count as text, so that an id may be a number one day.
    fn scalar(self) -> Option<Cow<'a, str>>;

    /// The text, as a text of one's own.
    fn into_text(self) -> Option<String>;

    /// The text, or empty text.
    fn or_empty(self) -> String;

    /// A whole number.
    fn number(self) -> Option<u64>;

    /// The texts of what should be an array of texts. What is no text is left out; no array is no text.
    fn texts(self) -> Vec<String>;
}

impl<'a> Member<'a> for Value<'a> {
    fn scalar(self) -> Option<Cow<'a, str>> {
        let written = self.written();
        let text = match written.bytes().next()? {
            b'"' => self.text()?,
            b't' | b'f' => Cow::Borrowed(written),
            b'-' | b'0'..=b'9' if !written.contains(['.', 'e', 'E']) => Cow::Borrowed(written),
            _ => return None,
        };
        Some(text).filter(|text| !text.is_empty())
    }

    #[inline(never)]
    fn into_text(self) -> Option<String> {
        self.scalar().map(Cow::into_owned)
    }

    fn or_empty(self) -> String {
        self.into_text().unwrap_or_default()
    }

    fn number(self) -> Option<u64> {
        self.scalar()?.parse().ok()
    }

    fn texts(self) -> Vec<String> {
        self.items().filter_map(Self::into_text).collect()
    }
}
