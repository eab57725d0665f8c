use service_user::{ServiceUser, Status, UserId};
use service_user_list::{Row, UserList, View};

use crate::users::{day, named};

#[test]
fn an_id_that_comes_again_takes_the_place_of_the_earlier_one() {
    let mut list = UserList::new();
    assert!(list.is_empty());
    assert!(list.insert(&named("a")));
    assert!(list.insert(&named("b")));
    let place = list.find(&UserId::new("a"));
    let changed = ServiceUser {
        friendly_name: "c".to_owned(),
        ..named("a")
    };
    assert!(!list.insert(&changed));
    assert_eq!(list.len(), 2);
    assert_eq!(list.find(&UserId::new("a")), place);
    let names: Vec<&str> = list.rows().map(Row::friendly_name).collect();
    assert_eq!(names, ["c", "b"]);
}

#[test]
fn who_was_taken_out_is_not_found_and_others_are() {
    let mut list = UserList::from_iter(["a", "b", "c"].map(named));
    let last = list.find(&UserId::new("c")).expect("it was added");
    assert!(list.remove(&UserId::new("a")));
    assert!(!list.remove(&UserId::new("a")));
    assert_eq!(list.find(&UserId::new("a")), None);
    assert!(list.row(last).is_none(), "its place is a different one now");
    let place = list.find(&UserId::new("c")).expect("it is still there");
    assert_eq!(list.row(place).map(Row::friendly_name), Some("c"));
    list.retain(|row| row.friendly_name() == "c");
    assert_eq!(list.len(), 1);
    assert!(list.insert(&named("a")));
}

#[test]
fn texts_stay_right_however_often_users_change() {
    let mut list = UserList::from_iter((0..100).map(|number| named(&number.to_string())));
    let described = |number: usize, round: usize| ServiceUser {
        description: format!("Übersicht {round} {number}"),
        status: if round.is_multiple_of(2) {
            Status::Active
        } else {
            Status::Disabled
        },
        ..named(&number.to_string())
    };
    for round in 0..50 {
        for number in 0..100 {
            list.insert(&described((number * 37) % 100, round));
        }
        if round == 25 {
            list.retain(|row| row.friendly_name() != "7");
            list.insert(&described(7, round));
        }
    }
    for row in list.rows() {
        let number = row.friendly_name().parse().expect("a number");
        assert_eq!(row.to_service_user(), described(number, 49));
    }
    let view = View {
        search: "ÜBERSICHT 49 99".to_owned(),
        ..View::default()
    };
    assert_eq!(list.places(&view, day("2027-02-01")).len(), 1);
}
