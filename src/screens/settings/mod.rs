//! What the extension does by itself.

use crate::components::ScreenHeading;
use leptos::prelude::*;

/// What the extension does by itself.
#[component]
pub fn Settings() -> impl IntoView {
    view! {
        <div class="screen">
            <ScreenHeading title="Settings" />
        </div>
    }
}
