//! A template as part of a link.
//!
//! What is in the fragment of an address is sent to no server. The value is the file's compact text in base64url: a third
//! longer than the text, where percent-encoding makes more than half of it out of quotes and braces, and of characters alone
//! that mail and chat programs leave as they are.

use std::fmt;

use crate::{Template, TemplateFault, TemplateFaultKind, base64url, reader, wording, writer};

impl Template {
    /// The parameter of an address that holds a template, as in `#create?template=…`.
    pub const LINK_PARAMETER: &str = "template";

    /// How many characters a link's value may have (our contract). Browsers take far more; programs that pass links on do not.
    /// The built-in templates need 300 to 700.
    pub const MAX_LINK_LENGTH: usize = 8192;

    /// The template as the value of a link's parameter: only letters, digits, dashes and underscores.
    ///
    /// # Errors
    /// It is too long for a link; a file takes it.
    pub fn link_value(&self) -> Result<String, LinkTooLong> {
        let value = base64url::encode(writer::compact(self).as_bytes());
        match value.len() > Self::MAX_LINK_LENGTH {
            true => Err(LinkTooLong { length: value.len() }),
            false => Ok(value),
        }
    }

    /// Reads the value of a link's parameter, as [`link_value_in`] finds it, as carefully as a file. The template may have been
    /// written by anybody: it is for filling a draft that a person then looks through, and for nothing else.
    ///
    /// # Errors
    /// Every fault.
    pub fn from_link_value(value: &str) -> Result<Self, Vec<TemplateFault>> {
        let whole = |kind| vec![TemplateFault::of_whole(kind)];
        if value.len() > Self::MAX_LINK_LENGTH {
            return Err(whole(TemplateFaultKind::LinkTooLong { length: value.len() }));
        }
        let bytes = base64url::decode(value).ok_or_else(|| whole(TemplateFaultKind::LinkDamaged))?;
        let templates = reader::read(&bytes).map_err(|faults| match faults.iter().any(is_damage) {
            true => whole(TemplateFaultKind::LinkDamaged),
            false => faults,
        })?;
        let count = templates.len();
        match <[Template; 1]>::try_from(templates) {
            Ok([template]) => Ok(template),
            Err(_) => Err(whole(TemplateFaultKind::NotOneTemplate { count })),
        }
    }
}

/// What stands in an address's fragment as the value of the template's parameter, such as `eyJ…` in
/// `#create?template=eyJ…`; the first, where there are several.
pub fn link_value_in(fragment: &str) -> Option<&str> {
    let (_, parameters) = fragment.split_once('?')?;
    parameters
        .split('&')
        .find_map(|parameter| match parameter.split_once('=') {
            Some((name, value)) if name == Template::LINK_PARAMETER => Some(value),
            Some(_) | None => None,
        })
}

/// A template that no link can hold. Displayed as a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LinkTooLong {
    /// How many characters the value would have.
    pub length: usize,
}

impl fmt::Display for LinkTooLong {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&wording::link_too_long(*self))
    }
}

impl std::error::Error for LinkTooLong {}

/// Where in its JSON a link is broken helps nobody: it was not written by hand.
fn is_damage(fault: &TemplateFault) -> bool {
    matches!(
        fault.kind,
        TemplateFaultKind::NotUtf8 | TemplateFaultKind::NotJson { .. } | TemplateFaultKind::EndsEarly
    )
}
