//! A place on the test page for one component, and the few things a person does to it.

use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Element, HtmlElement, HtmlInputElement, KeyboardEvent, KeyboardEventInit};

/// A section with a component in it; both go when it is dropped.
pub(crate) struct Place {
    section: HtmlElement,
    mounted: Option<Box<dyn std::any::Any>>,
}

impl Place {
    /// Puts a component on the page and waits until its effects have run.
    pub(crate) async fn of<V: IntoView + 'static>(component: impl FnOnce() -> V + 'static) -> Self {
        let section: HtmlElement = document()
            .create_element("section")
            .expect("a section")
            .dyn_into()
            .expect("an HTML element");
        document()
            .body()
            .expect("a body")
            .append_child(&section)
            .expect("a place in the body");
        let mounted = leptos::mount::mount_to(section.clone(), component);
        tick().await;
        Place {
            section,
            mounted: Some(Box::new(mounted)),
        }
    }

    /// The first element that a selector finds.
    pub(crate) fn find(&self, selector: &str) -> HtmlElement {
        self.section
            .query_selector(selector)
            .expect("a selector")
            .unwrap_or_else(|| panic!("{selector} is not in {}", self.section.inner_html()))
            .dyn_into()
            .expect("an HTML element")
    }

    /// How many elements a selector finds.
    pub(crate) fn count(&self, selector: &str) -> u32 {
        self.section
            .query_selector_all(selector)
            .expect("a selector")
            .length()
    }

    /// The text of the first element that a selector finds.
    pub(crate) fn text(&self, selector: &str) -> String {
        self.find(selector).text_content().unwrap_or_default()
    }

    /// An attribute of the first element that a selector finds.
    pub(crate) fn attribute(&self, selector: &str, name: &str) -> Option<String> {
        let element: Element = self.find(selector).into();
        element.get_attribute(name)
    }

    /// Presses the first element that a selector finds.
    pub(crate) async fn click(&self, selector: &str) {
        self.find(selector).click();
        tick().await;
    }

    /// Types a text into a field, in place of what was there.
    pub(crate) async fn type_text(&self, selector: &str, text: &str) {
        let input: HtmlInputElement = self.find(selector).dyn_into().expect("an input");
        input.focus().expect("focus");
        input.set_value(text);
        let event = web_sys::InputEvent::new_with_event_init_dict("input", &{
            let options = web_sys::InputEventInit::new();
            options.set_bubbles(true);
            options
        })
        .expect("an event");
        input.dispatch_event(&event).expect("dispatched");
        tick().await;
    }

    /// Presses a key in the first element that a selector finds. Answers whether the browser would still do its own
    /// thing with the key.
    pub(crate) async fn press(&self, selector: &str, key: &str) -> bool {
        let options = KeyboardEventInit::new();
        options.set_key(key);
        options.set_bubbles(true);
        options.set_cancelable(true);
        let event = KeyboardEvent::new_with_keyboard_event_init_dict("keydown", &options).expect("an event");
        let untouched = self.find(selector).dispatch_event(&event).expect("dispatched");
        tick().await;
        untouched
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        self.mounted.take();
        self.section.remove();
    }
}

/// Waits until the reactive system has put what changed on the page.
pub(crate) async fn tick() {
    for _ in 0..3 {
        let promise = js_sys::Promise::new(&mut |resolve, _| {
            window().set_timeout_with_callback(&resolve).expect("a timer");
        });
        let resolved: Result<JsValue, JsValue> = JsFuture::from(promise).await;
        resolved.expect("the timer's promise resolves");
    }
}
