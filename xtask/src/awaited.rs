//! Work that runs beside the rest until somebody needs its result.

use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{self, JoinHandle};

use crate::complaint::Complaint;

/// A result that a thread is working on, for anybody who wants to wait for it.
#[derive(Clone)]
pub(crate) struct Awaited<T>(Arc<Mutex<State<T>>>);

enum State<T> {
    Running(Option<JoinHandle<Result<T, Complaint>>>),
    Finished(Result<T, Complaint>),
}

impl<T: Clone + Send + 'static> Awaited<T> {
    /// Starts the work at once.
    pub(crate) fn start(work: impl FnOnce() -> Result<T, Complaint> + Send + 'static) -> Self {
        Self(Arc::new(Mutex::new(State::Running(Some(thread::spawn(work))))))
    }

    /// Waits for the result and gives it to each who asks.
    pub(crate) fn wait(&self) -> Result<T, Complaint> {
        let mut state = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let result = match &mut *state {
            State::Finished(result) => return result.clone(),
            State::Running(thread) => match thread.take().map(JoinHandle::join) {
                Some(Ok(result)) => result,
                Some(Err(_)) | None => Err(Complaint::new(
                    "A set-up step broke off because of a fault in this program.",
                )),
            },
        };
        *state = State::Finished(result.clone());
        result
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everybody_who_waits_gets_the_same_answer() {
        let answer = Awaited::start(|| Ok(7));
        assert_eq!(answer.wait(), Ok(7));
        assert_eq!(answer.clone().wait(), Ok(7));
    }

    #[test]
    fn work_that_panics_ends_in_a_complaint_instead_of_waiting_for_ever() {
        let answer: Awaited<u8> = Awaited::start(|| panic!("a fault on purpose"));
        assert!(answer.wait().is_err());
    }
}
