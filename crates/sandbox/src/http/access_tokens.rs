//! `/api-access-token`: a user's tokens.

use axum::Json;
use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::IntoResponse;
use serde::Deserialize;
use service_user::{EndDate, EndDateChoice};
use utoipa::IntoParams;

use super::caller::{Caller, UserManager};
use super::parameters::{Parameters, PathId};
use super::refusal::{Refusal, RefusalsOfOne, RefusalsOfWriting};
use super::request_body::JsonBody;
use super::{Sandbox, Shared};
use crate::database::{NewAccessToken, StoreFault};
use crate::secret::{new_token, token_hash};
use crate::uuid::Uuid;
use crate::wire::{AccessToken, AccessTokenBody, AccessTokenChange, AccessTokenName, CreatedAccessToken};

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct AccessTokenFilter {
    /// Whose tokens.
    user_id: Uuid,
}

/// A user's tokens, never their secrets.
#[utoipa::path(
    get, path = "/api-access-token", tag = "tokens", params(AccessTokenFilter),
    responses((status = 200, description = "The tokens.", body = Vec<AccessToken>), RefusalsOfOne)
)]
pub(crate) async fn list_access_tokens(
    State(sandbox): State<Shared>,
    caller: Caller,
    Parameters(filter): Parameters<AccessTokenFilter>,
) -> Result<Json<Vec<AccessToken>>, Refusal> {
    caller.require_sight_of(filter.user_id)?;
    let tokens = sandbox.store.with(move |records| {
        records.user_key(filter.user_id)?;
        records.access_tokens_of(filter.user_id)
    });
    tokens.await.map(Json).map_err(|fault| not_found("user", fault))
}

/// Makes a further token for a user: rotation. The answer carries it, and it is shown at no other time.
#[utoipa::path(
    post, path = "/api-access-token", tag = "tokens", request_body = AccessTokenBody,
    responses(
        (status = 201, description = "The token.", body = CreatedAccessToken, headers(("Location" = String))),
        RefusalsOfWriting
    )
)]
pub(crate) async fn create_access_token(
    State(sandbox): State<Shared>,
    manager: UserManager,
    JsonBody(body): JsonBody<AccessTokenBody>,
) -> Result<impl IntoResponse, Refusal> {
    let AccessTokenBody {
        name: AccessTokenName(name),
        user_id,
        end_date,
    } = body;
    let end_date = match end_date {
        None => None,
        Some(day) => EndDate::parse(&EndDateChoice::Typed(day.0.to_string()), sandbox.clock.today())
            .map_err(|faults| Refusal::faults(&faults, None))?
            .last_day(),
    };
    let (actor, now, token) = (manager.actor(), sandbox.clock.now(), new_token()?);
    let hash = token_hash(&token);
    let new = NewAccessToken {
        name,
        user_id,
        end_date,
    };
    let access_token = sandbox
        .store
        .with(move |records| records.create_access_token(&new, &hash, &actor, now))
        .await
        .map_err(|fault| match fault {
            StoreFault::NotFound => Refusal::not_found("user").about("user_id"),
            other => other.into(),
        })?;
    let location = format!("/account/api/v1/api-access-token/{}", access_token.id);
    Ok((
        StatusCode::CREATED,
        [(header::LOCATION, location)],
        Json(CreatedAccessToken { access_token, token }),
    ))
}

/// One token, never its secret.
#[utoipa::path(
    get, path = "/api-access-token/{id}", tag = "tokens",
    params(("id" = Uuid, Path, description = "The token's id.")),
    responses((status = 200, description = "The token.", body = AccessToken), RefusalsOfOne)
)]
pub(crate) async fn get_access_token(
    State(sandbox): State<Shared>,
    caller: Caller,
    PathId(id): PathId,
) -> Result<Json<AccessToken>, Refusal> {
    match find(&sandbox, id).await {
        Ok(token) => caller.require_sight_of(token.user_id).map(|()| Json(token)),
        // Whoever may not see users learns of nobody's tokens, not even that there are none.
        Err(refusal) => caller.require_sight_of(id).and(Err(refusal)),
    }
}

/// Renames, disables or enables a token, at once.
#[utoipa::path(
    put, path = "/api-access-token/{id}", tag = "tokens",
    params(("id" = Uuid, Path, description = "The token's id.")), request_body = AccessTokenChange,
    responses((status = 200, description = "The token as it is now.", body = AccessToken), RefusalsOfWriting)
)]
pub(crate) async fn update_access_token(
    State(sandbox): State<Shared>,
    manager: UserManager,
    PathId(id): PathId,
    JsonBody(change): JsonBody<AccessTokenChange>,
) -> Result<Json<AccessToken>, Refusal> {
    let (actor, now) = (manager.actor(), sandbox.clock.now());
    let changed = sandbox.store.with(move |records| {
        let before = records.access_token(id)?;
        let after = AccessToken {
            name: change.name.map_or_else(|| before.name.clone(), |name| name.0),
            status: change.status.unwrap_or(before.status),
            ..before
        };
        records.update_access_token(&after, &actor, now)?;
        Ok(after)
    });
    changed.await.map(Json).map_err(|fault| not_found("token", fault))
}

/// Deletes a token, at once.
#[utoipa::path(
    delete, path = "/api-access-token/{id}", tag = "tokens",
    params(("id" = Uuid, Path, description = "The token's id.")),
    responses((status = 204, description = "It is gone."), RefusalsOfOne)
)]
pub(crate) async fn delete_access_token(
    State(sandbox): State<Shared>,
    manager: UserManager,
    PathId(id): PathId,
) -> Result<StatusCode, Refusal> {
    let (actor, now) = (manager.actor(), sandbox.clock.now());
    let deleted = sandbox.store.with(move |records| {
        let token = records.access_token(id)?;
        records.delete_access_token(&token, &actor, now)
    });
    deleted
        .await
        .map(|()| StatusCode::NO_CONTENT)
        .map_err(|fault| not_found("token", fault))
}

async fn find(sandbox: &Sandbox, id: Uuid) -> Result<AccessToken, Refusal> {
    sandbox
        .store
        .with(move |records| records.access_token(id))
        .await
        .map_err(|fault| not_found("token", fault))
}

/// Says what it is that there is none of.
fn not_found(what: &str, fault: StoreFault) -> Refusal {
    match fault {
        StoreFault::NotFound => Refusal::not_found(what),
        other => other.into(),
    }
}
