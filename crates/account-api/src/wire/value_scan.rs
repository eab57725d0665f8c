//! Where a JSON value ends, in bytes that come in pieces.

use super::Unreadable;

/// How many arrays and objects may stand inside one another. The contract's shapes need three.
const DEEPEST: u32 = 128;

/// Looks for the end of one value, whose first byte is the first that it is given.
///
/// In JSON the end that it finds is the right one. In anything else it finds some end or none, and what lies before it is no
/// JSON either: whoever reads the value finds that out.
#[derive(Debug, Default)]
pub(super) struct ValueScan {
    inside: Inside,
    /// How many arrays and objects are open.
    depth: u32,
}

/// What the next byte belongs to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Inside {
    /// Nothing yet: it is the value's first.
    #[default]
    Nothing,
    /// A text.
    Text,
    /// A text, directly after a backslash.
    Escape,
    /// An array or an object, outside the texts in it.
    Container,
    /// A number, a truth value or null, which end where something else begins.
    Word,
}

impl ValueScan {
    /// Takes the bytes that come next. Answers how many of them belong to the value if it ends there, and `None` if they all
    /// do and it goes on.
    pub(super) fn advance(&mut self, bytes: &[u8]) -> Result<Option<usize>, Unreadable> {
        let mut rest = bytes.iter();
        loop {
            // What cannot matter is passed over in a tight loop of its own: most of an answer is the inside of texts.
            let next = match self.inside {
                Inside::Nothing | Inside::Escape => rest.next(),
                Inside::Text => rest.nth(json::plain_length(rest.as_slice())),
                Inside::Container => rest.find(|byte| matches!(byte, b'"' | b'{' | b'[' | b'}' | b']')),
                Inside::Word => rest.find(|byte| ends_word(**byte)),
            };
            let Some(byte) = next else {
                return Ok(None);
            };
            let is_in_container = self.depth > 0;
            match (self.inside, byte) {
                (Inside::Nothing, byte) if ends_word(*byte) => {
                    return Err(Unreadable("broken JSON, where a value belongs"));
                }
                (Inside::Nothing | Inside::Container, b'"') => self.inside = Inside::Text,
                (Inside::Nothing | Inside::Container, b'{' | b'[') => {
                    self.inside = Inside::Container;
                    self.depth += 1;
                    if self.depth > DEEPEST {
                        return Err(Unreadable("JSON that is nested too deep"));
                    }
                }
                (Inside::Nothing, _) => self.inside = Inside::Word,
                (Inside::Text, b'\\') => self.inside = Inside::Escape,
                (Inside::Text, b'"') if is_in_container => self.inside = Inside::Container,
                (Inside::Text, b'"') => return Ok(Some(bytes.len() - rest.len())),
                // A control character is refused by whoever reads the value.
                (Inside::Escape | Inside::Text, _) => self.inside = Inside::Text,
                (Inside::Container, _) => {
                    self.depth -= 1;
                    if self.depth == 0 {
                        return Ok(Some(bytes.len() - rest.len()));
                    }
                }
                // The byte that ends a word is not part of it.
                (Inside::Word, _) => return Ok(Some(bytes.len() - rest.len() - 1)),
            }
        }
    }
}

fn ends_word(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\n' | b'\r' | b',' | b':' | b']' | b'}')
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The value at the beginning of a text that is given byte by byte.
    fn value_in(text: &str) -> Result<Option<&str>, &'static str> {
        let mut scan = ValueScan::default();
        for (place, byte) in text.as_bytes().iter().enumerate() {
            match scan
                .advance(std::slice::from_ref(byte))
                .map_err(|fault| fault.0)?
            {
                Some(length) => return Ok(text.get(..place + length)),
                None => continue,
            }
        }
        Ok(None)
    }

    #[test]
    fn a_value_ends_where_json_says() {
        for (text, value) in [
            ("12,3", Some("12")),
            ("-1.5e3]", Some("-1.5e3")),
            ("null}", Some("null")),
            ("true ,", Some("true")),
            (r#""a",1"#, Some(r#""a""#)),
            (r#""a\"]" "#, Some(r#""a\"]""#)),
            (r#""\\"]"#, Some(r#""\\""#)),
            ("[],", Some("[]")),
            (r#"{"a":[{"b":"}]"}]},{}"#, Some(r#"{"a":[{"b":"}]"}]}"#)),
            (r#"{"é":"\u005d"}]"#, Some(r#"{"é":"\u005d"}"#)),
            ("12", None),
            (r#""a\""#, None),
            (r#"[{"a":"]"}"#, None),
        ] {
            assert_eq!(value_in(text), Ok(value), "{text}");
            let whole = ValueScan::default().advance(text.as_bytes());
            assert_eq!(whole, Ok(value.map(str::len)), "{text}");
        }
        for text in [",", "]", "}", ":", " 1"] {
            assert!(value_in(text).is_err(), "{text}");
        }
    }

    #[test]
    fn no_depth_but_the_deepest_is_followed() {
        let nested = |depth: usize| format!("{}{}", "[".repeat(depth), "]".repeat(depth));
        assert_eq!(value_in(&nested(128)), Ok(Some(nested(128).as_str())));
        assert!(value_in(&nested(129)).is_err());
    }
}
