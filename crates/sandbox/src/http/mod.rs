//! What is answered to whom.

mod access_tokens;
mod accounts;
mod audit_log;
mod caller;
mod document;
mod origin;
mod parameters;
mod refusal;
mod request_body;
mod review;
mod roles;
mod sign_in;
mod users;

use std::sync::Arc;

use axum::Router;
use axum::body::{Body, Bytes, to_bytes};
use axum::extract::Request;
use axum::http::{HeaderValue, Method, StatusCode, Uri, header};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use axum::routing::any;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::clock::Clock;
use crate::database::{Catalogue, Store};
use crate::session::Sessions;

pub use document::open_api_document;
use refusal::Refusal;

/// What every answer may need.
pub(crate) struct Sandbox {
    pub(crate) store: Store,
    pub(crate) catalogue: Arc<Catalogue>,
    pub(crate) sessions: Sessions,
    pub(crate) clock: Clock,
    /// The OpenAPI document.
    pub(crate) document: Bytes,
}

/// A sandbox, shared by everything that answers.
pub(crate) type Shared = Arc<Sandbox>;

/// Longer than the longest request there is by far.
const BODY_LIMIT: usize = 64 * 1024;

/// Everything under `/account`, and the page's files everywhere else.
pub(crate) fn router(sandbox: Shared, page: Option<Router>) -> Router {
    let (documented, _) = documented_routes().split_for_parts();
    let account = documented
        .method_not_allowed_fallback(method_not_allowed)
        .route("/account", any(no_such_address))
        .route("/account/{*rest}", any(no_such_address))
        .route("/account/sign-in.css", axum::routing::get(sign_in::stylesheet))
        .layer(middleware::from_fn(take_whole_body))
        .layer(middleware::map_response(add_api_headers))
        .with_state(sandbox);
    let everything = match page {
        Some(page) => account.fallback_service(page),
        None => account.fallback(no_page),
    };
    everything.layer(middleware::map_response(say_what_this_is))
}

/// Every route that the OpenAPI document tells of; the two are made from the same list.
fn documented_routes() -> OpenApiRouter<Shared> {
    let api = OpenApiRouter::new()
        .routes(routes!(users::list_users, users::create_user))
        .routes(routes!(users::get_own_user))
        .routes(routes!(users::get_user, users::update_user, users::delete_user))
        .routes(routes!(users::enable_user))
        .routes(routes!(users::disable_user))
        .routes(routes!(accounts::list_accounts))
        .routes(routes!(roles::list_roles))
        .routes(routes!(
            access_tokens::list_access_tokens,
            access_tokens::create_access_token
        ))
        .routes(routes!(
            access_tokens::get_access_token,
            access_tokens::update_access_token,
            access_tokens::delete_access_token
        ))
        .routes(routes!(audit_log::list_audit_log));
    let account = OpenApiRouter::new()
        .routes(routes!(sign_in::show_sign_in, sign_in::sign_in))
        .routes(routes!(sign_in::sign_out))
        .routes(routes!(document::get_document))
        .nest("/api/v1", api);
    OpenApiRouter::with_openapi(document::frame()).nest("/account", account)
}

async fn no_such_address(uri: Uri) -> Refusal {
    Refusal::new(
        StatusCode::NOT_FOUND,
        "resource_not_found",
        format!("There is nothing at {}.", uri.path()),
    )
}

async fn no_page(uri: Uri) -> Refusal {
    let message = format!(
        "There is nothing at {}: this sandbox was started without a page.",
        uri.path()
    );
    Refusal::new(StatusCode::NOT_FOUND, "resource_not_found", message)
}

async fn method_not_allowed(method: Method, uri: Uri) -> Refusal {
    let message = format!(
        "{method} is not possible at {}; the Allow header names what is.",
        uri.path()
    );
    Refusal::new(StatusCode::METHOD_NOT_ALLOWED, "method_not_allowed", message)
}

/// Takes the whole body before anything is decided. A refusal that leaves a body unread makes the connection end, and a
/// client that sends its next request on it would see that request break.
async fn take_whole_body(request: Request, next: Next) -> Response {
    let (parts, body) = request.into_parts();
    match to_bytes(body, BODY_LIMIT).await {
        Ok(bytes) => next.run(Request::from_parts(parts, Body::from(bytes))).await,
        // A body that breaks off ends up here as well, but then nobody is left to read the answer.
        Err(_) => {
            let message = format!("A request has {BODY_LIMIT} bytes at most.");
            Refusal::new(StatusCode::PAYLOAD_TOO_LARGE, "request_too_long", message).into_response()
        }
    }
}

async fn add_api_headers(mut response: Response) -> Response {
    let headers = response.headers_mut();
    headers
        .entry(header::CACHE_CONTROL)
        .or_insert(HeaderValue::from_static("no-store"));
    headers.insert(
        header::X_CONTENT_TYPE_OPTIONS,
        HeaderValue::from_static("nosniff"),
    );
    response
}

async fn say_what_this_is(mut response: Response) -> Response {
    let value = HeaderValue::from_static("service-user-helper development server");
    response.headers_mut().insert("x-sandbox", value);
    response
}
