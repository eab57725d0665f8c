//! The sources, for the people who compare a package with what it was made from.

use std::path::Path;
use std::process::Command;

use crate::archive::{Entry, zip};
use crate::files;
use crate::refusal::Refusal;

/// How git marks a file that may be run.
const EXECUTABLE: &str = "100755";

/// The sources as an archive.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sources {
    /// The archive.
    pub archive: Vec<u8>,
    /// Files in the checkout that git neither tracks nor ignores. They are not in the archive, and the packages may have been made
    /// with them.
    pub not_tracked: Vec<String>,
}

/// Packs every file that git tracks in `checkout`, as it is in `folder`, which is the checkout itself or a copy of it. A tracked file
/// that is gone from the folder is left out, and a link is packed as the file that it points to. Nothing comes back when `checkout`
/// is none of git's: an unpacked archive of the sources, for one.
///
/// # Errors
/// git cannot be asked, or a file not be read.
pub fn sources(checkout: &Path, folder: &Path) -> Result<Option<Sources>, Refusal> {
    if !checkout.join(".git").exists() {
        return Ok(None);
    }
    let mut tracked = Vec::new();
    for line in git(checkout, &["ls-files", "-z", "--cached", "--stage"])? {
        // One line a file: `mode object stage<tab>name`.
        let (details, name) = line.split_once('\t').unwrap_or(("", &line));
        let path = folder.join(name);
        if path.is_file() {
            tracked.push((
                name.to_owned(),
                details.starts_with(EXECUTABLE),
                files::read(&path)?,
            ));
        }
    }
    tracked.sort();
    // A file that is being merged is listed once for each side.
    tracked.dedup_by(|one, other| one.0 == other.0);
    let archive = zip(tracked.iter().map(|(name, executable, content)| Entry {
        name,
        content,
        executable: *executable,
    }))?;
    Ok(Some(Sources {
        archive,
        not_tracked: git(checkout, &["ls-files", "-z", "--others", "--exclude-standard"])?,
    }))
}

/// What git lists, each line ended by a zero byte so that no name has to be quoted.
fn git(checkout: &Path, arguments: &[&str]) -> Result<Vec<String>, Refusal> {
    let output = Command::new("git")
        .args(arguments)
        .current_dir(checkout)
        .output()
        .map_err(|cause| Refusal::system("start git, which knows what belongs to the sources", &cause))?;
    if !output.status.success() {
        return Err(Refusal::new(format!(
            "git could not list the sources in {}: {}",
            checkout.display(),
            String::from_utf8_lossy(&output.stderr).trim()
        )));
    }
    Ok(String::from_utf8_lossy(&output.stdout)
        .split_terminator('\0')
        .map(str::to_owned)
        .collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::archive::unzip;

    /// A checkout with two tracked files, one that is not and one that is ignored.
    fn checkout() -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        let write = |name: &str, text: &str| std::fs::write(folder.path().join(name), text).unwrap();
        std::fs::create_dir(folder.path().join("src")).unwrap();
        write("src/lib.rs", "//! A library.");
        write("README.md", "Read me.");
        write(".gitignore", "/ignored");
        git(folder.path(), &["init", "--quiet"]).unwrap();
        git(folder.path(), &["add", "."]).unwrap();
        write("ignored", "");
        write("new.rs", "");
        folder
    }

    fn names(sources: &Sources) -> Vec<String> {
        unzip(&sources.archive)
            .unwrap()
            .iter()
            .map(|(name, _)| name.to_owned())
            .collect()
    }

    #[test]
    fn what_git_tracks_is_packed_and_what_it_does_not_know_is_named() {
        let folder = checkout();
        let sources = sources(folder.path(), folder.path()).unwrap().unwrap();
        assert_eq!(names(&sources), [".gitignore", "README.md", "src/lib.rs"]);
        assert_eq!(sources.not_tracked, ["new.rs"]);
    }

    #[test]
    fn a_copy_of_the_checkout_makes_the_same_bytes() {
        let (folder, copy) = (checkout(), tempfile::tempdir().unwrap());
        crate::Files::read(folder.path())
            .unwrap()
            .write(copy.path())
            .unwrap();
        let one = sources(folder.path(), folder.path()).unwrap().unwrap();
        let other = sources(folder.path(), copy.path()).unwrap().unwrap();
        assert_eq!(one, other);
    }

    #[test]
    fn a_tracked_file_that_is_gone_is_left_out() {
        let folder = checkout();
        std::fs::remove_file(folder.path().join("README.md")).unwrap();
        let sources = sources(folder.path(), folder.path()).unwrap().unwrap();
        assert_eq!(names(&sources), [".gitignore", "src/lib.rs"]);
    }

    #[test]
    fn a_folder_that_is_no_checkout_has_no_sources_to_list() {
        let folder = tempfile::tempdir().unwrap();
        assert_eq!(sources(folder.path(), folder.path()), Ok(None));
    }
}
