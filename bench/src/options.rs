//! What was asked for.

use std::path::{Path, PathBuf};

/// How often everything is measured where nobody says otherwise, and the least that makes a run whole.
pub(crate) const ROUNDS: usize = 15;

/// How many service users the long list has where nobody says otherwise.
pub(crate) const USERS: usize = 100_000;

/// Something to measure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Measurement {
    /// What creating a service user loads.
    Bytes,
    /// How long until the name field can be typed into.
    NameField,
    /// A long list: first rows, keys, memory, and what blocks a frame.
    Crowd,
    /// What a user costs, from a thousand to a million.
    Curve,
}

impl Measurement {
    const ALL: [Self; 4] = [Self::Bytes, Self::NameField, Self::Crowd, Self::Curve];

    fn name(self) -> &'static str {
        match self {
            Self::Bytes => "bytes",
            Self::NameField => "name-field",
            Self::Crowd => "crowd",
            Self::Curve => "curve",
        }
    }
}

/// What was asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Options {
    /// How often everything is measured.
    pub(crate) rounds: usize,
    /// How many service users the long list has.
    pub(crate) users: usize,
    /// Only this; everything without it.
    pub(crate) only: Option<Measurement>,
    /// The page that is made with Preact, if it was made.
    pub(crate) preact_page: Option<PathBuf>,
    /// The WebAssembly of the page with the names of its functions, if it was made.
    pub(crate) named_wasm: Option<PathBuf>,
    /// The checkout's top folder.
    pub(crate) root: PathBuf,
}

impl Options {
    /// Reads the arguments after the program's name.
    pub(crate) fn parse(arguments: impl IntoIterator<Item = String>) -> Result<Self, String> {
        let package = Path::new(env!("CARGO_MANIFEST_DIR"));
        let mut options = Self {
            rounds: ROUNDS,
            users: USERS,
            only: None,
            preact_page: None,
            named_wasm: None,
            root: package.parent().unwrap_or(package).to_owned(),
        };
        let mut arguments = arguments.into_iter();
        while let Some(name) = arguments.next() {
            let value = arguments
                .next()
                .ok_or_else(|| format!("`{name}` wants a value after it."))?;
            match name.as_str() {
                "--rounds" => options.rounds = number(&name, &value)?,
                "--users" => options.users = number(&name, &value)?,
                "--only" => options.only = Some(measurement(&value)?),
                "--preact-page" => options.preact_page = Some(value.into()),
                "--named-wasm" => options.named_wasm = Some(value.into()),
                other => return Err(format!("There is no option `{other}`.")),
            }
        }
        Ok(options)
    }

    /// Whether this is to be measured.
    pub(crate) fn wants(&self, measurement: Measurement) -> bool {
        self.only.is_none_or(|only| only == measurement)
    }

    /// Whether everything is measured, and often enough to be written down for everybody.
    pub(crate) fn is_whole(&self) -> bool {
        self.only.is_none()
            && self.rounds >= ROUNDS
            && self.users == USERS
            && self.preact_page.is_some()
            && self.named_wasm.is_some()
    }
}

fn number(name: &str, value: &str) -> Result<usize, String> {
    match value.parse() {
        Ok(number) if number > 0 => Ok(number),
        _ => Err(format!("`{name}` wants a whole number above 0, not `{value}`.")),
    }
}

fn measurement(name: &str) -> Result<Measurement, String> {
    let found = Measurement::ALL
        .into_iter()
        .find(|measurement| measurement.name() == name);
    found.ok_or_else(|| {
        let names = Measurement::ALL.map(Measurement::name).join(", ");
        format!("There is no measurement `{name}`; there are {names}.")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(arguments: &[&str]) -> Result<Options, String> {
        Options::parse(arguments.iter().map(|argument| (*argument).to_owned()))
    }

    const MADE: [&str; 4] = ["--named-wasm", "a.wasm", "--preact-page", "preact"];

    #[test]
    fn without_options_everything_is_measured_and_the_run_is_whole_with_all_that_is_made_for_it() {
        let options = parse(&MADE).unwrap();
        assert!(options.is_whole());
        assert!(Measurement::ALL.into_iter().all(|each| options.wants(each)));
        assert!(!parse(&[]).unwrap().is_whole());
        assert!(MADE.chunks(2).all(|alone| !parse(alone).unwrap().is_whole()));
    }

    #[test]
    fn a_run_that_leaves_something_out_is_not_whole() {
        for arguments in [["--rounds", "14"], ["--users", "1000"], ["--only", "curve"]] {
            let arguments = [&arguments[..], &MADE].concat();
            assert!(!parse(&arguments).unwrap().is_whole(), "{arguments:?}");
        }
    }

    #[test]
    fn wrong_words_are_named() {
        assert!(parse(&["--only", "speed"]).unwrap_err().contains("name-field"));
        assert!(parse(&["--rounds", "0"]).unwrap_err().contains("`0`"));
        assert!(parse(&["--rounds"]).unwrap_err().contains("--rounds"));
        assert!(parse(&["--round", "3"]).unwrap_err().contains("--round"));
    }
}
