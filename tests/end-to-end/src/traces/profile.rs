//! What the browser has written to the disk.

use std::fs;
use std::io::Read;
use std::path::Path;

use flate2::read::MultiGzDecoder;

use super::Needle;
use crate::Outcome;

/// The beginning of a file that Firefox has compressed, before the length of what it holds.
const OF_FIREFOX: &[u8] = b"mozLz40\0";

/// The beginning of a file that gzip has compressed.
const OF_GZIP: &[u8] = &[0x1f, 0x8b];

/// The files under a folder that hold a piece of a text, as they are or unpacked.
///
/// Unpacked are gzip and Firefox's own form of LZ4. Snappy, in which databases may keep their records, leaves a text without
/// repetition as it is. Not seen through is what Chromium encrypts: the values of cookies and a copy of its list of open tabs.
pub(super) fn files_with(folder: &Path, needle: &Needle) -> Outcome<Vec<String>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let (path, kind) = (entry.path(), entry.file_type()?);
        if kind.is_dir() {
            found.extend(files_with(&path, needle)?);
        } else if kind.is_file() {
            let contents = fs::read(&path)?;
            if needle.is_in(&contents) || unpacked(&contents).is_some_and(|plain| needle.is_in(&plain)) {
                found.push(path.display().to_string());
            }
        }
        // A name can hold a text as well as a file can.
        if needle.is_in(entry.file_name().as_encoded_bytes()) {
            found.push(path.display().to_string());
        }
    }
    Ok(found)
}

/// What a compressed file holds; `None` where it is not compressed, or only begins as if it were.
fn unpacked(contents: &[u8]) -> Option<Vec<u8>> {
    match contents.strip_prefix(OF_FIREFOX) {
        Some(rest) => lz4_flex::block::decompress_size_prepended(rest).ok(),
        None if contents.starts_with(OF_GZIP) => {
            let mut unpacked = Vec::new();
            // What there is before the first fault counts.
            let _end = MultiGzDecoder::new(contents).read_to_end(&mut unpacked);
            Some(unpacked)
        }
        None => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use flate2::Compression;
    use flate2::write::GzEncoder;
    use std::io::Write;

    #[test]
    fn a_text_is_found_in_plain_and_in_compressed_files() {
        let needle = Needle::of("0123456789abcdef0123456789abcdef");
        let text = needle.text().as_bytes();
        let folder = tempfile::tempdir().unwrap();
        let within = folder.path().join("within");
        fs::create_dir(&within).unwrap();
        let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
        gzip.write_all(text).unwrap();
        let lz4 = [OF_FIREFOX, &lz4_flex::block::compress_prepend_size(text)].concat();
        for (name, contents) in [
            ("plain", text.to_vec()),
            ("gzip", gzip.finish().unwrap()),
            ("lz4", lz4),
            ("none", b"mozLz40\0 0123".to_vec()),
        ] {
            fs::write(within.join(name), contents).unwrap();
        }
        let mut found = files_with(folder.path(), &needle).unwrap();
        found.sort();
        let expected = ["gzip", "lz4", "plain"].map(|name| within.join(name).display().to_string());
        assert_eq!(found, expected);
    }
}
