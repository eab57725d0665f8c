//! Who is calling, by which credential, and what they may do.

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderMap, Method, header};

use super::refusal::Refusal;
use super::{Sandbox, Shared};
use crate::database::{Actor, CallerRecord};
use crate::secret::token_hash;
use crate::uuid::Uuid;

/// The session's cookie.
pub(crate) const SESSION_COOKIE: &str = "SANDBOX-SESSION";
/// The cookie that a page reads and sends back as [`CSRF_HEADER`].
pub(crate) const CSRF_COOKIE: &str = "XSRF-TOKEN";
/// The header that only a page of the same origin can set to the cookie's value.
pub(crate) const CSRF_HEADER: &str = "x-xsrf-token";

/// Somebody whose credential counts. Where it is a session, the `X-XSRF-TOKEN` header has been checked.
pub(crate) struct Caller(pub(crate) CallerRecord);

/// A caller who may see users.
pub(crate) struct UserReader;

/// A caller who may create, change and delete users.
pub(crate) struct UserManager(pub(crate) CallerRecord);

/// A caller who may see the audit log.
pub(crate) struct AuditLogReader;

impl Caller {
    /// Refuses the caller, unless it is about the caller itself or users may be seen.
    pub(crate) fn require_sight_of(&self, user: Uuid) -> Result<(), Refusal> {
        match self.0.id == user {
            true => Ok(()),
            false => require(&self.0, "VIEW_USERS"),
        }
    }
}

impl UserManager {
    /// The caller, for the audit log.
    pub(crate) fn actor(&self) -> Actor {
        Actor {
            id: self.0.id,
            name: self.0.name.clone(),
        }
    }
}

impl FromRequestParts<Shared> for Caller {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, sandbox: &Shared) -> Result<Self, Refusal> {
        let record = match parts.headers.get("x-api-key") {
            Some(key) => by_api_key(key.as_bytes(), sandbox).await?,
            None => by_session(&parts.method, &parts.headers, sandbox).await?,
        };
        Ok(Self(record))
    }
}

impl FromRequestParts<Shared> for UserReader {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, sandbox: &Shared) -> Result<Self, Refusal> {
        let Caller(record) = Caller::from_request_parts(parts, sandbox).await?;
        require(&record, "VIEW_USERS").map(|()| Self)
    }
}

impl FromRequestParts<Shared> for UserManager {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, sandbox: &Shared) -> Result<Self, Refusal> {
        let Caller(record) = Caller::from_request_parts(parts, sandbox).await?;
        require(&record, "MANAGE_USERS").map(|()| Self(record))
    }
}

impl FromRequestParts<Shared> for AuditLogReader {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, sandbox: &Shared) -> Result<Self, Refusal> {
        let Caller(record) = Caller::from_request_parts(parts, sandbox).await?;
        require(&record, "VIEW_AUDIT_LOGS").map(|()| Self)
    }
}

/// The value of a cookie.
pub(crate) fn cookie<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find_map(|(found, value)| (found == name).then_some(value))
}

/// Refuses a request that changes something, unless the header repeats the cookie and both are the session's.
///
/// The comparison with the session is more than the double submit asks for; it keeps out a cookie that another server on
/// the same host name has planted.
pub(crate) fn check_csrf(headers: &HeaderMap, of_session: &str) -> Result<(), Refusal> {
    let sent = headers.get(CSRF_HEADER).and_then(|value| value.to_str().ok());
    match (cookie(headers, CSRF_COOKIE), sent) {
        (Some(cookie), Some(sent)) if cookie == sent && sent == of_session => Ok(()),
        (_, None) => Err(Refusal::forbidden(
            "The X-XSRF-TOKEN header is missing: with a session, every request but GET has to repeat the XSRF-TOKEN cookie in it.",
        )),
        (_, Some(_)) => Err(Refusal::forbidden(
            "The X-XSRF-TOKEN header does not repeat the session's XSRF-TOKEN cookie.",
        )),
    }
}

async fn by_api_key(key: &[u8], sandbox: &Sandbox) -> Result<CallerRecord, Refusal> {
    let unknown = || {
        Refusal::unauthorized(
            "invalid_api_key",
            "This API key is not known, or it or its user was disabled, deleted or is past its end date.",
        )
    };
    let hash = token_hash(std::str::from_utf8(key).map_err(|_| unknown())?);
    let now = sandbox.clock.now();
    sandbox
        .store
        .with(move |records| records.caller_by_token(&hash, now))
        .await?
        .ok_or_else(unknown)
}

async fn by_session(
    method: &Method,
    headers: &HeaderMap,
    sandbox: &Sandbox,
) -> Result<CallerRecord, Refusal> {
    let nobody = || {
        Refusal::unauthorized(
            "not_signed_in",
            "Sign in at /account/sign-in, or send an API key as x-api-key.",
        )
    };
    let secret = cookie(headers, SESSION_COOKIE).ok_or_else(nobody)?;
    let session = sandbox
        .sessions
        .find(secret, sandbox.clock.now())
        .ok_or_else(nobody)?;
    if !matches!(*method, Method::GET | Method::HEAD) {
        check_csrf(headers, &session.csrf)?;
    }
    let today = sandbox.clock.today();
    sandbox
        .store
        .with(move |records| records.caller_by_id(session.user, today))
        .await?
        .ok_or_else(nobody)
}

fn require(caller: &CallerRecord, permission: &str) -> Result<(), Refusal> {
    match caller.permissions.contains(permission) {
        true => Ok(()),
        false => Err(Refusal::forbidden(format!(
            "{} lacks the permission {permission}.",
            caller.name
        ))),
    }
}
