//! What is sent to make or change an API access token.

use serde::Serialize;
use service_user::{UserId, UtcDay};

use crate::AccessTokenChange;

/// A new token (our contract; documented is that a further one can be made).
#[derive(Serialize)]
struct NewAccessToken<'a> {
    name: &'a str,
    user_id: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    end_date: Option<String>,
}

/// A change of a token (our contract): what is left out stays as it is.
#[derive(Serialize)]
struct ChangedAccessToken<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    status: Option<&'static str>,
}

/// The body of `POST /api-access-token`.
pub(crate) fn new_access_token(
    user: &UserId,
    name: &str,
    end_date: Option<UtcDay>,
) -> serde_json::Result<Vec<u8>> {
    serde_json::to_vec(&NewAccessToken {
        name,
        user_id: user.as_str(),
        end_date: end_date.map(|day| day.to_string()),
    })
}

/// The body of `PUT /api-access-token/{id}`.
pub(crate) fn changed_access_token(change: &AccessTokenChange) -> serde_json::Result<Vec<u8>> {
    serde_json::to_vec(&ChangedAccessToken {
        name: change.name.as_deref(),
        status: change
            .is_enabled
            .map(|is_enabled| if is_enabled { "ACTIVE" } else { "DISABLED" }),
    })
}
