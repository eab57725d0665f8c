//! The screens: one file or folder each.

mod connect;
mod create;
mod service_users;

pub use connect::Connect;
pub use create::{Create, Form, Submission, TokenWindow};
pub use service_users::ServiceUsers;
