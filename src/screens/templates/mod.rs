//! What can be taken over when creating.

use crate::components::ScreenHeading;
use leptos::prelude::*;

/// What can be taken over when creating.
#[component]
pub fn Templates() -> impl IntoView {
    view! {
        <div class="screen">
            <ScreenHeading title="Templates" />
        </div>
    }
}
