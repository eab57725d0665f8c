//! What is sent to create or change a service user.

use serde::Serialize;
use service_user::{AccountId, EndDate, RoleId, ServiceUserRequest};

/// A service user as it shall be (our contract; documented are the path and the purpose). Without an end date the member
/// is left out.
#[derive(Serialize)]
struct UserBody<'a> {
    user_type: &'static str,
    friendly_name: &'a str,
    description: &'a str,
    email: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    end_date: Option<String>,
    access_scope: &'static str,
    primary_account_id: &'a str,
    account_ids: Vec<&'a str>,
    role_ids: Vec<&'a str>,
}

/// The body of `POST /user` and of `PUT /user/{id}`.
pub(crate) fn user_body(request: &ServiceUserRequest) -> serde_json::Result<Vec<u8>> {
    serde_json::to_vec(&UserBody {
        user_type: "service",
        friendly_name: request.friendly_name().as_str(),
        description: request.description().as_str(),
        email: request.email().as_str(),
        end_date: match request.end_date() {
            EndDate::NoEndDate => None,
            EndDate::LastDay(day) => Some(day.to_string()),
        },
        access_scope: "account",
        primary_account_id: request.primary_account().as_str(),
        account_ids: request.accounts().iter().map(AccountId::as_str).collect(),
        role_ids: request.roles().iter().map(RoleId::as_str).collect(),
    })
}
