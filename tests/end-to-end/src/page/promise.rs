//! Scripts that take their time.

use serde_json::Value;

use crate::{Fault, Outcome};

/// A script for a driver, which waits for the call of its last argument, out of the body of an asynchronous function.
pub(crate) fn script(body: &str) -> String {
    format!(
        "const done = arguments[arguments.length - 1];
        (async function () {{ {body} }}).apply(null, [...arguments].slice(0, -1)).then(
            (value) => done({{ value: value ?? null }}),
            (error) => done({{ error: String(error) }}),
        );"
    )
}

/// What such a script answers with.
///
/// # Errors
/// The function's promise was rejected.
#[track_caller]
pub(crate) fn value(mut answer: Value) -> Outcome<Value> {
    match answer.get_mut("value") {
        Some(value) => Ok(value.take()),
        None => Err(Fault::new(format!("The script failed: {answer}."))),
    }
}
