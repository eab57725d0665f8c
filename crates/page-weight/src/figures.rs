//! What was found the last time.

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::path::Path;

use serde::{Deserialize, Serialize};

use crate::Part;

/// What a bundle was found to weigh.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Figures {
    /// Its parts, by their names without a hash.
    pub parts: BTreeMap<String, PartFigure>,
    /// The bytes of the WebAssembly's code by the crate that they come from; empty where nobody looked.
    #[serde(default)]
    pub crates: BTreeMap<String, u64>,
}

/// What a part was found to weigh.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PartFigure {
    /// How many bytes it has.
    pub raw: u64,
    /// How many bytes it has as brotli.
    pub brotli: u64,
    /// Whether creating a service user loads it.
    pub loaded: bool,
}

impl Figures {
    /// What the parts of a bundle weigh, with `is_loaded` telling by its path whether creating a service user loads one.
    pub fn of(parts: &BTreeMap<String, Part>, is_loaded: impl Fn(&str, &Part) -> bool) -> Self {
        let mut figures = Self::default();
        for (path, part) in parts {
            // Parts whose names differ in the hash alone are one part with the weight of both.
            let figure = figures.parts.entry(part.name.clone()).or_insert(PartFigure {
                raw: 0,
                brotli: 0,
                loaded: false,
            });
            figure.raw += part.raw;
            figure.brotli += part.brotli;
            figure.loaded |= is_loaded(path, part);
        }
        figures
    }

    /// The same where no browser was asked: a part counts unless it was seen not to be loaded the last time.
    pub fn without_a_browser(parts: &BTreeMap<String, Part>, last: &Self) -> Self {
        let not_loaded: BTreeSet<&str> = last
            .parts
            .iter()
            .filter(|(_, figure)| !figure.loaded)
            .map(|(name, _)| name.as_str())
            .collect();
        Self::of(parts, |_, part| !not_loaded.contains(part.name.as_str()))
    }

    /// What everything weighs that creating a service user loads, in bytes as brotli.
    pub fn weight(&self) -> u64 {
        let loaded = self.parts.values().filter(|figure| figure.loaded);
        loaded.map(|figure| figure.brotli).sum()
    }

    /// The same in bytes as they are without compression.
    pub fn raw_weight(&self) -> u64 {
        let loaded = self.parts.values().filter(|figure| figure.loaded);
        loaded.map(|figure| figure.raw).sum()
    }

    /// Reads what was written the last time; nothing where nothing was.
    ///
    /// # Errors
    /// The file cannot be read, or holds something else.
    pub fn read(file: &Path) -> io::Result<Self> {
        match std::fs::read(file) {
            Ok(bytes) => Ok(serde_json::from_slice(&bytes)?),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Self::default()),
            Err(error) => Err(error),
        }
    }

    /// Writes them down for the next time.
    ///
    /// # Errors
    /// The file cannot be written.
    pub fn write(&self, file: &Path) -> io::Result<()> {
        let mut text = serde_json::to_string_pretty(self)?;
        text.push('\n');
        std::fs::write(file, text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn part(name: &str, brotli: u64) -> Part {
        Part {
            name: name.to_owned(),
            raw: brotli * 3,
            brotli,
        }
    }

    fn bundle() -> BTreeMap<String, Part> {
        BTreeMap::from([
            ("app-01.wasm".to_owned(), part("app.wasm", 500)),
            ("later-02.wasm".to_owned(), part("later.wasm", 40)),
            ("new-03.wasm".to_owned(), part("new.wasm", 7)),
        ])
    }

    #[test]
    fn what_the_browser_did_without_the_last_time_does_not_count_and_what_is_new_does() {
        let last = Figures::of(&bundle(), |path, _| path != "later-02.wasm");
        let last = Figures {
            parts: last
                .parts
                .into_iter()
                .filter(|(name, _)| name != "new.wasm")
                .collect(),
            ..last
        };
        let now = Figures::without_a_browser(&bundle(), &last);
        assert_eq!((now.weight(), now.raw_weight()), (507, 1521));
    }

    #[test]
    fn without_a_last_time_everything_counts() {
        let now = Figures::without_a_browser(&bundle(), &Figures::default());
        assert_eq!(now.weight(), 547);
    }

    #[test]
    fn figures_are_read_as_they_were_written() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("bundle.json");
        assert_eq!(Figures::read(&file).unwrap(), Figures::default());
        let mut figures = Figures::of(&bundle(), |_, _| true);
        figures.crates.insert("leptos".to_owned(), 12);
        figures.write(&file).unwrap();
        assert_eq!(Figures::read(&file).unwrap(), figures);
        std::fs::write(&file, "[]").unwrap();
        assert!(Figures::read(&file).is_err());
    }
}
