//! A token that was made: where it is kept, the window that shows it once and wipes it, and its one way to the clipboard and off it.

mod check;
mod clear_clipboard;
mod clearing_news;
mod copying;
mod countdown;
mod issued_token;
mod missing_token;
mod other_forms;
mod window;
mod wiped;

pub use clearing_news::{ClearingNews, ClearingNotice};
pub use issued_token::{IssuedToken, Made, use_issued_token};
pub use window::TokenWindow;
