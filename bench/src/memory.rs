//! What a page keeps in memory.

use end_to_end::Outcome;
use serde_json::json;

use crate::tab::{Tab, number};

/// The memory of the page that is open, in bytes, after the browser has cleared away what nobody needs: the heap of JavaScript with the
/// page's elements as far as they are in it, every `ArrayBuffer`, and the memory of WebAssembly at its whole size, whether it is used
/// or not. Not in it is what the browser keeps of the code and of the picture on the screen.
pub(crate) async fn measure(tab: &Tab) -> Outcome<f64> {
    tab.protocol("HeapProfiler.collectGarbage", json!({})).await?;
    let heap = tab.protocol("Runtime.getHeapUsage", json!({})).await?;
    let web_assembly = tab.page().promised(MEMORY, Vec::new()).await?;
    Ok(number(&heap, "usedSize")?
        + number(&heap, "backingStorageSize")?
        + web_assembly.as_f64().unwrap_or_default())
}

/// The memory of the product's WebAssembly, which its glue hands over; the page written by hand has none.
const MEMORY: &str = "return globalThis.wasm_bindgen ? (await wasm_bindgen()).memory.buffer.byteLength : 0;";
