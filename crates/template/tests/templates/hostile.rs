//! What holds for every file, whoever made it and whatever is in it.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::{Map, Number, Value};
use service_user::is_unseen;
use template::{Template, Templates};

use crate::samples::{templates, text};

/// The members that the reader knows, and some that it does not.
const MEMBERS: &[&str] = &[
    "$schema",
    "format",
    "version",
    "templates",
    "name",
    "explanation",
    "friendlyNamePrefix",
    "description",
    "endDate",
    "daysFromToday",
    "email",
    "accounts",
    "managers",
    "manager",
    "roles",
    "role",
    "__proto__",
    "",
];

/// Any JSON.
pub(crate) fn json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        1 => Just(Value::Null),
        1 => any::<bool>().prop_map(Value::Bool),
        1 => any::<i64>().prop_map(Value::from),
        2 => (-2_i64..40_000).prop_map(Value::from),
        1 => any::<f64>().prop_map(|number| Number::from_f64(number).map_or(Value::Null, Value::Number)),
        4 => text().prop_map(Value::String),
    ];
    let member = prop_oneof![6 => proptest::sample::select(MEMBERS).prop_map(str::to_owned), 1 => text()];
    leaf.prop_recursive(5, 40, 6, move |inner| {
        prop_oneof![
            vec(inner.clone(), 0..6).prop_map(Value::Array),
            vec((member.clone(), inner), 0..6)
                .prop_map(|members| Value::Object(members.into_iter().collect())),
        ]
    })
}

/// Some templates, as they are written.
fn file() -> impl Strategy<Value = String> {
    vec(templates(), 0..4).prop_map(|templates| {
        let mut all = Templates::default();
        for template in templates {
            assert!(all.put(template).is_ok());
        }
        all.write()
    })
}

/// A change to one place of a JSON value.
#[derive(Clone, Debug)]
pub(crate) enum Change {
    Replace(Value),
    Remove,
    Repeat,
    Rename(&'static str),
}

pub(crate) fn changes() -> impl Strategy<Value = Vec<(Index, Change)>> {
    let change = prop_oneof![
        3 => json().prop_map(Change::Replace),
        3 => text().prop_map(|text| Change::Replace(Value::String(text))),
        1 => Just(Change::Remove),
        1 => Just(Change::Repeat),
        1 => proptest::sample::select(MEMBERS).prop_map(Change::Rename),
    ];
    vec((any::<Index>(), change), 1..3)
}

/// The value with the changes made, each at some place in it.
pub(crate) fn changed(mut value: Value, changes: Vec<(Index, Change)>) -> Value {
    for (place, change) in changes {
        let mut countdown = place.index(size(&value));
        make(&mut value, &mut countdown, &change);
    }
    value
}

fn size(value: &Value) -> usize {
    1 + match value {
        Value::Array(items) => items.iter().map(size).sum(),
        Value::Object(members) => members.values().map(size).sum::<usize>(),
        _ => 0,
    }
}

/// Makes the change at the place that the countdown ends at; whether it has been made.
fn make(value: &mut Value, countdown: &mut usize, change: &Change) -> bool {
    if *countdown == 0 {
        match (change, &mut *value) {
            (Change::Replace(other), _) => *value = other.clone(),
            (Change::Remove, Value::Array(items)) => drop(items.pop()),
            (Change::Remove, Value::Object(members)) => {
                let first = members.keys().next().cloned();
                first.map(|first| members.remove(&first));
            }
            (Change::Repeat, Value::Array(items)) => items.extend(items.first().cloned()),
            (Change::Rename(name), Value::Object(members)) => {
                let first = members
                    .iter()
                    .next()
                    .map(|(name, value)| (name.clone(), value.clone()));
                if let Some((first, value)) = first {
                    members.remove(&first);
                    members.insert((*name).to_owned(), value);
                }
            }
            _ => {}
        }
        return true;
    }
    *countdown -= 1;
    match value {
        Value::Array(items) => items.iter_mut().any(|item| make(item, countdown, change)),
        Value::Object(members) => members.values_mut().any(|member| make(member, countdown, change)),
        _ => false,
    }
}

/// What has to hold, whatever the bytes are.
fn assert_sound(bytes: &[u8]) -> Result<(), TestCaseError> {
    match Templates::read(bytes) {
        Ok(templates) => {
            prop_assert!(templates.len() <= Templates::MAX_COUNT);
            for template in &templates {
                prop_assert_eq!(template.as_draft().faults(), []);
            }
            let text = templates.write();
            prop_assert!(text.len() <= Templates::MAX_BYTES);
            prop_assert_eq!(Templates::read(text.as_bytes()), Ok(templates));
        }
        Err(faults) => {
            prop_assert!((1..=51).contains(&faults.len()));
            for fault in faults {
                let sentence = fault.to_string();
                prop_assert!(sentence.ends_with(['.', '-']), "{}", sentence);
                prop_assert!(sentence.chars().count() < 320, "{}", sentence);
                let is_shown = |character| character == ' ' || !is_unseen(character);
                prop_assert!(sentence.chars().all(is_shown), "{:?}", sentence);
            }
        }
    }
    Ok(())
}

proptest! {
    #[test]
    fn any_bytes(bytes in any::<Vec<u8>>()) {
        assert_sound(&bytes)?;
    }

    #[test]
    fn any_text(text in any::<String>()) {
        assert_sound(text.as_bytes())?;
    }

    #[test]
    fn any_json(value in json()) {
        assert_sound(value.to_string().as_bytes())?;
    }

    #[test]
    fn any_json_as_templates(value in json(), is_list: bool) {
        let mut document = Map::new();
        document.insert("format".to_owned(), "service-user-helper/templates".into());
        document.insert("version".to_owned(), 1.into());
        let templates = if is_list { Value::Array(vec![value]) } else { value };
        document.insert("templates".to_owned(), templates);
        assert_sound(Value::Object(document).to_string().as_bytes())?;
    }

    #[test]
    fn a_sound_file_with_changed_values(file in file(), changes in changes()) {
        let value = changed(serde_json::from_str(&file).unwrap(), changes);
        assert_sound(value.to_string().as_bytes())?;
    }

    #[test]
    fn a_sound_file_with_changed_bytes(
        file in file(),
        edits in vec((any::<Index>(), any::<Index>(), vec(any::<u8>(), 0..4)), 1..4),
    ) {
        let mut bytes = file.into_bytes();
        for (from, length, inserted) in edits {
            let from = from.index(bytes.len() + 1);
            let until = from + length.index(4.min(bytes.len() - from) + 1);
            bytes.splice(from..until, inserted);
        }
        assert_sound(&bytes)?;
    }

    #[test]
    fn a_sound_file_that_was_cut_or_doubled(file in file(), end in any::<Index>()) {
        let end = end.index(file.len());
        let is_whole = file.get(..end).is_some_and(|cut| cut.trim_end() == file.trim_end());
        let cut = Templates::read(&file.as_bytes()[..end]);
        prop_assert_eq!(cut.is_ok(), is_whole);
        prop_assert!(Templates::read(file.repeat(2).as_bytes()).is_err());
        assert_sound(file.as_bytes())?;
    }

    #[test]
    fn every_template_comes_back_from_a_file(template in templates()) {
        let all = Templates::from(template);
        prop_assert_eq!(Templates::read(all.write().as_bytes()), Ok(all));
    }

    #[test]
    fn no_value_of_a_link_does_harm(value in "[A-Za-z0-9_-]{0,200}") {
        if let Err(faults) = Template::from_link_value(&value) {
            prop_assert!(!faults.is_empty());
        }
    }
}
