//! The places in which the extension's page is shown.

use crate::{Browser, Look, Scheme};

/// A place in which the extension's page is shown; the page reads from its own address which one it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Surface {
    /// What the button in the browser's bar opens.
    Popup,
    /// A tab.
    Tab,
    /// A window of its own.
    Window,
    /// Chrome's side panel.
    SidePanel,
    /// Firefox's sidebar.
    Sidebar,
}

impl Surface {
    /// Every surface that a browser has.
    #[must_use]
    pub fn all_in(browser: Browser) -> [Self; 4] {
        [Self::Popup, Self::Tab, Self::Window, Self::panel_of(browser)]
    }

    /// The one that stays open beside the tabs.
    #[must_use]
    pub fn panel_of(browser: Browser) -> Self {
        match browser {
            Browser::Chromium => Self::SidePanel,
            Browser::Firefox => Self::Sidebar,
        }
    }

    /// The page's address within the extension.
    #[must_use]
    pub fn path(self) -> &'static str {
        match self {
            Self::Popup => "/index.html?surface=popup",
            Self::Tab => "/index.html?surface=tab",
            Self::Window => "/index.html?surface=window",
            Self::SidePanel => "/index.html?surface=side-panel",
            Self::Sidebar => "/index.html?surface=sidebar",
        }
    }

    /// About the size that a browser gives it.
    #[must_use]
    pub fn look(self) -> Look {
        let of_size = |width, height| Look {
            width,
            height,
            scheme: Scheme::Light,
        };
        match self {
            Self::Popup => of_size(400, 600),
            Self::Tab => Look::WIDE,
            Self::Window => of_size(560, 760),
            Self::SidePanel | Self::Sidebar => of_size(360, 800),
        }
    }
}
