//! Own templates, kept together.

use template::{Full, Merged, NotPut, Template, TemplateDraft, Templates};

use crate::samples::{checked, full_draft, largest, long, named, texts};

fn names(templates: &Templates) -> Vec<&str> {
    templates.iter().map(Template::name).collect()
}

fn collection(names: &[&str]) -> Templates {
    let mut templates = Templates::default();
    for name in names {
        assert_eq!(templates.put(named(name)), Ok(None));
    }
    templates
}

#[test]
fn names_are_told_apart_but_for_their_case() {
    let mut templates = collection(&["B", "a", "É"]);
    assert_eq!(templates.put(named("b")), Ok(Some(named("B"))));
    assert_eq!(templates.put(named("é")), Ok(Some(named("É"))));
    assert_eq!(names(&templates), ["b", "a", "é"]);
    assert_eq!(templates.get("A"), Some(&named("a")));
    assert_eq!(templates.get("c"), None);
    assert_eq!(templates.remove("A"), Some(named("a")));
    assert_eq!(templates.remove("A"), None);
    assert_eq!(names(&templates), ["b", "é"]);
    assert_eq!((templates.len(), templates.is_empty()), (2, false));
}

#[test]
fn another_collection_comes_in_as_a_whole() {
    let mut templates = collection(&["One", "Two"]);
    let others = collection(&["Three", "ONE"]);
    assert_eq!(
        templates.put_all(others),
        Ok(Merged {
            added: texts(&["Three"]),
            replaced: texts(&["ONE"]),
        })
    );
    assert_eq!(names(&templates), ["ONE", "Two", "Three"]);
    assert_eq!((&templates).into_iter().count(), 3);
}

#[test]
fn another_name_keeps_the_place_and_takes_nobody_elses() {
    let mut templates = collection(&["One", "Two", "Three"]);
    assert_eq!(templates.put_in_place_of("two", named("Second")), Ok(()));
    assert_eq!(names(&templates), ["One", "Second", "Three"]);
    assert_eq!(templates.put_in_place_of("Second", named("SECOND")), Ok(()));
    assert_eq!(
        templates.put_in_place_of("SECOND", named("three")),
        Err(NotPut::NameTaken)
    );
    assert_eq!(names(&templates), ["One", "SECOND", "Three"]);
    assert_eq!(templates.put_in_place_of("gone", named("Four")), Ok(()));
    assert_eq!(names(&templates), ["One", "SECOND", "Three", "Four"]);
}

#[test]
fn there_is_room_for_a_hundred() {
    let mut templates = Templates::default();
    for number in 0..Templates::MAX_COUNT {
        assert_eq!(templates.put(named(&format!("T{number}"))), Ok(None));
    }
    let before = templates.clone();
    assert_eq!(templates.put(named("One more")), Err(Full::Count));
    assert_eq!(
        templates.put_all(collection(&["t0", "One more"])),
        Err(Full::Count)
    );
    assert_eq!(templates, before);
    assert_eq!(templates.put(named("t7")), Ok(Some(named("T7"))));
    assert_eq!(
        Full::Count.to_string(),
        "There can be 100 templates. Take out those that are not needed."
    );
    assert_eq!(Templates::read(templates.write().as_bytes()), Ok(templates));
}

#[test]
fn there_is_room_for_the_largest_template_and_not_for_two() {
    let mut templates = Templates::from(checked(&largest()));
    assert!(templates.write().len() <= Templates::MAX_BYTES);
    assert_eq!(
        Templates::read(templates.write().as_bytes()),
        Ok(templates.clone())
    );
    let before = templates.clone();
    let another = checked(&TemplateDraft {
        name: "Another".to_owned(),
        ..largest()
    });
    assert_eq!(templates.put(another), Err(Full::Bytes));
    assert_eq!(templates, before);
    assert_eq!(
        Full::Bytes.to_string(),
        "The templates would have more than 262144 bytes together. Take out those that are not needed."
    );
}

#[test]
fn what_was_kept_is_read_as_it_was() {
    let templates = collection(&["Three", "One", "Two"]);
    let text = templates.write();
    let again = Templates::read(text.as_bytes());
    assert_eq!(again.as_ref().map(Templates::write), Ok(text));
    assert_eq!(again, Ok(templates));
    let none = Templates::default();
    assert_eq!(Templates::read(none.write().as_bytes()), Ok(none));
}

#[test]
fn a_file_that_is_small_only_without_its_white_space_is_refused() {
    let one = checked(&TemplateDraft {
        description: long(255),
        managers: largest()
            .managers
            .into_iter()
            .map(|mut grant| {
                grant
                    .roles
                    .iter_mut()
                    .zip(0..)
                    .for_each(|(role, number)| *role = format!("{number}"));
                grant
            })
            .collect(),
        ..full_draft()
    });
    let compact: serde_json::Value = serde_json::from_str(&Templates::from(one).write()).unwrap();
    let count = 30;
    let items: Vec<serde_json::Value> = (0..count)
        .map(|number| {
            let mut item = compact["templates"][0].clone();
            item["name"] = format!("T{number}").into();
            item
        })
        .collect();
    let file =
        serde_json::json!({ "format": compact["format"], "version": 1, "templates": items }).to_string();
    assert!(file.len() <= Templates::MAX_BYTES, "{}", file.len());
    let faults = Templates::read(file.as_bytes()).unwrap_err();
    let sentences = crate::samples::sentences(&faults);
    assert_eq!(sentences, [Full::Bytes.to_string()]);
}
