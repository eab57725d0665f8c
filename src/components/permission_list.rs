//! Permissions.

use leptos::prelude::*;
use service_user::visible;
use std::collections::BTreeSet;

/// The permissions, each once and in the order of the alphabet; a sentence where there is none.
#[component]
pub fn PermissionList(
    /// The permissions.
    #[prop(into)]
    permissions: Signal<BTreeSet<String>>,
    /// What is said where there is none.
    none: &'static str,
) -> impl IntoView {
    move || {
        match permissions.with(BTreeSet::is_empty) {
            true => view! { <p class="field-hint">{none}</p> }.into_any(),
            false => view! {
                <ul class="permissions">
                    {permissions.get().into_iter().map(|permission| view! { <li>{visible(&permission)}</li> }).collect_view()}
                </ul>
            }
            .into_any(),
        }
    }
}
