//! How near the end of a service user is.

use crate::{ServiceUser, UtcDay};

/// How many days before its last day a service user is pointed out (our contract: DigiCert reminds of none, and who uses a
/// token otherwise learns of its end when something fails).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ExpiryThreshold {
    /// 30 days: time to ask for an extension, or to put another one in its place. From here on it *ends soon*.
    Days30,
    /// 7 days: time to do something about it.
    Days7,
    /// 1 day: the last day and the one before it.
    Day1,
}

impl ExpiryThreshold {
    /// Every threshold, the farthest first.
    pub const ALL: [Self; 3] = [Self::Days30, Self::Days7, Self::Day1];

    /// How many days may be left.
    pub const fn days(self) -> i64 {
        match self {
            Self::Days30 => 30,
            Self::Days7 => 7,
            Self::Day1 => 1,
        }
    }

    /// The nearest threshold that was reached with so many days left; `None` where more are left, or none: then it is over.
    pub fn reached(days_left: i64) -> Option<Self> {
        Self::ALL
            .into_iter()
            .rev()
            .find(|threshold| (0..=threshold.days()).contains(&days_left))
    }
}

impl ServiceUser {
    /// How many days are left until its last day, which itself counts as 0; negative once that is past, and `None` without
    /// an end date. Whether it is disabled makes no difference.
    pub fn days_left(&self, today: UtcDay) -> Option<i64> {
        self.end_date.map(|last_day| today.days_until(last_day))
    }

    /// The nearest threshold that it has reached; `None` where it ends later, never, or has ended.
    pub fn expiry_threshold(&self, today: UtcDay) -> Option<ExpiryThreshold> {
        self.days_left(today).and_then(ExpiryThreshold::reached)
    }

    /// Whether today is its last day or one of the [30](ExpiryThreshold::Days30) days before. Whether it is disabled makes
    /// no difference.
    pub fn ends_soon(&self, today: UtcDay) -> bool {
        self.expiry_threshold(today).is_some()
    }
}
