//! The API access tokens of a user.

use chrono::{DateTime, Utc};
use service_user::{AccessTokenId, UserId, UtcDay};

/// The record of an API access token; the secret is not in it (documented). The record's shape is our contract.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AccessToken {
    /// What the API calls the record.
    pub id: AccessTokenId,
    /// What people call it.
    pub name: String,
    /// Whose it is.
    pub user_id: Option<UserId>,
    /// The last day on which it works, in UTC.
    pub end_date: Option<UtcDay>,
    /// Whether it works.
    pub status: AccessTokenStatus,
    /// When it was made.
    pub created_at: Option<DateTime<Utc>>,
    /// When it was last used; `None` where it was not, or the API does not say.
    pub last_used_at: Option<DateTime<Utc>>,
}

/// The status of an access token (our contract).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AccessTokenStatus {
    /// It works until its end date.
    Active,
    /// It was disabled.
    Disabled,
    /// A status that this crate does not know, as the API wrote it.
    Other(String),
}

/// What to change about an access token (our contract); `None` leaves it as it is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AccessTokenChange {
    /// Another name.
    pub name: Option<String>,
    /// Whether it is to work.
    pub is_enabled: Option<bool>,
}
