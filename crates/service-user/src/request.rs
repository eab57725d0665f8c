//! A draft that has passed every rule.

use crate::{AccountId, Description, Email, EndDate, FriendlyName, OneOrMore, RoleId};

/// What may be sent to create a service user or to change one: only [`Draft::review`](crate::Draft::review) makes one, and
/// only of a draft without faults.
///
/// It cannot be put together by hand:
///
/// ```compile_fail,E0451
/// fn forge(like: &service_user::ServiceUserRequest) -> service_user::ServiceUserRequest {
///     service_user::ServiceUserRequest {
///         friendly_name: like.friendly_name().clone(),
///         description: like.description().clone(),
///         end_date: like.end_date(),
///         email: like.email().clone(),
///         accounts: like.accounts().clone(),
///         roles: like.roles().clone(),
///     }
/// }
/// ```
///
/// nor changed afterwards:
///
/// ```compile_fail,E0616
/// fn change(request: &mut service_user::ServiceUserRequest) {
///     request.end_date = service_user::EndDate::NoEndDate;
/// }
/// ```
///
/// only read:
///
/// ```
/// fn read(request: &service_user::ServiceUserRequest) -> service_user::EndDate {
///     request.end_date()
/// }
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ServiceUserRequest {
    pub(crate) friendly_name: FriendlyName,
    pub(crate) description: Description,
    pub(crate) end_date: EndDate,
    pub(crate) email: Email,
    pub(crate) accounts: OneOrMore<AccountId>,
    pub(crate) roles: OneOrMore<RoleId>,
}

impl ServiceUserRequest {
    /// The friendly name; no other known user has it.
    pub fn friendly_name(&self) -> &FriendlyName {
        &self.friendly_name
    }

    /// The description, which may be empty.
    pub fn description(&self) -> &Description {
        &self.description
    }

    /// The end date; it was not past when the draft was reviewed, unless it is the one that the existing user has already.
    pub fn end_date(&self) -> EndDate {
        self.end_date
    }

    /// The email of the person who looks after the credential.
    pub fn email(&self) -> &Email {
        &self.email
    }

    /// The accounts that can use the service user, each once, in the order chosen; the primary one of an existing user is
    /// the first for as long as it is chosen.
    pub fn accounts(&self) -> &OneOrMore<AccountId> {
        &self.accounts
    }

    /// The account that was chosen first, or was the existing user's primary one (our contract: the API wants one of them
    /// as primary).
    pub fn primary_account(&self) -> &AccountId {
        self.accounts.first()
    }

    /// The roles, each once, in the order chosen; at least one for each chosen Manager.
    pub fn roles(&self) -> &OneOrMore<RoleId> {
        &self.roles
    }
}
