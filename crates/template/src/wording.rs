//! Every sentence of this crate, in English.
//!
//! A message says what is at fault and what to do about it. What was read is not repeated, but for a single character and for
//! the name of a member that has only letters and digits. Names in a checked template are shown as every
//! name is, in a line of their own direction; names that come from a tenant are shortened and cleaned.

use service_user::{Field, describe_character, is_combining, is_unseen, visible};

use crate::place::{Piece, member};
use crate::{
    EndDateRule, Full, JsonType, LeftOut, LinkTooLong, NotSet, Place, Template, TemplateFault,
    TemplateFaultKind, Templates, WhyLeftOut, WhyNotFound,
};

pub(crate) fn template_fault(fault: &TemplateFault) -> String {
    let noun = noun(&fault.place);
    match &fault.kind {
        TemplateFaultKind::FileTooLarge { bytes } => format!(
            "The file has {bytes} bytes and can have {}. Check that it is the right one.",
            Templates::MAX_BYTES
        ),
        TemplateFaultKind::NotUtf8 => {
            "The file is not a text in UTF-8. Check that it is the right one, or save it as UTF-8.".to_owned()
        }
        TemplateFaultKind::NotJson { line, column } => {
            format!("The file is not JSON: something is wrong at line {line}, byte {column}.")
        }
        TemplateFaultKind::EndsEarly => {
            "The file is not complete: its JSON ends too early. Fetch or export it again.".to_owned()
        }
        TemplateFaultKind::TooDeep => {
            "Lists and objects are nested too deeply for templates. Check that it is the right file.".to_owned()
        }
        TemplateFaultKind::OtherFormat => {
            "This is not a file of templates for service users. Check that it is the right one.".to_owned()
        }
        TemplateFaultKind::OtherVersion => {
            "These templates are written for another version of this app. Export them again with the version you use, \
             or use the newer one."
                .to_owned()
        }
        TemplateFaultKind::TooLargeWritten => Full::Bytes.to_string(),
        TemplateFaultKind::WrongType { expected, found } => {
            format!("This has to be {}, not {}.", json_type(*expected), json_type(*found))
        }
        TemplateFaultKind::Missing => "This is missing and has to be there.".to_owned(),
        TemplateFaultKind::UnknownMember { name, known } => {
            let member = match name {
                Some(name) => format!("There is a member “{name}”, which is not known here."),
                None => "There is a member whose name is not known here.".to_owned(),
            };
            format!("{member} Known are {}.", listed(known))
        }
        TemplateFaultKind::RepeatedMember => "This is there more than once. Leave one.".to_owned(),
        TemplateFaultKind::TooMany { count, limit } => {
            let surplus = count.saturating_sub(*limit);
            format!("There are {count} of them and there can be {limit}. Leave out at least {surplus}.")
        }
        TemplateFaultKind::Empty => match (fault.place.end(), noun) {
            ((Some(Piece::Member(member::NAME)), _), _) => "Enter a name.".to_owned(),
            (_, Some(noun)) => format!("The {noun} is empty. Fill it in, or leave it out."),
            (_, None) => "There is nothing in it. Leave it out.".to_owned(),
        },
        TemplateFaultKind::TooLong { length, limit } => {
            let surplus = length.saturating_sub(*limit);
            format!(
                "The {} has {length} characters and can have {limit}. Leave out at least {surplus}.",
                noun.unwrap_or("text")
            )
        }
        TemplateFaultKind::ForbiddenCharacter { character, position } => format!(
            "The {} has {} at position {position}. It shows as nothing, or changes how the rest reads; leave it out.",
            noun.unwrap_or("text"),
            describe_character(*character)
        ),
        TemplateFaultKind::EdgeSpace => format!(
            "The {} begins or ends with a space. Leave it out.",
            noun.unwrap_or("text")
        ),
        TemplateFaultKind::LooksLikeToken => {
            "There is something in it that looks like a token ID. Templates are shared; take it out, and if it is a token \
             in use, replace that."
                .to_owned()
        }
        TemplateFaultKind::Rule(fault) => fault.message(),
        TemplateFaultKind::NotEndDate => format!(
            "Write the end date as {{\"{}\": 90}}, or as \"none\" for no end date.",
            member::DAYS_FROM_TODAY
        ),
        TemplateFaultKind::NotDays => {
            format!("Write a whole number of days from 0 to {}.", EndDateRule::MAX_DAYS)
        }
        TemplateFaultKind::Repeats { first } => {
            format!("The same name stands at {first}. Leave one out, or choose a different name.")
        }
        TemplateFaultKind::SetsNothing => {
            "The template sets nothing. Set at least one field of the form.".to_owned()
        }
        TemplateFaultKind::LinkTooLong { length } => format!(
            "The link's template has {length} characters and can have {}. Ask for the template as a file.",
            Template::MAX_LINK_LENGTH
        ),
        TemplateFaultKind::LinkDamaged => {
            "The link's template is not complete or was changed on its way. Copy the whole link again.".to_owned()
        }
        TemplateFaultKind::NotOneTemplate { count } => {
            format!("The link holds {count} templates and has to hold one. Ask for them as a file.")
        }
        TemplateFaultKind::Others { count: 1 } => "There is one more fault.".to_owned(),
        TemplateFaultKind::Others { count } => format!("There are {count} more faults."),
    }
}

pub(crate) fn not_set(not_set: &NotSet) -> String {
    match not_set {
        NotSet::FriendlyNamePrefix { prefix } => {
            format!("The friendly name stays as it is; with this template it would begin with “{prefix}”.")
        }
        NotSet::Account {
            name,
            why: WhyNotFound::None,
        } => {
            format!(
                "There is no account “{}” that you can choose here.",
                visible(name)
            )
        }
        NotSet::Account {
            name,
            why: WhyNotFound::Several,
        } => {
            format!(
                "Several accounts are called “{}” here. Choose the right one yourself.",
                visible(name)
            )
        }
        NotSet::Manager { name, roles, why } => {
            let name = visible(name);
            let cause = match why {
                WhyNotFound::None => {
                    format!("There is no Manager “{name}” with roles that you can choose here")
                }
                WhyNotFound::Several => format!("Several Managers are called “{name}” here"),
            };
            match roles.as_slice() {
                [] => format!("{cause}."),
                [role] => format!("{cause}, so its role “{}” is not chosen either.", visible(role)),
                roles => {
                    let quoted: Vec<String> =
                        roles.iter().map(|role| format!("“{}”", visible(role))).collect();
                    let quoted: Vec<&str> = quoted.iter().map(String::as_str).collect();
                    format!("{cause}, so its roles {} are not chosen either.", listed(&quoted))
                }
            }
        }
        NotSet::Role { name, manager, why } => {
            let (name, manager) = (visible(name), shown(manager));
            match why {
                WhyNotFound::None => format!("{manager} has no role “{name}” here."),
                WhyNotFound::Several => {
                    format!("{manager} has several roles “{name}” here. Choose the right one yourself.")
                }
            }
        }
    }
}

pub(crate) fn left_out(left_out: &LeftOut) -> String {
    let what = match (left_out.field, left_out.name.as_deref().map(shown)) {
        (Field::FriendlyName, _) => "The friendly name".to_owned(),
        (Field::Description, _) => "The description".to_owned(),
        (Field::EndDate, _) => "The end date".to_owned(),
        (Field::Email, _) => "The email".to_owned(),
        (Field::Accounts, Some(name)) => format!("The account “{name}”"),
        (Field::Accounts, None) => "An account".to_owned(),
        (Field::Managers, Some(name)) => format!("The Manager “{name}”"),
        (Field::Managers, None) => "A Manager".to_owned(),
        (Field::Roles, Some(name)) => format!("The role “{name}”"),
        (Field::Roles, None) => "A role".to_owned(),
    };
    let why = match &left_out.why {
        WhyLeftOut::Unfit(kind) => match (left_out.field, kind) {
            (Field::Description | Field::Email, kind) => {
                let member = match left_out.field {
                    Field::Email => member::EMAIL,
                    _ => member::DESCRIPTION,
                };
                let (place, kind) = (Place::of(member), kind.clone());
                return format!(
                    "{what} is left out. {}",
                    template_fault(&TemplateFault { place, kind })
                );
            }
            // What follows is about a tenant's names, which nobody can mend here.
            (_, TemplateFaultKind::Empty) => "it has no name".to_owned(),
            (_, TemplateFaultKind::TooLong { limit, .. }) => {
                format!("its name has more than {limit} characters")
            }
            (_, TemplateFaultKind::ForbiddenCharacter { character, .. }) => {
                format!(
                    "its name has {}, which a template cannot hold",
                    describe_character(*character)
                )
            }
            (_, _) => "a template cannot hold its name".to_owned(),
        },
        WhyLeftOut::EndDateUnusable => "it is no day from today on".to_owned(),
        WhyLeftOut::EndDateTooFar => format!("it is more than {} days away", EndDateRule::MAX_DAYS),
        WhyLeftOut::Unknown => "it is not among those you can choose, so its name is not known".to_owned(),
        WhyLeftOut::SameName => "another one has the same name".to_owned(),
        WhyLeftOut::ManagerLeftOut => "its Manager is not chosen or is left out".to_owned(),
        WhyLeftOut::TooMany { limit } => format!("a template can have {limit} of them"),
    };
    format!("{what} is left out: {why}.")
}

pub(crate) fn full(full: Full) -> String {
    match full {
        Full::Count => format!(
            "There can be {} templates. Take out those that are not needed.",
            Templates::MAX_COUNT
        ),
        Full::Bytes => format!(
            "The templates would have more than {} bytes together. Take out those that are not needed.",
            Templates::MAX_BYTES
        ),
    }
}

pub(crate) fn link_too_long(too_long: LinkTooLong) -> String {
    format!(
        "The template needs {} characters of a link, which can have {}. Pass it on as a file.",
        too_long.length,
        Template::MAX_LINK_LENGTH
    )
}

/// What the recipes are for; empty for a name that is none of theirs.
pub(crate) fn recipe(name: &str) -> &'static str {
    match name {
        "Trust Lifecycle REST API" => {
            "For a program that calls Trust Lifecycle's REST API. It manages users and certificates, and no profiles."
        }
        "Trust Lifecycle autoenrollment server" => {
            "For the server that enrols computers and people for certificates. It reads in CA Manager, and manages users, \
             certificates and certificate profiles in Trust Lifecycle."
        }
        "TLS inspection with a private CA" => {
            "For a firewall or proxy that inspects TLS with certificates of a private CA. The role Manager permits much: use \
             it for this one purpose."
        }
        "Fleet device management" => {
            "For device management that gives a fleet its certificates. It manages users, certificates and certificate \
             profiles in Trust Lifecycle."
        }
        "Code signing in CI" => {
            "For a build that signs what it made. It signs and sets nothing up: a routine signer never needs the role Lead."
        }
        "Onboarding automation" => {
            "For a program that creates the users of new people. Who manages users can grant roles: keep this token closely."
        }
        _ => "",
    }
}

/// What stands at a place, inside a sentence.
fn noun(place: &Place) -> Option<&'static str> {
    match place.end() {
        (Some(Piece::Member(name)), _) => match name {
            member::NAME => Some("name"),
            member::EXPLANATION => Some("explanation"),
            member::FRIENDLY_NAME_PREFIX => Some("beginning of the friendly name"),
            member::DESCRIPTION => Some("description"),
            member::EMAIL => Some("email"),
            member::MANAGER => Some("Manager's name"),
            _ => None,
        },
        (Some(Piece::Item(_)), Some(Piece::Member(member::ACCOUNTS))) => Some("account's name"),
        (Some(Piece::Item(_)), Some(Piece::Member(member::ROLES))) => Some("role's name"),
        _ => None,
    }
}

fn json_type(json_type: JsonType) -> &'static str {
    match json_type {
        JsonType::Null => "null",
        JsonType::Boolean => "true or false",
        JsonType::Number => "a number",
        JsonType::Text => "a text",
        JsonType::List => "a list",
        JsonType::Object => "an object",
    }
}

/// "a, b and c".
fn listed(items: &[&str]) -> String {
    match items.split_last() {
        None => String::new(),
        Some((only, [])) => (*only).to_owned(),
        Some((last, others)) => format!("{} and {last}", others.join(", ")),
    }
}

/// A tenant's name inside a sentence: without what shows as nothing, and cut where it is long.
fn shown(name: &str) -> String {
    const LONGEST: usize = 40;
    let is_seen = |character: &char| *character == ' ' || !is_unseen(*character) || is_combining(*character);
    let mut seen = name.chars().filter(is_seen);
    let mut text: String = seen.by_ref().take(LONGEST).collect();
    if seen.next().is_some() {
        text.push('…');
    }
    // What is left can still be a heap of marks, or written from right to left.
    visible(&text)
}
