//! What every test stands on, whichever it is.

use crate::{Browser, Outcome};

/// Everything that one test stands on: made before it, and taken down after it whatever came of it.
pub trait Stage: Sized {
    /// Makes everything ready, the browser included.
    ///
    /// # Errors
    /// Something that is needed is not there, or does not start.
    fn start(browser: Browser) -> impl Future<Output = Outcome<Self>>;

    /// Leaves a picture of the page, and its words, after a test of this name has failed.
    fn report_failure(&self, test: &str) -> impl Future<Output = ()>;

    /// Ends everything, the browser first.
    fn end(self) -> impl Future<Output = ()>;
}
