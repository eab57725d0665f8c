//! Reads templates from a text that may have been made by anybody.

use std::collections::BTreeMap;

use crate::json::Json;
use crate::lookup::folded;
use crate::place::member;
use crate::writer::{FORMAT, NO_END_DATE, VERSION};
use crate::{
    EndDateRule, Grant, JsonType, Place, Template, TemplateDraft, TemplateFault, TemplateFaultKind, Templates,
};

/// Reads a file's templates, in order.
///
/// # Errors
/// Every fault, up to a limit. A text that is no JSON, or is of another kind or version, has no other fault: what else is
/// in it would be judged by rules that are not its own.
pub(crate) fn read(bytes: &[u8]) -> Result<Vec<Template>, Vec<TemplateFault>> {
    let whole = |kind| vec![TemplateFault::of_whole(kind)];
    if bytes.len() > Templates::MAX_BYTES {
        return Err(whole(TemplateFaultKind::FileTooLarge { bytes: bytes.len() }));
    }
    let root = Json::parse(bytes).map_err(whole)?;
    let mut reader = Reader::default();
    let templates = reader.document(&root)?;
    match reader.faults.is_empty() {
        true => Ok(templates),
        false => Err(reader.faults.into_list()),
    }
}

const DOCUMENT: &[&str] = &[member::SCHEMA, member::FORMAT, member::VERSION, member::TEMPLATES];

const TEMPLATE: &[&str] = &[
    member::NAME,
    member::EXPLANATION,
    member::FRIENDLY_NAME_PREFIX,
    member::DESCRIPTION,
    member::END_DATE,
    member::EMAIL,
    member::ACCOUNTS,
    member::MANAGERS,
];

const END_DATE: &[&str] = &[member::DAYS_FROM_TODAY];

const GRANT: &[&str] = &[member::MANAGER, member::ROLES];

#[derive(Default)]
struct Reader {
    faults: Faults,
    /// The places in the present template whose values could not be taken over. What stands in for them is not judged.
    unread: Vec<Place>,
}

/// A JSON object's known members.
struct Members<'a> {
    place: Place,
    values: BTreeMap<&'static str, &'a Json>,
}

impl<'a> Members<'a> {
    fn get(&self, name: &'static str) -> (Option<&'a Json>, Place) {
        (self.values.get(name).copied(), self.place.member(name))
    }
}

impl Reader {
    /// The templates that have no fault; an error where the file is of another kind or version.
    fn document(&mut self, root: &Json) -> Result<Vec<Template>, Vec<TemplateFault>> {
        let Some(members) = self.members(root, Place::root(), DOCUMENT) else {
            return Ok(Vec::new());
        };
        if let (Some(value), place) = members.get(member::SCHEMA) {
            // Where an editor finds the schema; it means nothing here.
            self.text(value, &place);
        }
        let format = self.mark(members.get(member::FORMAT), JsonType::Text, |value| match value {
            Json::Text(text) if text == FORMAT => None,
            _ => Some(TemplateFaultKind::OtherFormat),
        });
        let version = self.mark(
            members.get(member::VERSION),
            JsonType::Number,
            |value| match value {
                Json::Number(number) if *number == f64::from(VERSION) => None,
                _ => Some(TemplateFaultKind::OtherVersion),
            },
        );
        let others: Vec<TemplateFault> = format.into_iter().chain(version).collect();
        if !others.is_empty() {
            return Err(others);
        }
        let (value, place) = members.get(member::TEMPLATES);
        let items = self.required_list(value, &place, Templates::MAX_COUNT);
        Ok(self.templates(items, &place))
    }

    /// The fault of a mark that says that the file is another one. A mark that cannot be read is a fault beside the others.
    fn mark(
        &mut self,
        (value, place): (Option<&Json>, Place),
        expected: JsonType,
        fault: fn(&Json) -> Option<TemplateFaultKind>,
    ) -> Option<TemplateFault> {
        match value {
            Some(value) if value.json_type() == expected => {
                fault(value).map(|kind| TemplateFault { place, kind })
            }
            value => self.not_read(value, &place, expected),
        }
    }

    fn templates(&mut self, items: &[Json], place: &Place) -> Vec<Template> {
        let mut templates = Vec::new();
        let mut names: BTreeMap<String, Place> = BTreeMap::new();
        for (item, index) in items.iter().zip(0..) {
            let place = place.item(index);
            self.unread.clear();
            let Some(draft) = self.template(item, &place) else {
                continue;
            };
            let name_place = place.member(member::NAME);
            if !draft.name.is_empty() {
                match names.get(&folded(&draft.name)) {
                    Some(first) => {
                        let first = first.clone();
                        self.faults.push(name_place, TemplateFaultKind::Repeats { first });
                    }
                    None => {
                        names.insert(folded(&draft.name), name_place);
                    }
                }
            }
            templates.extend(self.checked(&draft, &place));
        }
        templates
    }

    fn template(&mut self, item: &Json, place: &Place) -> Option<TemplateDraft> {
        let members = self.members(item, place.clone(), TEMPLATE)?;
        let name = match members.get(member::NAME) {
            (Some(value), place) => self.text(value, &place),
            (None, place) => self.not_read(None, &place, JsonType::Text),
        };
        Some(TemplateDraft {
            name: name.unwrap_or_default(),
            explanation: self.optional_text(members.get(member::EXPLANATION)),
            friendly_name_prefix: self.optional_text(members.get(member::FRIENDLY_NAME_PREFIX)),
            description: self.optional_text(members.get(member::DESCRIPTION)),
            end_date: match members.get(member::END_DATE) {
                (Some(value), place) => self.end_date(value, &place),
                (None, _) => None,
            },
            email: self.optional_text(members.get(member::EMAIL)),
            accounts: match members.get(member::ACCOUNTS) {
                (Some(value), place) => {
                    let items = self.filled_list(value, &place, TemplateDraft::MAX_ACCOUNTS);
                    self.texts(items, &place)
                }
                (None, _) => Vec::new(),
            },
            managers: match members.get(member::MANAGERS) {
                (Some(value), place) => {
                    let items = self.filled_list(value, &place, TemplateDraft::MAX_MANAGERS);
                    let grants = items.iter().zip(0..);
                    grants
                        .map(|(item, index)| self.grant(item, place.item(index)))
                        .collect()
                }
                (None, _) => Vec::new(),
            },
        })
    }

    fn grant(&mut self, item: &Json, place: Place) -> Grant {
        let Some(members) = self.members(item, place, GRANT) else {
            return Grant::default();
        };
        let manager = match members.get(member::MANAGER) {
            (Some(value), place) => self.text(value, &place),
            (None, place) => self.not_read(None, &place, JsonType::Text),
        };
        let (value, place) = members.get(member::ROLES);
        let roles = self.required_list(value, &place, TemplateDraft::MAX_ROLES);
        Grant {
            manager: manager.unwrap_or_default(),
            roles: self.texts(roles, &place),
        }
    }

    fn end_date(&mut self, value: &Json, place: &Place) -> Option<EndDateRule> {
        match value {
            Json::Text(text) if text == NO_END_DATE => return Some(EndDateRule::NoEndDate),
            Json::Object(_) => {}
            _ => return self.unread(place, TemplateFaultKind::NotEndDate),
        }
        let members = self.members(value, place.clone(), END_DATE)?;
        let (value, place) = members.get(member::DAYS_FROM_TODAY);
        match value {
            Some(Json::Number(number)) => match days(*number) {
                Some(days) => Some(EndDateRule::DaysFromToday(days)),
                None => self.unread(&place, TemplateFaultKind::NotDays),
            },
            value => self.not_read(value, &place, JsonType::Number),
        }
    }

    /// The template, if nothing is wrong with it. Places that could not be read are not judged a second time.
    fn checked(&mut self, draft: &TemplateDraft, place: &Place) -> Option<Template> {
        let unread = std::mem::take(&mut self.unread);
        let faults = match draft.check() {
            Ok(template) if unread.is_empty() => return Some(template),
            Ok(_) => Vec::new(),
            Err(faults) => faults,
        };
        for fault in faults {
            let fault_place = place.join(&fault.place);
            let is_judged = match &fault.kind {
                TemplateFaultKind::SetsNothing => unread.is_empty(),
                // A name that stands in an unread place's stead is the same as the next one's.
                TemplateFaultKind::Repeats { first } => !unread
                    .iter()
                    .any(|unread| unread.holds(&fault_place) || unread.holds(&place.join(first))),
                _ => !unread.iter().any(|unread| unread.holds(&fault_place)),
            };
            if is_judged {
                let kind = match fault.kind {
                    TemplateFaultKind::Repeats { first } => TemplateFaultKind::Repeats {
                        first: place.join(&first),
                    },
                    kind => kind,
                };
                self.faults.push(fault_place, kind);
            }
        }
        None
    }

    fn members<'a>(
        &mut self,
        value: &'a Json,
        place: Place,
        known: &'static [&'static str],
    ) -> Option<Members<'a>> {
        let Json::Object(object) = value else {
            return self.not_read(Some(value), &place, JsonType::Object);
        };
        let mut values = BTreeMap::new();
        for (name, value) in object {
            match known.iter().find(|known| *known == name) {
                None => {
                    let name = harmless(name);
                    self.faults
                        .push(place.clone(), TemplateFaultKind::UnknownMember { name, known });
                }
                Some(name) => {
                    if values.insert(*name, value).is_some() {
                        self.faults
                            .push(place.member(name), TemplateFaultKind::RepeatedMember);
                    }
                }
            }
        }
        Some(Members { place, values })
    }

    fn text(&mut self, value: &Json, place: &Place) -> Option<String> {
        match value {
            Json::Text(text) => Some(text.clone()),
            _ => self.not_read(Some(value), place, JsonType::Text),
        }
    }

    /// A text that may be left out, but not be empty: nobody would know what an empty one sets.
    fn optional_text(&mut self, (value, place): (Option<&Json>, Place)) -> String {
        let text = match value {
            Some(Json::Text(text)) if text.is_empty() => self.unread(&place, TemplateFaultKind::Empty),
            Some(value) => self.text(value, &place),
            None => None,
        };
        text.unwrap_or_default()
    }

    /// Texts, in order, with an empty one in the place of what is none.
    fn texts(&mut self, items: &[Json], place: &Place) -> Vec<String> {
        let items = items.iter().zip(0..);
        items
            .map(|(item, index)| self.text(item, &place.item(index)).unwrap_or_default())
            .collect()
    }

    fn required_list<'a>(&mut self, value: Option<&'a Json>, place: &Place, limit: usize) -> &'a [Json] {
        match value {
            Some(Json::List(items)) => {
                if items.len() > limit {
                    let count = items.len();
                    self.faults
                        .push(place.clone(), TemplateFaultKind::TooMany { count, limit });
                }
                items.get(..limit).unwrap_or(items)
            }
            value => {
                self.not_read::<()>(value, place, JsonType::List);
                &[]
            }
        }
    }

    /// A list that may be left out, but not be empty.
    fn filled_list<'a>(&mut self, value: &'a Json, place: &Place, limit: usize) -> &'a [Json] {
        let items = self.required_list(Some(value), place, limit);
        if items.is_empty() && matches!(value, Json::List(_)) {
            self.unread::<()>(place, TemplateFaultKind::Empty);
        }
        items
    }

    /// Notes that a value is missing or of the wrong type.
    fn not_read<T>(&mut self, value: Option<&Json>, place: &Place, expected: JsonType) -> Option<T> {
        let kind = match value {
            None => TemplateFaultKind::Missing,
            Some(value) => TemplateFaultKind::WrongType {
                expected,
                found: value.json_type(),
            },
        };
        self.unread(place, kind)
    }

    /// Notes that a value cannot be taken over.
    fn unread<T>(&mut self, place: &Place, kind: TemplateFaultKind) -> Option<T> {
        self.faults.push(place.clone(), kind);
        self.unread.push(place.clone());
        None
    }
}

/// A number of days, however it is written: JSON does not tell 90 from 90.0. Only a whole one in the range is made an integer.
fn days(number: f64) -> Option<u32> {
    let is_whole = number.fract() == 0.0 && (0.0..=f64::from(EndDateRule::MAX_DAYS)).contains(&number);
    is_whole.then_some(number as u32)
}

/// A member's name, if repeating it can harm nobody.
fn harmless(name: &str) -> Option<String> {
    const LONGEST: usize = 24;
    let is_harmless =
        (1..=LONGEST).contains(&name.len()) && name.bytes().all(|byte| byte.is_ascii_alphanumeric());
    is_harmless.then(|| name.to_owned())
}

/// Faults up to a limit, and how many there were beyond it: a text of nothing but faults would bury its reader.
#[derive(Default)]
struct Faults {
    listed: Vec<TemplateFault>,
    others: usize,
}

impl Faults {
    const LISTED: usize = 50;

    fn push(&mut self, place: Place, kind: TemplateFaultKind) {
        match self.listed.len() {
            Self::LISTED => self.others += 1,
            _ => self.listed.push(TemplateFault { place, kind }),
        }
    }

    fn is_empty(&self) -> bool {
        self.listed.is_empty()
    }

    fn into_list(self) -> Vec<TemplateFault> {
        let mut list = self.listed;
        if self.others > 0 {
            let count = self.others;
            list.push(TemplateFault::of_whole(TemplateFaultKind::Others { count }));
        }
        list
    }
}
