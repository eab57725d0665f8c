//! What is sent to create or change a service user.

use json::ObjectWriter;
use service_user::{AccountId, EndDate, RoleId, ServiceUserRequest};

/// The body of `POST /user` and of `PUT /user/{id}`: a service user as it shall be (our contract; documented are the path and
/// the purpose). Without an end date the member is left out.
pub(crate) fn user_body(request: &ServiceUserRequest) -> Vec<u8> {
    let mut body = ObjectWriter::default();
    body.text("user_type", "service");
    body.text("friendly_name", request.friendly_name().as_str());
    body.text("description", request.description().as_str());
    body.text("email", request.email().as_str());
    if let EndDate::LastDay(day) = request.end_date() {
        body.text("end_date", &day.to_string());
    }
    body.text("access_scope", "account");
    body.text("primary_account_id", request.primary_account().as_str());
    body.texts("account_ids", request.accounts().iter().map(AccountId::as_str));
    body.texts("role_ids", request.roles().iter().map(RoleId::as_str));
    body.end().into_bytes()
}
