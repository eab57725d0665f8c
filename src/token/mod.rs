//! A token that was made: where it is kept, the window that shows it once, and its one way to the clipboard.

mod check;
mod copying;
mod issued_token;
mod missing_token;
mod other_forms;
mod window;

pub use issued_token::{IssuedToken, Made, use_issued_token};
pub use window::TokenWindow;
