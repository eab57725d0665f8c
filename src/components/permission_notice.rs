//! Says that the caller may look and not change.

use crate::text;
use crate::workspace::use_workspace;
use leptos::prelude::*;

/// A notice where the caller's own permissions tell that they lack *Manage users*; nothing where they have it or it is not known.
#[component]
pub fn PermissionNotice() -> impl IntoView {
    let workspace = use_workspace();
    let lacks = Memo::new(move |_| !workspace.may_manage_users());
    view! {
        <Show when=move || lacks.get()>
            <div class="notice notice-caution">
                <p>{text::create::LACKS_PERMISSION}</p>
            </div>
        </Show>
    }
}
