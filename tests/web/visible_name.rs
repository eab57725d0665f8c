//! How a notice of the extension shows a name, in the very module that its background runs.

use service_user::visible;
use wasm_bindgen::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen(module = "/public/extension/visible-name.js")]
extern "C" {
    #[wasm_bindgen(js_name = visibleName)]
    fn visible_name(name: &str) -> String;
}

#[wasm_bindgen_test]
fn a_notice_shows_a_name_as_the_app_does() {
    for name in [
        "Billing CI signer",
        "a  b",
        "Müller – “Ångström” 田中さん",
        "<img src=x onerror=alert(1)>",
        "invoice\u{202E}fdp.exe",
        "sig\u{200B}ner\u{FEFF}\u{AD}\u{3164}\u{2800}",
        "\u{2066}a\u{2069}b",
        "a\0b\u{1B}[31m\u{7F}\u{85}",
        "a\nb\tc\u{2028}d\u{A0}e",
        "\u{E0001}\u{E000}\u{FFFE}",
        "ad\u{200D}min",
        " ",
        "   ",
        "",
        "\u{301}x \u{301}",
        "שלום 1",
        "\u{2069}مرحبا",
    ] {
        assert_eq!(visible_name(name), visible(name), "{name:?}");
    }
}

#[wasm_bindgen_test]
fn a_notice_has_room_for_a_name_and_not_for_a_megabyte_or_a_heap_of_marks() {
    assert_eq!(visible_name(&"x".repeat(80)), "x".repeat(80));
    assert_eq!(visible_name(&"x".repeat(1 << 20)), format!("{}…", "x".repeat(80)));
    assert_eq!(visible_name(&"🙂".repeat(90)), format!("{}…", "🙂".repeat(80)));
    let heap = visible_name(&format!("a{}", "\u{301}".repeat(70)));
    assert!(
        heap.starts_with("a\u{301}\u{301}\u{301}\u{301}[U+0301]"),
        "{heap}"
    );
    assert_eq!(heap.matches('\u{301}').count(), 4);
}
