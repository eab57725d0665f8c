//! The version of a program, as it tells it.

use std::process::{Command, Stdio};

/// Numbers between dots, compared number by number; `108` and `108.0.0` are the same version.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Version(Vec<u64>);

impl Version {
    /// The first word of a text that looks like a version: `trunk 0.21.14`, `Chromium 156.0.1 built on …`, `v20.1.0`.
    pub(crate) fn find(text: &str) -> Option<Self> {
        text.split_whitespace().find_map(|word| {
            let word = word.strip_prefix('v').unwrap_or(word);
            let digits = word
                .split(|character: char| !character.is_ascii_digit() && character != '.')
                .next()?;
            let mut numbers = digits
                .split('.')
                .map(|number| number.parse().ok())
                .collect::<Option<Vec<u64>>>()?;
            while numbers.last() == Some(&0) {
                numbers.pop();
            }
            Some(Self(numbers))
        })
    }

    /// Asks a program with `--version`; nothing when it cannot be run or tells no version.
    pub(crate) fn of(program: impl AsRef<std::ffi::OsStr>) -> Option<Self> {
        let output = Command::new(program)
            .arg("--version")
            .stdin(Stdio::null())
            .output()
            .ok()?;
        Self::find(&String::from_utf8_lossy(&output.stdout))
    }

    /// The first number.
    pub(crate) fn major(&self) -> u64 {
        self.0.first().copied().unwrap_or(0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn version(text: &str) -> Version {
        Version::find(text).unwrap()
    }

    #[test]
    fn a_version_is_found_in_what_programs_print() {
        assert_eq!(version("trunk 0.21.14"), Version(vec![0, 21, 14]));
        assert_eq!(
            version("geckodriver 0.37.1 (a1b2c3 2026-01-01)\n\nThe source code"),
            Version(vec![0, 37, 1])
        );
        assert_eq!(version("wasm-opt version 132 (version_132)"), Version(vec![132]));
        assert_eq!(
            version("ChromeDriver 156.0.7000.1 (0c5-refs)"),
            version("Chromium 156.0.7000.1 built on Debian")
        );
        assert_eq!(version("v20.19.2"), Version(vec![20, 19, 2]));
        assert_eq!(version("Mozilla Firefox 153.1esr"), Version(vec![153, 1]));
    }

    #[test]
    fn a_text_without_a_version_has_none() {
        assert_eq!(Version::find(""), None);
        assert_eq!(Version::find("no such program"), None);
        assert_eq!(Version::find("..."), None);
    }

    #[test]
    fn versions_compare_number_by_number() {
        assert!(version("0.9.0") < version("0.10.0"));
        assert!(version("0.21.14") < version("0.22.0-beta.1"));
        assert_eq!(version("108"), version("108.0.0"));
    }

    #[test]
    fn the_major_version_is_the_first_number() {
        assert_eq!(version("156.0.7000.1").major(), 156);
    }
}
