use service_user::ServiceUser;
use service_user_list::{UserList, View};

use crate::users::{day, named};

fn found(list: &mut UserList, search: &str) -> Vec<String> {
    let view = View {
        search: search.to_owned(),
        ..View::default()
    };
    let places = list.places(&view, day("2027-02-01"));
    let rows = places.iter().filter_map(|place| list.row(*place));
    rows.map(|row| row.friendly_name().to_owned()).collect()
}

fn finds(user: ServiceUser, search: &str) -> bool {
    !found(&mut UserList::from_iter([user]), search).is_empty()
}

#[test]
fn names_emails_and_descriptions_are_searched_and_nothing_else() {
    let user = ServiceUser {
        email: "Amara.Okafor@example.com".to_owned(),
        description: "Signs release builds.".to_owned(),
        managers: vec!["Trust Lifecycle".to_owned()],
        created_by: Some("somebody".to_owned()),
        ..named("Web shop")
    };
    for search in [
        "web",
        "SHOP",
        "amara.okafor@",
        "EXAMPLE",
        "signs RELEASE",
        "  builds. ",
    ] {
        assert!(finds(user.clone(), search), "{search:?}");
    }
    for search in ["trust", "somebody", "webshop", "sign release"] {
        assert!(!finds(user.clone(), search), "{search:?}");
    }
}

#[test]
fn nothing_is_found_across_two_texts() {
    let user = ServiceUser {
        email: "c".to_owned(),
        description: "b".to_owned(),
        ..named("a")
    };
    let mut list = UserList::from_iter([user]);
    for search in ["ab", "bc", "ac", "ca"] {
        assert_eq!(found(&mut list, search), [""; 0], "{search:?}");
    }
    for between in '\0'..='\u{ff}' {
        assert_eq!(found(&mut list, &format!("a{between}b")), [""; 0], "{between:?}");
    }
}

#[test]
fn letters_beyond_ascii_are_found_in_either_case() {
    for (name, search) in [
        ("Ärger", "äRGER"),
        ("ärger", "ÄRGER"),
        ("ΟΔΟΣ", "οδος"),
        ("οδος", "ΟΔΟΣ"),
        ("ΟΔΟΣ", "οδοσ"),
        ("\u{212A}elvin", "kelvin"),
        ("kelvin", "\u{212A}ELVIN"),
        ("日本語 CI", "本語 ci"),
    ] {
        assert!(finds(named(name), search), "{search:?} in {name:?}");
        let by_email = ServiceUser {
            email: name.to_owned(),
            ..named("x")
        };
        assert!(finds(by_email, search), "{search:?} in an email {name:?}");
    }
    assert!(!finds(named("arger"), "ärger"));
}

#[test]
fn users_who_come_or_change_while_a_search_stands_are_looked_at() {
    let mut list = UserList::from_iter([named("build 1"), named("ingress")]);
    assert_eq!(found(&mut list, "build"), ["build 1"]);
    list.extend(vec![named("build 2"), named("kiosk")]);
    list.insert(&ServiceUser {
        email: "build@example.com".to_owned(),
        ..named("ingress")
    });
    assert_eq!(found(&mut list, "build"), ["build 1", "build 2", "ingress"]);
    list.insert(&named("ingress"));
    assert_eq!(found(&mut list, "build"), ["build 1", "build 2"]);
    list.remove(&named("build 1").id);
    assert_eq!(found(&mut list, "build"), ["build 2"]);
    assert_eq!(found(&mut list, "k"), ["kiosk"]);
}
