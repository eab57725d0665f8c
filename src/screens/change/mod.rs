//! Changing a service user.

use crate::components::ScreenHeading;
use leptos::prelude::*;
use service_user::UserId;

/// Changing a service user.
#[component]
pub fn Change(
    /// Which one.
    id: UserId,
) -> impl IntoView {
    view! {
        <div class="screen">
            <ScreenHeading title="Change service user" />
            <p>{id.as_str().to_owned()}</p>
        </div>
    }
}
