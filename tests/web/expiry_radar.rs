//! The expiry radar on a page of a web server, which has none.

use account_api::Host;
use service_user_helper::platform::{self, ExpiryRadar, Look, Refused};
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
async fn a_page_of_a_web_server_has_no_radar_and_asks_for_nothing() {
    let radar = ExpiryRadar {
        host: Host::parse("one.digicert.com").expect("a host"),
        days: ExpiryRadar::DEFAULT_DAYS,
        notifies: true,
    };
    assert!(!platform::has_expiry_radar());
    assert_eq!(platform::set_expiry_radar(&radar).await, Err(Refused));
    assert_eq!(platform::expiry_radar().await, None);
    assert_eq!(platform::switch_expiry_radar_off().await, Err(Refused));
    assert!(!platform::ask_to_notify().await);
    assert_eq!(platform::look_at_end_dates().await, Look::SwitchedOff);
}
