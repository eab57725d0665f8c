use crate::page::Place;
use leptos::prelude::*;
use service_user_helper::components::{Choice, MultiSelect};
use wasm_bindgen_test::wasm_bindgen_test;

fn choice(id: &str, label: &str) -> Choice {
    Choice {
        id: id.to_owned(),
        label: label.to_owned(),
        detail: String::new(),
    }
}

async fn three_accounts(chosen: RwSignal<Vec<String>>) -> Place {
    three_accounts_that_come(chosen, RwSignal::new(false)).await
}

async fn three_accounts_that_come(chosen: RwSignal<Vec<String>>, pending: RwSignal<bool>) -> Place {
    Place::of(move || {
        let choices = vec![
            choice("1", "Acme"),
            choice("2", "Acme Labs"),
            choice("3", "Globex"),
        ];
        view! {
            <MultiSelect
                id="accounts"
                label="Accounts"
                choices=Signal::stored(choices)
                pending=pending
                chosen=chosen
                invalid=Signal::stored(false)
                on_toggle=Callback::new(move |id: String| {
                    chosen
                        .update(|chosen| match chosen.iter().position(|known| *known == id) {
                            Some(place) => {
                                chosen.remove(place);
                            }
                            None => chosen.push(id),
                        });
                })
                on_leave=Callback::new(|()| {})
            />
        }
    })
    .await
}

const INPUT: &str = "input[role=combobox]";

#[wasm_bindgen_test]
async fn arrows_walk_and_enter_chooses_and_takes_away() {
    let chosen = RwSignal::new(Vec::new());
    let place = three_accounts(chosen).await;
    assert_eq!(place.attribute(INPUT, "aria-expanded").as_deref(), Some("false"));

    place.press(INPUT, "ArrowDown").await;
    assert_eq!(place.attribute(INPUT, "aria-expanded").as_deref(), Some("true"));
    let active = place
        .attribute(INPUT, "aria-activedescendant")
        .expect("an active option");
    assert_eq!(place.text(&format!("#{active}")), "Acme");

    place.press(INPUT, "ArrowDown").await;
    place.press(INPUT, "Enter").await;
    assert_eq!(chosen.get_untracked(), ["2"]);
    assert_eq!(place.count("[role=option][aria-selected=true]"), 1);

    place.press(INPUT, "Enter").await;
    assert!(chosen.get_untracked().is_empty());
    place.press(INPUT, "ArrowUp").await;
    place.press(INPUT, "ArrowUp").await;
    place.press(INPUT, "Enter").await;
    assert_eq!(
        chosen.get_untracked(),
        ["3"],
        "Up from the first goes round to the last"
    );
}

#[wasm_bindgen_test]
async fn typing_narrows_the_list_and_escape_closes_it_before_it_empties_the_search() {
    let place = three_accounts(RwSignal::new(Vec::new())).await;
    place.type_text(INPUT, "labs").await;
    assert_eq!(place.count("[role=option]"), 1);
    assert!(
        !place.press(INPUT, "Escape").await,
        "the key is used up, so that a surrounding window stays"
    );
    assert_eq!(place.attribute(INPUT, "aria-expanded").as_deref(), Some("false"));
    place.press(INPUT, "Escape").await;
    place.press(INPUT, "ArrowDown").await;
    assert_eq!(place.count("[role=option]"), 3);
}

#[wasm_bindgen_test]
async fn a_search_without_a_match_says_so_and_enter_chooses_nothing() {
    let chosen = RwSignal::new(Vec::new());
    let place = three_accounts(chosen).await;
    place.type_text(INPUT, "nobody").await;
    assert_eq!(place.text(".multi-select-none"), "Nothing matches.");
    place.press(INPUT, "Enter").await;
    place.press(INPUT, "ArrowDown").await;
    place.press(INPUT, "Enter").await;
    assert!(chosen.get_untracked().is_empty());
}

#[wasm_bindgen_test]
async fn while_the_choices_are_on_their_way_it_says_so_and_keeps_what_was_chosen_before() {
    let chosen = RwSignal::new(vec!["3".to_owned()]);
    let pending = RwSignal::new(true);
    let place = three_accounts_that_come(chosen, pending).await;
    assert_eq!(place.attribute(INPUT, "placeholder").as_deref(), Some("Loading…"));
    assert_eq!(place.count(".multi-select-chip"), 0, "a choice has no name yet");
    place.press(INPUT, "ArrowDown").await;
    assert_eq!(place.text("[role=listbox]"), "Loading…");
    place.press(INPUT, "Enter").await;
    place.press(INPUT, "Backspace").await;
    assert_eq!(chosen.get_untracked(), ["3"]);

    place.type_text(INPUT, "labs").await;
    assert_eq!(place.text("[role=listbox]"), "Loading…");
    assert_eq!(place.attribute(INPUT, "aria-activedescendant"), None);

    pending.set(false);
    crate::page::tick().await;
    assert_eq!(place.text(".multi-select-chip-text"), "Globex");
    assert_eq!(place.count("[role=option]"), 1);
    assert_eq!(
        place.attribute(INPUT, "aria-activedescendant").as_deref(),
        Some("accounts-option-0")
    );
    place.press(INPUT, "Enter").await;
    assert_eq!(
        chosen.get_untracked(),
        ["3", "2"],
        "what was searched for is chosen"
    );
    assert_eq!(place.attribute(INPUT, "placeholder").as_deref(), Some("Search…"));
}

#[wasm_bindgen_test]
async fn backspace_in_an_empty_search_takes_the_last_choice_away() {
    let chosen = RwSignal::new(vec!["1".to_owned(), "3".to_owned()]);
    let place = three_accounts(chosen).await;
    place.press(INPUT, "Backspace").await;
    assert_eq!(chosen.get_untracked(), ["1"]);
}

#[wasm_bindgen_test]
async fn a_chip_names_what_its_button_removes_and_gives_the_focus_back() {
    let chosen = RwSignal::new(vec!["3".to_owned()]);
    let place = three_accounts(chosen).await;
    assert_eq!(
        place.attribute(".multi-select-remove", "aria-label").as_deref(),
        Some("Remove Globex")
    );
    place.click(".multi-select-remove").await;
    assert!(chosen.get_untracked().is_empty());
    assert_eq!(document().active_element(), Some(place.find(INPUT).into()));
}
