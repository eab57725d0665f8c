//! What went through the proxy.

use std::sync::{Arc, Mutex, PoisonError};

use hyper::Method;
use hyper::body::Bytes;
use hyper::header::HeaderValue;
use hyper::http::request::Parts;
use serde_json::Value;

use crate::{Fault, Needle, Outcome};

/// The requests that were passed on, and the answers to those that change something. Clones are the same record.
#[derive(Clone, Debug, Default)]
pub(crate) struct Recorded(Arc<Mutex<Record>>);

#[derive(Debug, Default)]
struct Record {
    /// Lines, headers and bodies, one after the other; of the header `x-api-key` the name alone.
    requests: Vec<u8>,
    /// The bodies, in the order in which they came.
    answers: Vec<Bytes>,
    /// Each value of `x-api-key`, with the method and the path of its request.
    api_keys: Vec<(HeaderValue, String)>,
}

impl Recorded {
    /// Takes down a request that is about to be passed on.
    pub(crate) fn take_request(&self, parts: &Parts, body: &Bytes) {
        let mut record = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let Record {
            requests, api_keys, ..
        } = &mut *record;
        requests.extend_from_slice(format!("{} {}\n", parts.method, parts.uri).as_bytes());
        for (name, value) in &parts.headers {
            requests.extend_from_slice(name.as_str().as_bytes());
            match name == "x-api-key" {
                true => {
                    let endpoint = format!("{} {}", parts.method, parts.uri.path());
                    api_keys.push((value.clone(), endpoint));
                }
                false => {
                    requests.extend_from_slice(b": ");
                    requests.extend_from_slice(value.as_bytes());
                }
            }
            requests.push(b'\n');
        }
        requests.extend_from_slice(body);
        requests.push(b'\n');
    }

    /// Takes down an answer that is about to be passed on.
    pub(crate) fn take_answer(&self, method: &Method, body: &Bytes) {
        if method != Method::GET {
            let mut record = self.0.lock().unwrap_or_else(PoisonError::into_inner);
            record.answers.push(body.clone());
        }
    }

    /// The requests, one after the other.
    pub(crate) fn requests(&self) -> Vec<u8> {
        let record = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        record.requests.clone()
    }

    /// Which requests, such as `GET /user/me`, carried this text as `x-api-key`, in their order.
    pub(crate) fn sent_as_api_key(&self, needle: &Needle) -> Vec<String> {
        let record = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let keys = record.api_keys.iter();
        keys.filter(|(key, _)| needle.is_in(key.as_bytes()))
            .map(|(_, endpoint)| endpoint.clone())
            .collect()
    }

    /// The token that was handed out last.
    pub(crate) fn last_token(&self) -> Outcome<Needle> {
        let record = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let mut answers = record.answers.iter().rev();
        let token = answers.find_map(|answer| token_in(&serde_json::from_slice(answer).ok()?));
        let token = token.ok_or_else(|| Fault::new("No token was handed out."))?;
        Ok(Needle::of(&token))
    }
}

fn token_in(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()).filter(|text| service_user::has_token_shape(text)),
        Value::Array(items) => items.iter().find_map(token_in),
        Value::Object(members) => members.values().find_map(token_in),
        Value::Null | Value::Bool(_) | Value::Number(_) => None,
    }
}
