//! Running one test in one browser.

use std::panic::{AssertUnwindSafe, resume_unwind};
use std::thread;

use futures_util::FutureExt;

use crate::gate::Pass;
use crate::{Browser, Outcome, World};

/// Makes a [`World`], runs the test in it and takes it down again, whatever came of the test.
///
/// # Errors
/// The test's own, or what kept its world from being made.
pub fn run(browser: Browser, test: impl AsyncFnOnce(&World) -> Outcome) -> Outcome {
    let _pass = Pass::get();
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()?;
    runtime.block_on(async {
        let world = World::start(browser).await?;
        let outcome = AssertUnwindSafe(test(&world)).catch_unwind().await;
        if !matches!(outcome, Ok(Ok(()))) {
            let name = thread::current().name().unwrap_or("test").replace("::", "-");
            world.report_failure(&name).await;
        }
        world.end().await;
        match outcome {
            Ok(outcome) => outcome,
            Err(panic) => resume_unwind(panic),
        }
    })
}
