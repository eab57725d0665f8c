//! The ways between the screens that are not part of a flow.

use crate::navigation::Screen;
use crate::text;
use crate::workspace::use_workspace;
use leptos::prelude::*;

/// Links to the list, the templates and, in the extension, the settings; nothing before there is a connection or one is awaited.
///
/// They are links and no buttons: the address's fragment is what leads from screen to screen.
#[component]
pub fn NavigationBar(
    /// The screen that is shown.
    #[prop(into)]
    shown: Signal<Screen>,
) -> impl IntoView {
    let workspace = use_workspace();
    let has_settings = workspace.surface().is_of_extension();
    let link = move |screen: Screen, label: &'static str| {
        let fragment = screen.fragment();
        view! {
            <a
                class="navigation-link"
                href=fragment
                aria-current=move || is_within(&shown.get(), &screen).then_some("page")
            >
                {label}
            </a>
        }
    };
    view! {
        <Show when=move || workspace.is_open()>
            <nav class="navigation" aria-label=text::app::SCREENS>
                {link(Screen::ServiceUsers, text::service_users::TITLE)}
                {link(Screen::Templates, text::app::TEMPLATES)}
                {has_settings.then(|| link(Screen::Settings, text::app::SETTINGS))}
            </nav>
        </Show>
    }
}

/// Whether a screen belongs to the part of the app that a link leads to.
fn is_within(shown: &Screen, part: &Screen) -> bool {
    match shown {
        Screen::Connect | Screen::ServiceUsers | Screen::Details | Screen::Roles => {
            *part == Screen::ServiceUsers
        }
        Screen::ServiceUser(_) | Screen::Change(_) | Screen::Rotate(_) => *part == Screen::ServiceUsers,
        Screen::Templates | Screen::Settings => part == shown,
    }
}
