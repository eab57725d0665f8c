//! The badge that names the host.

use crate::text;
use account_api::{Host, HostKind};
use leptos::prelude::*;

/// A host with its kind in words and in colour: production and demo must never be mistaken for each other. Nothing without a host.
#[component]
pub fn HostBadge(
    /// The host.
    #[prop(into)]
    host: Signal<Option<Host>>,
) -> impl IntoView {
    move || {
        let host = host.get()?;
        let class = match host.kind() {
            HostKind::Production => "host-badge host-badge-production",
            HostKind::Demo => "host-badge host-badge-demo",
            HostKind::Other => "host-badge",
        };
        let name = host.name().to_owned();
        Some(view! {
            <span class=class>
                <span class="visually-hidden">{text::app::HOST}": "</span>
                <span class="host-badge-kind">{text::app::host_kind(host.kind())}</span>
                {name}
            </span>
        })
    }
}
