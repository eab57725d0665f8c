use crate::page::tick;
use leptos::prelude::*;
use service_user::UserId;
use service_user_helper::navigation::{Address, Navigation, Screen};
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
async fn going_back_returns_to_the_screen_before_and_a_held_page_stays() {
    let owner = Owner::new();
    let navigation = owner.with(Navigation::new);
    navigation.go(Screen::Details);
    tick().await;
    navigation.go(Screen::Roles);
    tick().await;
    go_back().await;
    assert_eq!(navigation.screen().get_untracked(), Screen::Details);

    navigation.go(Screen::Roles);
    tick().await;
    navigation.hold(true);
    go_back().await;
    assert_eq!(navigation.screen().get_untracked(), Screen::Roles);
    assert_eq!(location().hash().ok(), Some(Screen::Roles.fragment()));
    assert_eq!(navigation.leave_requests().get_untracked(), 1);
    navigation.hold(false);
    owner.cleanup();
}

/// History moves in its own time; a bounded wait, then the assertions tell.
async fn go_back() {
    let before = location().hash().unwrap_or_default();
    window().history().expect("a history").back().expect("a way back");
    for _ in 0..50 {
        tick().await;
        if location().hash().unwrap_or_default() != before {
            break;
        }
    }
    tick().await;
}

#[wasm_bindgen_test]
async fn a_screen_that_took_anothers_place_leads_back_to_the_one_before_both() {
    let owner = Owner::new();
    let navigation = owner.with(Navigation::new);
    navigation.go(Screen::ServiceUsers);
    tick().await;
    navigation.go(Screen::Roles);
    tick().await;
    navigation.replace(Screen::Details);
    tick().await;
    go_back().await;
    assert_eq!(navigation.screen().get_untracked(), Screen::ServiceUsers);
    owner.cleanup();
}

#[wasm_bindgen_test]
fn every_screen_is_found_again_by_its_fragment() {
    let hostile = UserId::new("a/b?c#d %é\u{202e}");
    let named = [
        Screen::Connect,
        Screen::ServiceUsers,
        Screen::Details,
        Screen::Roles,
        Screen::Templates,
        Screen::Settings,
    ];
    let of_one = [
        Screen::ServiceUser(hostile.clone()),
        Screen::Change(hostile.clone()),
        Screen::Rotate(hostile),
    ];
    for screen in named.into_iter().chain(of_one) {
        let address = Address {
            screen,
            query: "search=a%2Fb".to_owned(),
        };
        assert_eq!(Address::from_fragment(&address.fragment()), Some(address));
    }
}

#[wasm_bindgen_test]
fn a_fragment_that_names_no_screen_is_none() {
    for fragment in [
        "",
        "#",
        "connect",
        "#service-user",
        "#service-user/",
        "#service-user/%ff",
        "#no-such/1",
    ] {
        assert_eq!(Address::from_fragment(fragment), None, "{fragment}");
    }
}

#[wasm_bindgen_test]
async fn other_parameters_of_the_shown_screen_make_no_entry_in_the_history() {
    let owner = Owner::new();
    let navigation = owner.with(Navigation::new);
    navigation.go(Screen::ServiceUsers);
    tick().await;
    navigation.go_with(Screen::Templates, "a=1".to_owned());
    tick().await;
    navigation.replace_query("a=2".to_owned());
    tick().await;
    assert_eq!(location().hash().ok().as_deref(), Some("#templates?a=2"));
    assert_eq!(navigation.query().get_untracked(), "a=2");
    go_back().await;
    assert_eq!(navigation.screen().get_untracked(), Screen::ServiceUsers);
    assert_eq!(navigation.query().get_untracked(), "");
    owner.cleanup();
}
