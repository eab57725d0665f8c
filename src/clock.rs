//! The browser's clock: the one place where the app learns what day it is, and how an instant reads where the person sits.

use chrono::{DateTime, Timelike, Utc};
use js_sys::{Date, Object, Promise, Reflect};
use leptos::prelude::window;
use service_user::UtcDay;
use std::time::Duration;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

/// The present instant, in milliseconds since the beginning of 1970.
#[must_use]
pub fn milliseconds() -> f64 {
    Date::now()
}

/// The present instant.
#[must_use]
pub fn now() -> DateTime<Utc> {
    #[expect(
        clippy::cast_possible_truncation,
        reason = "the milliseconds of any instant that a browser tells fit; the conversion saturates where they do not"
    )]
    let millis = milliseconds() as i64;
    DateTime::from_timestamp_millis(millis).unwrap_or_default()
}

/// Lets so much time pass; a browser that gives no timer lets none.
pub async fn pass(duration: Duration) {
    let timer = Promise::new(&mut |resolve, _| {
        let milliseconds = i32::try_from(duration.as_millis()).unwrap_or(i32::MAX);
        let set = window().set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, milliseconds);
        if set.is_err() {
            let _ = resolve.call0(&JsValue::UNDEFINED);
        }
    });
    // It is never rejected.
    let _ = JsFuture::from(timer).await;
}

/// Today as a day in UTC, because DigiCert ONE counts end dates in UTC whatever the person's own time zone says.
#[must_use]
pub fn today() -> UtcDay {
    day_of_millis(milliseconds()).unwrap_or_else(|| UtcDay::from_date(chrono::NaiveDate::default()))
}

/// The time of day of an instant, given in milliseconds since 1970, in UTC, such as `14:03:12 UTC`.
#[must_use]
pub fn time_of_day(millis: f64) -> String {
    #[expect(
        clippy::cast_possible_truncation,
        reason = "the milliseconds of any instant that a browser tells fit; the conversion saturates where they do not"
    )]
    let millis = millis as i64;
    let instant = DateTime::from_timestamp_millis(millis).unwrap_or_default();
    let (hour, minute, second) = (instant.hour(), instant.minute(), instant.second());
    format!("{hour:02}:{minute:02}:{second:02} UTC")
}

/// The UTC day that holds an instant given in milliseconds since 1970; `None` where the number is no instant.
fn day_of_millis(millis: f64) -> Option<UtcDay> {
    const MILLIS_IN_A_DAY: f64 = 86_400_000.0;
    if !millis.is_finite() {
        return None;
    }
    #[expect(
        clippy::cast_possible_truncation,
        reason = "a day's number fits; the conversion saturates where it does not"
    )]
    let days = (millis / MILLIS_IN_A_DAY).floor() as i32;
    chrono::NaiveDate::from_epoch_days(days).map(UtcDay::from_date)
}

/// The last instant of `day` (23:59:59 UTC) as the person's own clock shows it, in the browser's language,
/// such as `Tue, 12 Jan 2027, 00:59:59 GMT+1`.
#[must_use]
pub fn last_instant_in_local_time(day: UtcDay) -> String {
    #[expect(
        clippy::cast_precision_loss,
        reason = "milliseconds of any year up to 9999 are exact in a double"
    )]
    let millis = day.last_instant().timestamp_millis() as f64;
    let options = Object::new();
    for (name, value) in [
        ("weekday", "short"),
        ("year", "numeric"),
        ("month", "short"),
        ("day", "numeric"),
        ("hour", "2-digit"),
        ("minute", "2-digit"),
        ("second", "2-digit"),
        ("timeZoneName", "short"),
    ] {
        // Setting a property of an object made a line above cannot fail; were it to, the browser's default form is shown.
        let _ = Reflect::set(&options, &JsValue::from_str(name), &JsValue::from_str(value));
    }
    String::from(Date::new(&JsValue::from_f64(millis)).to_locale_string("default", &options))
}
