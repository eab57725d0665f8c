//! What was changed and not saved when the person went elsewhere.

use service_user::{Draft, ServiceUser, UserId};

/// A draft with the service user it was made of, kept in memory so that a look at another screen loses nothing.
#[derive(Clone, Debug, PartialEq)]
pub struct UnsavedChange {
    /// The service user, as it was read when the change began.
    pub base: ServiceUser,
    /// What it was to become.
    pub draft: Draft,
}

impl UnsavedChange {
    /// Whether it is of this service user.
    #[must_use]
    pub fn is_of(&self, id: &UserId) -> bool {
        self.base.id == *id
    }
}
