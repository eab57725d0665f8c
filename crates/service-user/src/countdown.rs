//! The time after which a copied token is wiped from where it was shown.

use std::time::Duration;

/// A countdown that begins when a token was copied. It has no clock of its own: the present is passed in, in milliseconds since the
/// beginning of 1970, and what counts is that and never how often it was asked.
///
/// A person can stop it and let it begin anew. Once it is over, nothing begins it again.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Countdown {
    /// Nothing was copied yet: a token that nobody has is never wiped by a timer.
    #[default]
    Waiting,
    /// It runs.
    Running {
        /// When it is over.
        end: f64,
        /// When it was looked at last.
        seen: f64,
    },
    /// A person stopped it.
    Stopped,
    /// It is over.
    Over,
}

impl Countdown {
    /// How long it runs (*our choice*: long enough to paste the token and to see that it arrived, short enough for a screen that was
    /// left).
    pub const LENGTH: Duration = Duration::from_secs(120);

    /// How much is left when a person is told that it ends soon (*our choice*; at least 20 seconds are asked for by WCAG 2.2,
    /// success criterion 2.2.1).
    pub const SOON: Duration = Duration::from_secs(30);

    /// The token was copied: it begins, or begins anew. One that a person stopped stays stopped.
    pub fn copied(&mut self, now: f64) {
        match self {
            Self::Waiting | Self::Running { .. } => *self = Self::full(now),
            Self::Stopped | Self::Over => {}
        }
    }

    /// Stops it while it runs.
    pub fn stop(&mut self) {
        match self {
            Self::Running { .. } => *self = Self::Stopped,
            Self::Waiting | Self::Stopped | Self::Over => {}
        }
    }

    /// Begins it anew where it was stopped, with its whole length.
    pub fn start_again(&mut self, now: f64) {
        match self {
            Self::Stopped => *self = Self::full(now),
            Self::Waiting | Self::Running { .. } | Self::Over => {}
        }
    }

    /// Looks at the clock. A computer that slept past the end finds it over; a clock that was set back makes it no longer.
    pub fn look(&mut self, now: f64) {
        if let Self::Running { end, seen } = *self {
            let end = end - (seen - now).max(0.0);
            *self = match now < end {
                true => Self::Running { end, seen: now },
                false => Self::Over,
            };
        }
    }

    /// The whole seconds that are left, rounded up, as it was looked at last; `None` while it does not run.
    #[must_use]
    pub fn seconds_left(&self) -> Option<u32> {
        match self {
            Self::Running { end, seen } => Some(((end - seen) / 1000.0).ceil() as u32),
            Self::Waiting | Self::Stopped | Self::Over => None,
        }
    }

    /// Whether it runs and ends soon.
    #[must_use]
    pub fn ends_soon(&self) -> bool {
        self.seconds_left()
            .is_some_and(|left| u64::from(left) <= Self::SOON.as_secs())
    }

    fn full(now: f64) -> Self {
        Self::Running {
            end: now + Self::LENGTH.as_secs_f64() * 1000.0,
            seen: now,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOON: f64 = 1_764_072_000_000.0;
    const LENGTH: f64 = 120_000.0;

    fn running() -> Countdown {
        let mut countdown = Countdown::default();
        countdown.copied(NOON);
        countdown
    }

    fn looked_at(mut countdown: Countdown, now: f64) -> Countdown {
        countdown.look(now);
        countdown
    }

    #[test]
    fn what_was_not_copied_is_never_over() {
        let mut countdown = looked_at(Countdown::default(), f64::MAX);
        assert_eq!(countdown, Countdown::Waiting);
        countdown.start_again(NOON);
        countdown.stop();
        assert_eq!(countdown, Countdown::Waiting, "there is nothing to start or stop");
        assert_eq!(countdown.seconds_left(), None);
    }

    #[test]
    fn it_is_over_at_its_end_and_not_a_moment_before() {
        assert_eq!(running().seconds_left(), Some(120));
        assert_eq!(looked_at(running(), NOON + 1.0).seconds_left(), Some(120));
        assert_eq!(looked_at(running(), NOON + 1_000.0).seconds_left(), Some(119));
        assert_eq!(looked_at(running(), NOON + LENGTH - 1.0).seconds_left(), Some(1));
        assert_eq!(looked_at(running(), NOON + LENGTH), Countdown::Over);
    }

    #[test]
    fn a_computer_that_slept_past_the_end_finds_it_over() {
        assert_eq!(looked_at(running(), NOON + 86_400_000.0), Countdown::Over);
    }

    #[test]
    fn copying_again_gives_it_its_whole_length_again() {
        let mut countdown = looked_at(running(), NOON + 100_000.0);
        countdown.copied(NOON + 100_000.0);
        assert_eq!(countdown.seconds_left(), Some(120));
        assert_eq!(looked_at(countdown, NOON + 219_000.0).seconds_left(), Some(1));
    }

    #[test]
    fn stopped_it_never_ends_and_a_further_copy_leaves_it_stopped() {
        let mut countdown = running();
        countdown.stop();
        countdown.copied(NOON + 1_000.0);
        countdown.look(f64::MAX);
        assert_eq!(countdown, Countdown::Stopped);
        assert_eq!(countdown.seconds_left(), None);
        countdown.start_again(NOON + 500_000.0);
        assert_eq!(countdown.seconds_left(), Some(120));
        assert_eq!(looked_at(countdown, NOON + 620_000.0), Countdown::Over);
    }

    #[test]
    fn once_over_nothing_begins_it_again() {
        let mut countdown = looked_at(running(), NOON + LENGTH);
        countdown.copied(NOON + LENGTH);
        countdown.start_again(NOON + LENGTH);
        countdown.stop();
        countdown.look(NOON);
        assert_eq!(countdown, Countdown::Over);
    }

    #[test]
    fn a_clock_that_is_set_back_makes_it_no_longer() {
        let countdown = looked_at(running(), NOON + 60_000.0);
        let countdown = looked_at(countdown, NOON - 3_600_000.0);
        assert_eq!(countdown.seconds_left(), Some(60));
        assert_eq!(looked_at(countdown, NOON - 3_540_000.0), Countdown::Over);
    }

    #[test]
    fn it_ends_soon_in_its_last_half_minute() {
        assert!(!looked_at(running(), NOON + 89_000.0).ends_soon());
        assert!(looked_at(running(), NOON + 90_000.0).ends_soon());
        assert!(!looked_at(running(), NOON + LENGTH).ends_soon(), "it is over");
    }
}
