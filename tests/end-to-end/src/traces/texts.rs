//! Texts in what a browser answers, and texts to plant.

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::Outcome;

/// A text that nobody else has: of hexadecimal digits, as a token is.
pub(super) fn of_a_plant(name: &str) -> String {
    let digest = Sha256::digest(name);
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Every text in a JSON value, names of members included, one after the other.
pub(super) fn all_in(value: &Value) -> Vec<u8> {
    let mut bytes = Vec::new();
    collect(value, &mut bytes);
    bytes
}

fn collect(value: &Value, bytes: &mut Vec<u8>) {
    match value {
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
        Value::String(text) => {
            bytes.extend_from_slice(text.as_bytes());
            bytes.push(b'\n');
        }
        Value::Array(items) => items.iter().for_each(|item| collect(item, bytes)),
        Value::Object(members) => {
            for (name, member) in members {
                bytes.extend_from_slice(name.as_bytes());
                bytes.push(b'\n');
                collect(member, bytes);
            }
        }
    }
}

/// The bytes of every text in a JSON value, each of which is base64, one after the other.
pub(super) fn all_base64_in(value: &Value) -> Outcome<Vec<u8>> {
    let mut bytes = Vec::new();
    let texts = match value {
        Value::Array(texts) => texts.as_slice(),
        text => std::slice::from_ref(text),
    };
    for text in texts {
        bytes.extend(BASE64_STANDARD.decode(text.as_str().unwrap_or_default())?);
        bytes.push(b'\n');
    }
    Ok(bytes)
}
