//! What kept the page from painting.

use end_to_end::Outcome;
use serde_json::Value;

use crate::tab::{Tab, number};

/// The tasks of more than 50 ms: a frame and a press have to wait for the end of each.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct LongTasks {
    /// How many there were.
    pub(crate) count: f64,
    /// How long the longest took, in milliseconds; nothing where there was none.
    pub(crate) longest: f64,
}

/// Those that began since a time in milliseconds since the page was opened.
pub(crate) async fn since(tab: &Tab, time: f64) -> Outcome<LongTasks> {
    // They are told of a little later than they end.
    let script = "
        await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 50)));
        return bench.longTasks.filter((task) => task.startTime >= arguments[0]);";
    let tasks = tab.page().promised(script, vec![time.into()]).await?;
    let mut long = LongTasks::default();
    for task in tasks.as_array().into_iter().flatten() {
        long.count += 1.0;
        long.longest = long.longest.max(number(task, "duration")?);
    }
    Ok(long)
}

/// The time now, in milliseconds since the page was opened.
pub(crate) async fn now(tab: &Tab) -> Outcome<f64> {
    let now: Value = tab.page().script("return performance.now()", Vec::new()).await?;
    Ok(now.as_f64().unwrap_or_default())
}
