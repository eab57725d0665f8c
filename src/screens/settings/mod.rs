//! What the extension does by itself.

mod clipboard;
mod radar;
mod radar_settings;

use crate::components::ScreenHeading;
use crate::platform;
use crate::text;
use clipboard::ClipboardPanel;
use leptos::prelude::*;
use radar::RadarPanel;

/// The settings. A page of a web server does nothing by itself, and says so where somebody comes here by an address.
#[component]
pub fn Settings() -> impl IntoView {
    view! {
        <div class="screen">
            <ScreenHeading title=text::app::SETTINGS />
            {match platform::has_expiry_radar() {
                true => view! {
                    <RadarPanel />
                    <ClipboardPanel />
                }
                .into_any(),
                false => view! { <p class="notice notice-info">{text::settings::NOTHING_TO_SET}</p> }.into_any(),
            }}
        </div>
    }
}
