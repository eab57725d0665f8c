//! The friendly names that other users have.

use std::collections::BTreeMap;

/// The friendly names that other users have.
///
/// DigiCert says that a friendly name is unique and not whether case counts. So an exact match is a fault, and a match
/// that differs only in the case of ASCII letters is a warning (our contract). A duplicate that only the server knew of
/// is best [inserted](Self::insert) here: the field then shows the same fault, with a suggestion, as for a known one.
#[derive(Clone, Debug, Default)]
pub struct TakenNames {
    /// From the name in lower case to the names as they are.
    by_lower_case: BTreeMap<String, Vec<String>>,
}

impl TakenNames {
    /// No names.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a name, as the API gave it.
    pub fn insert(&mut self, name: impl Into<String>) {
        let name = name.into();
        let names = self.by_lower_case.entry(name.to_ascii_lowercase()).or_default();
        if !names.contains(&name) {
            names.push(name);
        }
    }

    /// Whether another user has exactly this name.
    pub fn contains(&self, name: &str) -> bool {
        self.alike(name).any(|other| other == name)
    }

    /// A name that differs from this one, but only in the case of ASCII letters.
    pub fn differs_only_in_case(&self, name: &str) -> Option<&str> {
        self.alike(name).find(|other| *other != name)
    }

    /// Whether there are no names.
    pub fn is_empty(&self) -> bool {
        self.by_lower_case.is_empty()
    }

    fn alike(&self, name: &str) -> impl Iterator<Item = &str> {
        self.by_lower_case
            .get(&name.to_ascii_lowercase())
            .into_iter()
            .flatten()
            .map(String::as_str)
    }
}

/// The friendly names of users other than the one that is being changed, if one is: its own name is not taken.
#[derive(Clone, Copy, Debug)]
pub(crate) struct OtherNames<'a> {
    taken: &'a TakenNames,
    own: Option<&'a str>,
}

impl<'a> OtherNames<'a> {
    pub(crate) fn new(taken: &'a TakenNames, own: Option<&'a str>) -> Self {
        Self { taken, own }
    }

    /// Whether this is the name that the user has already.
    pub(crate) fn is_own(self, name: &str) -> bool {
        self.own == Some(name)
    }

    /// Whether another user has exactly this name.
    pub(crate) fn contains(self, name: &str) -> bool {
        self.alike(name).any(|other| other == name)
    }

    /// Another user's name that differs from this one, but only in the case of ASCII letters.
    pub(crate) fn differs_only_in_case(self, name: &str) -> Option<&'a str> {
        self.alike(name).find(|other| *other != name)
    }

    /// Whether no other user has this name in any case: what a suggested name has to be.
    pub(crate) fn leaves_free(self, name: &str) -> bool {
        self.alike(name).next().is_none()
    }

    fn alike(self, name: &str) -> impl Iterator<Item = &'a str> {
        self.taken.alike(name).filter(move |other| !self.is_own(other))
    }
}

impl<Name: Into<String>> FromIterator<Name> for TakenNames {
    fn from_iter<Names: IntoIterator<Item = Name>>(names: Names) -> Self {
        let mut taken = Self::new();
        taken.extend(names);
        taken
    }
}

impl<Name: Into<String>> Extend<Name> for TakenNames {
    fn extend<Names: IntoIterator<Item = Name>>(&mut self, names: Names) {
        for name in names {
            self.insert(name);
        }
    }
}
