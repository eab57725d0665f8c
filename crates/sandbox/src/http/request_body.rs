//! Bodies that are JSON.

use axum::body::Bytes;
use axum::extract::{FromRequest, Request};
use axum::http::{HeaderMap, StatusCode, header};
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use super::refusal::Refusal;

/// A body that is a JSON object of this type. Unknown fields are passed over, as the contract asks of every parser.
pub(crate) struct JsonBody<T>(pub(crate) T);

impl<T: DeserializeOwned, S: Send + Sync> FromRequest<S> for JsonBody<T> {
    type Rejection = Refusal;

    async fn from_request(request: Request, state: &S) -> Result<Self, Refusal> {
        if !is_json(request.headers()) {
            let message = "The request has to say Content-Type: application/json.";
            return Err(Refusal::new(
                StatusCode::UNSUPPORTED_MEDIA_TYPE,
                "unsupported_media_type",
                message,
            ));
        }
        let bytes = Bytes::from_request(request, state)
            .await
            .map_err(|rejection| Refusal::bad_request(rejection.body_text()))?;
        // An object first: serde would also read a struct from an array of its fields' values.
        let object: Map<String, Value> = serde_json::from_slice(&bytes)
            .map_err(|error| Refusal::bad_request(format!("Not a JSON object: {error}.")))?;
        match serde_json::from_value(Value::Object(object)) {
            Ok(body) => Ok(Self(body)),
            Err(error) => Err(Refusal::bad_request(format!(
                "Not what is asked for here: {error}."
            ))),
        }
    }
}

fn is_json(headers: &HeaderMap) -> bool {
    let content_type = headers
        .get(header::CONTENT_TYPE)
        .and_then(|value| value.to_str().ok());
    let essence = content_type
        .and_then(|value| value.split(';').next())
        .map(str::trim);
    essence.is_some_and(|essence| essence.eq_ignore_ascii_case("application/json"))
}
