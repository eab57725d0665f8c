//! Signing in and out in a browser.

use axum::Form;
use axum::extract::State;
use axum::extract::rejection::FormRejection;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{AppendHeaders, IntoResponse};
use local_origin::is_of_this_origin;
use serde::Deserialize;
use utoipa::{IntoParams, ToSchema};

use super::Shared;
use super::caller::{CSRF_COOKIE, SESSION_COOKIE, check_csrf, cookie};
use super::origin::path_on_this_origin;
use super::parameters::Parameters;
use super::refusal::{Refusal, RefusalsOfForm, RefusalsToCallers};
use crate::session::Person;

const PAGE: &str = include_str!("sign_in.html");
const STYLESHEET: &str = include_str!("sign_in.css");

/// The page has no script, and its form goes nowhere but here.
const PAGE_POLICY: &str =
    "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct SignInQuery {
    /// Where to go afterwards: a path on this origin. Anything else counts as `/`.
    #[serde(default)]
    #[param(nullable = false)]
    return_to: Option<String>,
}

#[derive(Debug, Deserialize, ToSchema)]
pub(crate) struct SignInForm {
    person: PersonChoice,
    /// Where to go afterwards: a path on this origin. Anything else counts as `/`.
    #[serde(default)]
    return_to: String,
}

/// Who to sign in as.
#[derive(Clone, Copy, Debug, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
enum PersonChoice {
    Administrator,
    Auditor,
}

/// The sign-in page.
#[utoipa::path(
    get, path = "/sign-in", tag = "session", params(SignInQuery), security(()),
    responses((status = 200, description = "The page.", body = String, content_type = "text/html"), RefusalsOfForm)
)]
pub(crate) async fn show_sign_in(Parameters(query): Parameters<SignInQuery>) -> impl IntoResponse {
    let return_to = path_on_this_origin(query.return_to.as_deref().unwrap_or("/"));
    let headers = [
        (
            header::CONTENT_TYPE,
            HeaderValue::from_static("text/html; charset=utf-8"),
        ),
        (
            header::CONTENT_SECURITY_POLICY,
            HeaderValue::from_static(PAGE_POLICY),
        ),
        // Not no-referrer: browsers would then send the form with `Origin: null`.
        (header::REFERRER_POLICY, HeaderValue::from_static("same-origin")),
    ];
    (headers, PAGE.replace("{return_to}", &escape(return_to)))
}

/// Signs in: sets the cookies and goes on to where `return_to` says.
#[utoipa::path(
    post, path = "/sign-in", tag = "session", security(()),
    request_body(content = SignInForm, content_type = "application/x-www-form-urlencoded"),
    responses(
        (status = 303, description = "Signed in.", headers(("Location" = String), ("Set-Cookie" = String))),
        RefusalsOfForm
    )
)]
pub(crate) async fn sign_in(
    State(sandbox): State<Shared>,
    headers: HeaderMap,
    form: Result<Form<SignInForm>, FormRejection>,
) -> Result<impl IntoResponse, Refusal> {
    if !is_of_this_origin(&headers) {
        return Err(Refusal::forbidden(
            "The sign-in form was sent by a page of another origin.",
        ));
    }
    let Form(form) = form.map_err(|rejection| match rejection.status() {
        StatusCode::UNSUPPORTED_MEDIA_TYPE => {
            let message = "The request has to say Content-Type: application/x-www-form-urlencoded.";
            Refusal::new(
                StatusCode::UNSUPPORTED_MEDIA_TYPE,
                "unsupported_media_type",
                message,
            )
        }
        _ => Refusal::bad_request(rejection.body_text()),
    })?;
    let person = match form.person {
        PersonChoice::Administrator => Person::Administrator,
        PersonChoice::Auditor => Person::Auditor,
    };
    let cookies = sandbox.sessions.begin(person, sandbox.clock.now())?;
    let set_cookies = AppendHeaders([
        (
            header::SET_COOKIE,
            format!(
                "{SESSION_COOKIE}={}; Path=/; HttpOnly; SameSite=Strict",
                cookies.session
            ),
        ),
        (
            header::SET_COOKIE,
            format!("{CSRF_COOKIE}={}; Path=/; SameSite=Strict", cookies.csrf),
        ),
    ]);
    let location = path_on_this_origin(&form.return_to).to_owned();
    Ok((StatusCode::SEE_OTHER, set_cookies, [(header::LOCATION, location)]))
}

/// Signs out: the session ends at once.
#[utoipa::path(
    post, path = "/sign-out", tag = "session", security(("session" = [])),
    responses(
        (status = 204, description = "Signed out.", headers(("Set-Cookie" = String))),
        RefusalsToCallers
    )
)]
pub(crate) async fn sign_out(
    State(sandbox): State<Shared>,
    headers: HeaderMap,
) -> Result<impl IntoResponse, Refusal> {
    let nobody = || Refusal::unauthorized("not_signed_in", "Nobody is signed in.");
    let secret = cookie(&headers, SESSION_COOKIE).ok_or_else(nobody)?;
    let session = sandbox
        .sessions
        .find(secret, sandbox.clock.now())
        .ok_or_else(nobody)?;
    check_csrf(&headers, &session.csrf)?;
    sandbox.sessions.end(secret);
    let set_cookies = AppendHeaders([
        (
            header::SET_COOKIE,
            format!("{SESSION_COOKIE}=; Path=/; HttpOnly; SameSite=Strict; Max-Age=0"),
        ),
        (
            header::SET_COOKIE,
            format!("{CSRF_COOKIE}=; Path=/; SameSite=Strict; Max-Age=0"),
        ),
    ]);
    Ok((StatusCode::NO_CONTENT, set_cookies))
}

/// The sign-in page's stylesheet: a file of its own, because the page's policy allows no style inside it.
pub(crate) async fn stylesheet() -> impl IntoResponse {
    (
        [(
            header::CONTENT_TYPE,
            HeaderValue::from_static("text/css; charset=utf-8"),
        )],
        STYLESHEET,
    )
}

/// A text as the value of an attribute in double quotes.
fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('"', "&quot;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}
