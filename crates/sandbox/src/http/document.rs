//! The OpenAPI document.

use axum::extract::State;
use axum::http::header;
use axum::response::IntoResponse;
use serde_json::Value;
use utoipa::OpenApi;
use utoipa::openapi::security::{ApiKey, ApiKeyValue, SecurityScheme};
use utoipa::openapi::{RefOr, Schema};

use super::audit_log::Sort;
use super::caller::SESSION_COOKIE;
use super::refusal::RefusalsToAnybody;
use super::{Shared, documented_routes};
use crate::seed;
use crate::uuid::Uuid;
use crate::wire::{Application, Errors};

#[derive(OpenApi)]
#[openapi(
    info(
        title = "Account Manager sandbox",
        description = "A development server with made-up data. Unofficial: what it serves is this project's contract, of which \
                       DigiCert documents a part.",
        license(name = "MIT OR Apache-2.0", identifier = "MIT OR Apache-2.0"),
    ),
    servers((url = "/")),
    security(("api_key" = []), ("session" = [])),
    components(schemas(Errors, Application, Sort)),
    tags(
        (name = "users"), (name = "accounts"), (name = "roles"), (name = "tokens"), (name = "audit log"),
        (name = "session", description = "Signing in and out in a browser."),
        (name = "document"),
    )
)]
struct Frame;

/// The document without its routes: what it is, and how to sign in.
pub(crate) fn frame() -> utoipa::openapi::OpenApi {
    let mut document = Frame::openapi();
    let components = document.components.get_or_insert_default();
    let api_key = ApiKeyValue::with_description(
        "x-api-key",
        "An API token of an administrator or of a service user.",
    );
    let session = ApiKeyValue::with_description(
        SESSION_COOKIE,
        "The cookie that signing in sets. Every request but GET has to repeat the cookie XSRF-TOKEN as the header \
         X-XSRF-TOKEN.",
    );
    components.add_security_scheme("api_key", SecurityScheme::ApiKey(ApiKey::Header(api_key)));
    components.add_security_scheme("session", SecurityScheme::ApiKey(ApiKey::Cookie(session)));
    document
}

/// The OpenAPI document, as JSON: the very text that a sandbox serves at `/account/openapi.json`.
///
/// # Errors
/// A document that cannot be written as JSON, which would be a mistake in this crate.
pub fn open_api_document() -> serde_json::Result<String> {
    let (_, mut document) = documented_routes().split_for_parts();
    // Accounts and roles are the same at every start, so the document can name them: a program that tries requests made
    // from it, such as a fuzzer, then gets past the first check.
    if let Some(components) = &mut document.components {
        for (name, ids) in [
            ("AccountId", ids(seed::account_ids())),
            ("RoleId", ids(seed::role_ids())),
        ] {
            if let Some(RefOr::T(Schema::Object(schema))) = components.schemas.get_mut(name) {
                schema.enum_values = Some(ids);
            }
        }
    }
    document.to_pretty_json()
}

/// This document.
#[utoipa::path(
    get, path = "/openapi.json", tag = "document", security(()),
    responses((status = 200, description = "The document.", body = Object), RefusalsToAnybody)
)]
pub(crate) async fn get_document(State(sandbox): State<Shared>) -> impl IntoResponse {
    (
        [(header::CONTENT_TYPE, "application/json")],
        sandbox.document.clone(),
    )
}

fn ids(ids: impl Iterator<Item = Uuid>) -> Vec<Value> {
    ids.map(|id| Value::String(id.to_string())).collect()
}
