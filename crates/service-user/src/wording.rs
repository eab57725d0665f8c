//! Every sentence of this crate: what faults, warnings and the handover note say, in English.
//!
//! A message of a fault or warning says what is at fault and what to do about it, in DigiCert's words for DigiCert's
//! things. It never repeats what was typed but for a single character, so nothing typed can garble it, and a name that was known
//! before stands in it as [`visible`] shows it.

mod handover_note;

use crate::character::{has_character, is_unseen, unicode_name};
use crate::{
    EmailDomain, EmailDomainFault, EmailPart, Fault, FaultKind, Field, FriendlyName, NamePattern,
    NamePatternFault, TokenForm, UtcDay, Warning, WarningKind, visible,
};

pub(crate) use handover_note::{TOKEN_LEFT_OUT, handover_note_body, handover_note_subject};

pub(crate) fn fault(fault: &Fault) -> String {
    let field = field(fault.field);
    match &fault.kind {
        FaultKind::Missing => match fault.field {
            Field::Email => "Enter the email of the person who looks after this service user.".to_owned(),
            _ => format!("Enter a {field}."),
        },
        FaultKind::TooLong { length, limit } => {
            let surplus = length.saturating_sub(*limit);
            format!("The {field} has {length} characters and can have {limit}. Leave out at least {surplus}.")
        }
        FaultKind::ForbiddenCharacter { character, position } => {
            let character = describe(*character);
            match fault.field {
                Field::Description => format!(
                    "The character {character} at position {position} cannot be used in a description. \
                     It shows as nothing; leave it out."
                ),
                _ => format!(
                    "The character {character} at position {position} cannot be used in a {field}. Use only the \
                     letters A to Z and a to z, numbers, spaces, dashes (-) and underscores (_)."
                ),
            }
        }
        FaultKind::LeadingSpace => format!("The {field} begins with a space. Leave it out."),
        FaultKind::TrailingSpace => format!("The {field} ends with a space. Leave it out."),
        FaultKind::DoubledSpace { position } => {
            format!("There is a second space at position {position}. Use a single space between words.")
        }
        FaultKind::NameTaken { name } => {
            format!(
                "Another user already has the friendly name “{}”. Choose a different one.",
                visible(name)
            )
        }
        FaultKind::NameOutsidePatterns { patterns } => name_outside(patterns),
        FaultKind::EndDateUnanswered => "Choose an end date, or choose “No end date”.".to_owned(),
        FaultKind::NotADate { example } => {
            format!("Write the end date as year, month and day with dashes, such as {example}.")
        }
        FaultKind::NoSuchDay { year, month, day } => no_such_day(*year, *month, *day),
        FaultKind::EndDatePast { today } => {
            format!("The end date is in the past. The earliest is today, {today} (UTC).")
        }
        FaultKind::EndDateRequired { latest } => {
            format!("Your organisation asks for an end date. Choose one up to {latest} (UTC).")
        }
        FaultKind::EndDateTooLate { latest } => {
            format!("Your organisation set {latest} (UTC) as the latest end date. Choose that day or an earlier one.")
        }
        FaultKind::EmailWithoutAt => {
            "The email has no @. Write it in full, such as name@example.com.".to_owned()
        }
        FaultKind::EmailSeveralAts { count } => {
            format!("The email has {count} @ characters. Enter one address, with one @.")
        }
        FaultKind::EmailForbiddenCharacter { character, position, part } => {
            let shown = describe(*character);
            let at = format!("The character {shown} at position {position} cannot be used");
            match (part, character) {
                (EmailPart::Local, _) => format!(
                    "{at} before the @. Use only the letters A to Z and a to z, numbers, and .!#$%&'*+/=?^_`{{|}}~-"
                ),
                (EmailPart::Domain, '\0'..='\x7F') => {
                    format!("{at} after the @. Use only letters, numbers, dots and hyphens.")
                }
                (EmailPart::Domain, _) => format!(
                    "{at} after the @. Use only the letters A to Z and a to z, numbers, dots and hyphens. \
                     A domain with other letters has a form that begins with xn--, which can be used."
                ),
                (EmailPart::Undivided, _) => format!("{at} in an email. Leave it out."),
            }
        }
        FaultKind::EmailLocalPartMissing => "There is nothing before the @. Enter the whole address.".to_owned(),
        FaultKind::EmailLocalPartTooLong { octets } => {
            format!("The part before the @ is {octets} bytes long and can be 64. Use a shorter address.")
        }
        FaultKind::EmailDomainMissing => "There is nothing after the @. Enter the whole address.".to_owned(),
        FaultKind::EmailDomainLabelEmpty => {
            "After the @, a dot stands at the beginning, at the end or beside another dot. Put a name on both \
             sides of each dot."
                .to_owned()
        }
        FaultKind::EmailDomainLabelTooLong { length } => {
            format!("After the @, a name between dots has {length} characters and can have 63. Check the address.")
        }
        FaultKind::EmailDomainLabelEdgeHyphen { position } => format!(
            "The hyphen at position {position} begins or ends a name between dots, where none can stand. \
             Leave it out."
        ),
        FaultKind::EmailTooLong { octets } => {
            format!("The email is {octets} bytes long and can be 254. Use a shorter address.")
        }
        FaultKind::EmailDomainNotAllowed { domains } => {
            let places = alternatives(domains.iter().map(place));
            format!("Your organisation allows only emails {places}. Enter one of those.")
        }
        FaultKind::AccountMissing => "Choose at least one account that can use this service user.".to_owned(),
        FaultKind::UnknownAccount { id } => {
            let id = visible(id.as_str());
            format!("The account {id} is not among those you can choose. Take it out.")
        }
        FaultKind::ManagerMissing => "Choose at least one DigiCert ONE Manager.".to_owned(),
        FaultKind::UnknownManager { code } => {
            let code = visible(code.as_str());
            format!("The Manager {code} has no roles that you can choose. Take it out.")
        }
        FaultKind::RoleMissingFor { manager } => {
            let manager = visible(&manager.name);
            format!("Choose at least one role for {manager}, or take that Manager out.")
        }
        FaultKind::RoleOfUnchosenManager { role, manager, .. } => format!(
            "The role “{role}” belongs to {manager}, which is not chosen. Choose {manager} as well, or take the \
             role out.",
            role = visible(role),
            manager = visible(&manager.name)
        ),
        FaultKind::UnknownRole { id } => {
            let id = visible(id.as_str());
            format!("The role {id} is not among those you can choose. Take it out.")
        }
    }
}

pub(crate) fn warning(warning: &Warning) -> String {
    match &warning.kind {
        WarningKind::NameDiffersOnlyInCase { other } => format!(
            "Another user is called “{}”: only upper and lower case differ. DigiCert ONE may refuse this \
             friendly name, and the two are easily confused in audit logs.",
            visible(other)
        ),
        WarningKind::NoEndDate => {
            "Without an end date, the token works until somebody disables the service user.".to_owned()
        }
        WarningKind::EndDateBeyondYear { days } => {
            format!("The end date is {days} days away. A token that works for a year or less is safer.")
        }
        WarningKind::EndDateOver { last_day } => format!(
            "This service user stopped working when {last_day} (UTC) ended. A later end date lets it work again; \
             DigiCert's pages disagree on whether it can be given one after that day."
        ),
        WarningKind::EndDateEarlier { from } => {
            format!("This shortens its life: until now, the end date is {from} (UTC).")
        }
        WarningKind::OtherDomain {
            domain,
            caller_domain,
        } => {
            let (domain, caller_domain) = (visible(domain), visible(caller_domain));
            format!(
                "The email is at {domain}, yours is at {caller_domain}. Check that this is the right person."
            )
        }
        WarningKind::DomainWithoutDot { domain } => {
            format!("There is no dot in {domain}. Check that the email is complete.")
        }
        WarningKind::InactiveAccount { account } => {
            let account = visible(account);
            format!("The account {account} is not active. The service user may not be able to use it.")
        }
        WarningKind::ServicePeriodOver { account, to } => {
            format!(
                "The service period of the account {} ended on {to}.",
                visible(account)
            )
        }
        WarningKind::ServicePeriodNotBegun { account, from } => {
            let account = visible(account);
            format!("The service period of the account {account} begins on {from}.")
        }
        WarningKind::ManagerWithoutRole { manager } => format!(
            "This service user has access to {manager}, but none of its roles is known to belong there. Saving may \
             take that access away.",
            manager = visible(manager)
        ),
        WarningKind::BroadRole { role, manager } => format!(
            "The role “{role}” of {manager} permits more than most integrations need. Choose it only if a \
             smaller role is not enough.",
            role = visible(role),
            manager = visible(manager)
        ),
    }
}

pub(crate) fn name_pattern_fault(fault: NamePatternFault) -> String {
    match fault {
        NamePatternFault::Empty => {
            "The pattern is empty. Write what a friendly name looks like, such as svc-*.".to_owned()
        }
        NamePatternFault::ForbiddenCharacter { character } => format!(
            "No friendly name has the character {}. Use only the letters A to Z and a to z, numbers, spaces, dashes (-), \
             underscores (_) and the signs *, ? and #.",
            describe(character)
        ),
        NamePatternFault::EdgeSpace => {
            "No friendly name begins or ends with a space. Leave it out of the pattern.".to_owned()
        }
        NamePatternFault::DoubledSpace => {
            "No friendly name has two spaces in a row. Leave one out of the pattern.".to_owned()
        }
        NamePatternFault::TooLong { length } => format!(
            "The shortest name of this pattern has {length} characters, and a friendly name can have {}. Shorten the pattern.",
            FriendlyName::MAX_LENGTH
        ),
    }
}

pub(crate) fn email_domain_fault(fault: EmailDomainFault) -> String {
    match fault {
        EmailDomainFault::Empty => "There is no domain. Write one such as example.com.".to_owned(),
        EmailDomainFault::WholeEmail => {
            "A domain has no @. Write only what stands after it, such as example.com.".to_owned()
        }
        EmailDomainFault::MisplacedStar => {
            "The sign * can only stand at the beginning and before a dot, such as *.example.com.".to_owned()
        }
        EmailDomainFault::ForbiddenCharacter { character } => format!(
            "No domain has the character {}. Use only the letters A to Z and a to z, numbers, dots and hyphens.",
            describe(character)
        ),
        EmailDomainFault::Malformed => {
            "Between its dots, a domain has names of 1 to 63 characters that neither begin nor end \
             with a hyphen. Check the domain."
                .to_owned()
        }
        EmailDomainFault::TooLong => {
            "Every email at this domain would be longer than an email can be. Check the domain.".to_owned()
        }
    }
}

pub(crate) fn token_form(form: TokenForm) -> &'static str {
    match form {
        TokenForm::TokenId => "Token ID",
        TokenForm::ApiKeyHeader => "HTTP header (x-api-key)",
        TokenForm::EnvironmentVariables => "Environment variables (DC_BASE, DC_API_KEY)",
        TokenForm::Smctl => "Software Trust: smctl, PKCS#11, GitHub Action, Jenkins (SM_HOST, SM_API_KEY)",
        TokenForm::Terraform => "Terraform provider",
        TokenForm::Vault => "HashiCorp Vault command",
        TokenForm::CertManager => "cert-manager: Kubernetes Secret",
        TokenForm::Curl => "curl command to check the token (does not contain it)",
    }
}

/// A field's name inside a sentence.
fn field(field: Field) -> &'static str {
    match field {
        Field::FriendlyName => "friendly name",
        Field::Description => "description",
        Field::EndDate => "end date",
        Field::Email => "email",
        Field::Accounts => "list of accounts",
        Field::Managers => "list of Managers",
        Field::Roles => "list of roles",
    }
}

/// A character so that a person can find it: quoted where it can be seen, named where quoting would not tell it from others.
pub fn describe(character: char) -> String {
    let code = || format!("U+{:04X}", u32::from(character));
    match (unicode_name(character), is_unseen(character)) {
        (Some(name), true) => format!("{name} ({})", code()),
        (Some(name), false) => format!("“{character}” ({name}, {})", code()),
        (None, true) => code(),
        (None, false) if character.is_ascii() => format!("“{character}”"),
        (None, false) => format!("“{character}” ({})", code()),
    }
}

/// The beginning of a text that is too long to be shown whole.
pub(crate) fn cut_off(beginning: &str, count: usize) -> String {
    format!("{beginning}… ({count} characters)")
}

/// What names look like, and what the signs mean that the patterns use.
fn name_outside(patterns: &[NamePattern]) -> String {
    let quoted = alternatives(patterns.iter().map(|pattern| format!("“{}”", pattern.as_str())));
    let signs = [
        ('*', "* for any text or none"),
        ('?', "? for one character"),
        ('#', "# for one digit"),
    ];
    let used: Vec<&str> = signs
        .into_iter()
        .filter(|(sign, _)| {
            patterns
                .iter()
                .any(|pattern| has_character(pattern.as_str(), *sign))
        })
        .map(|(_, meaning)| meaning)
        .collect();
    let key = match used.as_slice() {
        [] => String::new(),
        [first, others @ ..] => {
            others
                .iter()
                .fold(format!(" ({first}"), |key, meaning| format!("{key}, {meaning}"))
                + ")"
        }
    };
    format!("Your organisation set what a friendly name looks like: {quoted}{key}. Choose a name like that.")
}

/// Where an email can be.
fn place(domain: &EmailDomain) -> String {
    match domain.parent() {
        None => format!("at {}", domain.as_str()),
        Some(parent) => format!("at a subdomain of {parent}"),
    }
}

/// "a, b or c"; a long list is cut, so that its field is not buried.
fn alternatives(items: impl ExactSizeIterator<Item = String>) -> String {
    const SHOWN: usize = 5;
    let surplus = items.len().saturating_sub(SHOWN);
    let mut shown: Vec<String> = items.take(SHOWN).collect();
    if surplus > 0 {
        shown.push(format!("{surplus} more"));
    }
    match shown.split_last() {
        None => String::new(),
        Some((only, [])) => only.clone(),
        Some((last, others)) => format!("{} or {last}", others.join(", ")),
    }
}

fn no_such_day(year: u16, month: u8, day: u8) -> String {
    if year == 0 {
        return "There is no year 0000. Years go from 0001 to 9999.".to_owned();
    }
    let Some(name) = month
        .checked_sub(1)
        .and_then(|index| MONTHS.get(usize::from(index)))
    else {
        return format!("There is no month {month:02}. Months go from 01 to 12.");
    };
    let last = (28..=31)
        .rev()
        .find(|day| UtcDay::from_numbers(year, month, *day).is_some())
        .unwrap_or(28);
    format!("There is no day {day:02} in {name} {year:04}. Its days go from 01 to {last}.")
}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
