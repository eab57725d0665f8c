//! The files of a bundle.

use std::collections::BTreeMap;
use std::io;
use std::path::Path;

use brotli::enc::{BrotliEncoderParams, writer::CompressorWriter};

/// The highest quality there is: the files are compressed once and sent often.
const QUALITY: i32 = 11;

/// The window that browsers accept, as a power of two.
const WINDOW: i32 = 24;

/// A hash in a file's name has at least so many digits.
const HASH_DIGITS: usize = 12;

/// A file of the bundle.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// Its path in the bundle without the hash of its content, so that it is the same part when the content has changed.
    pub name: String,
    /// How many bytes it has.
    pub raw: u64,
    /// How many bytes it has as brotli.
    pub brotli: u64,
}

/// The files in a bundle's folder and below it, by their path in it, with `/` between folders.
///
/// # Errors
/// A file or folder cannot be read.
pub fn parts_in(folder: &Path) -> io::Result<BTreeMap<String, Part>> {
    let mut parts = BTreeMap::new();
    add_folder(folder, "", &mut parts)?;
    Ok(parts)
}

fn add_folder(folder: &Path, path: &str, parts: &mut BTreeMap<String, Part>) -> io::Result<()> {
    for entry in std::fs::read_dir(folder)? {
        let entry = entry?;
        let path = format!("{path}{}", entry.file_name().to_string_lossy());
        match entry.file_type()?.is_dir() {
            true => add_folder(&entry.path(), &format!("{path}/"), parts)?,
            false => {
                let bytes = std::fs::read(entry.path())?;
                let part = Part {
                    name: without_hash(&path),
                    raw: bytes.len() as u64,
                    brotli: compressed_size(&bytes)?,
                };
                parts.insert(path, part);
            }
        }
    }
    Ok(())
}

fn compressed_size(bytes: &[u8]) -> io::Result<u64> {
    let parameters = BrotliEncoderParams {
        quality: QUALITY,
        lgwin: WINDOW,
        size_hint: bytes.len(),
        ..BrotliEncoderParams::default()
    };
    let mut writer = CompressorWriter::with_params(Count(0), 1 << 16, &parameters);
    io::Write::write_all(&mut writer, bytes)?;
    Ok(writer.into_inner().0)
}

/// Counts what is written to it.
struct Count(u64);

impl io::Write for Count {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0 += bytes.len() as u64;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// `app-0123456789abcdef_bg.wasm` is `app_bg.wasm`.
fn without_hash(path: &str) -> String {
    let mut pieces = path.split('-');
    let mut name = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let digits = piece
            .bytes()
            .take_while(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
            .count();
        let rest = piece.get(digits..).unwrap_or_default();
        match digits >= HASH_DIGITS && !rest.starts_with(char::is_alphanumeric) {
            true => name.push_str(rest),
            false => {
                name.push('-');
                name.push_str(piece);
            }
        }
    }
    name
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_parts_name_stays_the_same_when_its_content_changes() {
        for (path, name) in [
            (
                "service-user-helper-a2db466c8c659b13_bg.wasm",
                "service-user-helper_bg.wasm",
            ),
            (
                "service-user-helper-a2db466c8c659b13.js",
                "service-user-helper.js",
            ),
            ("rotate-f38ec02b3f435c9.css", "rotate.css"),
            (
                "snippets/split-a2db466c8c659b13/inline0.js",
                "snippets/split/inline0.js",
            ),
            ("boot.js", "boot.js"),
            ("a-decade.css", "a-decade.css"),
        ] {
            assert_eq!(without_hash(path), name);
        }
    }

    #[test]
    fn every_file_is_a_part_with_its_size_before_and_after_compression() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::create_dir(folder.path().join("later")).unwrap();
        std::fs::write(folder.path().join("a.css"), "p { color: red }\n".repeat(100)).unwrap();
        std::fs::write(folder.path().join("later/b-0123456789abcdef.js"), "").unwrap();

        let parts = parts_in(folder.path()).unwrap();

        assert_eq!(
            parts.keys().collect::<Vec<_>>(),
            ["a.css", "later/b-0123456789abcdef.js"]
        );
        let style = &parts["a.css"];
        assert_eq!(style.raw, 1700);
        assert!((20..60).contains(&style.brotli), "{style:?}");
        assert_eq!(parts["later/b-0123456789abcdef.js"].name, "later/b.js");
    }
}
