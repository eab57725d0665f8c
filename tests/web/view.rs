//! What becomes of a view: what is kept of it, what gives way, and what ends with it.

use crate::page::{Place, tick};
use leptos::prelude::*;
use std::sync::{Arc, Mutex};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;

/// Notes what was done, in its order.
#[derive(Clone, Default)]
struct Diary(Arc<Mutex<Vec<String>>>);

impl Diary {
    fn note(&self, what: impl Into<String>) {
        self.0.lock().expect("the diary").push(what.into());
    }

    fn take(&self) -> Vec<String> {
        std::mem::take(&mut *self.0.lock().expect("the diary"))
    }
}

fn has_focus(element: &web_sys::HtmlElement) -> bool {
    document()
        .active_element()
        .is_some_and(|active| &active == element.unchecked_ref::<web_sys::Element>())
}

#[wasm_bindgen_test]
async fn what_is_shown_anew_keeps_its_elements_and_the_focus_in_them() {
    let count = RwSignal::new(1);
    let place = Place::of(move || {
        view! {
            <div>
                {move || {
                    let count = count.get();
                    view! { <p class=format!("count-{count}")><button type="button">{count.to_string()}</button></p> }
                }}
            </div>
        }
    })
    .await;
    let button = place.find("button");
    button.focus().expect("focus");

    count.set(2);
    tick().await;
    assert_eq!(place.text(".count-2 button"), "2");
    assert!(has_focus(&button), "the button is another one");
}

#[wasm_bindgen_test]
async fn another_element_stands_where_the_one_before_it_stood() {
    let is_list = RwSignal::new(false);
    let place = Place::of(move || {
        view! {
            <div class="all">
                <i>"first "</i>
                {move || match is_list.get() {
                    true => view! { <ul><li>"a list "</li></ul> }.into_any(),
                    false => "words ".into_any(),
                }}
                <i>"last"</i>
            </div>
        }
    })
    .await;
    assert_eq!(place.text(".all"), "first words last");
    is_list.set(true);
    tick().await;
    assert_eq!(place.text(".all"), "first a list last");
    is_list.set(false);
    tick().await;
    assert_eq!(place.text(".all"), "first words last");
    assert_eq!(place.count("ul"), 0);
}

#[wasm_bindgen_test]
async fn a_list_grows_and_shrinks_before_what_comes_after_it() {
    let items = RwSignal::new(vec!["a"]);
    let place = Place::of(move || {
        view! {
            <ol>
                {move || items.get().into_iter().map(|item| view! { <li>{item}</li> }).collect_view()}
                <li>"end"</li>
            </ol>
        }
    })
    .await;
    let first = place.find("li");
    for (next, text) in [
        (vec!["a", "b", "c"], "abcend"),
        (vec!["x"], "xend"),
        (Vec::new(), "end"),
        (vec!["y", "z"], "yzend"),
    ] {
        items.set(next);
        tick().await;
        assert_eq!(place.text("ol"), text);
        if text == "xend" {
            assert_eq!(place.find("li"), first, "the first was made anew");
        }
    }
}

#[wasm_bindgen_test]
async fn a_row_stays_for_as_long_as_its_thing_is_in_the_list() {
    let diary = Diary::default();
    let things = RwSignal::new(vec![1, 2, 3]);
    let noted = diary.clone();
    let place = Place::of(move || {
        let row = move |thing: i32| {
            let diary = noted.clone();
            diary.note(format!("{thing} comes"));
            on_cleanup(move || diary.note(format!("{thing} goes")));
            view! { <button type="button" class=format!("row-{thing}")>{thing.to_string()}</button> }
        };
        view! { <div class="rows">{keyed(move || things.get(), |thing| *thing, row)}<i>"."</i></div> }
    })
    .await;
    assert_eq!(diary.take(), ["1 comes", "2 comes", "3 comes"]);
    let second = place.find(".row-2");
    second.focus().expect("focus");

    things.set(vec![2, 3, 4]);
    tick().await;
    assert_eq!(place.text(".rows"), "234.");
    assert_eq!(diary.take(), ["4 comes", "1 goes"]);
    assert!(has_focus(&second), "what stayed was moved or made anew");

    things.set(vec![4, 1, 3, 2]);
    tick().await;
    assert_eq!(place.text(".rows"), "4132.");
    assert_eq!(diary.take(), ["1 comes"]);
    assert_eq!(place.find(".row-2"), second);

    drop(place);
    let mut gone = diary.take();
    gone.sort();
    assert_eq!(gone, ["1 goes", "2 goes", "3 goes", "4 goes"]);
}

#[wasm_bindgen_test]
async fn what_stands_on_an_element_follows_what_it_reads() {
    let said = RwSignal::new(None::<String>);
    let place = Place::of(move || {
        view! {
            <button
                type="button"
                class="always"
                class:sometimes=move || said.get().is_some()
                title=move || said.get()
                disabled=move || said.get().is_none()
                style:width=move || said.get().map(|_| "7px")
            >
                "press"
            </button>
        }
    })
    .await;
    let attribute = |name| place.attribute("button", name);
    let none = || {
        assert_eq!(attribute("class").as_deref(), Some("always"));
        assert_eq!(attribute("title"), None);
        assert_eq!(attribute("disabled").as_deref(), Some(""));
        assert_eq!(attribute("style").unwrap_or_default(), "");
    };
    none();
    said.set(Some("why".to_owned()));
    tick().await;
    assert_eq!(attribute("class").as_deref(), Some("always sometimes"));
    assert_eq!(attribute("title").as_deref(), Some("why"));
    assert_eq!(attribute("disabled"), None);
    assert_eq!(attribute("style").as_deref(), Some("width: 7px;"));
    said.set(None);
    tick().await;
    none();
}

#[wasm_bindgen_test]
async fn a_field_says_again_what_is_true_after_something_else_was_typed() {
    let name = RwSignal::new("known".to_owned());
    let place = Place::of(move || view! { <input prop:value=move || name.get() on:input=move |_| name.set("known".to_owned()) /> }).await;
    let value = || {
        place
            .find("input")
            .unchecked_into::<web_sys::HtmlInputElement>()
            .value()
    };
    assert_eq!(value(), "known");
    place.type_text("input", "another").await;
    assert_eq!(value(), "known");
}

#[wasm_bindgen_test]
async fn an_element_that_becomes_another_one_keeps_nothing_of_the_one_before() {
    let diary = Diary::default();
    let is_second = RwSignal::new(false);
    let noted = diary.clone();
    let place = Place::of(move || {
        move || {
            let diary = noted.clone();
            match is_second.get() {
                false => view! {
                    <button type="button" class:old=move || true role="tab" title=move || "old" on:click=move |_| diary.note("old")>"a"</button>
                }
                .into_any(),
                true => view! { <button type="button" name="new" on:click=move |_| diary.note("new")>"b"</button> }.into_any(),
            }
        }
    })
    .await;
    let button = place.find("button");
    place.click("button").await;
    is_second.set(true);
    tick().await;
    assert_eq!(
        place.find("button"),
        button,
        "it is not the same element, so this says nothing"
    );
    place.click("button").await;
    assert_eq!(diary.take(), ["old", "new"]);
    assert_eq!(button.get_attribute_names().join(" "), "type class name");
    assert_eq!(button.class_name(), "");
    assert_eq!(place.text("button"), "b");
}

#[wasm_bindgen_test]
async fn what_gave_way_follows_nothing_any_more() {
    let diary = Diary::default();
    let (outer, inner) = (RwSignal::new(1), RwSignal::new(1));
    let noted = diary.clone();
    let place = Place::of(move || {
        let part = move |outer: i32| {
            let diary = noted.clone();
            move || {
                diary.note(format!("{outer} sees {}", inner.get()));
                inner.get().to_string()
            }
        };
        view! { <p>{move || part(outer.get())}</p> }
    })
    .await;
    outer.set(2);
    tick().await;
    diary.take();
    inner.set(2);
    tick().await;
    assert_eq!(diary.take(), ["2 sees 2"]);
    assert_eq!(place.text("p"), "2");
    drop(place);
    inner.set(3);
    tick().await;
    assert!(diary.take().is_empty());
}

#[wasm_bindgen_test]
async fn a_reference_knows_its_element_once_it_is_made_and_no_sooner() {
    let reference = NodeRef::<leptos::html::Input>::new();
    let is_shown = RwSignal::new(false);
    let place =
        Place::of(move || view! { <Show when=move || is_shown.get()><input node_ref=reference /></Show> })
            .await;
    assert!(reference.get_untracked().is_none());
    is_shown.set(true);
    tick().await;
    let input: web_sys::HtmlInputElement = place.find("input").unchecked_into();
    assert_eq!(reference.get_untracked(), Some(input));
}

#[wasm_bindgen_test]
async fn what_took_a_place_is_alive() {
    let outer = RwSignal::new(0);
    let place = Place::of(move || {
        let part = move || {
            let is_open = RwSignal::new(false);
            view! {
                <p>"one"</p>
                <button type="button" on:click=move |_| is_open.update(|is_open| *is_open = !*is_open)>
                    {move || if is_open.get() { "Hide" } else { "Show" }}
                </button>
            }
        };
        view! {
            <div>
                {move || match outer.get() {
                    0 => view! { <p>"nothing"</p> }.into_any(),
                    _ => view! { {move || part()} <span>"x"</span> }.into_any(),
                }}
            </div>
        }
    })
    .await;
    for next in [1, 2, 0, 3] {
        outer.set(next);
        tick().await;
        if next == 0 {
            continue;
        }
        assert_eq!(place.text("button"), "Show");
        place.click("button").await;
        assert_eq!(place.text("button"), "Hide", "{next}");
        place.click("button").await;
        assert_eq!(place.text("button"), "Show", "{next}");
    }
}

#[wasm_bindgen_test]
async fn what_gave_way_reads_nothing_that_went_with_it() {
    let diary = Diary::default();
    let (outer, shared) = (RwSignal::new(1), RwSignal::new(1));
    let noted = diary.clone();
    let place = Place::of(move || {
        let part = move |outer: i32| {
            let diary = noted.clone();
            move || {
                let diary = diary.clone();
                let title = move || {
                    diary.note(outer.to_string());
                    shared.get().to_string()
                };
                view! { <button type="button" title=title>"press"</button> }
            }
        };
        view! { <p>{move || part(outer.get())}</p> }
    })
    .await;
    diary.take();
    // In this order, what gives way would be asked between the cleaning up after it and its end.
    outer.set(2);
    shared.set(2);
    tick().await;
    assert_eq!(diary.take(), ["2"]);
    assert_eq!(place.attribute("button", "title").as_deref(), Some("2"));
}
