//! The app in real browsers: what the end-to-end tests stand on.
//!
//! A test gets a [`World`]: a sandbox and a proxy before it, both in this process, a browser that the test alone uses, and
//! the [`Page`] in it. The proxy serves page and API on one origin, as the real set-up does, speaks TLS for the extension and can
//! refuse connections; what happens to single requests is the sandbox's [`FaultPlan`]. The tests themselves are in `tests/browsers`, a file a theme.
//!
//! The packaged extension has a stage of its own, [`extension::ExtensionWorld`], and its tests are in `tests/extension`.
//!
//! By hand, after `trunk build --cargo-profile bundle`: `cargo test -p end-to-end`. One browser alone:
//! `cargo test -p end-to-end chromium::`. What is taken from the environment stands in [`Surroundings`]. No more than
//! [two browsers](AT_ONCE) run at the same time, whatever `--test-threads` says. A failed test leaves a picture of the page in
//! `target/end-to-end`.
//!
//! Waits are conditions with a deadline, never pauses.

mod account_manager;
mod browser;
mod closed_port;
mod crowd;
mod driver;
pub mod extension;
mod fault;
mod gate;
mod in_both_browsers;
pub mod labels;
mod lone_browser;
mod page;
mod page_server;
mod proxy;
mod recorded;
mod run;
mod stage;
mod surroundings;
mod tls;
mod traces;
mod world;

pub use account_manager::AccountManager;
pub use browser::{Browser, Look, Scheme};
pub use closed_port::closed_port;
pub use crowd::Crowd;
pub use fault::{Fault, Outcome};
pub use gate::AT_ONCE;
pub use lone_browser::LoneBrowser;
pub use page::{Focus, Page, SavedFile, Violation};
pub use page_server::PageServer;
pub use run::run;
pub use sandbox::fault_plan::{FaultPlan, Happening, Held, HoldAt, Requests, Trouble};
pub use stage::Stage;
pub use surroundings::Surroundings;
pub use traces::{Needle, Place, Planted, Search};
pub use world::World;
