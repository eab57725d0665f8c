//! Where the page is shown.

use super::extension;

/// Where the page is shown. One bundle serves them all; the extension's own addresses carry the surface's name.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Surface {
    /// A page that a web server serves.
    #[default]
    Page,
    /// The extension's popup under the toolbar button. It closes, and everything in its memory goes, as soon as it loses the focus.
    Popup,
    /// A window of the extension's own.
    Window,
    /// A tab.
    Tab,
    /// Chrome's side panel.
    SidePanel,
    /// Firefox's sidebar.
    Sidebar,
}

/// The proof that a page stays where it is when it loses the focus. What brings a token can only be called with it.
#[derive(Clone, Copy, Debug)]
pub struct LastingSurface(());

impl Surface {
    /// The surface of this page. Outside the extension it is [`Surface::Page`], whatever the address says.
    #[must_use]
    pub fn of_this_page() -> Self {
        match extension::is_there() {
            false => Surface::Page,
            true => Surface::from_name(&query_parameter("surface").unwrap_or_default()),
        }
    }

    /// The name in the extension's addresses; empty for a page of a web server.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Surface::Page => "",
            Surface::Popup => "popup",
            Surface::Window => "window",
            Surface::Tab => "tab",
            Surface::SidePanel => "side-panel",
            Surface::Sidebar => "sidebar",
        }
    }

    /// Whether the page is the extension's.
    #[must_use]
    pub fn is_of_extension(self) -> bool {
        self != Surface::Page
    }

    /// The proof that this surface outlives the loss of the focus; `None` for the popup, which does not.
    #[must_use]
    pub fn lasting(self) -> Option<LastingSurface> {
        match self {
            Surface::Popup => None,
            Surface::Page | Surface::Window | Surface::Tab | Surface::SidePanel | Surface::Sidebar => {
                Some(LastingSurface(()))
            }
        }
    }

    /// An address of the extension without a known name was opened by hand, and so in a tab.
    fn from_name(name: &str) -> Self {
        [
            Surface::Popup,
            Surface::Window,
            Surface::SidePanel,
            Surface::Sidebar,
        ]
        .into_iter()
        .find(|surface| surface.name() == name)
        .unwrap_or(Surface::Tab)
    }
}

/// A parameter of this page's address.
#[must_use]
pub fn query_parameter(name: &str) -> Option<String> {
    let query = leptos::prelude::location().search().ok()?;
    web_sys::UrlSearchParams::new_with_str(&query).ok()?.get(name)
}
