//! The email of the person who looks after a credential.

use crate::character::{distinct_forbidden, has_character, is_unseen};
use crate::review::Checked;
use crate::{Fault, FaultKind, Field, OrganisationPolicy, Remarks, WarningKind};

/// A checked email: the WHATWG rule for `<input type=email>`, with the lengths of RFC 5321.
///
/// DigiCert documents only that it is required. The browser's rule is the one people know; it takes neither quoted local
/// parts, nor addresses in brackets, nor letters outside ASCII, and it does take a domain without a dot. In a request it
/// may also be the email that the existing user has already, whatever that looks like.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Email(String);

impl Email {
    /// How many octets the whole may have (RFC 5321, 4.5.3.1.3: a path of 256 with its brackets).
    pub const MAX_OCTETS: usize = 254;

    /// How many octets may stand before the `@` (RFC 5321, 4.5.3.1.1).
    pub const MAX_LOCAL_PART_OCTETS: usize = 64;

    /// How many characters each part of the domain may have (WHATWG, RFC 1034).
    pub const MAX_DOMAIN_LABEL_LENGTH: usize = 63;

    /// Checks an email as typed, by itself: where an organisation wants it to be is another question.
    ///
    /// # Errors
    /// Every fault.
    pub fn parse(text: &str) -> Result<Self, Vec<Fault>> {
        check(text, None, None, &OrganisationPolicy::default()).into_result()
    }

    /// The email as typed.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What stands after the `@`, as typed; empty where there is none.
    pub fn domain(&self) -> &str {
        domain_of(&self.0).unwrap_or_default()
    }
}

/// A part of an email, as far as it can be told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EmailPart {
    /// What stands before the `@`.
    Local,
    /// What stands after the `@`.
    Domain,
    /// There is no `@` or more than one, so which part it is cannot be told.
    Undivided,
}

impl EmailPart {
    fn takes(self, character: char) -> bool {
        let local = character.is_ascii_alphanumeric() || has_character(".!#$%&'*+/=?^_`{|}~-", character);
        match self {
            Self::Local => local,
            Self::Domain => character.is_ascii_alphanumeric() || matches!(character, '-' | '.'),
            Self::Undivided => local || character == '@',
        }
    }
}

/// All rules of the email, that it is where the organisation wants it, and whether its domain is the caller's. The email
/// that the user has already stands without a word: who changes an end date is not asked about the person again.
pub(crate) fn check(
    text: &str,
    own: Option<&str>,
    caller_email: Option<&str>,
    policy: &OrganisationPolicy,
) -> Checked<Email> {
    let mut remarks = Remarks::default();
    let kinds = faults_of(text, own, policy);
    if kinds.is_empty() {
        if own != Some(text) {
            warn_of_domain(
                domain_of(text).unwrap_or_default(),
                caller_email.and_then(domain_of),
                &mut remarks,
            );
        }
    } else {
        let suggestion = suggestion(text, own, policy);
        let fault = |kind| Fault::new(Field::Email, kind).suggesting(suggestion.clone());
        remarks.faults = kinds.into_iter().map(fault).collect();
    }
    Checked::new(Email(text.to_owned()), remarks)
}

fn domain_of(email: &str) -> Option<&str> {
    let (_, domain) = email.rsplit_once('@')?;
    Some(domain).filter(|domain| !domain.is_empty())
}

fn warn_of_domain(domain: &str, caller_domain: Option<&str>, remarks: &mut Remarks) {
    if !has_character(domain, '.') {
        remarks.warn(
            Field::Email,
            WarningKind::DomainWithoutDot {
                domain: domain.to_owned(),
            },
        );
    }
    match caller_domain {
        Some(caller_domain) if !caller_domain.eq_ignore_ascii_case(domain) => {
            let (domain, caller_domain) = (domain.to_owned(), caller_domain.to_owned());
            remarks.warn(
                Field::Email,
                WarningKind::OtherDomain {
                    domain,
                    caller_domain,
                },
            );
        }
        Some(_) | None => {}
    }
}

fn faults_of(text: &str, own: Option<&str>, policy: &OrganisationPolicy) -> Vec<FaultKind> {
    let address = text.trim();
    if address.is_empty() {
        return vec![FaultKind::Missing];
    }
    if own == Some(text) {
        return Vec::new();
    }
    let mut kinds = Vec::new();
    if text.starts_with(char::is_whitespace) {
        kinds.push(FaultKind::LeadingSpace);
    }
    if text.ends_with(char::is_whitespace) {
        kinds.push(FaultKind::TrailingSpace);
    }
    let start = text
        .chars()
        .take_while(|character| character.is_whitespace())
        .count();
    let mut strange_domain = false;
    match (address.matches('@').count(), address.split_once('@')) {
        (1, Some((local, domain))) => {
            find_local_part_faults(local, start, &mut kinds);
            let faults = domain_faults_from(start + local.chars().count() + 1, domain);
            // Which domain is meant can only be told once nothing is wrong with it.
            strange_domain = faults.is_empty() && own != Some(address) && !policy.allows_domain(domain);
            kinds.extend(faults);
        }
        (count, _) => {
            kinds.push(match count {
                0 => FaultKind::EmailWithoutAt,
                _ => FaultKind::EmailSeveralAts { count },
            });
            find_forbidden_characters(address, EmailPart::Undivided, start, &mut kinds);
        }
    }
    if address.len() > Email::MAX_OCTETS {
        kinds.push(FaultKind::EmailTooLong {
            octets: address.len(),
        });
    }
    if strange_domain {
        kinds.push(FaultKind::EmailDomainNotAllowed {
            domains: policy.email_domains.clone(),
        });
    }
    kinds
}

/// `start` is how many characters of the field stand before the part.
fn find_forbidden_characters(text: &str, part: EmailPart, start: usize, kinds: &mut Vec<FaultKind>) {
    let found = distinct_forbidden(text, |character| !part.takes(character));
    kinds.extend(
        found
            .into_iter()
            .map(|(character, position)| FaultKind::EmailForbiddenCharacter {
                character,
                position: start + position,
                part,
            }),
    );
}

fn find_local_part_faults(local: &str, start: usize, kinds: &mut Vec<FaultKind>) {
    if local.is_empty() {
        kinds.push(FaultKind::EmailLocalPartMissing);
    }
    find_forbidden_characters(local, EmailPart::Local, start, kinds);
    if local.len() > Email::MAX_LOCAL_PART_OCTETS {
        kinds.push(FaultKind::EmailLocalPartTooLong { octets: local.len() });
    }
}

/// The faults of a domain by itself.
pub(crate) fn domain_faults(domain: &str) -> Vec<FaultKind> {
    domain_faults_from(0, domain)
}

/// The faults of a domain before which `start` characters of the field stand.
fn domain_faults_from(start: usize, domain: &str) -> Vec<FaultKind> {
    if domain.is_empty() {
        return vec![FaultKind::EmailDomainMissing];
    }
    let mut kinds = Vec::new();
    find_forbidden_characters(domain, EmailPart::Domain, start, &mut kinds);

    // Each kind is reported once, at its first place: a second one is seen when the first is mended.
    let mut empty = None;
    let mut too_long = None;
    let mut edge_hyphen = None;
    let mut label_start = start;
    for label in domain.split('.') {
        let length = label.chars().count();
        if label.is_empty() {
            empty.get_or_insert(FaultKind::EmailDomainLabelEmpty);
        } else if label.starts_with('-') {
            edge_hyphen.get_or_insert(label_start + 1);
        } else if label.ends_with('-') {
            edge_hyphen.get_or_insert(label_start + length);
        }
        if length > Email::MAX_DOMAIN_LABEL_LENGTH {
            too_long.get_or_insert(FaultKind::EmailDomainLabelTooLong { length });
        }
        label_start += length + 1;
    }
    kinds.extend(empty);
    kinds.extend(too_long);
    kinds.extend(edge_hyphen.map(|position| FaultKind::EmailDomainLabelEdgeHyphen { position }));
    kinds
}

/// The address alone, where it was pasted with space around it, with characters that show as nothing, as a link or in
/// the form `Name <address>`; only if what is left has no fault.
fn suggestion(text: &str, own: Option<&str>, policy: &OrganisationPolicy) -> Option<String> {
    let seen: String = text
        .chars()
        .filter(|character| character.is_whitespace() || !is_unseen(*character))
        .collect();
    let address = match seen.rsplit_once('<').and_then(|(_, rest)| rest.split_once('>')) {
        Some((address, _)) => address,
        None => seen.as_str(),
    };
    let address = address.trim();
    let address = address.strip_prefix("mailto:").unwrap_or(address);
    faults_of(address, own, policy)
        .is_empty()
        .then(|| address.to_owned())
}
