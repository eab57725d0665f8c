use crate::page::tick;
use leptos::prelude::*;
use service_user_helper::navigation::{Navigation, Screen};
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
    assert_eq!(location().hash().ok().as_deref(), Some(Screen::Roles.fragment()));
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
