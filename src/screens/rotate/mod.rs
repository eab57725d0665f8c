//! Giving a service user a new token in place of the old.

use crate::components::ScreenHeading;
use leptos::prelude::*;
use service_user::UserId;

/// Giving a service user a new token in place of the old.
#[component]
pub fn Rotate(
    /// Which one.
    id: UserId,
) -> impl IntoView {
    view! {
        <div class="screen">
            <ScreenHeading title="Rotate token" />
            <p>{id.as_str().to_owned()}</p>
        </div>
    }
}
