use std::collections::BTreeSet;

use service_user::{ServiceUser, UserId};
use service_user_list::{Row, Selection, UserList, View};

use crate::users::{day, named};

fn names(selection: &Selection) -> BTreeSet<String> {
    selection.ids().map(|id| id.as_str().to_owned()).collect()
}

fn set<const N: usize>(names: [&str; N]) -> BTreeSet<String> {
    names.map(str::to_owned).into()
}

#[test]
fn a_selection_outlives_another_view_and_another_list() {
    let today = day("2027-02-01");
    let mut list = UserList::from_iter(["build 1", "build 2", "ingress"].map(named));
    let mut selection = Selection::new();
    assert!(selection.is_empty());

    let build = list.places(&View::from_query("search=build"), today);
    selection.set(&UserId::new("ingress"), true);
    selection.set_all(&list, &build, true);
    selection.set(&UserId::new("build 1"), false);
    selection.set(&UserId::new("build 1"), false);
    assert_eq!(names(&selection), set(["build 2", "ingress"]));
    assert_eq!(selection.count_among(&list, &build), 1);

    let renamed = ServiceUser {
        friendly_name: "signer".to_owned(),
        ..named("build 2")
    };
    let mut list = UserList::from_iter([named("kiosk"), renamed, named("ingress")]);
    let all = list.places(&View::default(), today);
    assert_eq!(selection.count_among(&list, &all), 2);
    let selected: Vec<&str> = list
        .rows()
        .filter(|row| selection.contains(*row))
        .map(Row::friendly_name)
        .collect();
    assert_eq!(selected, ["signer", "ingress"]);

    selection.set_all(&list, &all[..1], false);
    assert_eq!(names(&selection), set(["build 2"]));
    selection.clear();
    assert_eq!((selection.len(), selection.count_among(&list, &all)), (0, 0));
}

#[test]
fn who_is_no_longer_listed_is_dropped_only_when_that_is_asked_for() {
    let uuid = "783a6a45-b74b-4635-bb4b-69855910ccd3";
    let mut selection = Selection::new();
    for id in [uuid, "gone", "783a6a45-b74b-4635-bb4b-69855910ccd4"] {
        selection.set(&UserId::new(id), true);
    }
    let list = UserList::from_iter([named(uuid), named("other")]);
    assert_eq!(selection.len(), 3);
    selection.keep_listed(&list);
    assert_eq!(names(&selection), set([uuid]));
}
