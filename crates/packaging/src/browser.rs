//! The browsers, and what only one of them knows.

use std::fmt;

/// A family of browsers that a package is made for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Browser {
    /// Chrome, Edge and the others that are built on Chromium.
    Chrome,
    /// Firefox.
    Firefox,
}

impl Browser {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Chrome, Self::Firefox];

    /// The name of its package.
    pub fn package(self) -> &'static str {
        match self {
            Self::Chrome => "chrome.zip",
            Self::Firefox => "firefox.zip",
        }
    }
}

impl fmt::Display for Browser {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Chrome => "Chrome",
            Self::Firefox => "Firefox",
        })
    }
}

/// A part of the extension that only one of the browsers gets.
#[derive(Clone, Copy, Debug)]
pub struct OnlyIn {
    /// The one that gets it.
    pub browser: Browser,
    /// The part.
    pub what: What,
    /// Why the other one does not get it.
    pub because: &'static str,
}

/// A part of a manifest, or of what lies beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// The key at the end of this path, with everything below it.
    Key(&'static [&'static str]),
    /// An entry of `permissions`.
    Permission(&'static str),
    /// A file beside the manifest, which only a script names.
    File(&'static str),
}

/// Everything in which the packages differ. A file that only such a part of the manifest names goes with it.
pub const ONLY_IN: &[OnlyIn] = &[
    OnlyIn {
        browser: Browser::Firefox,
        what: What::Key(&["browser_specific_settings"]),
        because: "Chrome calls it an unrecognised key; its extensions get their identity from the shop.",
    },
    OnlyIn {
        browser: Browser::Firefox,
        what: What::Key(&["sidebar_action"]),
        because: "Chrome calls it an unrecognised key; its counterpart there is `side_panel`.",
    },
    OnlyIn {
        browser: Browser::Firefox,
        what: What::Key(&["background", "scripts"]),
        because: "Chrome takes no background page in this version of manifests, and says so at every start.",
    },
    OnlyIn {
        browser: Browser::Chrome,
        what: What::Key(&["background", "service_worker"]),
        because: "Firefox runs no extension's service worker and would use `scripts`, with a warning from Mozilla's linter.",
    },
    OnlyIn {
        browser: Browser::Chrome,
        what: What::Key(&["minimum_chrome_version"]),
        because: "Firefox has `strict_min_version` for its own.",
    },
    OnlyIn {
        browser: Browser::Chrome,
        what: What::Key(&["side_panel"]),
        because: "Firefox does not know it; its counterpart there is `sidebar_action`.",
    },
    OnlyIn {
        browser: Browser::Chrome,
        what: What::Permission("sidePanel"),
        because: "Firefox does not know it and warns at every start; a sidebar needs no permission there.",
    },
    OnlyIn {
        browser: Browser::Chrome,
        what: What::Permission("offscreen"),
        because: "Firefox does not know it; its background is a page, which has a clipboard of its own.",
    },
    OnlyIn {
        browser: Browser::Chrome,
        what: What::File("clipboard.html"),
        because: "It is the document through which Chrome's background reaches the clipboard.",
    },
    OnlyIn {
        browser: Browser::Chrome,
        what: What::File("clipboard.js"),
        because: "It is that document's script.",
    },
    OnlyIn {
        browser: Browser::Chrome,
        what: What::Key(&["storage", "managed_schema"]),
        because: "Firefox takes an administrator's policy without a schema.",
    },
    OnlyIn {
        browser: Browser::Chrome,
        what: What::Key(&["incognito"]),
        because: "Firefox knows no `split` and would keep the extension out of private windows.",
    },
];
