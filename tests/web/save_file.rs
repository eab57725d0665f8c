use js_sys::Uint8Array;
use leptos::prelude::{document, window};
use service_user_helper::platform::save_file;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Event, HtmlAnchorElement, Response};

/// What a page hands to the browser while `press` runs; the browser itself does not get to save it.
fn links_pressed_by(press: impl FnOnce()) -> Vec<HtmlAnchorElement> {
    let links = Rc::new(RefCell::new(Vec::new()));
    let listener = Closure::<dyn FnMut(Event)>::new({
        let links = Rc::clone(&links);
        move |event: Event| {
            let link = event.target().and_then(|target| target.dyn_into().ok());
            links.borrow_mut().extend(link);
            event.prevent_default();
        }
    });
    let listen = listener.as_ref().unchecked_ref();
    let document = document();
    document
        .add_event_listener_with_callback("click", listen)
        .expect("a listener");
    press();
    document
        .remove_event_listener_with_callback("click", listen)
        .expect("a listener");
    links.take()
}

#[wasm_bindgen_test]
async fn a_file_has_its_name_its_media_type_and_every_octet_of_its_text() {
    let text = "\u{FEFF}\"Ürün\",-5\r\n\"\u{1F511}\"\r\n";
    let links = links_pressed_by(|| {
        assert_eq!(
            save_file("service-users.csv", "text/csv;charset=utf-8", text),
            Ok(())
        );
    });
    let [link] = links.as_slice() else {
        panic!("one link was expected")
    };
    assert_eq!(link.download(), "service-users.csv");
    assert!(!link.is_connected(), "the link has to be gone");

    let response = JsFuture::from(window().fetch_with_str(&link.href()))
        .await
        .expect("the file");
    let response: Response = response.dyn_into().expect("a response");
    let media_type = response.headers().get("content-type").expect("headers");
    assert_eq!(media_type.as_deref(), Some("text/csv;charset=utf-8"));
    let octets = JsFuture::from(response.array_buffer().expect("octets"))
        .await
        .expect("octets");
    assert_eq!(Uint8Array::new(&octets).to_vec(), text.as_bytes());
}
