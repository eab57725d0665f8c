//! What the app asks of its surroundings. Screens and components know no extension API: they ask here.

mod clipboard;
mod page;

pub use clipboard::{CopyFailure, copy_text};
pub use page::{account_manager_at, host_behind_page_host, page_host, transport};
