//! Templates that are kept or passed on together.

use std::{fmt, slice};

use crate::lookup::folded;
use crate::{Template, TemplateFault, TemplateFaultKind, reader, wording, writer};

/// Templates of different names, in an order. Names that differ in case alone are the same.
///
/// Every collection can be written, and reading what was written gives the same one again.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Templates(Vec<Template>);

impl Templates {
    /// How many there may be.
    pub const MAX_COUNT: usize = 100;

    /// How many bytes they may have when they are written, and how many a file may have that is read.
    pub const MAX_BYTES: usize = 256 * 1024;

    /// Reads a file of templates, as [`write`](Self::write) writes it and as `docs/templates.schema.json` describes it.
    ///
    /// Beyond the schema, names have to be different and the limits of size hold.
    ///
    /// # Errors
    /// Every fault, up to 50 and a last one that counts the others. Nothing is taken over from a file with a fault.
    pub fn read(bytes: &[u8]) -> Result<Self, Vec<TemplateFault>> {
        let templates = Self(reader::read(bytes)?);
        match templates.is_small_enough() {
            true => Ok(templates),
            false => Err(vec![TemplateFault::of_whole(TemplateFaultKind::TooLargeWritten)]),
        }
    }

    /// The file: JSON for people to read and compare, the same text for the same templates.
    pub fn write(&self) -> String {
        writer::file(self.0.iter())
    }

    /// All of them, in order.
    pub fn iter(&self) -> slice::Iter<'_, Template> {
        self.0.iter()
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The one of this name, in any case.
    pub fn get(&self, name: &str) -> Option<&Template> {
        let index = self.index_of(name)?;
        self.0.get(index)
    }

    /// Puts a template in the place of the one of the same name, which comes back, or at the end.
    ///
    /// # Errors
    /// There is no room for it. Nothing is changed then.
    pub fn put(&mut self, template: Template) -> Result<Option<Template>, Full> {
        let mut changed = self.clone();
        let replaced = changed.place(template);
        changed.check_room()?;
        *self = changed;
        Ok(replaced)
    }

    /// [Puts](Self::put) all of another collection, or none of it.
    ///
    /// # Errors
    /// There is no room for all. Nothing is changed then.
    pub fn put_all(&mut self, others: Templates) -> Result<Merged, Full> {
        let mut changed = self.clone();
        let mut merged = Merged::default();
        for template in others.0 {
            let name = template.name().to_owned();
            match changed.place(template) {
                None => merged.added.push(name),
                Some(_) => merged.replaced.push(name),
            }
        }
        changed.check_room()?;
        *self = changed;
        Ok(merged)
    }

    /// Puts a template in the place of the one of this name, in any case, whatever its own name is; at the end, where that one is gone.
    ///
    /// # Errors
    /// Another one has its name already, or there is no room for it. Nothing is changed then.
    pub fn put_in_place_of(&mut self, name: &str, template: Template) -> Result<(), NotPut> {
        let index = self.index_of(name);
        let taken = self
            .index_of(template.name())
            .filter(|taken| Some(*taken) != index);
        if taken.is_some() {
            return Err(NotPut::NameTaken);
        }
        let mut changed = self.clone();
        match index.and_then(|index| changed.0.get_mut(index)) {
            Some(slot) => *slot = template,
            None => changed.0.push(template),
        }
        changed.check_room().map_err(NotPut::Full)?;
        *self = changed;
        Ok(())
    }

    /// Takes the one of this name out, in any case.
    pub fn remove(&mut self, name: &str) -> Option<Template> {
        let index = self.index_of(name)?;
        Some(self.0.remove(index))
    }

    fn index_of(&self, name: &str) -> Option<usize> {
        let name = folded(name);
        self.0.iter().position(|template| folded(template.name()) == name)
    }

    fn place(&mut self, template: Template) -> Option<Template> {
        let slot = self
            .index_of(template.name())
            .and_then(|index| self.0.get_mut(index));
        match slot {
            Some(slot) => Some(std::mem::replace(slot, template)),
            None => {
                self.0.push(template);
                None
            }
        }
    }

    fn check_room(&self) -> Result<(), Full> {
        if self.len() > Self::MAX_COUNT {
            Err(Full::Count)
        } else if self.is_small_enough() {
            Ok(())
        } else {
            Err(Full::Bytes)
        }
    }

    fn is_small_enough(&self) -> bool {
        self.write().len() <= Self::MAX_BYTES
    }
}

/// A template by itself, for a file of its own; there always is room for one.
impl From<Template> for Templates {
    fn from(template: Template) -> Self {
        Self(vec![template])
    }
}

impl<'a> IntoIterator for &'a Templates {
    type Item = &'a Template;
    type IntoIter = slice::Iter<'a, Template>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

/// What [`Templates::put_all`] did: the names, as they are now.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Merged {
    /// Those that are new.
    pub added: Vec<String>,
    /// Those that took another one's place.
    pub replaced: Vec<String>,
}

/// Why a template was not put in another one's place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotPut {
    /// A third one has its name.
    NameTaken,
    /// There is no room for it.
    Full(Full),
}

/// Why there is no room for a template. Displayed as a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Full {
    /// There would be more than [`Templates::MAX_COUNT`].
    Count,
    /// They would have more than [`Templates::MAX_BYTES`].
    Bytes,
}

impl fmt::Display for Full {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&wording::full(*self))
    }
}

impl std::error::Error for Full {}
