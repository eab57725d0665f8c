//! What was asked for on the command line.

use std::ffi::OsString;
use std::path::PathBuf;

/// What `packaging help` prints.
pub(crate) const HELP: &str = "\
packaging pack --page DIR --extension DIR --manifest FILE --into DIR [--rules-module DIR] [--checkout DIR] [--copy DIR]
    makes chrome.zip, firefox.zip, page.zip, of the rules' module service-user-rules.tgz and, of what git tracks in the
    checkout, sources.zip; with --copy the tracked files are read from that copy of the checkout
packaging unpack ARCHIVE DIR
    unpacks an archive into a folder that is emptied first
packaging compare ARCHIVE ARCHIVE
    says whether two archives are the same, byte for byte
packaging judge REPORT
    says whether Mozilla's linter found exactly what it is expected to find
`cargo xtask package` and `cargo xtask test` call it with what it needs.";

/// One of the commands.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Task {
    /// Print [`HELP`].
    Help,
    /// Make the packages.
    Pack(PackOptions),
    /// Unpack an archive into a folder.
    Unpack(PathBuf, PathBuf),
    /// Compare two archives.
    Compare(PathBuf, PathBuf),
    /// Judge a report of the linter.
    Judge(PathBuf),
}

/// Where everything is.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct PackOptions {
    /// The page as it is bundled.
    pub(crate) page: PathBuf,
    /// What only the extension has.
    pub(crate) extension: PathBuf,
    /// The one manifest.
    pub(crate) manifest: PathBuf,
    /// The folder for the archives.
    pub(crate) into: PathBuf,
    /// The rules as a module; without it there is no package of them.
    pub(crate) rules_module: Option<PathBuf>,
    /// The checkout; without it there is no archive of the sources.
    pub(crate) checkout: Option<PathBuf>,
    /// The copy of the checkout whose files are packed as the sources.
    pub(crate) copy: Option<PathBuf>,
}

impl Task {
    /// Reads the arguments after the program's name.
    pub(crate) fn parse(arguments: impl IntoIterator<Item = OsString>) -> Result<Self, String> {
        let mut arguments = arguments.into_iter();
        let command = arguments.next().unwrap_or_else(|| "help".into());
        let task = match command.to_string_lossy().as_ref() {
            "help" | "--help" | "-h" => Self::Help,
            "pack" => Self::Pack(parse_pack(&mut arguments)?),
            "unpack" => Self::Unpack(
                next(&mut arguments, "an archive")?,
                next(&mut arguments, "a folder")?,
            ),
            "compare" => Self::Compare(
                next(&mut arguments, "an archive")?,
                next(&mut arguments, "a second archive")?,
            ),
            "judge" => Self::Judge(next(&mut arguments, "a report")?),
            other => return Err(format!("There is no command `{other}`.")),
        };
        match arguments.next() {
            None => Ok(task),
            Some(more) => Err(format!("There is one argument too many: `{}`.", more.display())),
        }
    }
}

fn parse_pack(arguments: &mut dyn Iterator<Item = OsString>) -> Result<PackOptions, String> {
    let mut options = PackOptions::default();
    while let Some(argument) = arguments.next() {
        let name = argument.to_string_lossy().into_owned();
        let mut value = || next(arguments, &format!("a value after `{name}`"));
        match name.as_str() {
            "--page" => options.page = value()?,
            "--extension" => options.extension = value()?,
            "--manifest" => options.manifest = value()?,
            "--into" => options.into = value()?,
            "--rules-module" => options.rules_module = Some(value()?),
            "--checkout" => options.checkout = Some(value()?),
            "--copy" => options.copy = Some(value()?),
            other => return Err(format!("`packaging pack` knows no `{other}`.")),
        }
    }
    let needed = [
        ("--page", &options.page),
        ("--extension", &options.extension),
        ("--manifest", &options.manifest),
        ("--into", &options.into),
    ];
    match needed.iter().find(|(_, path)| path.as_os_str().is_empty()) {
        Some((name, _)) => Err(format!("`packaging pack` wants `{name}`.")),
        None => Ok(options),
    }
}

fn next(arguments: &mut dyn Iterator<Item = OsString>, what: &str) -> Result<PathBuf, String> {
    match arguments.next() {
        Some(value) if !value.is_empty() => Ok(value.into()),
        _ => Err(format!("There is {what} missing.")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(line: &str) -> Result<Task, String> {
        Task::parse(line.split_whitespace().map(OsString::from))
    }

    #[test]
    fn every_place_is_read() {
        let line = "pack --page a --extension b --manifest c --into d --rules-module g --checkout e --copy f";
        let expected = PackOptions {
            page: "a".into(),
            extension: "b".into(),
            manifest: "c".into(),
            into: "d".into(),
            rules_module: Some("g".into()),
            checkout: Some("e".into()),
            copy: Some("f".into()),
        };
        assert_eq!(parse(line), Ok(Task::Pack(expected)));
    }

    #[test]
    fn a_missing_place_is_named() {
        let sentence = parse("pack --page a --extension b --into d").unwrap_err();
        assert!(sentence.contains("`--manifest`"), "{sentence}");
        let sentence = parse("pack --page").unwrap_err();
        assert!(sentence.contains("after `--page`"), "{sentence}");
        assert!(parse("compare a.zip").unwrap_err().contains("second archive"));
    }

    #[test]
    fn what_is_not_known_is_named() {
        assert!(parse("pakc").unwrap_err().contains("`pakc`"));
        assert!(parse("pack --paeg a").unwrap_err().contains("`--paeg`"));
        assert!(parse("judge a b").unwrap_err().contains("`b`"));
    }

    #[test]
    fn nothing_at_all_asks_for_help() {
        assert_eq!(parse(""), Ok(Task::Help));
    }
}
