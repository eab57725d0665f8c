//! What `fetch` is told beside the address.

use js_sys::{Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{AbortSignal, Request, RequestInit};

/// The options of a request, in plain objects: a function of the glue for each option would weigh more than all else here.
pub(super) struct RequestOptions {
    options: Object,
    headers: Object,
}

impl RequestOptions {
    /// A request that tells no referrer and is kept in no cache.
    pub(super) fn new(method: &str, signal: &AbortSignal) -> Self {
        let options = Self {
            options: Object::new(),
            headers: Object::new(),
        };
        options.set("method", method);
        options.set("referrerPolicy", "no-referrer");
        options.set("cache", "no-store");
        options.set("signal", signal);
        options.set("headers", &options.headers);
        options
    }

    /// Sets an option.
    pub(super) fn set(&self, name: &str, value: impl Into<JsValue>) {
        set(&self.options, name, &value.into());
    }

    /// Adds a header, of which no other value is there yet.
    pub(super) fn add_header(&self, name: &str, value: &str) {
        set(&self.headers, name, &JsValue::from_str(value));
    }

    /// The request; the browser's complaint where it cannot be made.
    pub(super) fn request(&self, url: &str) -> Result<Request, JsValue> {
        Request::new_with_str_and_init(url, self.options.unchecked_ref::<RequestInit>())
    }
}

fn set(object: &Object, name: &str, value: &JsValue) {
    // Only an object that was closed refuses, and these are our own.
    let _ = Reflect::set(object, &JsValue::from_str(name), value);
}
