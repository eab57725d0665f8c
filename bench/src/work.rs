//! How long the page's main thread has worked.

use end_to_end::Outcome;

use crate::tab::Tab;

/// The main thread's work for the page that is open since it was opened, in milliseconds of the thread's own time, without what the
/// protocol itself cost. The browser begins to count anew with every page.
pub(crate) async fn milliseconds(tab: &Tab) -> Outcome<f64> {
    let all = tab.metric("TaskDuration").await?;
    let of_the_protocol = tab.metric("DevToolsCommandDuration").await?;
    Ok((all - of_the_protocol) * 1000.0)
}
