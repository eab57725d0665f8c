//! How long a host asks us to wait.

use std::time::Duration;

use crate::timestamp::http_date;

/// The longest wait that is believed. A host that asks for a day, or a date misread by hours, must not lock anybody out.
const LONGEST: Duration = Duration::from_secs(60 * 60);

/// A wait is never nothing, or a screen would try again at once and be refused again.
const SHORTEST: Duration = Duration::from_secs(1);

/// Reads `Retry-After` (documented: seconds, or an HTTP date). A date is counted from the answer's own `Date`, so that the
/// caller's clock need not be right; without one it says nothing. What cannot be read is `None`.
pub(crate) fn wait(retry_after: &str, date: Option<&str>) -> Option<Duration> {
    let text = retry_after.trim();
    let seconds = if !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit()) {
        // Digits that do not fit are more than the longest wait anyway.
        text.parse().unwrap_or(u64::MAX)
    } else {
        let until_then = http_date(text)?.signed_duration_since(http_date(date?)?);
        u64::try_from(until_then.num_seconds()).unwrap_or(0)
    };
    Some(Duration::from_secs(seconds).clamp(SHORTEST, LONGEST))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_forms_are_read_and_kept_within_bounds() {
        let now = Some("Sun, 06 Nov 1994 08:49:37 GMT");
        for (text, date, seconds) in [
            ("30", None, Some(30)),
            (" 30 ", now, Some(30)),
            ("0", None, Some(1)),
            ("86400", None, Some(3600)),
            ("99999999999999999999999999", None, Some(3600)),
            ("Sun, 06 Nov 1994 08:50:37 GMT", now, Some(60)),
            ("Sun, 06 Nov 1994 08:00:00 GMT", now, Some(1)),
            ("Mon, 07 Nov 1994 08:49:37 GMT", now, Some(3600)),
            ("Sun, 06 Nov 1994 08:50:37 GMT", None, None),
            ("Sun, 06 Nov 1994 08:50:37 GMT", Some("yesterday"), None),
            ("-5", now, None),
            ("1.5", now, None),
            ("soon", now, None),
            ("", now, None),
        ] {
            assert_eq!(
                wait(text, date),
                seconds.map(Duration::from_secs),
                "{text:?} at {date:?}"
            );
        }
    }
}
