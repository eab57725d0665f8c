//! Packages as npm takes them: everything in a folder `package`, as a compressed tar archive whose bytes depend on its files alone.

use std::io::{Cursor, Read, Write};

use flate2::read::GzDecoder;
use flate2::{Compression, GzBuilder};
use tar::{Archive, Builder, EntryType, Header};

use crate::files::Files;
use crate::refusal::Refusal;

/// The folder that npm takes away when it unpacks.
const FOLDER: &str = "package/";

/// What a system is called that is not told.
const UNKNOWN_SYSTEM: u8 = 255;

/// 26 October 1985, which npm gives every file for the same reason: a time has to stand there, and none may be told.
const TIME: u64 = 499_162_500;

/// Packs files in the order of their names, without the machine's time, owner or permissions.
///
/// # Errors
/// A name is too long, or the archive cannot be finished.
pub fn tgz(files: &Files) -> Result<Vec<u8>, Refusal> {
    let pack = || -> std::io::Result<Vec<u8>> {
        let mut builder = Builder::new(Vec::new());
        for (name, content) in files.iter() {
            let mut header = Header::new_ustar();
            header.set_entry_type(EntryType::Regular);
            header.set_path(format!("{FOLDER}{name}"))?;
            header.set_size(content.len() as u64);
            header.set_mode(0o644);
            header.set_mtime(TIME);
            header.set_cksum();
            builder.append(&header, content)?;
        }
        let mut writer = GzBuilder::new()
            .operating_system(UNKNOWN_SYSTEM)
            .write(Vec::new(), Compression::best());
        writer.write_all(&builder.into_inner()?)?;
        writer.finish()
    };
    pack().map_err(|cause| Refusal::system("pack the rules' module", &cause))
}

/// Whether something begins as such an archive does.
pub(crate) fn is_tgz(archive: &[u8]) -> bool {
    archive.starts_with(&[0x1F, 0x8B])
}

/// The files of a package, without the folder around them.
pub(crate) fn untgz(archive: &[u8]) -> Result<Files, Refusal> {
    let read = || -> std::io::Result<Files> {
        let mut files = Files::new();
        for entry in Archive::new(GzDecoder::new(Cursor::new(archive))).entries()? {
            let mut entry = entry?;
            let name = entry.path()?.to_string_lossy().into_owned();
            let mut content = Vec::new();
            entry.read_to_end(&mut content)?;
            files.insert(name.strip_prefix(FOLDER).unwrap_or(&name), content);
        }
        Ok(files)
    };
    read().map_err(|cause| Refusal::new(format!("The archive cannot be read: {cause}.")))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files() -> Files {
        let mut files = Files::new();
        files.insert("package.json", "{}");
        files.insert("rules.js", "export {};\n".repeat(200));
        files
    }

    #[test]
    fn the_files_come_out_as_they_went_in() {
        let archive = tgz(&files()).unwrap();
        assert!(is_tgz(&archive));
        assert_eq!(untgz(&archive).unwrap(), files());
    }

    #[test]
    fn the_bytes_are_those_of_every_other_machine() {
        // Written down once: another number means that every published package can no longer be compared with its sources.
        assert_eq!(
            crate::sha256(&tgz(&files()).unwrap()),
            "cd4801a783270e0e391285e6c83714e1ed600e78b6b63da338952834dfdbef9a"
        );
    }

    #[test]
    fn what_is_no_package_is_refused() {
        assert!(untgz(&[0x1F, 0x8B, 0]).is_err());
    }
}
