//! Running one test in one browser.

use std::panic::{AssertUnwindSafe, resume_unwind};
use std::thread;

use futures_util::FutureExt;

use crate::gate::Pass;
use crate::{Browser, Outcome, Stage};

/// Makes a [`Stage`], runs the test in it and takes it down again, whatever came of the test.
///
/// # Errors
/// The test's own, or what kept its stage from being made.
pub fn run<S: Stage>(browser: Browser, test: impl AsyncFnOnce(&S) -> Outcome) -> Outcome {
    let _pass = Pass::get();
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()?;
    runtime.block_on(async {
        let stage = S::start(browser).await?;
        let outcome = AssertUnwindSafe(test(&stage)).catch_unwind().await;
        if !matches!(outcome, Ok(Ok(()))) {
            let name = thread::current().name().unwrap_or("test").replace("::", "-");
            stage.report_failure(&name).await;
        }
        stage.end().await;
        match outcome {
            Ok(outcome) => outcome,
            Err(panic) => resume_unwind(panic),
        }
    })
}
