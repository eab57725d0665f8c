//! The packaged extension, as it will be handed in, in a browser that takes this machine for the hosts it names.

mod background;
mod complaints;
mod console_session;
mod docked;
mod hosts;
mod launch;
mod notices;
mod organisation;
mod package;
mod permissions;
mod storage;
mod surface;
mod toolbar_button;
mod update;
mod windows;
mod world;

pub use console_session::Person;
pub use docked::Docked;
pub use hosts::{DEMO, ON_PREMISES, PRODUCTION};
pub use storage::Area;
pub use surface::Surface;
pub use world::ExtensionWorld;
