//! Strings on the JavaScript heap.

use std::sync::Arc;

use serde_json::Value;
use thirtyfour::common::command::{Command, ExtensionCommand};

use super::{Search, privileged};
use crate::{Browser, Fault, Outcome, Page};

/// As a string of one byte a character, as one of two, and at the end of a long one.
pub(super) const PLANTS: &[&str] = &[
    "window.planted = arguments[0];",
    "window.plantedWide = '\\u2603' + arguments[0]; window.plantedWide.charCodeAt(1);",
    "window.plantedLong = 'a long text '.repeat(800) + arguments[0]; window.plantedLong.charCodeAt(1);",
];

/// What is left after a collection. Chromium tells every string, however long; Firefox the first 32 000 characters of each, of the
/// page's process.
pub(super) async fn contents(search: &Search<'_>) -> Outcome<Vec<u8>> {
    match search.browser {
        Browser::Chromium => of_chromium(search.page).await,
        Browser::Firefox => of_firefox(search.page).await,
    }
}

/// The driver's own command collects the garbage first. In the snapshot's text, the strings stand as JSON has them.
async fn of_chromium(page: &Page) -> Outcome<Vec<u8>> {
    let command = Command::ExtensionCommand(Box::new(HeapSnapshot));
    match page.driver().cmd(command).await?.value_json()? {
        Value::String(snapshot) => Ok(snapshot.into_bytes()),
        other => Ok(other.to_string().into_bytes()),
    }
}

/// Firefox's heap snapshot tells no texts, but its log of what the garbage collector sees does.
async fn of_firefox(page: &Page) -> Outcome<Vec<u8>> {
    let collect = "for (let round = 0; round < 3; round++) { Cu.forceGC(); Cu.forceCC(); } Cu.forceGC();";
    privileged::beside_the_page(page, collect).await?;
    let script = "
        const dumper = Cc['@mozilla.org/memory-info-dumper;1'].getService(Ci.nsIMemoryInfoDumper);
        const process = gBrowser.selectedBrowser.browsingContext.currentWindowGlobal.osPid;
        const logs = [];
        await new Promise((resolve) => dumper.dumpGCAndCCLogsToFile('traces', true, true, {
            onDump: (collector, cycles) => { logs.push(collector.path, cycles.path); },
            onFinish: resolve,
            QueryInterface: ChromeUtils.generateQI(['nsIDumpGCAndCCLogsCallback']),
        }));
        return [logs.find((log) => log.includes(`gc-edges.${process}.`)), ...logs];";
    let logs = page.around_the_page(script, Vec::new()).await?;
    let logs: Vec<&str> = logs
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(Value::as_str)
        .collect();
    let of_the_page = logs
        .first()
        .ok_or_else(|| Fault::new("Firefox wrote no log of the page's process."))?;
    let contents = std::fs::read(of_the_page)?;
    // The files of a browser that has quit are looked at too: these are the test's.
    for log in logs.iter().skip(1) {
        std::fs::remove_file(log)?;
    }
    Ok(contents)
}

#[derive(Debug)]
struct HeapSnapshot;

impl ExtensionCommand for HeapSnapshot {
    fn parameters_json(&self) -> Option<Value> {
        None
    }

    fn method(&self) -> hyper::Method {
        hyper::Method::GET
    }

    fn endpoint(&self) -> Arc<str> {
        "/chromium/heap_snapshot".into()
    }
}
