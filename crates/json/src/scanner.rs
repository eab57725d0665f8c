//! Where the parts of a JSON text begin and end.

use crate::Fault;

/// Whether the bytes are one JSON value, with or without white space around it. What is in a text need not be UTF-8.
#[must_use]
pub fn is_json(bytes: &[u8]) -> bool {
    let mut scanner = Scanner::new(bytes);
    scanner.pass_value().and_then(|()| scanner.end()).is_ok()
}

/// Goes through JSON from the front to the back and refuses what is none.
pub(crate) struct Scanner<'a> {
    bytes: &'a [u8],
    /// How many bytes have been passed.
    pub(crate) place: usize,
    /// Whether there was an escape in the text that was passed last.
    pub(crate) has_escape: bool,
    /// What closes the lists and objects that the present value has opened. It is a heap's, because a host says how deep it
    /// nests them, and the stack is not the host's to fill.
    open: Vec<u8>,
}

impl<'a> Scanner<'a> {
    pub(crate) fn new(bytes: &'a [u8]) -> Self {
        Self {
            bytes,
            place: 0,
            has_escape: false,
            open: Vec::new(),
        }
    }

    /// Passes over white space, and answers with the byte behind it; 0, which begins nothing in JSON, at the end.
    pub(crate) fn peek(&mut self) -> u8 {
        loop {
            match self.byte() {
                b' ' | b'\n' | b'\r' | b'\t' => self.place += 1,
                byte => return byte,
            }
        }
    }

    /// Passes over white space and this byte, if that is the one that comes.
    pub(crate) fn pass(&mut self, wanted: u8) -> bool {
        let is_there = self.peek() == wanted;
        self.place += usize::from(is_there);
        is_there
    }

    /// Says that nothing more may come.
    pub(crate) fn end(&mut self) -> Result<(), Fault> {
        self.peek();
        wanted(self.place == self.bytes.len())
    }

    /// Passes over a value, whatever it is.
    pub(crate) fn pass_value(&mut self) -> Result<(), Fault> {
        loop {
            match self.peek() {
                b'"' => self.pass_text()?,
                b'{' => {
                    self.place += 1;
                    if !self.pass(b'}') {
                        self.open.push(b'}');
                        self.pass_name()?;
                        continue;
                    }
                }
                b'[' => {
                    self.place += 1;
                    if !self.pass(b']') {
                        self.open.push(b']');
                        continue;
                    }
                }
                b't' => self.pass_word(b"true")?,
                b'f' => self.pass_word(b"false")?,
                b'n' => self.pass_word(b"null")?,
                _ => self.pass_number()?,
            }
            if self.pass_what_closes()? {
                return Ok(());
            }
        }
    }

    /// Passes over the name of a member and the colon behind it.
    pub(crate) fn pass_name(&mut self) -> Result<(), Fault> {
        wanted(self.peek() == b'"')?;
        self.pass_text()?;
        wanted(self.pass(b':'))
    }

    /// Passes over a text, at whose first quotation mark the scanner is.
    fn pass_text(&mut self) -> Result<(), Fault> {
        self.has_escape = false;
        self.place += 1;
        loop {
            let rest = self.bytes.get(self.place..).unwrap_or_default();
            self.place += plain_length(rest);
            let special = self.byte();
            self.place += 1;
            match special {
                b'"' => return Ok(()),
                b'\\' => self.has_escape = true,
                _ => return Err(Fault::Broken),
            }
            let escaped = self.byte();
            self.place += 1;
            match escaped {
                b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't' => {}
                b'u' => {
                    let digits = self.bytes.get(self.place..self.place + 4).unwrap_or_default();
                    wanted(digits.len() == 4 && digits.iter().all(u8::is_ascii_hexdigit))?;
                    self.place += 4;
                }
                _ => return Err(Fault::Broken),
            }
        }
    }

    /// Passes over what closes lists and objects, up to the next value in them. Answers whether there is none left open.
    fn pass_what_closes(&mut self) -> Result<bool, Fault> {
        while let Some(close) = self.open.last().copied() {
            if self.pass(b',') {
                if close == b'}' {
                    self.pass_name()?;
                }
                return Ok(false);
            }
            wanted(self.pass(close))?;
            self.open.pop();
        }
        Ok(true)
    }

    fn pass_word(&mut self, word: &[u8]) -> Result<(), Fault> {
        let rest = self.bytes.get(self.place..).unwrap_or_default();
        self.place += word.len();
        wanted(rest.starts_with(word))
    }

    fn pass_number(&mut self) -> Result<(), Fault> {
        self.place += usize::from(self.byte() == b'-');
        let first = self.byte();
        let count = self.pass_digits();
        wanted(count == 1 || (count > 1 && first != b'0'))?;
        if self.byte() == b'.' {
            self.place += 1;
            wanted(self.pass_digits() > 0)?;
        }
        if matches!(self.byte(), b'e' | b'E') {
            self.place += 1;
            self.place += usize::from(matches!(self.byte(), b'+' | b'-'));
            wanted(self.pass_digits() > 0)?;
        }
        Ok(())
    }

    /// Passes over digits, and answers how many there were.
    fn pass_digits(&mut self) -> usize {
        let first = self.place;
        while self.byte().is_ascii_digit() {
            self.place += 1;
        }
        self.place - first
    }

    /// The byte that comes next, or 0.
    fn byte(&self) -> u8 {
        self.bytes.get(self.place).copied().unwrap_or_default()
    }
}

/// How many bytes come before the first quotation mark, backslash or control character. Eight are looked at at once, because most
/// of an answer is the inside of texts.
#[must_use]
pub fn plain_length(bytes: &[u8]) -> usize {
    const EACH: u64 = u64::MAX / 0xff;
    // The highest bit of each byte that is below the limit; and perhaps of bytes behind the first such one.
    let below = |word: u64, limit: u8| word.wrapping_sub(EACH * u64::from(limit)) & !word & (EACH << 7);
    let is = |word: u64, byte: u8| below(word ^ (EACH * u64::from(byte)), 1);
    let (eights, rest) = bytes.as_chunks();
    let mut length = 0;
    for eight in eights {
        let word = u64::from_le_bytes(*eight);
        let special = below(word, b' ') | is(word, b'"') | is(word, b'\\');
        if special != 0 {
            return length + special.trailing_zeros() as usize / 8;
        }
        length += 8;
    }
    let is_special = |byte: &u8| matches!(byte, b'"' | b'\\' | ..b' ');
    length + rest.iter().position(is_special).unwrap_or(rest.len())
}

fn wanted(is_there: bool) -> Result<(), Fault> {
    match is_there {
        true => Ok(()),
        false => Err(Fault::Broken),
    }
}
