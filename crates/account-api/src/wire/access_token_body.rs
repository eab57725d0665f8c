//! What is sent to make or change an API access token.

use json::ObjectWriter;
use service_user::{UserId, UtcDay};

use crate::AccessTokenChange;

/// The body of `POST /api-access-token`: a new token (our contract; documented is that a further one can be made).
pub(crate) fn new_access_token(user: &UserId, name: &str, end_date: Option<UtcDay>) -> Vec<u8> {
    let mut body = ObjectWriter::default();
    body.text("name", name);
    body.text("user_id", user.as_str());
    if let Some(day) = end_date {
        body.text("end_date", &day.to_string());
    }
    body.end().into_bytes()
}

/// The body of `PUT /api-access-token/{id}`: a change of a token (our contract). What is left out stays as it is.
pub(crate) fn changed_access_token(change: &AccessTokenChange) -> Vec<u8> {
    let mut body = ObjectWriter::default();
    if let Some(name) = &change.name {
        body.text("name", name);
    }
    if let Some(is_enabled) = change.is_enabled {
        body.text("status", if is_enabled { "ACTIVE" } else { "DISABLED" });
    }
    body.end().into_bytes()
}
