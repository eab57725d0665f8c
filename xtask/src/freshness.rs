//! Whether something built is newer than everything it was built from.

use std::path::{Path, PathBuf};
use std::time::SystemTime;

/// When anything below these paths last changed. A folder's own time counts too: it moves when a file in it is removed or
/// renamed. Nothing when a path cannot be read, so that a doubt ends in a rebuild.
pub(crate) fn last_change(paths: &[PathBuf]) -> Option<SystemTime> {
    let mut latest = SystemTime::UNIX_EPOCH;
    let mut pending = paths.to_vec();
    while let Some(path) = pending.pop() {
        let metadata = std::fs::metadata(&path).ok()?;
        latest = latest.max(metadata.modified().ok()?);
        if metadata.is_dir() {
            for entry in std::fs::read_dir(&path).ok()? {
                pending.push(entry.ok()?.path());
            }
        }
    }
    Some(latest)
}

/// A file beside something built: how it was built, and, as the file's own time, when the build began. The beginning and not
/// the end, because a file that is edited during a build may have been read before the edit.
pub(crate) struct Stamp {
    path: PathBuf,
}

impl Stamp {
    /// The stamp in this file, which need not exist yet.
    pub(crate) fn at(path: PathBuf) -> Self {
        Self { path }
    }

    /// Whether it was built in this very way, and after the last change of every input.
    pub(crate) fn is_fresh(&self, recipe: &str, inputs: &[PathBuf]) -> bool {
        let same_recipe = std::fs::read_to_string(&self.path).is_ok_and(|written| written == recipe);
        let built = std::fs::metadata(&self.path)
            .and_then(|metadata| metadata.modified())
            .ok();
        match (same_recipe, built, last_change(inputs)) {
            (true, Some(built), Some(changed)) => changed <= built,
            _ => false,
        }
    }

    /// Says that the build is over and how it went.
    pub(crate) fn write(&self, recipe: &str, began: SystemTime) -> std::io::Result<()> {
        std::fs::write(&self.path, recipe)?;
        std::fs::File::options()
            .write(true)
            .open(&self.path)?
            .set_modified(began)
    }

    /// Says that a build is under way, so that one which breaks off is not taken for a finished one.
    pub(crate) fn remove(&self) -> std::io::Result<()> {
        match std::fs::remove_file(&self.path) {
            Err(cause) if cause.kind() != std::io::ErrorKind::NotFound => Err(cause),
            _ => Ok(()),
        }
    }
}

/// The folders directly below a folder, without the named ones.
pub(crate) fn folders_except(parent: &Path, left_out: &[&str]) -> std::io::Result<Vec<PathBuf>> {
    let mut folders = Vec::new();
    for entry in std::fs::read_dir(parent)? {
        let entry = entry?;
        let is_left_out = left_out.iter().any(|name| entry.file_name() == *name);
        if entry.file_type()?.is_dir() && !is_left_out {
            folders.push(entry.path());
        }
    }
    Ok(folders)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Duration;

    /// A folder of a test's own, removed when the test ends.
    struct Scratch(PathBuf);

    impl Scratch {
        fn new(name: &str) -> Self {
            let path = std::env::temp_dir().join(format!("xtask-{name}-{}", std::process::id()));
            std::fs::create_dir_all(path.join("src")).unwrap();
            std::fs::write(path.join("src").join("lib.rs"), "").unwrap();
            std::fs::write(path.join("src").join("old.rs"), "").unwrap();
            Self(path)
        }

        fn inputs(&self) -> Vec<PathBuf> {
            vec![self.0.join("src")]
        }

        fn stamp(&self) -> Stamp {
            Stamp::at(self.0.join("stamp"))
        }
    }

    impl Drop for Scratch {
        fn drop(&mut self) {
            std::fs::remove_dir_all(&self.0).unwrap();
        }
    }

    const LATER: Duration = Duration::from_secs(60);

    #[test]
    fn what_was_never_built_is_not_fresh() {
        let scratch = Scratch::new("never");
        assert!(!scratch.stamp().is_fresh("recipe", &scratch.inputs()));
    }

    #[test]
    fn what_was_built_after_its_inputs_is_fresh() {
        let scratch = Scratch::new("after");
        scratch
            .stamp()
            .write("recipe", SystemTime::now() + LATER)
            .unwrap();
        assert!(scratch.stamp().is_fresh("recipe", &scratch.inputs()));
    }

    #[test]
    fn a_file_written_during_the_build_makes_it_stale() {
        let scratch = Scratch::new("during");
        let began = SystemTime::now() - LATER;
        scratch.stamp().write("recipe", began).unwrap();
        assert!(!scratch.stamp().is_fresh("recipe", &scratch.inputs()));
    }

    #[test]
    fn a_file_removed_after_the_build_makes_it_stale() {
        let scratch = Scratch::new("removed");
        let began = SystemTime::now();
        scratch.stamp().write("recipe", began).unwrap();
        std::thread::sleep(Duration::from_millis(20));
        std::fs::remove_file(scratch.0.join("src").join("old.rs")).unwrap();
        assert!(!scratch.stamp().is_fresh("recipe", &scratch.inputs()));
    }

    #[test]
    fn another_way_of_building_makes_it_stale() {
        let scratch = Scratch::new("recipe");
        scratch
            .stamp()
            .write("without wasm-opt", SystemTime::now() + LATER)
            .unwrap();
        assert!(!scratch.stamp().is_fresh("with wasm-opt", &scratch.inputs()));
    }

    #[test]
    fn an_input_that_cannot_be_read_makes_it_stale() {
        let scratch = Scratch::new("missing");
        scratch
            .stamp()
            .write("recipe", SystemTime::now() + LATER)
            .unwrap();
        assert!(!scratch.stamp().is_fresh("recipe", &[scratch.0.join("gone")]));
    }

    #[test]
    fn a_build_under_way_is_not_fresh_and_may_begin_twice() {
        let scratch = Scratch::new("under-way");
        scratch
            .stamp()
            .write("recipe", SystemTime::now() + LATER)
            .unwrap();
        scratch.stamp().remove().unwrap();
        scratch.stamp().remove().unwrap();
        assert!(!scratch.stamp().is_fresh("recipe", &scratch.inputs()));
    }

    #[test]
    fn named_folders_and_files_are_left_out() {
        let scratch = Scratch::new("folders");
        std::fs::create_dir(scratch.0.join("sandbox")).unwrap();
        std::fs::write(scratch.0.join("file"), "").unwrap();
        assert_eq!(
            folders_except(&scratch.0, &["sandbox"]).unwrap(),
            vec![scratch.0.join("src")]
        );
    }
}
