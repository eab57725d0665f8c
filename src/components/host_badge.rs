//! The badge that names the host.

use crate::text;
use crate::workspace::use_workspace;
use account_api::HostKind;
use leptos::prelude::*;

/// The host one is connected to, with its kind in words and in colour; nothing before there is a connection.
#[component]
pub fn HostBadge() -> impl IntoView {
    let workspace = use_workspace();
    let badge = move || {
        let host = workspace.account_manager()?;
        let (kind, class) = match host.kind() {
            HostKind::Production => (text::app::PRODUCTION, "host-badge host-badge-production"),
            HostKind::Demo => (text::app::DEMO, "host-badge host-badge-demo"),
            HostKind::Other => (text::app::OTHER_HOST, "host-badge"),
        };
        let name = host.name().to_owned();
        Some(view! {
            <span class=class>
                <span class="visually-hidden">{text::app::HOST}": "</span>
                <span class="host-badge-kind">{kind}</span>
                {name}
            </span>
        })
    };
    view! { {badge} }
}
