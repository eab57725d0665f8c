//! The answer to a request that made something with a one-time token.

use service_user::{AccountId, EndDate, RoleId, ServiceUser, ServiceUserRequest, Status, UserId};

use super::Unreadable;
use super::access_token::access_token;
use super::one_time_token::find;
use super::user::service_user;
use crate::{Created, CreatedAccessToken};

/// Reads the answer to a create (our contract: the user object plus the token). Only an answer with neither a user nor a
/// token is unreadable.
pub(crate) fn created_user(json: &str, request: &ServiceUserRequest) -> Result<Created, Unreadable> {
    let token = find(json);
    let user = match (service_user(json), &token) {
        (Ok(user), _) => user,
        (Err(_), Some(_)) => as_requested(request),
        (Err(fault), None) => return Err(fault),
    };
    let name = match user.friendly_name.is_empty() {
        true => request.friendly_name().as_str().to_owned(),
        false => user.friendly_name,
    };
    let user = ServiceUser {
        friendly_name: name,
        ..user
    };
    Ok(Created { user, token })
}

/// Reads the answer to making an access token (our contract: the record plus the secret).
pub(crate) fn created_access_token(json: &str) -> Result<CreatedAccessToken, Unreadable> {
    let token = find(json);
    match (access_token(json), token) {
        (Err(fault), None) => Err(fault),
        (record, token) => Ok(CreatedAccessToken {
            access_token: record.ok(),
            token,
        }),
    }
}

/// The service user that was asked for, of which the API told nothing.
fn as_requested(request: &ServiceUserRequest) -> ServiceUser {
    ServiceUser {
        id: UserId::new(""),
        friendly_name: request.friendly_name().as_str().to_owned(),
        description: request.description().as_str().to_owned(),
        email: request.email().as_str().to_owned(),
        status: Status::Other(String::new()),
        end_date: match request.end_date() {
            EndDate::NoEndDate => None,
            EndDate::LastDay(day) => Some(day),
        },
        accounts: request.accounts().iter().map(AccountId::clone).collect(),
        roles: request.roles().iter().map(RoleId::clone).collect(),
        managers: Vec::new(),
        created_at: None,
        created_by: None,
    }
}
