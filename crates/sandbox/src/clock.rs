//! What time it is.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use chrono::{DateTime, SecondsFormat, Utc};
use service_user::UtcDay;

/// The system's clock, which can be put forward: a test then sees an end date pass without waiting for it.
///
/// Clones share the same time.
#[derive(Clone, Debug, Default)]
pub struct Clock {
    seconds_ahead: Arc<AtomicI64>,
}

impl Clock {
    /// Puts the clock forward, for this clock and all its clones.
    pub fn advance(&self, by: Duration) {
        let seconds = i64::try_from(by.as_secs()).unwrap_or(i64::MAX);
        self.seconds_ahead.fetch_add(seconds, Ordering::Relaxed);
    }

    /// The time now, in UTC.
    pub(crate) fn now(&self) -> DateTime<Utc> {
        let since_epoch = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        let seconds = i64::try_from(since_epoch.as_secs())
            .unwrap_or(i64::MAX)
            .saturating_add(self.seconds_ahead.load(Ordering::Relaxed));
        DateTime::from_timestamp(seconds, 0).unwrap_or(DateTime::<Utc>::MAX_UTC)
    }

    /// The day now, in UTC.
    pub(crate) fn today(&self) -> UtcDay {
        UtcDay::from_date(self.now().date_naive())
    }
}

/// A time as the API writes it: `2021-06-23T08:55:19Z`.
pub(crate) fn timestamp(time: DateTime<Utc>) -> String {
    time.to_rfc3339_opts(SecondsFormat::Secs, true)
}
