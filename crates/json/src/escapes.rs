//! Characters that a text names instead of writing them.

/// The text that is meant by what stands between two quotation marks; `None` where half of a surrogate pair stands alone.
pub(crate) fn plain(written: &str) -> Option<String> {
    Characters(written).collect()
}

/// Whether [`plain`] would answer with a text.
pub(crate) fn is_text(written: &str) -> bool {
    Characters(written).all(|character| character.is_some())
}

/// The characters that are meant; `None` for half of a surrogate pair.
struct Characters<'a>(&'a str);

impl Characters<'_> {
    /// The number in the four digits that come next, behind the `u` of an escape.
    fn unit(&mut self) -> Option<u32> {
        let (digits, rest) = self.0.split_at_checked(4)?;
        self.0 = rest;
        u32::from_str_radix(digits, 16).ok()
    }

    fn of_unit(&mut self) -> Option<char> {
        let first = self.unit()?;
        if !matches!(first, 0xd800..0xdc00) {
            return char::from_u32(first);
        }
        self.0 = self.0.strip_prefix("\\u")?;
        match self.unit()? {
            second @ 0xdc00..0xe000 => {
                char::from_u32(0x1_0000 + ((first - 0xd800) << 10) + (second - 0xdc00))
            }
            _ => None,
        }
    }
}

impl Iterator for Characters<'_> {
    type Item = Option<char>;

    fn next(&mut self) -> Option<Self::Item> {
        let mut characters = self.0.chars();
        let first = characters.next()?;
        if first != '\\' {
            self.0 = characters.as_str();
            return Some(Some(first));
        }
        let escaped = characters.next()?;
        self.0 = characters.as_str();
        Some(match escaped {
            'b' => Some('\u{8}'),
            'f' => Some('\u{c}'),
            'n' => Some('\n'),
            'r' => Some('\r'),
            't' => Some('\t'),
            'u' => self.of_unit(),
            other => Some(other),
        })
    }
}
