//! The screens: one file or folder each.

mod change;
mod connect;
mod create;
mod rotate;
mod service_user;
mod service_users;
mod settings;
mod templates;

pub use change::Change;
pub use connect::Connect;
pub use create::{Create, Submission};
pub use rotate::Rotate;
pub use service_user::ServiceUserPage;
pub use service_users::ServiceUsers;
pub use settings::Settings;
pub use templates::Templates;
