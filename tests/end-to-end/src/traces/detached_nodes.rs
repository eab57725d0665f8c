//! Nodes that are still held, in the document or not.

use serde_json::{Value, json};

use crate::{Outcome, Page};

use super::texts;

/// In a field that was never in the document.
pub(super) const PLANTS: &[&str] = &[
    "window.plantedField = document.createElement('input'); window.plantedField.value = arguments[0];",
    "window.plantedText = document.createElement('p'); window.plantedText.append(arguments[0]);",
];

const READ: &str = "function () {
    return this.flatMap((node) => {
        try {
            const attributes = [...node.attributes ?? []].flatMap(({ name, value }) => [name, value]);
            return [node.nodeValue, node.textContent, node.value, node.data, ...attributes].filter((text) => typeof text === 'string');
        } catch {
            // The prototypes of nodes are no nodes.
            return [];
        }
    });
}";

/// Every node that JavaScript can reach, after a collection. The inspector's own hold on them is let go of again.
pub(super) async fn contents(page: &Page) -> Outcome<Vec<u8>> {
    let cdp = page.driver().cdp();
    let group = "traces";
    let prototype = cdp
        .send_raw(
            "Runtime.evaluate",
            json!({ "expression": "Node.prototype", "objectGroup": group }),
        )
        .await?;
    let asked = json!({ "prototypeObjectId": prototype.pointer("/result/objectId"), "objectGroup": group });
    let nodes = cdp.send_raw("Runtime.queryObjects", asked).await?;
    let read = json!({
        "objectId": nodes.pointer("/objects/objectId"), "functionDeclaration": READ, "returnByValue": true,
    });
    let read = cdp.send_raw("Runtime.callFunctionOn", read).await?;
    cdp.send_raw("Runtime.releaseObjectGroup", json!({ "objectGroup": group }))
        .await?;
    Ok(texts::all_in(
        read.pointer("/result/value").unwrap_or(&Value::Null),
    ))
}
