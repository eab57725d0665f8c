//! One service user.

use crate::components::ScreenHeading;
use leptos::prelude::*;
use service_user::UserId;

/// One service user.
#[component]
pub fn ServiceUserPage(
    /// Which one.
    id: UserId,
) -> impl IntoView {
    view! {
        <div class="screen">
            <ScreenHeading title="Service user" />
            <p>{id.as_str().to_owned()}</p>
        </div>
    }
}
