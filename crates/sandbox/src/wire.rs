//! The JSON of the API: what is sent and what is answered. The OpenAPI document's schemas are these types.

use std::borrow::Cow;

use serde::{Deserialize, Deserializer, Serialize};
use serde_json::value::RawValue;
use service_user::UtcDay;
use utoipa::ToSchema;

use crate::uuid::Uuid;

/// The kind of a user.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum UserType {
    /// A service user: a program that signs in with a token.
    Service,
    /// A person (ours: the documentation names no other type).
    Standard,
}

/// Whether a user or a token may be used. An end date is apart from this.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub(crate) enum Status {
    /// It may be used until its end date.
    Active,
    /// It was disabled by somebody.
    Disabled,
}

/// How far a user reaches.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum AccessScope {
    /// The accounts it names.
    Account,
}

/// The id of an account.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(value_type = String, format = "uuid")]
pub(crate) struct AccountId(pub(crate) Uuid);

/// The id of a role.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(value_type = String, format = "uuid")]
pub(crate) struct RoleId(pub(crate) Uuid);

/// A user. Its lists are JSON already: they are worked out once for each set of accounts and roles.
#[derive(Serialize, ToSchema)]
pub(crate) struct User<'a> {
    #[schema(value_type = Uuid)]
    pub(crate) id: &'a str,
    #[schema(value_type = UserType)]
    pub(crate) user_type: &'a str,
    pub(crate) friendly_name: &'a str,
    pub(crate) description: &'a str,
    pub(crate) email: &'a str,
    #[schema(value_type = Status)]
    pub(crate) status: &'a str,
    /// The last day on which it works, in UTC; absent where there is none.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, format = "date", nullable = false)]
    pub(crate) end_date: Option<&'a str>,
    pub(crate) access_scope: AccessScope,
    #[schema(value_type = AccountId)]
    pub(crate) primary_account_id: &'a str,
    #[schema(value_type = Vec<AccountId>)]
    pub(crate) account_ids: &'a RawValue,
    #[schema(value_type = Vec<RoleId>)]
    pub(crate) role_ids: &'a RawValue,
    /// The Managers it has access to, and what it may do there.
    #[schema(value_type = Vec<Application>)]
    pub(crate) applications: &'a RawValue,
    pub(crate) locale: &'static str,
    #[schema(value_type = String, format = "date-time")]
    pub(crate) created_at: &'a str,
    #[schema(value_type = Uuid)]
    pub(crate) created_by: &'a str,
}

/// A new service user, and its token: the only time that the token is shown.
#[derive(Serialize, ToSchema)]
pub(crate) struct CreatedUser<'a> {
    #[serde(flatten)]
    pub(crate) user: User<'a>,
    /// The token. Only its hash is kept.
    #[schema(pattern = "^[0-9a-f]{26}_[0-9a-f]{64}$")]
    pub(crate) token: &'a str,
}

/// A Manager as a user has access to it.
#[derive(Serialize, ToSchema)]
pub(crate) struct Application<'a> {
    pub(crate) id: Uuid,
    pub(crate) name: &'a str,
    pub(crate) permissions: Vec<&'a str>,
}

/// What a service user is to be, complete: what is left out is empty, not kept.
#[derive(Debug, Deserialize, ToSchema)]
pub(crate) struct UserBody {
    /// `service`; people are not made here.
    #[serde(default)]
    #[expect(dead_code, reason = "reading it is checking it: there is one value")]
    pub(crate) user_type: Option<ServiceUserType>,
    /// Unique.
    #[schema(
        min_length = 1,
        max_length = 64,
        pattern = r"^[A-Za-z0-9_\-]+( [A-Za-z0-9_\-]+)*$"
    )]
    pub(crate) friendly_name: String,
    #[serde(default)]
    #[schema(max_length = 255, pattern = r"^[^\u0000-\u0008\u000b-\u001f\u007f-\u009f]*$")]
    pub(crate) description: String,
    #[schema(
        max_length = 254,
        pattern = r"^[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~\-]{1,64}@[a-zA-Z0-9]([a-zA-Z0-9\-]{0,61}[a-zA-Z0-9])?(\.[a-zA-Z0-9]([a-zA-Z0-9\-]{0,61}[a-zA-Z0-9])?)*$"
    )]
    pub(crate) email: String,
    /// The last day on which it works, in UTC: today or later, or the day that the user has already. Without it, it works
    /// until somebody disables it.
    #[serde(default)]
    #[schema(format = "date", pattern = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$")]
    pub(crate) end_date: Option<String>,
    #[serde(default)]
    #[expect(dead_code, reason = "reading it is checking it: there is one value")]
    pub(crate) access_scope: Option<AccessScope>,
    /// One of `account_ids`; without it, the first of them.
    #[serde(default)]
    pub(crate) primary_account_id: Option<AccountId>,
    #[schema(min_items = 1)]
    pub(crate) account_ids: Vec<AccountId>,
    /// The Managers follow from these.
    #[schema(min_items = 1)]
    pub(crate) role_ids: Vec<RoleId>,
}

/// The one type of user that can be made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum ServiceUserType {
    /// A service user.
    Service,
}

/// An account.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(crate) struct Account {
    pub(crate) id: AccountId,
    pub(crate) name: String,
    pub(crate) active: bool,
    pub(crate) service_period: ServicePeriod,
    pub(crate) friendly_identifier: String,
    pub(crate) admins: Vec<AccountAdmin>,
    pub(crate) sign_in_methods: Vec<SignInMethod>,
    pub(crate) locale: &'static str,
}

/// The first and the last day on which an account can be used; both may lie in the past.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(crate) struct ServicePeriod {
    #[schema(value_type = String, format = "date")]
    pub(crate) from: String,
    #[schema(value_type = String, format = "date")]
    pub(crate) to: String,
}

/// Somebody who looks after an account.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(crate) struct AccountAdmin {
    pub(crate) id: Uuid,
    pub(crate) name: String,
    pub(crate) email: String,
}

/// A way to sign in to an account. The names are the documented ones.
#[derive(Clone, Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct SignInMethod {
    pub(crate) sign_in_method: &'static str,
    pub(crate) status: &'static str,
    pub(crate) mfa_status: &'static str,
    pub(crate) client_auth_cert_login_enabled: bool,
}

/// A role.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(crate) struct Role {
    pub(crate) id: RoleId,
    pub(crate) name: String,
    pub(crate) description: String,
    pub(crate) application: Manager,
    pub(crate) permissions: Vec<String>,
}

/// The Manager that a role belongs to.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(crate) struct Manager {
    pub(crate) id: Uuid,
    pub(crate) code: String,
    pub(crate) name: String,
}

/// An API access token, without its secret.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(crate) struct AccessToken {
    pub(crate) id: Uuid,
    pub(crate) name: String,
    pub(crate) user_id: Uuid,
    /// The last day on which it works, in UTC; absent where there is none.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(format = "date", nullable = false)]
    pub(crate) end_date: Option<String>,
    pub(crate) status: Status,
    #[schema(format = "date-time")]
    pub(crate) created_at: String,
    /// Absent where it was never used.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(format = "date-time", nullable = false)]
    pub(crate) last_used_at: Option<String>,
}

/// A new API access token, and its secret: the only time that it is shown.
#[derive(Serialize, ToSchema)]
pub(crate) struct CreatedAccessToken {
    #[serde(flatten)]
    pub(crate) access_token: AccessToken,
    /// The token. Only its hash is kept.
    #[schema(pattern = "^[0-9a-f]{26}_[0-9a-f]{64}$")]
    pub(crate) token: String,
}

/// A further token for a user.
#[derive(Debug, Deserialize, ToSchema)]
pub(crate) struct AccessTokenBody {
    pub(crate) name: AccessTokenName,
    pub(crate) user_id: Uuid,
    /// The last day on which it works, in UTC: today or later.
    #[serde(default)]
    #[schema(value_type = Option<String>, format = "date", pattern = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$")]
    pub(crate) end_date: Option<Day>,
}

/// What is to change of a token; what is left out stays as it is.
#[derive(Debug, Deserialize, ToSchema)]
pub(crate) struct AccessTokenChange {
    #[serde(default)]
    pub(crate) name: Option<AccessTokenName>,
    #[serde(default)]
    pub(crate) status: Option<Status>,
}

/// The name of a token: 1 to 64 printable ASCII characters, with no space at either end (ours).
#[derive(Clone, Debug, ToSchema)]
#[schema(value_type = String, min_length = 1, max_length = 64, pattern = "^[!-~]([ -~]*[!-~])?$")]
pub(crate) struct AccessTokenName(pub(crate) String);

impl<'de> Deserialize<'de> for AccessTokenName {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        let printable = text.bytes().all(|byte| matches!(byte, b' '..=b'~'));
        match printable && (1..=64).contains(&text.len()) && text.trim() == text {
            true => Ok(Self(text)),
            false => Err(serde::de::Error::custom(
                "a token's name has 1 to 64 printable ASCII characters, and no space at either end",
            )),
        }
    }
}

/// A day in UTC, written `YYYY-MM-DD`.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Day(pub(crate) UtcDay);

impl<'de> Deserialize<'de> for Day {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = Cow::<'de, str>::deserialize(deserializer)?;
        let error = || serde::de::Error::custom(format_args!("{text:?} is not a day of the form YYYY-MM-DD"));
        UtcDay::parse(&text).map(Self).ok_or_else(error)
    }
}

/// What was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub(crate) enum Action {
    Create,
    Update,
    Enable,
    Disable,
    Delete,
}

/// What it was done to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub(crate) enum ResourceType {
    ServiceUser,
    ApiAccessToken,
}

/// Whether it was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub(crate) enum Outcome {
    Success,
    Failure,
}

/// An entry of the audit log (ours).
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(crate) struct AuditLogEntry {
    pub(crate) id: Uuid,
    #[schema(format = "date-time")]
    pub(crate) timestamp: String,
    pub(crate) action: Action,
    pub(crate) status: Outcome,
    pub(crate) resource_type: ResourceType,
    /// Absent where nothing came of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub(crate) resource_id: Option<Uuid>,
    pub(crate) resource_name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub(crate) account_id: Option<AccountId>,
    /// Who did it.
    pub(crate) user_id: Uuid,
    pub(crate) user_name: String,
    pub(crate) message: String,
}

/// Every refusal.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(crate) struct Errors {
    #[schema(min_items = 1)]
    pub(crate) errors: Vec<ErrorEntry>,
}

/// One thing that is wrong.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(crate) struct ErrorEntry {
    /// For programs.
    pub(crate) code: Cow<'static, str>,
    /// For people.
    pub(crate) message: String,
    /// The field it is about: of the form where it is one of the form's, otherwise of the request.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub(crate) field: Option<Cow<'static, str>>,
}
