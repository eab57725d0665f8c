//! The memory of the WebAssembly.

use super::{Search, privileged, texts};
use crate::{Browser, Outcome};

/// In a block that is in use, and in one that is free again.
pub(super) const PLANTS: &[&str] = &[
    "const bytes = new TextEncoder().encode(arguments[0]);
    const place = tracedWasm.__wbindgen_malloc(bytes.length, 1);
    new Uint8Array(tracedWasm.memory.buffer).set(bytes, place);",
    "const bytes = new TextEncoder().encode(arguments[0] + arguments[0]);
    const place = tracedWasm.__wbindgen_malloc(bytes.length, 1);
    new Uint8Array(tracedWasm.memory.buffer).set(bytes, place);
    tracedWasm.__wbindgen_free(place, bytes.length, 1);",
];

/// Gets hold of what the app's WebAssembly exports: the glue answers a second start with what the first one made.
pub(super) async fn keep(search: &Search<'_>) -> Outcome {
    let script = "wasm_bindgen().then((wasm) => { window.tracedWasm = wasm; });";
    match search.browser {
        Browser::Chromium => {
            search.page.promised(script, Vec::new()).await?;
        }
        // Firefox's driver runs scripts in a world of its own, which the page's variables are not in. Its debugger sees them.
        Browser::Firefox => {
            let debugger = format!(
                "const {{ addDebuggerToGlobal }} = ChromeUtils.importESModule('resource://gre/modules/jsdebugger.sys.mjs');
                addDebuggerToGlobal(globalThis);
                const attached = new Debugger();
                attached.addDebuggee(window).executeInGlobal({script:?});
                attached.removeAllDebuggees();"
            );
            privileged::beside_the_page(search.page, &debugger).await?;
        }
    }
    search
        .page
        .until("the WebAssembly's memory can be read".to_owned(), async || {
            let script = "return window.tracedWasm !== undefined";
            Ok(search.page.script(script, Vec::new()).await? == true)
        })
        .await
}

/// All of it.
pub(super) async fn contents(search: &Search<'_>) -> Outcome<Vec<u8>> {
    let script = "return new Uint8Array(tracedWasm.memory.buffer).toBase64();";
    texts::all_base64_in(&search.page.promised(script, Vec::new()).await?)
}
