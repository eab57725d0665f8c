//! Files by their names.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use crate::refusal::Refusal;

/// The files of a folder or of an archive: names with `/` between their parts, in order, and what is in each.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Files(BTreeMap<String, Vec<u8>>);

impl Files {
    /// No files.
    pub fn new() -> Self {
        Self::default()
    }

    /// Reads a folder with everything below it. A link counts as the file that it points to.
    ///
    /// # Errors
    /// The folder or something in it cannot be read, or has a name that is not UTF-8 and so cannot stand in an archive.
    pub fn read(folder: &Path) -> Result<Self, Refusal> {
        let mut files = Self::new();
        let mut pending = vec![(folder.to_owned(), String::new())];
        while let Some((folder, prefix)) = pending.pop() {
            for (path, name) in entries(&folder)? {
                let name = format!("{prefix}{name}");
                match path.is_dir() {
                    true => pending.push((path, format!("{name}/"))),
                    false => files.insert(name, read(&path)?),
                }
            }
        }
        Ok(files)
    }

    /// Adds a file, or puts another in its place.
    pub fn insert(&mut self, name: impl Into<String>, content: impl Into<Vec<u8>>) {
        self.0.insert(name.into(), content.into());
    }

    /// Takes a file out, if it is there.
    pub fn remove(&mut self, name: &str) {
        self.0.remove(name);
    }

    /// What is in a file.
    pub fn get(&self, name: &str) -> Option<&[u8]> {
        self.0.get(name).map(Vec::as_slice)
    }

    /// Whether there is a file of this name.
    pub fn contains(&self, name: &str) -> bool {
        self.0.contains_key(name)
    }

    /// Every name with what is in the file, in the order of the names' bytes.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.0
            .iter()
            .map(|(name, content)| (name.as_str(), content.as_slice()))
    }

    /// Writes them into a folder, which is made where it is missing.
    ///
    /// # Errors
    /// A name leads out of the folder, or the system refuses to write.
    pub fn write(&self, folder: &Path) -> Result<(), Refusal> {
        for (name, content) in self.iter() {
            if name.split('/').any(|part| matches!(part, "" | "." | "..")) || name.contains('\\') {
                return Err(Refusal::new(format!(
                    "The archive names a file `{name}`, which would not land in {}.",
                    folder.display()
                )));
            }
            let path = folder.join(name);
            let write = || {
                std::fs::create_dir_all(path.parent().unwrap_or(folder))?;
                std::fs::write(&path, content)
            };
            write().map_err(|cause| Refusal::system(format_args!("write {}", path.display()), &cause))?;
        }
        Ok(())
    }
}

fn entries(folder: &Path) -> Result<Vec<(PathBuf, String)>, Refusal> {
    let doing = || format!("list the folder {}", folder.display());
    let entries = std::fs::read_dir(folder).map_err(|cause| Refusal::system(doing(), &cause))?;
    let mut named = Vec::new();
    for entry in entries {
        let entry = entry.map_err(|cause| Refusal::system(doing(), &cause))?;
        let name = entry.file_name().into_string().map_err(|name| {
            Refusal::new(format!(
                "The name of {} in {} is not UTF-8; rename the file.",
                name.display(),
                folder.display()
            ))
        })?;
        named.push((entry.path(), name));
    }
    Ok(named)
}

pub(crate) fn read(path: &Path) -> Result<Vec<u8>, Refusal> {
    std::fs::read(path).map_err(|cause| Refusal::system(format_args!("read {}", path.display()), &cause))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_is_read_with_what_is_below_it_and_written_again() {
        let from = tempfile::tempdir().unwrap();
        let to = tempfile::tempdir().unwrap();
        std::fs::create_dir(from.path().join("icons")).unwrap();
        std::fs::write(from.path().join("icons").join("16.png"), "small").unwrap();
        std::fs::write(from.path().join("background.js"), "wake").unwrap();
        let files = Files::read(from.path()).unwrap();
        let names: Vec<&str> = files.iter().map(|(name, _)| name).collect();
        assert_eq!(names, ["background.js", "icons/16.png"]);
        files.write(&to.path().join("unpacked")).unwrap();
        assert_eq!(Files::read(&to.path().join("unpacked")).unwrap(), files);
    }

    #[test]
    fn a_name_that_leads_out_of_the_folder_is_not_written() {
        let folder = tempfile::tempdir().unwrap();
        for name in ["../outside", "/outside", "a/../../outside", "..\\outside", ""] {
            let mut files = Files::new();
            files.insert(name, "text");
            assert!(files.write(&folder.path().join("inside")).is_err(), "{name}");
        }
        assert!(!folder.path().join("outside").exists());
    }

    #[test]
    fn a_missing_folder_is_named() {
        let sentence = Files::read(Path::new("no/such/folder")).unwrap_err().to_string();
        assert!(sentence.contains("no/such/folder"), "{sentence}");
    }
}
