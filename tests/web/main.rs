//! Tests of single components in a real browser: put on a page, used as a person would, looked at.
#![cfg(target_arch = "wasm32")]
#![allow(
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot go on has failed"
)]

mod page;

mod busy_button;
mod clipboard_clearing;
mod clock;
mod copied_text;
mod expiring_users;
mod expiry_radar;
mod field;
mod kept_draft;
mod multi_select;
mod navigation;
mod organisation;
mod save_file;
mod stepper;
mod user_list;
mod view;
mod visible_name;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
