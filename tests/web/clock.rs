use service_user::UtcDay;
use service_user_helper::clock;
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
fn today_is_the_day_that_the_browser_writes_in_utc() {
    // Asked before and after, so that the test holds when midnight falls between the two.
    let before = String::from(js_sys::Date::new_0().to_iso_string());
    let today = clock::today().to_string();
    let after = String::from(js_sys::Date::new_0().to_iso_string());
    assert!(
        before.starts_with(&today) || after.starts_with(&today),
        "{today} is not in {before} or {after}"
    );
}

#[wasm_bindgen_test]
fn the_present_is_on_the_day_that_is_today() {
    let before = clock::today();
    let now = UtcDay::from_date(clock::now().date_naive());
    let after = clock::today();
    assert!(
        (before..=after).contains(&now),
        "{now} is not from {before} to {after}"
    );
}

#[wasm_bindgen_test]
fn the_local_instant_names_the_year_and_the_second() {
    let day = UtcDay::parse("2027-06-15").expect("a day");
    let words = clock::last_instant_in_local_time(day);
    assert!(words.contains("2027"), "{words}");
    assert!(words.contains("59"), "{words}");
}

#[wasm_bindgen_test]
fn a_time_of_day_is_in_utc_and_says_so() {
    assert_eq!(clock::time_of_day(1_801_525_507_999.0), "23:45:07 UTC");
    assert_eq!(clock::time_of_day(f64::NAN), "00:00:00 UTC");
}
