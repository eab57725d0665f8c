//! The pauses that a host asks for: a batch is what meets the limits of a host first.

use super::Outcome;
use crate::clock;
use account_api::Retry;
use std::time::Duration;

/// How many pauses are made for one service user before it counts as failed.
pub(super) const MOST: usize = 3;

/// A longer one is not waited for: whoever started the batch is to know, and decide.
const LONGEST: Duration = Duration::from_secs(300);

/// How often it is looked whether the person has stopped the batch.
const STEP: Duration = Duration::from_millis(250);

/// How long the host asks to wait before the same is tried again; `None` where waiting is no help, or would take too long.
pub(super) fn asked_for(outcome: &Outcome) -> Option<Duration> {
    let Outcome::Failed(error) = outcome else {
        return None;
    };
    match error.retry() {
        Retry::After(duration) if duration <= LONGEST => Some(duration),
        _ => None,
    }
}

/// Waits so long, or until it `is_over` before. The clock counts and not the steps, which a browser stretches in a tab that nobody sees.
pub(super) async fn wait(duration: Duration, is_over: impl Fn() -> bool) {
    let end = clock::milliseconds() + duration.as_secs_f64() * 1000.0;
    while clock::milliseconds() < end && !is_over() {
        clock::pass(STEP).await;
    }
}
