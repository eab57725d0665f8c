//! What addresses say: ids and queries. A wrong value is a bad request.

use axum::extract::{FromRequestParts, Path, Query};
use axum::http::request::Parts;
use serde::de::DeserializeOwned;

use super::refusal::Refusal;
use crate::uuid::Uuid;

/// The id in the address.
pub(crate) struct PathId(pub(crate) Uuid);

/// The query of the address.
pub(crate) struct Parameters<T>(pub(crate) T);

impl<S: Send + Sync> FromRequestParts<S> for PathId {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Refusal> {
        let Path(text) = Path::<String>::from_request_parts(parts, state)
            .await
            .map_err(|rejection| Refusal::bad_request(rejection.body_text()).about("id"))?;
        match Uuid::parse(&text) {
            Some(id) => Ok(Self(id)),
            None => Err(Refusal::bad_request(format!("{text:?} is not a UUID.")).about("id")),
        }
    }
}

impl<T: DeserializeOwned, S: Send + Sync> FromRequestParts<S> for Parameters<T> {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, _state: &S) -> Result<Self, Refusal> {
        match Query::try_from_uri(&parts.uri) {
            Ok(Query(parameters)) => Ok(Self(parameters)),
            Err(rejection) => Err(Refusal::bad_request(rejection.body_text())),
        }
    }
}
