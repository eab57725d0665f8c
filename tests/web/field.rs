use crate::page::{Place, tick};
use leptos::prelude::*;
use service_user_helper::components::{Field, Remark, RemarkKind, description_ids};
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
async fn a_remark_is_in_the_region_that_describes_the_control_and_its_suggestion_is_a_button() {
    let remarks = RwSignal::new(Vec::new());
    let taken = RwSignal::new(String::new());
    let place = Place::of(move || {
        view! {
            <Field
                id="name"
                label="Friendly name"
                hint="Unique"
                remarks=remarks
                on_suggestion=Callback::new(move |suggestion| taken.set(suggestion))
            >
                <input id="name" aria-describedby=description_ids("name") />
            </Field>
        }
    })
    .await;
    assert_eq!(place.count(".remark"), 0);

    remarks.set(vec![Remark {
        kind: RemarkKind::Fault,
        message: "No dots.".to_owned(),
        suggestion: Some("CI-signer".to_owned()),
    }]);
    tick().await;
    let described_by = place.attribute("input", "aria-describedby").unwrap_or_default();
    let described = described_by
        .split(' ')
        .filter_map(|id| document().get_element_by_id(id));
    assert!(
        described
            .filter_map(|element| element.text_content())
            .any(|text| text.contains("No dots."))
    );

    place.click(".remark button").await;
    assert_eq!(taken.get_untracked(), "CI-signer");
}

#[wasm_bindgen_test]
async fn a_message_with_markup_in_it_stays_text() {
    let hostile = Remark {
        kind: RemarkKind::Warning,
        message: "<img src=x onerror=alert(1)>".to_owned(),
        suggestion: None,
    };
    let place = Place::of(move || {
        view! {
            <Field id="hostile" label="Label" hint="Hint" remarks=Signal::stored(vec![hostile])>
                <input id="hostile" />
            </Field>
        }
    })
    .await;
    assert_eq!(place.count("img"), 0);
    assert!(place.text(".remark").contains("<img"));
}
