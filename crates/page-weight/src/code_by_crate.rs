//! Which crate the code of a WebAssembly module comes from.

use std::collections::{BTreeMap, HashMap};

use wasmparser::{BinaryReaderError, KnownCustom, Name, NameSectionReader, Parser, Payload, TypeRef};

/// The crates of Rust's own library, which are one to everybody who uses them.
const STANDARD: [&str; 3] = ["core", "alloc", "std"];

/// What they are called together.
const STANDARD_NAME: &str = "core, alloc, std";

/// Code whose function has no name of Rust's.
const UNNAMED: &str = "without a name";

/// How names begin of what wasm-bindgen writes for itself and takes away before the module is shipped.
const DESCRIPTIONS: &str = "__wbindgen_describe";

/// A module that is none, or has a shape that nobody knew when this was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Malformed;

impl From<BinaryReaderError> for Malformed {
    fn from(_: BinaryReaderError) -> Self {
        Self
    }
}

/// The bytes of a module's code by the crate that each function comes from.
///
/// A generic function counts for the crate that wrote it. What belongs to Rust's own library counts for the first other crate in its
/// name: dropping a value costs the crate of the value. What was inlined counts for where it went.
///
/// # Errors
/// [`Malformed`].
pub fn code_by_crate(module: &[u8]) -> Result<BTreeMap<String, u64>, Malformed> {
    let mut imported = 0;
    let mut sizes = Vec::new();
    let mut names = HashMap::new();
    for payload in Parser::new(0).parse_all(module) {
        match payload? {
            Payload::ImportSection(section) => {
                for import in section.into_imports() {
                    imported += u32::from(matches!(import?.ty, TypeRef::Func(_)));
                }
            }
            Payload::CodeSectionEntry(body) => sizes.push(body.as_bytes().len() as u64),
            Payload::CustomSection(section) => {
                if let KnownCustom::Name(section) = section.as_known() {
                    names = function_names(section)?;
                }
            }
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

fn function_names(section: NameSectionReader<'_>) -> Result<HashMap<u32, &str>, Malformed> {
    let mut names = HashMap::new();
    for part in section {
        if let Name::Function(functions) = part? {
            for function in functions {
                let function = function?;
                names.insert(function.index, function.name);
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

#[cfg(test)]
mod tests {
    use super::*;

    const CUSTOM: u8 = 0;
    const IMPORTS: u8 = 2;
    const FUNCTIONS: u8 = 3;
    const CODE: u8 = 10;

    /// In the section of names, the part with those of functions.
    const FUNCTION_NAMES: u8 = 1;

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
            (FUNCTIONS, b"\x02\x00\x00".to_vec()),
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
