//! The browser's extension API, as far as it is used. Where a browser lacks a function, calling it is an error and no panic.

use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = ["chrome", "storage", "session"], js_name = get, catch)]
    pub(super) fn session_get(name: &str) -> Result<Promise, JsValue>;
    #[wasm_bindgen(js_namespace = ["chrome", "storage", "session"], js_name = set, catch)]
    pub(super) fn session_set(items: &Object) -> Result<Promise, JsValue>;
    #[wasm_bindgen(js_namespace = ["chrome", "storage", "session"], js_name = remove, catch)]
    pub(super) fn session_remove(name: &str) -> Result<Promise, JsValue>;
    #[wasm_bindgen(js_namespace = ["chrome", "storage", "local"], js_name = get, catch)]
    pub(super) fn local_get(name: &str) -> Result<Promise, JsValue>;
    #[wasm_bindgen(js_namespace = ["chrome", "storage", "local"], js_name = set, catch)]
    pub(super) fn local_set(items: &Object) -> Result<Promise, JsValue>;
    #[wasm_bindgen(js_namespace = ["chrome", "storage", "local"], js_name = remove, catch)]
    pub(super) fn local_remove(name: &str) -> Result<Promise, JsValue>;
    #[wasm_bindgen(js_namespace = ["chrome", "storage", "managed"], js_name = get, catch)]
    pub(super) fn managed_get() -> Result<Promise, JsValue>;

    #[wasm_bindgen(js_namespace = ["chrome", "alarms"], js_name = create, catch)]
    pub(super) fn create_alarm(name: &str, when: &Object) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(js_namespace = ["chrome", "permissions"], js_name = contains, catch)]
    pub(super) fn permissions_contain(permissions: &Object) -> Result<Promise, JsValue>;
    #[wasm_bindgen(js_namespace = ["chrome", "permissions"], js_name = getAll, catch)]
    pub(super) fn granted_permissions() -> Result<Promise, JsValue>;
    #[wasm_bindgen(js_namespace = ["chrome", "permissions"], js_name = request, catch)]
    pub(super) fn request_permissions(permissions: &Object) -> Result<Promise, JsValue>;

    #[wasm_bindgen(js_namespace = ["chrome", "permissions"], js_name = remove, catch)]
    pub(super) fn remove_permissions(permissions: &Object) -> Result<Promise, JsValue>;

    #[wasm_bindgen(js_namespace = ["chrome", "cookies"], js_name = get, catch)]
    pub(super) fn cookie(of: &Object) -> Result<Promise, JsValue>;

    #[wasm_bindgen(js_namespace = ["chrome", "runtime"], js_name = getURL, catch)]
    pub(super) fn address_of(path: &str) -> Result<String, JsValue>;
    #[wasm_bindgen(js_namespace = ["chrome", "runtime"], js_name = sendMessage, catch)]
    pub(super) fn ask_background(question: &str) -> Result<Promise, JsValue>;
    #[wasm_bindgen(js_namespace = ["chrome", "runtime", "onMessage"], js_name = addListener, catch)]
    pub(super) fn listen_to_messages(listener: &JsValue) -> Result<(), JsValue>;
    #[wasm_bindgen(js_namespace = ["chrome", "tabs"], js_name = query, catch)]
    pub(super) fn query_tabs(filter: &Object) -> Result<Promise, JsValue>;
    #[wasm_bindgen(js_namespace = ["chrome", "tabs"], js_name = create, catch)]
    pub(super) fn create_tab(options: &Object) -> Result<Promise, JsValue>;
    #[wasm_bindgen(js_namespace = ["chrome", "windows"], js_name = create, catch)]
    pub(super) fn create_window(options: &Object) -> Result<Promise, JsValue>;
    #[wasm_bindgen(js_namespace = ["chrome", "windows"], js_name = getCurrent, catch)]
    pub(super) fn current_window() -> Result<Promise, JsValue>;
    #[wasm_bindgen(js_namespace = ["chrome", "sidebarAction"], js_name = open, catch)]
    pub(super) fn open_sidebar() -> Result<Promise, JsValue>;
}

/// What a call comes to in the end: where the function is not there at all, the call itself fails and there is no promise.
pub(super) async fn outcome(call: Result<Promise, JsValue>) -> Result<JsValue, JsValue> {
    JsFuture::from(call?).await
}

/// The extension's id; `None` on a page that is not an extension's, where `chrome` may exist all the same.
pub(super) fn extension_id() -> Option<String> {
    let chrome = property(&js_sys::global(), "chrome")?;
    property(&property(&chrome, "runtime")?, "id")?.as_string()
}

/// Whether this page is in a private window.
pub(super) fn is_private() -> bool {
    property(&js_sys::global(), "chrome")
        .and_then(|chrome| property(&chrome, "extension"))
        .and_then(|extension| property(&extension, "inIncognitoContext"))
        .is_some_and(|is_private| is_private.is_truthy())
}

/// Chrome's side panel; `None` in Firefox, which has a sidebar instead.
pub(super) fn side_panel() -> Option<JsValue> {
    property(&property(&js_sys::global(), "chrome")?, "sidePanel")
}

/// Opens Chrome's side panel. By its name at run time, because Firefox's reviewers are warned of every call that Firefox lacks.
pub(super) fn open_side_panel(side_panel: &JsValue, options: &Object) -> Result<Promise, JsValue> {
    let open = property(side_panel, "open").ok_or(JsValue::UNDEFINED)?;
    open.dyn_ref::<Function>()
        .ok_or(JsValue::UNDEFINED)?
        .call1(side_panel, options)?
        .dyn_into()
}

/// A property that is there and holds something.
pub(super) fn property(of: &JsValue, name: &str) -> Option<JsValue> {
    let value = Reflect::get(of, &JsValue::from_str(name)).ok()?;
    (!value.is_undefined() && !value.is_null()).then_some(value)
}

/// An object with these properties.
pub(super) fn object(properties: &[(&str, JsValue)]) -> Object {
    let object = Object::new();
    for (name, value) in properties {
        // Setting a property of an object made a line above cannot fail.
        let _ = Reflect::set(&object, &JsValue::from_str(name), value);
    }
    object
}

/// A list of texts, as the permissions API wants it.
pub(super) fn list_of(texts: &[&str]) -> JsValue {
    texts
        .iter()
        .copied()
        .map(JsValue::from_str)
        .collect::<Array>()
        .into()
}
