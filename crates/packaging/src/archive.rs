//! Zip archives whose bytes depend on their files alone.

use std::io::{Cursor, Read, Write};

use zip::result::ZipError;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, System, ZipArchive, ZipWriter};

use crate::files::Files;
use crate::refusal::Refusal;

/// The strongest, since a package is made seldom and sent often.
const LEVEL: i64 = 9;

/// A file on its way into an archive.
#[derive(Clone, Copy, Debug)]
pub struct Entry<'a> {
    /// Its name, with `/` between the parts.
    pub name: &'a str,
    /// What is in it.
    pub content: &'a [u8],
    /// Whether it may be run as a program after unpacking.
    pub executable: bool,
}

/// Packs files in the order in which they come. Every entry has the same time, 1980-01-01, where a zip archive's calendar begins;
/// the same permissions, whatever the folder's were; and names a Unix as the system it comes from, whatever this one is.
///
/// # Errors
/// Two files have the same name, or there is more than an archive can hold.
pub fn zip<'a>(entries: impl IntoIterator<Item = Entry<'a>>) -> Result<Vec<u8>, Refusal> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for entry in entries {
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .compression_level(Some(LEVEL))
            .last_modified_time(DateTime::default())
            .unix_permissions(if entry.executable { 0o755 } else { 0o644 })
            .system(System::Unix);
        let mut write = || {
            writer.start_file(entry.name, options)?;
            writer.write_all(entry.content).map_err(ZipError::from)
        };
        write().map_err(|cause| Refusal::new(format!("Could not pack {}: {cause}.", entry.name)))?;
    }
    let packed = writer
        .finish()
        .map_err(|cause| Refusal::new(format!("Could not finish the archive: {cause}.")))?;
    Ok(packed.into_inner())
}

/// The files of an archive.
///
/// # Errors
/// It is no zip archive, or it is damaged.
pub fn unzip(archive: &[u8]) -> Result<Files, Refusal> {
    let read = || -> Result<Files, ZipError> {
        let mut archive = ZipArchive::new(Cursor::new(archive))?;
        let mut files = Files::new();
        for index in 0..archive.len() {
            let mut file = archive.by_index(index)?;
            let mut content = Vec::new();
            file.read_to_end(&mut content)?;
            files.insert(file.name()?, content);
        }
        Ok(files)
    };
    read().map_err(|cause| Refusal::new(format!("The archive cannot be read: {cause}.")))
}

impl Files {
    /// Packs them as [`zip`] does, none of them as a program.
    ///
    /// # Errors
    /// As [`zip`].
    pub fn zip(&self) -> Result<Vec<u8>, Refusal> {
        zip(self.iter().map(|(name, content)| Entry {
            name,
            content,
            executable: false,
        }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files() -> Files {
        let mut files = Files::new();
        files.insert("index.html", "<!doctype html>".repeat(100));
        files.insert("icons/16.png", [0x89, 0x50]);
        files
    }

    #[test]
    fn the_files_come_out_as_they_went_in() {
        assert_eq!(unzip(&files().zip().unwrap()).unwrap(), files());
    }

    #[test]
    fn the_bytes_are_those_of_every_other_machine() {
        // Written down once: another number means that every published package can no longer be compared with its sources.
        assert_eq!(
            crate::sha256(&files().zip().unwrap()),
            "1c59aa8c69b2fe72476c8684a34dd89f9dd9215d432540370c725984779c63d0"
        );
    }

    #[test]
    fn a_program_stays_one_and_nothing_else_becomes_one() {
        let packed = zip([
            Entry {
                name: "document",
                content: b"",
                executable: false,
            },
            Entry {
                name: "program",
                content: b"",
                executable: true,
            },
        ])
        .unwrap();
        let mut archive = ZipArchive::new(Cursor::new(packed)).unwrap();
        assert_eq!(archive.by_index(0).unwrap().unix_mode(), Some(0o100_644));
        assert_eq!(archive.by_index(1).unwrap().unix_mode(), Some(0o100_755));
    }

    #[test]
    fn a_name_that_comes_twice_is_refused() {
        let twice = Entry {
            name: "index.html",
            content: b"",
            executable: false,
        };
        let sentence = zip([twice, twice]).unwrap_err().to_string();
        assert!(sentence.contains("index.html"), "{sentence}");
    }

    #[test]
    fn what_is_no_archive_is_refused() {
        assert!(unzip(b"PK, or so it says").is_err());
    }
}
