//! Nodes that are still held, in the document or not.

use serde_json::{Value, json};

use crate::{Outcome, Page};

use super::texts;

/// In a field that was never in the document.
pub(super) const PLANTS: &[&str] = &[
    "window.plantedField = document.createElement('input'); window.plantedField.value = arguments[0];",
    "window.plantedText = document.createElement('p'); window.plantedText.append(arguments[0]);",
];

/// What a node holds, its descendants' texts included.
const READ: &str = "function () {
    const of = (node) => [
        node.nodeValue, node.value, node.data, ...[...node.attributes ?? []].flatMap(({ name, value }) => [name, value]),
        ...[...node.childNodes].flatMap(of),
    ];
    return of(this).filter((text) => typeof text === 'string');
}";

/// Every node outside the document that JavaScript holds on to, after a collection; [`Place::Document`](super::Place::Document) looks at
/// those inside. The inspector's own hold on them is let go of again.
pub(super) async fn contents(page: &Page) -> Outcome<Vec<u8>> {
    let cdp = page.driver().cdp();
    let group = "traces";
    cdp.send_raw("HeapProfiler.collectGarbage", json!({})).await?;
    cdp.send_raw("DOM.enable", json!({})).await?;
    let detached = cdp.send_raw("DOM.getDetachedDomNodes", json!({})).await?;
    let trees = detached.pointer("/detachedNodes").and_then(Value::as_array);
    let mut found = Vec::new();
    for tree in trees.into_iter().flatten() {
        let asked = json!({ "backendNodeId": tree.pointer("/treeNode/backendNodeId"), "objectGroup": group });
        let node = cdp.send_raw("DOM.resolveNode", asked).await?;
        let read = json!({
            "objectId": node.pointer("/object/objectId"), "functionDeclaration": READ, "returnByValue": true,
        });
        let read = cdp.send_raw("Runtime.callFunctionOn", read).await?;
        found.extend(texts::all_in(
            read.pointer("/result/value").unwrap_or(&Value::Null),
        ));
    }
    cdp.send_raw("Runtime.releaseObjectGroup", json!({ "objectGroup": group }))
        .await?;
    cdp.send_raw("DOM.disable", json!({})).await?;
    Ok(found)
}
