//! Putting a view into the page.

use crate::shown::Shown;
use crate::view::IntoView;
use original::prelude::Owner;
use original::tachys::dom::body;
use original::web_sys::HtmlElement;

/// A view that is in the page until this is dropped.
#[must_use = "what is dropped goes off the page"]
pub struct Mounted {
    shown: Shown,
    owner: Owner,
}

/// Makes a view and puts it at the end of an element.
pub fn mount_to<V: IntoView>(parent: HtmlElement, view: impl FnOnce() -> V) -> Mounted {
    // It fails where it was done before.
    let _ = any_spawner::Executor::init_wasm_bindgen();
    let owner = Owner::new();
    let shown = owner.with(|| view().into_view().build());
    shown.mount(&parent, None);
    Mounted { shown, owner }
}

/// Makes a view and puts it at the end of the page, for as long as there is the page.
pub fn mount_to_body<V: IntoView>(view: impl FnOnce() -> V) {
    mount_to(body(), view).forget();
}

impl Mounted {
    /// Leaves it in the page for as long as there is the page.
    pub fn forget(self) {
        std::mem::forget(self);
    }
}

impl Drop for Mounted {
    fn drop(&mut self) {
        self.shown.unmount();
        self.owner.cleanup();
    }
}
