//! The two browsers, with what each has to be told at its start.

use std::path::Path;

use serde_json::{Value, json};

use crate::Surroundings;

/// A browser.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Browser {
    /// Chromium, by chromedriver.
    Chromium,
    /// Firefox, by geckodriver.
    Firefox,
}

/// Light or dark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scheme {
    /// Dark ink on a light ground.
    Light,
    /// Light ink on a dark ground.
    Dark,
}

/// How large the page is, and in which colours it is asked to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Look {
    /// In CSS pixels, the page alone without the browser's own frame.
    pub width: u32,
    /// In CSS pixels.
    pub height: u32,
    /// The preferred colours.
    pub scheme: Scheme,
}

impl Look {
    /// An extension's popup, or a phone.
    pub const NARROW: Self = Self {
        width: 400,
        height: 600,
        scheme: Scheme::Light,
    };
    /// A window on a desk.
    pub const WIDE: Self = Self {
        width: 1280,
        height: 900,
        scheme: Scheme::Light,
    };
    /// Both sizes in both schemes.
    pub const ALL: [Self; 4] = [Self::WIDE, Self::WIDE.dark(), Self::NARROW, Self::NARROW.dark()];

    /// The same in dark colours.
    #[must_use]
    pub const fn dark(self) -> Self {
        Self {
            scheme: Scheme::Dark,
            ..self
        }
    }

    /// Such as `400x600-dark`, for a file's name or a message.
    #[must_use]
    pub fn name(self) -> String {
        let scheme = match self.scheme {
            Scheme::Light => "light",
            Scheme::Dark => "dark",
        };
        format!("{}x{}-{scheme}", self.width, self.height)
    }
}

/// The time zone in which the browsers run. It is not UTC, so that a local time is told from one in UTC, and has no
/// summer time, so that the difference is nine hours all year.
pub(crate) const TIME_ZONE: &str = "Asia/Tokyo";

impl Browser {
    /// The browser's name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
        }
    }

    pub(crate) fn capabilities(self, surroundings: &Surroundings, profile: &Path) -> Value {
        match self {
            Self::Chromium => json!({
                "browserName": "chrome",
                "goog:loggingPrefs": { "browser": "ALL" },
                "unhandledPromptBehavior": "ignore",
                "goog:chromeOptions": {
                    "binary": surroundings.chromium,
                    "args": [
                        "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                        "--disable-background-networking", "--disable-component-update", "--disable-sync",
                        "--disable-breakpad", "--disable-dev-shm-usage", "--no-proxy-server", "--lang=en-US",
                        "--force-color-profile=srgb",
                        // A key that scrolls has scrolled when it is up, so that a press finds what it aims at where it was.
                        "--disable-smooth-scrolling",
                        // A snapshot of the heap holds its strings whole.
                        "--js-flags=--heap-snapshot-string-limit=1000000000",
                        format!("--user-data-dir={}", profile.display()),
                    ],
                },
            }),
            Self::Firefox => json!({
                "browserName": "firefox",
                "unhandledPromptBehavior": "ignore",
                "moz:firefoxOptions": {
                    "binary": surroundings.firefox,
                    "args": ["-headless", "-profile", profile],
                    "prefs": {
                        // Lets userChrome.css take away the window's smallest width, which is above 400 pixels.
                        "toolkit.legacyUserProfileCustomizations.stylesheets": true,
                        // Stands for the person's permission to read and write the clipboard.
                        "dom.events.testing.asyncClipboard": true,
                        "layout.css.prefers-color-scheme.content-override": 1,
                        // As in Chromium: a key that scrolls has scrolled when it is up.
                        "general.smoothScroll": false,
                        "network.proxy.type": 0,
                        "intl.accept_languages": "en-US",
                        "browser.shell.checkDefaultBrowser": false,
                        "datareporting.policy.dataSubmissionEnabled": false,
                        // Nothing but the test's own requests leaves the browser.
                        "services.settings.server": "data:,#remote-settings-dummy/v1",
                        "network.captive-portal-service.enabled": false,
                        "network.connectivity-service.enabled": false,
                    },
                },
            }),
        }
    }

    /// Files that the profile has to hold before the browser starts.
    pub(crate) fn prepare_profile(self, profile: &Path) -> std::io::Result<()> {
        match self {
            Self::Chromium => Ok(()),
            Self::Firefox => {
                let folder = profile.join("chrome");
                std::fs::create_dir(&folder)?;
                std::fs::write(
                    folder.join("userChrome.css"),
                    ":root { min-width: 0 !important; min-height: 0 !important; }\n",
                )
            }
        }
    }
}
