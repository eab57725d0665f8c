//! A second copy of the sources, kept the same as the first.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::complaint::Complaint;

/// What is at the top of a checkout and is no source.
const NO_SOURCES: &[&str] = &[".git", "dist", "target"];

/// Makes the sources in `to` those in `from`. A file that is the same already is not touched, so that cargo does not take it for a
/// changed one; a file that is no source any more goes; what was built from the copy stays.
pub(super) fn sync(from: &Path, to: &Path) -> Result<(), Complaint> {
    let sources = sources(from)?;
    let copy = || {
        std::fs::create_dir_all(to)?;
        for name in &sources {
            copy_changed(&from.join(name), &to.join(name))?;
        }
        remove_others(to, to, &sources)
    };
    copy().map_err(|cause| Complaint::system(format_args!("copy the sources to {}", to.display()), &cause))
}

/// Makes a second home for cargo with the same things in it, by links: the paths of the registry's crates are others then.
#[cfg(unix)]
pub(super) fn link_home(from: &Path, to: &Path) -> Result<(), Complaint> {
    let link = || {
        std::fs::create_dir_all(to)?;
        for entry in std::fs::read_dir(from)? {
            let entry = entry?;
            match std::os::unix::fs::symlink(entry.path(), to.join(entry.file_name())) {
                Err(cause) if cause.kind() != std::io::ErrorKind::AlreadyExists => return Err(cause),
                _ => {}
            }
        }
        Ok(())
    };
    link().map_err(|cause| {
        Complaint::system(
            format_args!("make a second cargo home in {}", to.display()),
            &cause,
        )
    })
}

/// Elsewhere links take rights that not everybody has; the second copy then differs in its other paths alone.
#[cfg(not(unix))]
pub(super) fn link_home(_from: &Path, _to: &Path) -> Result<(), Complaint> {
    Ok(())
}

/// The names of all sources: what git tracks or would track, or in a folder that is none of git's everything but what is built.
fn sources(root: &Path) -> Result<BTreeSet<PathBuf>, Complaint> {
    if !root.join(".git").exists() {
        let mut names = BTreeSet::new();
        return everything(root, root, &mut names)
            .map(|()| names)
            .map_err(|cause| Complaint::system(format_args!("list {}", root.display()), &cause));
    }
    let output = Command::new("git")
        .args(["ls-files", "-z", "--cached", "--others", "--exclude-standard"])
        .current_dir(root)
        .output()
        .map_err(|cause| crate::process::not_started("git", &cause))?;
    match output.status.success() {
        // A file that git still tracks and that is gone is no source any more.
        true => Ok(String::from_utf8_lossy(&output.stdout)
            .split_terminator('\0')
            .map(PathBuf::from)
            .filter(|name| root.join(name).is_file())
            .collect()),
        false => Err(Complaint::new(format!(
            "git could not list the sources: {}",
            String::from_utf8_lossy(&output.stderr).trim()
        ))),
    }
}

fn everything(root: &Path, folder: &Path, names: &mut BTreeSet<PathBuf>) -> std::io::Result<()> {
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        match path.strip_prefix(root) {
            Ok(name) if is_source(name) && path.is_dir() => everything(root, &path, names)?,
            Ok(name) if is_source(name) => {
                names.insert(name.to_owned());
            }
            _ => {}
        }
    }
    Ok(())
}

fn is_source(name: &Path) -> bool {
    !NO_SOURCES.iter().any(|built| name.starts_with(built))
}

fn copy_changed(from: &Path, to: &Path) -> std::io::Result<()> {
    let content = std::fs::read(from)?;
    if std::fs::read(to).is_ok_and(|there| there == content) {
        return Ok(());
    }
    std::fs::create_dir_all(to.parent().unwrap_or(to))?;
    std::fs::write(to, content)
}

/// Removes every file that is no source, and each folder that is empty then: cargo takes a folder in `crates` for a crate.
fn remove_others(root: &Path, folder: &Path, sources: &BTreeSet<PathBuf>) -> std::io::Result<()> {
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path.strip_prefix(root).unwrap_or(&path);
        if !is_source(name) {
            continue;
        }
        if path.is_dir() {
            remove_others(root, &path, sources)?;
            if std::fs::read_dir(&path)?.next().is_none() {
                std::fs::remove_dir(&path)?;
            }
        } else if !sources.contains(name) {
            std::fs::remove_file(&path)?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::SystemTime;

    /// A folder of a test's own, removed when the test ends.
    struct Scratch(PathBuf);

    impl Scratch {
        fn new(name: &str) -> Self {
            let path = std::env::temp_dir().join(format!("xtask-{name}-{}", std::process::id()));
            let scratch = Self(path);
            scratch.write("from/crates/one/lib.rs", "one");
            scratch.write("from/crates/two/lib.rs", "two");
            scratch.write("from/README.md", "read");
            scratch.write("from/target/built", "");
            scratch.sync();
            scratch
        }

        fn write(&self, name: &str, text: &str) {
            let path = self.0.join(name);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, text).unwrap();
        }

        fn sync(&self) {
            sync(&self.0.join("from"), &self.0.join("to")).unwrap();
        }

        fn read(&self, name: &str) -> Option<String> {
            std::fs::read_to_string(self.0.join(name)).ok()
        }
    }

    impl Drop for Scratch {
        fn drop(&mut self) {
            std::fs::remove_dir_all(&self.0).unwrap();
        }
    }

    #[test]
    fn the_sources_are_copied_and_what_is_built_is_not() {
        let scratch = Scratch::new("copied");
        assert_eq!(scratch.read("to/crates/two/lib.rs").as_deref(), Some("two"));
        assert_eq!(scratch.read("to/target/built"), None);
    }

    #[test]
    fn a_changed_file_is_copied_again_and_an_unchanged_one_keeps_its_time() {
        let scratch = Scratch::new("changed");
        let unchanged = scratch.0.join("to/README.md");
        let file = std::fs::File::options().write(true).open(&unchanged).unwrap();
        file.set_modified(SystemTime::UNIX_EPOCH).unwrap();
        scratch.write("from/README.md", "read");
        scratch.write("from/crates/one/lib.rs", "another");
        scratch.sync();
        assert_eq!(scratch.read("to/crates/one/lib.rs").as_deref(), Some("another"));
        assert_eq!(
            std::fs::metadata(&unchanged).unwrap().modified().unwrap(),
            SystemTime::UNIX_EPOCH
        );
    }

    #[test]
    fn what_is_gone_goes_with_its_folder_and_what_was_built_from_the_copy_stays() {
        let scratch = Scratch::new("gone");
        scratch.write("to/dist/page/index.html", "built");
        std::fs::remove_dir_all(scratch.0.join("from/crates/two")).unwrap();
        scratch.sync();
        assert!(!scratch.0.join("to/crates/two").exists());
        assert_eq!(scratch.read("to/dist/page/index.html").as_deref(), Some("built"));
    }

    #[test]
    fn in_a_checkout_of_gits_what_is_ignored_is_no_source() {
        let scratch = Scratch::new("ignored");
        let from = scratch.0.join("from");
        let status = Command::new("git")
            .args(["init", "--quiet"])
            .current_dir(&from)
            .status()
            .unwrap();
        assert!(status.success());
        scratch.write("from/.gitignore", "/notes");
        scratch.write("from/notes", "private");
        scratch.sync();
        assert_eq!(scratch.read("to/.gitignore").as_deref(), Some("/notes"));
        assert_eq!(scratch.read("to/notes"), None);
    }
}
