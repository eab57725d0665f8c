//! How many browsers run at the same time.

use std::sync::{Condvar, Mutex, PoisonError};

/// Browsers at the same time: more of them on a machine of two cores make each other miss their deadlines.
pub const AT_ONCE: usize = 2;

static RUNNING: Mutex<usize> = Mutex::new(0);
static SOMEBODY_LEFT: Condvar = Condvar::new();

/// The right to run a browser; given back when dropped.
pub(crate) struct Pass(());

impl Pass {
    /// Waits for its turn.
    pub(crate) fn get() -> Self {
        let running = RUNNING.lock().unwrap_or_else(PoisonError::into_inner);
        let mut running = SOMEBODY_LEFT
            .wait_while(running, |running| *running >= AT_ONCE)
            .unwrap_or_else(PoisonError::into_inner);
        *running += 1;
        Self(())
    }
}

impl Drop for Pass {
    fn drop(&mut self) {
        *RUNNING.lock().unwrap_or_else(PoisonError::into_inner) -= 1;
        SOMEBODY_LEFT.notify_one();
    }
}
