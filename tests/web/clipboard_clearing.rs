//! Clearing the clipboard by itself on a page of a web server, which does not.

use service_user::Countdown;
use service_user_helper::platform::{self, Clearing, Refused, Scheduled};
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
async fn a_page_of_a_web_server_clears_nothing_by_itself_and_asks_for_nothing() {
    assert!(!platform::has_clipboard_clearing());
    assert_eq!(platform::set_clipboard_clearing(true).await, Err(Refused));
    assert!(!platform::clears_clipboard().await);
    assert!(!platform::ask_to_look_at_clipboard().await);
    let fingerprint = platform::fingerprint("a-token").await;
    assert!(fingerprint.is_none(), "it would be of no use");
    let scheduled = platform::clear_clipboard_later(fingerprint, Countdown::LENGTH).await;
    assert_eq!(scheduled, Scheduled::Off);
    assert_eq!(platform::clear_clipboard_now().await, Clearing::NotRead);
}
