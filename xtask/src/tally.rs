//! Counting what passed and failed.

use std::fmt;
use std::ops::AddAssign;

/// How many checks passed and failed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Tally {
    /// Checks that passed.
    pub(crate) passed: u64,
    /// Checks that failed.
    pub(crate) failed: u64,
}

impl Tally {
    /// A single check.
    pub(crate) fn one(passed: bool) -> Self {
        match passed {
            true => Self { passed: 1, failed: 0 },
            false => Self { passed: 0, failed: 1 },
        }
    }

    /// Whether a run with this tally is a success. One that counted nothing is not: it has shown nothing.
    pub(crate) fn is_success(self) -> bool {
        self.failed == 0 && self.passed > 0
    }
}

impl AddAssign for Tally {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
    }
}

/// The closing line, which programs read too.
impl fmt::Display for Tally {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} passed, {} failed", self.passed, self.failed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tallies_add_up_into_the_closing_line() {
        let mut sum = Tally::one(true);
        sum += Tally {
            passed: 40,
            failed: 2,
        };
        assert_eq!(sum.to_string(), "41 passed, 2 failed");
    }

    #[test]
    fn a_run_that_counted_nothing_is_no_success() {
        assert!(!Tally::default().is_success());
        assert!(Tally::one(true).is_success());
        assert!(!Tally { passed: 9, failed: 1 }.is_success());
    }
}
