//! Where an organisation's people have their emails.

use std::fmt;

use crate::{Email, FaultKind, email, wording};

/// A domain that an organisation allows in an email, such as `example.com`; `*.example.com` allows the subdomains of
/// `example.com`, however deep, and not that domain itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EmailDomain(String);

/// What stands for the subdomains of the rest.
const ANY_SUBDOMAIN: &str = "*.";

impl EmailDomain {
    /// Reads a domain; the case of its letters does not count and is not kept.
    ///
    /// # Errors
    /// Why no email can ever be there. Whatever is accepted is the domain of at least one email.
    pub fn parse(text: &str) -> Result<Self, EmailDomainFault> {
        // The shortest email has one character before the @, and the shortest subdomain one before its dot.
        let (domain, room) = match text.strip_prefix(ANY_SUBDOMAIN) {
            Some(parent) => (parent, Email::MAX_OCTETS - "a@a.".len()),
            None => (text, Email::MAX_OCTETS - "a@".len()),
        };
        match email::domain_faults(domain).into_iter().next() {
            None if domain.len() > room => Err(EmailDomainFault::TooLong),
            None => Ok(Self(text.to_ascii_lowercase())),
            Some(FaultKind::EmailDomainMissing) => Err(EmailDomainFault::Empty),
            Some(FaultKind::EmailForbiddenCharacter { character: '@', .. }) => {
                Err(EmailDomainFault::WholeEmail)
            }
            Some(FaultKind::EmailForbiddenCharacter { character: '*', .. }) => {
                Err(EmailDomainFault::MisplacedStar)
            }
            Some(FaultKind::EmailForbiddenCharacter { character, .. }) => {
                Err(EmailDomainFault::ForbiddenCharacter { character })
            }
            Some(_) => Err(EmailDomainFault::Malformed),
        }
    }

    /// The domain in lower case, with `*.` before it where its subdomains are meant.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether a domain is this one, or below it where subdomains are meant; the case of ASCII letters does not count.
    pub fn matches(&self, domain: &str) -> bool {
        match self.parent() {
            None => domain.eq_ignore_ascii_case(&self.0),
            Some(parent) => domain
                .len()
                .checked_sub(parent.len())
                .and_then(|start| domain.split_at_checked(start))
                .is_some_and(|(below, end)| {
                    end.eq_ignore_ascii_case(parent) && below.len() > 1 && below.ends_with('.')
                }),
        }
    }

    /// The domain whose subdomains are meant, if they are.
    pub(crate) fn parent(&self) -> Option<&str> {
        self.0.strip_prefix(ANY_SUBDOMAIN)
    }
}

/// Why no email can be at a text as a domain. Displayed as sentences for the administrator who set it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EmailDomainFault {
    /// There is no domain in it.
    Empty,
    /// It has an `@`.
    WholeEmail,
    /// It has a `*` elsewhere than as `*.` at the beginning.
    MisplacedStar,
    /// A character that no domain has.
    ForbiddenCharacter {
        /// The character.
        character: char,
    },
    /// A name between dots is empty, longer than 63 characters, or begins or ends with a hyphen.
    Malformed,
    /// Every email there would be longer than 254 octets.
    TooLong,
}

impl fmt::Display for EmailDomainFault {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&wording::email_domain_fault(*self))
    }
}

impl std::error::Error for EmailDomainFault {}
