//! Which crate the code of a WebAssembly module comes from.

use std::collections::{BTreeMap, HashMap};

/// The crates of Rust's own library, which are one to everybody who uses them.
const STANDARD: [&str; 3] = ["core", "alloc", "std"];

/// What they are called together.
const STANDARD_NAME: &str = "core, alloc, std";

/// Code whose function has no name of Rust's.
const UNNAMED: &str = "without a name";

/// How names begin of what wasm-bindgen writes for itself and takes away before the module is shipped.
const DESCRIPTIONS: &str = "__wbindgen_describe";

const CUSTOM: u8 = 0;
const IMPORTS: u8 = 2;
const CODE: u8 = 10;

/// In the section of names, the part with those of functions.
const FUNCTION_NAMES: u8 = 1;

/// A module that is none, or has a shape that nobody knew when this was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Malformed;

/// The bytes of a module's code by the crate that each function comes from.
///
/// A generic function counts for the crate that wrote it. What belongs to Rust's own library counts for the first other crate in its
/// name: dropping a value costs the crate of the value. What was inlined counts for where it went.
///
/// # Errors
/// [`Malformed`].
pub fn code_by_crate(module: &[u8]) -> Result<BTreeMap<String, u64>, Malformed> {
    let mut reader = Reader(module);
    if reader.bytes(8)? != b"\0asm\x01\0\0\0" {
        return Err(Malformed);
    }
    let mut imported = 0;
    let mut sizes = Vec::new();
    let mut names = HashMap::new();
    while !reader.0.is_empty() {
        let kind = reader.byte()?;
        let mut section = reader.sized()?;
        match kind {
            IMPORTS => imported = imported_functions(section)?,
            CODE => sizes = function_sizes(section)?,
            CUSTOM if section.text()? == "name" => names = function_names(section)?,
            _ => {}
        }
    }
    let mut crates = BTreeMap::new();
    for (number, size) in (imported..).zip(sizes) {
        let name = names
            .get(&number)
            .map_or(UNNAMED.to_owned(), |name| crate_of(name));
        if !name.starts_with(DESCRIPTIONS) {
            *crates.entry(name).or_default() += size;
        }
    }
    Ok(crates)
}

/// How many of the functions, which are numbered through, are not the module's own.
fn imported_functions(mut section: Reader<'_>) -> Result<u32, Malformed> {
    let mut functions = 0;
    for _ in 0..section.number()? {
        section.text()?;
        section.text()?;
        match section.byte()? {
            0 => {
                section.number()?;
                functions += 1;
            }
            1 => {
                section.byte()?;
                section.limits()?;
            }
            2 => section.limits()?,
            3 => drop(section.bytes(2)?),
            4 => {
                section.byte()?;
                section.number()?;
            }
            _ => return Err(Malformed),
        }
    }
    Ok(functions)
}

fn function_sizes(mut section: Reader<'_>) -> Result<Vec<u64>, Malformed> {
    (0..section.number()?)
        .map(|_| section.sized().map(|body| body.0.len() as u64))
        .collect()
}

fn function_names(mut section: Reader<'_>) -> Result<HashMap<u32, &str>, Malformed> {
    let mut names = HashMap::new();
    while !section.0.is_empty() {
        let kind = section.byte()?;
        let mut part = section.sized()?;
        if kind == FUNCTION_NAMES {
            for _ in 0..part.number()? {
                names.insert(part.number()?, part.text()?);
            }
        }
    }
    Ok(names)
}

/// The crate that a function's name speaks of: the first that is not Rust's own library, or else that.
fn crate_of(name: &str) -> String {
    if name.starts_with(DESCRIPTIONS) {
        return DESCRIPTIONS.to_owned();
    }
    let demangled = format!("{:#}", rustc_demangle::demangle(name));
    let mut crates = beginnings_of_paths(&demangled).peekable();
    if crates.peek().is_none() {
        return UNNAMED.to_owned();
    }
    crates
        .find(|name| !STANDARD.contains(name))
        .unwrap_or(STANDARD_NAME)
        .to_owned()
}

/// The first word of every path, such as `a` and `c` in `<a::B<c::D> as T>::e`.
fn beginnings_of_paths(name: &str) -> impl Iterator<Item = &str> {
    let is_of_word = |character: char| character.is_alphanumeric() || character == '_';
    let mut rest = name;
    let mut goes_on = false;
    std::iter::from_fn(move || {
        loop {
            let word_begins = rest.find(is_of_word)?;
            goes_on |= rest.get(..word_begins)?.ends_with("::");
            let from_word = rest.get(word_begins..)?;
            let length = from_word
                .find(|character| !is_of_word(character))
                .unwrap_or(from_word.len());
            let (word, after) = from_word.split_at(length);
            let begins_a_path = !goes_on && after.starts_with("::");
            goes_on = false;
            rest = after;
            if begins_a_path {
                return Some(word);
            }
        }
    })
}

/// What is still to be read.
#[derive(Clone, Copy)]
struct Reader<'a>(&'a [u8]);

impl<'a> Reader<'a> {
    fn bytes(&mut self, count: usize) -> Result<&'a [u8], Malformed> {
        let (bytes, rest) = self.0.split_at_checked(count).ok_or(Malformed)?;
        self.0 = rest;
        Ok(bytes)
    }

    fn byte(&mut self) -> Result<u8, Malformed> {
        self.bytes(1)?.first().copied().ok_or(Malformed)
    }

    /// A number of up to 64 bits, of which those beyond 32 are of no interest: only a memory's limits have them.
    fn number(&mut self) -> Result<u32, Malformed> {
        let mut number = 0u64;
        for place in 0..10 {
            let byte = self.byte()?;
            number |= u64::from(byte & 0x7f).checked_shl(place * 7).unwrap_or_default();
            if byte & 0x80 == 0 {
                return Ok(u32::try_from(number & 0xffff_ffff).unwrap_or(u32::MAX));
            }
        }
        Err(Malformed)
    }

    fn sized(&mut self) -> Result<Self, Malformed> {
        let size = self.number()?;
        self.bytes(size as usize).map(Self)
    }

    fn text(&mut self) -> Result<&'a str, Malformed> {
        std::str::from_utf8(self.sized()?.0).map_err(|_| Malformed)
    }

    fn limits(&mut self) -> Result<(), Malformed> {
        let has_maximum = self.byte()? & 1 == 1;
        self.number()?;
        if has_maximum {
            self.number()?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A module that imports a memory and a function and has two functions of its own, of 4 and 2 bytes.
    fn module() -> Vec<u8> {
        let names: Vec<u8> = {
            let name = |number: u8, name: &str| {
                let mut bytes = vec![number, u8::try_from(name.len()).unwrap()];
                bytes.extend_from_slice(name.as_bytes());
                bytes
            };
            let mut map = vec![3];
            map.extend(name(0, "imported"));
            map.extend(name(1, "_ZN6leptos5mount17h0123456789abcdefE"));
            map.extend(name(2, "_ZN4core3fmt5write17h0123456789abcdefE"));
            let mut section = b"\x04name".to_vec();
            section.extend([FUNCTION_NAMES, u8::try_from(map.len()).unwrap()]);
            section.extend(map);
            section
        };
        let mut module = b"\0asm\x01\0\0\0".to_vec();
        for (kind, content) in [
            (
                IMPORTS,
                b"\x02\x01a\x01b\x02\x01\x01\x80\x02\x01a\x01c\x00\x00".to_vec(),
            ),
            (CODE, b"\x02\x04\x00\x01\x01\x0b\x02\x00\x0b".to_vec()),
            (CUSTOM, names),
        ] {
            module.extend([kind, u8::try_from(content.len()).unwrap()]);
            module.extend(content);
        }
        module
    }

    #[test]
    fn the_code_of_a_module_is_divided_among_its_crates() {
        let expected = [("core, alloc, std", 2), ("leptos", 4)];
        let expected = expected.map(|(name, size)| (name.to_owned(), size));
        assert_eq!(code_by_crate(&module()), Ok(BTreeMap::from(expected)));
    }

    #[test]
    fn a_module_that_breaks_off_anywhere_is_malformed_or_shorter_and_nothing_worse() {
        let module = module();
        for length in 0..module.len() {
            if let Ok(crates) = code_by_crate(&module[..length]) {
                assert!(crates.values().sum::<u64>() <= 6);
            }
        }
        assert_eq!(code_by_crate(b"<!doctype html>"), Err(Malformed));
    }

    #[test]
    fn a_function_counts_for_the_first_crate_in_its_name_that_is_not_rusts_own() {
        for (name, expected) in [
            (
                "_ZN6tachys4view8any_view18insert_before_this17h763f97f61d228e2eE",
                "tachys",
            ),
            (
                "_ZN4core3ptr48drop_in_place$LT$account_api..caller..Caller$GT$17h671299829e83f6a5E",
                "account_api",
            ),
            (
                "_ZN100_$LT$$RF$mut$u20$serde_json..ser..Serializer$LT$W$C$F$GT$$u20$as$u20$serde_core..ser..Serializer$GT$16serialize_struct17h7ff1182837e45f14E",
                "serde_json",
            ),
            (
                "_ZN78_$LT$T$u20$as$u20$tachys..html..attribute..any_attribute..IntoAnyAttribute$GT$13into_any_attr5clone17h856555f32e11f0ebE",
                "tachys",
            ),
            (
                "_RNvNtNtCsebHcaeoSrxy_3std6thread7current12init_current",
                "core, alloc, std",
            ),
            ("memcpy", "without a name"),
        ] {
            assert_eq!(crate_of(name), expected);
        }
    }
}
