//! Refusals, and how the OpenAPI document tells of them.

use std::borrow::Cow;
use std::collections::BTreeMap;

use axum::Json;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use service_user::{Fault, FaultKind, Field};
use utoipa::IntoResponses;
use utoipa::openapi::{ContentBuilder, Ref, RefOr, ResponseBuilder};

use crate::database::StoreFault;
use crate::wire::{ErrorEntry, Errors};

/// A refusal: the one shape of every error.
#[derive(Clone, Debug)]
pub(crate) struct Refusal {
    status: StatusCode,
    errors: Vec<ErrorEntry>,
}

impl Refusal {
    /// A refusal for one reason.
    pub(crate) fn new(status: StatusCode, code: &'static str, message: impl Into<String>) -> Self {
        let entry = ErrorEntry {
            code: Cow::Borrowed(code),
            message: message.into(),
            field: None,
        };
        Self {
            status,
            errors: vec![entry],
        }
    }

    /// Nobody is signed in, or the credential does not count.
    pub(crate) fn unauthorized(code: &'static str, message: &str) -> Self {
        Self::new(StatusCode::UNAUTHORIZED, code, message)
    }

    /// The caller may not do this.
    pub(crate) fn forbidden(message: impl Into<String>) -> Self {
        Self::new(StatusCode::FORBIDDEN, "access_denied", message)
    }

    /// The request is wrong as it is.
    pub(crate) fn bad_request(message: impl Into<String>) -> Self {
        Self::new(StatusCode::BAD_REQUEST, "invalid_request", message)
    }

    /// There is no such thing.
    pub(crate) fn not_found(what: &str) -> Self {
        Self::new(
            StatusCode::NOT_FOUND,
            "resource_not_found",
            format!("There is no such {what}."),
        )
    }

    /// The same refusal, about this field.
    pub(crate) fn about(mut self, field: &'static str) -> Self {
        for entry in &mut self.errors {
            entry.field = Some(Cow::Borrowed(field));
        }
        self
    }

    /// Everything that the rules found, and these entries besides.
    pub(crate) fn faults(faults: &[Fault], further: impl IntoIterator<Item = ErrorEntry>) -> Self {
        let entries = faults.iter().map(|fault| ErrorEntry {
            code: Cow::Borrowed(fault.code()),
            message: fault.message(),
            field: Some(Cow::Borrowed(fault.field.name())),
        });
        Self {
            status: StatusCode::BAD_REQUEST,
            errors: entries.chain(further).collect(),
        }
    }
}

impl From<StoreFault> for Refusal {
    fn from(fault: StoreFault) -> Self {
        match fault {
            StoreFault::NameTaken(name) => {
                let fault = Fault::new(Field::FriendlyName, FaultKind::NameTaken { name });
                Self::new(StatusCode::CONFLICT, "duplicate_error", fault.message()).about(fault.field.name())
            }
            StoreFault::NotFound => Self::not_found("resource"),
            StoreFault::Sqlite(_)
            | StoreFault::Inconsistent(_)
            | StoreFault::Randomness(_)
            | StoreFault::Interrupted(_) => {
                let message = format!("The sandbox failed: {fault}.");
                Self::new(StatusCode::INTERNAL_SERVER_ERROR, "internal_error", message)
            }
        }
    }
}

impl From<getrandom::Error> for Refusal {
    fn from(error: getrandom::Error) -> Self {
        StoreFault::Randomness(error).into()
    }
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        let mut response = (self.status, Json(Errors { errors: self.errors })).into_response();
        if self.status == StatusCode::UNAUTHORIZED {
            // A scheme of our own, so that no browser asks for a password.
            let challenge = HeaderValue::from_static("ApiKey realm=\"sandbox\", header=\"x-api-key\"");
            response.headers_mut().insert(header::WWW_AUTHENTICATE, challenge);
        }
        response
    }
}

/// The refusals of an operation that anybody may ask for, signed in or not.
pub(crate) struct RefusalsToAnybody;
/// The refusals of an operation that needs a credential and nothing else.
pub(crate) struct RefusalsToCallers;
/// The refusals of a list.
pub(crate) struct RefusalsOfLists;
/// The refusals of an operation on one thing that takes no body.
pub(crate) struct RefusalsOfOne;
/// The refusals of an operation that takes JSON.
pub(crate) struct RefusalsOfWriting;
/// The refusals of the sign-in form.
pub(crate) struct RefusalsOfForm;

impl IntoResponses for RefusalsToAnybody {
    fn responses() -> BTreeMap<String, RefOr<utoipa::openapi::Response>> {
        documented(&[421])
    }
}

impl IntoResponses for RefusalsToCallers {
    fn responses() -> BTreeMap<String, RefOr<utoipa::openapi::Response>> {
        documented(&[401, 403, 421])
    }
}

impl IntoResponses for RefusalsOfLists {
    fn responses() -> BTreeMap<String, RefOr<utoipa::openapi::Response>> {
        documented(&[400, 401, 403, 421])
    }
}

impl IntoResponses for RefusalsOfOne {
    fn responses() -> BTreeMap<String, RefOr<utoipa::openapi::Response>> {
        documented(&[400, 401, 403, 404, 421])
    }
}

impl IntoResponses for RefusalsOfWriting {
    fn responses() -> BTreeMap<String, RefOr<utoipa::openapi::Response>> {
        documented(&[400, 401, 403, 404, 409, 413, 415, 421])
    }
}

impl IntoResponses for RefusalsOfForm {
    fn responses() -> BTreeMap<String, RefOr<utoipa::openapi::Response>> {
        documented(&[400, 403, 413, 415, 421])
    }
}

fn documented(statuses: &[u16]) -> BTreeMap<String, RefOr<utoipa::openapi::Response>> {
    statuses
        .iter()
        .map(|status| {
            let schema = Ref::from_schema_name("Errors");
            let content = ContentBuilder::new().schema(Some(schema)).build();
            let response = ResponseBuilder::new()
                .description(meaning(*status))
                .content("application/json", content)
                .build();
            (status.to_string(), response.into())
        })
        .collect()
}

fn meaning(status: u16) -> &'static str {
    match status {
        400 => "The request is wrong; every fault is named, with its field.",
        401 => "Nobody is signed in, or the credential does not count (any more).",
        403 => "The caller may not do this, or the X-XSRF-TOKEN header is missing.",
        404 => "There is no such thing.",
        409 => "Another user has this friendly name.",
        413 => "The request is too long.",
        415 => "The request is not of the content type that is asked for.",
        421 => "The Host header names another host than this one.",
        _ => "The request is refused.",
    }
}
