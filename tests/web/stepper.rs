use crate::page::Place;
use leptos::prelude::*;
use service_user_helper::components::Stepper;
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
async fn exactly_the_current_step_is_marked_as_current() {
    let current = RwSignal::new(0);
    let place = Place::of(move || view! { <Stepper steps=&["One", "Two"] current=current /> }).await;
    assert_eq!(place.count("[aria-current=step]"), 1);
    assert!(place.text("[aria-current=step]").contains("One"));

    current.set(1);
    crate::page::tick().await;
    assert_eq!(place.count("[aria-current=step]"), 1);
    assert!(place.text("[aria-current=step]").contains("Two"));
    assert!(place.text(".stepper-done").contains("One"));
}
