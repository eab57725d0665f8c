//! The page as trunk bundled it, before it is split.

use std::path::{Path, PathBuf};

use crate::{Refusal, file};

/// What trunk put around the WebAssembly: `app-HASH.js` and `app-HASH_bg.wasm`, and the HTML that names them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PageFiles {
    folder: PathBuf,
    /// `app-HASH`.
    stem: String,
}

impl PageFiles {
    /// Looks for them in the page's folder.
    ///
    /// # Errors
    /// The folder cannot be read, or does not hold exactly one glue of the program.
    pub fn find(folder: &Path, program: &str) -> Result<Self, Refusal> {
        let reading = |cause| Refusal::system(format_args!("list {}", folder.display()), &cause);
        let mut stems = Vec::new();
        for entry in std::fs::read_dir(folder).map_err(reading)? {
            let name = entry.map_err(reading)?.file_name();
            stems.extend(stem(&name.to_string_lossy(), program));
        }
        match stems.as_slice() {
            [stem] => Ok(Self {
                folder: folder.to_owned(),
                stem: stem.clone(),
            }),
            found => Err(Refusal::new(format!(
                "{} should hold one {program}-….js, and holds {}; delete the folder and make the page again.",
                folder.display(),
                found.len()
            ))),
        }
    }

    /// The name of the file with the glue.
    #[must_use]
    pub fn glue(&self) -> String {
        format!("{}.js", self.stem)
    }

    /// The name for the script that takes the glue's place, with the checksum of what is in it.
    pub(crate) fn script(&self, checksum: &str) -> String {
        let program = self
            .stem
            .rsplit_once('-')
            .map_or(&*self.stem, |(program, _)| program);
        format!("{program}-{checksum}.js")
    }

    /// The name of the WebAssembly that starts.
    #[must_use]
    pub fn start(&self) -> String {
        format!("{}_bg.wasm", self.stem)
    }

    /// Reads a file of the page as text.
    pub(crate) fn read(&self, name: &str) -> Result<String, Refusal> {
        file::text(&self.folder.join(name))
    }

    /// Takes a file out of the page.
    pub(crate) fn remove(&self, name: &str) -> Result<(), Refusal> {
        let path = self.folder.join(name);
        std::fs::remove_file(&path)
            .map_err(|cause| Refusal::system(format_args!("remove {}", path.display()), &cause))
    }

    /// Writes a file of the page.
    pub(crate) fn write(&self, name: &str, content: &[u8]) -> Result<(), Refusal> {
        let path = self.folder.join(name);
        std::fs::write(&path, content)
            .map_err(|cause| Refusal::system(format_args!("write {}", path.display()), &cause))
    }
}

/// `app-HASH` of `app-HASH.js`.
fn stem(name: &str, program: &str) -> Option<String> {
    let stem = name.strip_suffix(".js")?;
    let hash = stem.strip_prefix(program)?.strip_prefix('-')?;
    let is_hash = !hash.is_empty() && hash.bytes().all(|byte| byte.is_ascii_hexdigit());
    is_hash.then(|| stem.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_glue_is_found_by_its_programs_name_and_checksum() {
        let folder = tempfile::tempdir().unwrap();
        for name in [
            "app-0f3a.js",
            "app-0f3a_bg.wasm",
            "boot.js",
            "app-.js",
            "apple-0f.js",
            "app-x.js",
        ] {
            std::fs::write(folder.path().join(name), "").unwrap();
        }
        let found = PageFiles::find(folder.path(), "app").unwrap();
        assert_eq!(
            (found.glue(), found.start()),
            ("app-0f3a.js".to_owned(), "app-0f3a_bg.wasm".to_owned())
        );
        assert_eq!(found.script("00ff"), "app-00ff.js");
    }

    #[test]
    fn two_of_them_or_none_are_refused() {
        let folder = tempfile::tempdir().unwrap();
        assert!(
            PageFiles::find(folder.path(), "app")
                .unwrap_err()
                .to_string()
                .contains("holds 0")
        );
        for name in ["app-0a.js", "app-0b.js"] {
            std::fs::write(folder.path().join(name), "").unwrap();
        }
        assert!(
            PageFiles::find(folder.path(), "app")
                .unwrap_err()
                .to_string()
                .contains("holds 2")
        );
    }
}
