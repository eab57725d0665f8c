//! What a page keeps in memory.

use end_to_end::{Fault, Outcome};
use serde_json::{Value, json};

use crate::tab::{Tab, text};

/// The memory of the page that is open, in bytes, after the browser has cleared away what nobody needs: the heap of JavaScript with the
/// page's elements as far as they are in it, every `ArrayBuffer`, and every memory of WebAssembly at its whole size, whether it is used
/// or not. Not in it is what the browser keeps of the code and of the picture on the screen.
pub(crate) async fn measure(tab: &Tab) -> Outcome<f64> {
    tab.protocol("HeapProfiler.collectGarbage", json!({})).await?;
    let buffers = sum_of_buffers(tab).await?;
    tab.protocol("Runtime.releaseObjectGroup", json!({ "objectGroup": GROUP }))
        .await?;
    tab.protocol("HeapProfiler.collectGarbage", json!({})).await?;
    Ok(buffers + tab.metric("JSHeapUsedSize").await?)
}

/// What the objects are called together that the browser is asked for, so that it can let go of them.
const GROUP: &str = "bench";

/// The bytes of all buffers. A memory has a buffer of its own, which counts once.
async fn sum_of_buffers(tab: &Tab) -> Outcome<f64> {
    let memories = all_of(tab, "WebAssembly.Memory.prototype").await?;
    let buffers = all_of(tab, "ArrayBuffer.prototype").await?;
    let sum = "function (memories) {
        const buffers = new Set([...this, ...memories.map((memory) => memory.buffer)]);
        return [...buffers].reduce((sum, buffer) => sum + buffer.byteLength, 0);
    }";
    let answer = tab
        .protocol(
            "Runtime.callFunctionOn",
            json!({
                "functionDeclaration": sum, "objectId": buffers, "arguments": [{ "objectId": memories }], "returnByValue": true,
            }),
        )
        .await?;
    answer
        .pointer("/result/value")
        .and_then(Value::as_f64)
        .ok_or_else(|| Fault::new(format!("The buffers could not be counted: {answer}.")))
}

/// All objects of a kind, as one that the protocol can name.
async fn all_of(tab: &Tab, prototype: &str) -> Outcome<String> {
    let parameters = json!({ "expression": prototype, "objectGroup": GROUP });
    let prototype = tab.protocol("Runtime.evaluate", parameters).await?;
    let prototype = prototype.pointer("/result").cloned().unwrap_or_default();
    let parameters = json!({ "prototypeObjectId": text(&prototype, "objectId"), "objectGroup": GROUP });
    let objects = tab.protocol("Runtime.queryObjects", parameters).await?;
    let objects = objects.pointer("/objects").cloned().unwrap_or_default();
    Ok(text(&objects, "objectId").to_owned())
}
