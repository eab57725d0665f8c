//! What came of each service user of a batch.

use account_api::{Error, ErrorKind, Retry};
use service_user::{Fault, UserId, UtcDay};

/// What came of one.
#[derive(Clone, Debug, PartialEq)]
pub enum Outcome {
    /// Its turn has not come.
    Waiting,
    /// Under way.
    Working,
    /// Done.
    Done,
    /// Left as it is, because there was nothing to do.
    LeftAlone(Reason),
    /// The rules have something against it as it is, so nothing was sent.
    Faulty(Vec<Fault>),
    /// It failed, and can be tried again.
    Failed(Error),
}

impl Outcome {
    /// Whether it would be the same for everybody else: there is no session any more, or no way to the host.
    pub(super) fn concerns_everybody(&self) -> bool {
        match self {
            Outcome::Failed(error) => {
                error.kind == ErrorKind::Unreachable
                    || matches!(error.retry(), Retry::AfterSignIn | Retry::AfterAccess)
            }
            Outcome::Waiting
            | Outcome::Working
            | Outcome::Done
            | Outcome::LeftAlone(_)
            | Outcome::Faulty(_) => false,
        }
    }
}

/// Why there was nothing to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// It works until then or longer already.
    EndsLater(UtcDay),
    /// It has no end date: one would shorten its life.
    NoEndDate,
    /// It has one that could not be read, and may be later.
    UnreadEndDate,
    /// It is disabled already.
    Disabled,
    /// It is enabled already.
    Enabled,
}

/// One service user of a batch.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// Which one.
    pub id: UserId,
    /// What people call it.
    pub name: String,
    /// What came of it.
    pub outcome: Outcome,
}

/// How many came to what.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// All of them.
    pub all: usize,
    /// Done.
    pub done: usize,
    /// Left as they are.
    pub left_alone: usize,
    /// Against the rules as they are.
    pub faulty: usize,
    /// Failed.
    pub failed: usize,
}

impl Counts {
    /// How many had their turn.
    #[must_use]
    pub fn settled(self) -> usize {
        self.done + self.left_alone + self.faulty + self.failed
    }

    /// How many can be done by another run: those that failed, and those whose turn did not come.
    #[must_use]
    pub fn open(self) -> usize {
        self.all - self.settled() + self.failed
    }

    pub(super) fn of(items: &[Item]) -> Self {
        let mut counts = Counts {
            all: items.len(),
            ..Counts::default()
        };
        for item in items {
            match item.outcome {
                Outcome::Waiting | Outcome::Working => {}
                Outcome::Done => counts.done += 1,
                Outcome::LeftAlone(_) => counts.left_alone += 1,
                Outcome::Faulty(_) => counts.faulty += 1,
                Outcome::Failed(_) => counts.failed += 1,
            }
        }
        counts
    }
}
