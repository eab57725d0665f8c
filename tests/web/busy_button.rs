use crate::page::Place;
use leptos::prelude::*;
use service_user_helper::components::BusyButton;
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
async fn a_press_while_busy_does_nothing_and_the_button_keeps_the_focus() {
    let presses = RwSignal::new(0);
    let busy = RwSignal::new(false);
    let place = Place::of(move || {
        view! {
            <BusyButton
                label="Create"
                busy_label="Creating"
                busy=busy
                on_press=Callback::new(move |()| {
                    presses.update(|presses| *presses += 1);
                    busy.set(true);
                })
            />
        }
    })
    .await;
    place.find("button").focus().expect("focus");
    place.click("button").await;
    place.click("button").await;
    assert_eq!(presses.get_untracked(), 1);
    assert_eq!(
        place.attribute("button", "aria-disabled").as_deref(),
        Some("true")
    );
    assert_eq!(place.attribute("button", "disabled"), None);
    assert_eq!(place.text("button"), "Creating");
    assert_eq!(document().active_element(), Some(place.find("button").into()));

    busy.set(false);
    crate::page::tick().await;
    place.click("button").await;
    assert_eq!(presses.get_untracked(), 2);
}
