//! `/user`: service users, the two people, and who the caller is.

use std::sync::Arc;

use axum::body::{Body, Bytes};
use axum::extract::State;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use futures_util::{StreamExt, stream};
use serde::Deserialize;
use utoipa::IntoParams;

use super::caller::{Caller, UserManager, UserReader};
use super::parameters::{Parameters, PathId};
use super::refusal::{Refusal, RefusalsOfLists, RefusalsOfOne, RefusalsOfWriting, RefusalsToCallers};
use super::request_body::JsonBody;
use super::review::{for_rules, review};
use super::{Sandbox, Shared};
use crate::database::{StoreFault, UserKey};
use crate::secret::{new_token, token_hash};
use crate::uuid::Uuid;
use crate::wire::{CreatedUser, Status, User, UserBody, UserType};

/// How many users are read at once: few enough that nobody waits for them, many enough that a piece is worth sending.
const PIECE: usize = 512;

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct UserFilter {
    /// Only users of this type; all, without it.
    #[serde(default)]
    #[param(nullable = false)]
    user_type: Option<UserType>,
}

/// Lists users.
///
/// The list is sent in pieces, in the order in which the users were made.
#[utoipa::path(
    get, path = "/user", tag = "users", params(UserFilter),
    responses((status = 200, description = "The users.", body = Vec<User>), RefusalsOfLists)
)]
pub(crate) async fn list_users(
    State(sandbox): State<Shared>,
    _: UserReader,
    Parameters(filter): Parameters<UserFilter>,
) -> Result<Response, Refusal> {
    let store = sandbox.store.clone();
    let user_type = filter.user_type;
    // The first piece is read before the answer begins, so that a database that fails is an error and not a broken list.
    let first = store
        .with(move |records| records.user_piece(user_type, 0, PIECE))
        .await?;
    let further = stream::try_unfold(first.last, move |last| {
        let store = store.clone();
        async move {
            let Some(last) = last else {
                return Ok::<_, StoreFault>(None);
            };
            let piece = store
                .with(move |records| records.user_piece(user_type, last, PIECE))
                .await?;
            Ok(Some((Bytes::from(piece.json), piece.last)))
        }
    });
    let pieces = stream::iter([Ok(Bytes::from(first.json))]).chain(further);
    Ok((json_type(), Body::from_stream(pieces)).into_response())
}

/// Creates a service user.
///
/// The answer carries its token, which is shown at no other time.
#[utoipa::path(
    post, path = "/user", tag = "users", request_body = UserBody,
    responses(
        (status = 201, description = "The user, and its token.", body = CreatedUser, headers(("Location" = String))),
        RefusalsOfWriting
    )
)]
pub(crate) async fn create_user(
    State(sandbox): State<Shared>,
    manager: UserManager,
    JsonBody(body): JsonBody<UserBody>,
) -> Result<Response, Refusal> {
    let user = review(body, None, &manager.0, &sandbox)?;
    let (actor, now, token) = (manager.actor(), sandbox.clock.now(), new_token()?);
    let (id, json) = sandbox
        .store
        .with(move |records| {
            let id = records.create_user(&user, &token_hash(&token), &actor, now)?;
            let json = records.with_user(id, |user| to_json(&CreatedUser { user, token: &token }))??;
            Ok((id, json))
        })
        .await?;
    let location = format!("/account/api/v1/user/{id}");
    Ok((
        StatusCode::CREATED,
        [(header::LOCATION, location)],
        json_type(),
        json,
    )
        .into_response())
}

/// Who the caller is.
#[utoipa::path(
    get, path = "/user/me", tag = "users",
    responses((status = 200, description = "The caller.", body = User), RefusalsToCallers)
)]
pub(crate) async fn get_own_user(State(sandbox): State<Shared>, caller: Caller) -> Result<Response, Refusal> {
    answer_with_user(&sandbox, caller.0.id).await
}

/// One user.
#[utoipa::path(
    get, path = "/user/{id}", tag = "users", params(("id" = Uuid, Path, description = "The user's id.")),
    responses((status = 200, description = "The user.", body = User), RefusalsOfOne)
)]
pub(crate) async fn get_user(
    State(sandbox): State<Shared>,
    caller: Caller,
    PathId(id): PathId,
) -> Result<Response, Refusal> {
    caller.require_sight_of(id)?;
    answer_with_user(&sandbox, id).await
}

/// Changes a service user to what is sent. What is left out is empty afterwards.
///
/// What is sent as it was is not judged again: an end date that is past may stay, and so may accounts that the caller
/// cannot reach. Whatever is changed has to meet every rule.
#[utoipa::path(
    put, path = "/user/{id}", tag = "users", params(("id" = Uuid, Path, description = "The user's id.")),
    request_body = UserBody,
    responses((status = 200, description = "The user as it is now.", body = User), RefusalsOfWriting)
)]
pub(crate) async fn update_user(
    State(sandbox): State<Shared>,
    manager: UserManager,
    PathId(id): PathId,
    JsonBody(body): JsonBody<UserBody>,
) -> Result<Response, Refusal> {
    let key = service_user(&sandbox, id).await?;
    let catalogue = Arc::clone(&sandbox.catalogue);
    let existing = sandbox
        .store
        .with(move |records| records.with_user(id, |user| for_rules(&user, &catalogue))?)
        .await?;
    let user = review(body, Some(&existing), &manager.0, &sandbox)?;
    let (actor, now) = (manager.actor(), sandbox.clock.now());
    sandbox
        .store
        .with(move |records| records.update_user(key.id, &user, &actor, now))
        .await?;
    answer_with_user(&sandbox, id).await
}

/// Deletes a service user and its tokens, at once.
#[utoipa::path(
    delete, path = "/user/{id}", tag = "users", params(("id" = Uuid, Path, description = "The user's id.")),
    responses((status = 204, description = "It is gone."), RefusalsOfOne)
)]
pub(crate) async fn delete_user(
    State(sandbox): State<Shared>,
    manager: UserManager,
    PathId(id): PathId,
) -> Result<StatusCode, Refusal> {
    let key = service_user(&sandbox, id).await?;
    let (actor, now) = (manager.actor(), sandbox.clock.now());
    sandbox
        .store
        .with(move |records| records.delete_user(&key, &actor, now))
        .await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Enables a service user, at once. One that is past its end date stays expired.
#[utoipa::path(
    put, path = "/user/{id}/enable", tag = "users", params(("id" = Uuid, Path, description = "The user's id.")),
    responses((status = 200, description = "The user as it is now.", body = User), RefusalsOfOne)
)]
pub(crate) async fn enable_user(
    State(sandbox): State<Shared>,
    manager: UserManager,
    PathId(id): PathId,
) -> Result<Response, Refusal> {
    set_status(&sandbox, &manager, id, Status::Active).await
}

/// Disables a service user: its tokens stop working at once.
#[utoipa::path(
    put, path = "/user/{id}/disable", tag = "users", params(("id" = Uuid, Path, description = "The user's id.")),
    responses((status = 200, description = "The user as it is now.", body = User), RefusalsOfOne)
)]
pub(crate) async fn disable_user(
    State(sandbox): State<Shared>,
    manager: UserManager,
    PathId(id): PathId,
) -> Result<Response, Refusal> {
    set_status(&sandbox, &manager, id, Status::Disabled).await
}

async fn set_status(
    sandbox: &Sandbox,
    manager: &UserManager,
    id: Uuid,
    status: Status,
) -> Result<Response, Refusal> {
    let key = service_user(sandbox, id).await?;
    let (actor, now) = (manager.actor(), sandbox.clock.now());
    sandbox
        .store
        .with(move |records| records.set_user_status(&key, status, &actor, now))
        .await?;
    answer_with_user(sandbox, id).await
}

/// The service user with this id. The two people are nobody's to change, or there would be nobody to sign in as.
async fn service_user(sandbox: &Sandbox, id: Uuid) -> Result<UserKey, Refusal> {
    let key = match sandbox.store.with(move |records| records.user_key(id)).await {
        Err(StoreFault::NotFound) => return Err(Refusal::not_found("user")),
        other => other?,
    };
    match key.user_type {
        UserType::Service => Ok(key),
        UserType::Standard => {
            let message = format!(
                "{} is a person: the sandbox changes service users only.",
                key.friendly_name
            );
            Err(Refusal::forbidden(message))
        }
    }
}

async fn answer_with_user(sandbox: &Sandbox, id: Uuid) -> Result<Response, Refusal> {
    let json = sandbox
        .store
        .with(move |records| records.with_user(id, |user| to_json(&user))?)
        .await;
    match json {
        Ok(json) => Ok((json_type(), json).into_response()),
        Err(StoreFault::NotFound) => Err(Refusal::not_found("user")),
        Err(fault) => Err(fault.into()),
    }
}

fn to_json(value: &impl serde::Serialize) -> Result<Vec<u8>, StoreFault> {
    serde_json::to_vec(value).map_err(|_| StoreFault::Inconsistent("a user that cannot be written as JSON"))
}

fn json_type() -> [(header::HeaderName, HeaderValue); 1] {
    [(header::CONTENT_TYPE, HeaderValue::from_static("application/json"))]
}
