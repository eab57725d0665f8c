//! How long the page's main thread has worked.

use end_to_end::Outcome;

use crate::tab::Tab;

/// The work of the main thread from now on.
pub(crate) struct Work<'a> {
    tab: &'a Tab,
    before: f64,
}

impl<'a> Work<'a> {
    /// Begins to count.
    pub(crate) async fn begin(tab: &'a Tab) -> Outcome<Self> {
        Ok(Self {
            tab,
            before: counted(tab).await?,
        })
    }

    /// How many milliseconds there have been, in the thread's own time, without what the protocol itself cost.
    pub(crate) async fn milliseconds(self) -> Outcome<f64> {
        Ok((counted(self.tab).await? - self.before) * 1000.0)
    }
}

async fn counted(tab: &Tab) -> Outcome<f64> {
    Ok(tab.metric("TaskDuration").await? - tab.metric("DevToolsCommandDuration").await?)
}
