//! Setting the expiry radar, which works in the background.

use super::access;
use super::api::{self, object, outcome, property};
use super::local_storage::LocalItem;
use crate::platform::{ExpiryRadar, Look, Refused};
use account_api::Host;
use wasm_bindgen::JsValue;

/// The question that the background answers with what came of a look.
const LOOK: &str = "look-at-end-dates";

/// The radar as it is set. It notifies only while the browser allows it, whatever was set.
pub(in crate::platform) async fn expiry_radar() -> Option<ExpiryRadar> {
    let kept = LocalItem::ExpiryRadar.read().await?;
    let host = Host::parse(&property(&kept, "origin")?.as_string()?).ok()?;
    let notifies = property(&kept, "notifies").is_some_and(|notifies| notifies == JsValue::TRUE);
    Some(ExpiryRadar {
        host,
        days: property(&kept, "days")
            .and_then(|days| days.as_f64())
            .and_then(days_from)
            .unwrap_or(ExpiryRadar::DEFAULT_DAYS),
        notifies: notifies && access::may_notify().await,
    })
}

/// Keeps how it is set. The background sees it and acts on it.
pub(in crate::platform) fn set_expiry_radar(
    radar: &ExpiryRadar,
) -> impl Future<Output = Result<(), Refused>> + use<> {
    let value = object(&[
        ("origin", radar.host.origin().into()),
        ("days", radar.days.into()),
        ("notifies", radar.notifies.into()),
    ]);
    LocalItem::ExpiryRadar.write(value.into())
}

/// Forgets how it is set, and of whom it told. The background does the second too, in case it is looking at this moment.
pub(in crate::platform) fn switch_expiry_radar_off() -> impl Future<Output = Result<(), Refused>> + use<> {
    let (set, told) = (
        LocalItem::ExpiryRadar.forget(),
        LocalItem::ExpiryRadarTold.forget(),
    );
    async move { set.await.and(told.await) }
}

/// Has the background look, and waits for what comes of it.
pub(in crate::platform) async fn look_at_end_dates() -> Look {
    let Ok(answer) = outcome(api::ask_background(LOOK)).await else {
        return Look::Failed;
    };
    let text = property(&answer, "outcome").and_then(|outcome| outcome.as_string());
    match text.as_deref() {
        Some("counted") => property(&answer, "count")
            .and_then(|count| count.as_f64())
            .map_or(Look::Failed, |count| Look::Counted(count as u32)),
        Some("off") => Look::SwitchedOff,
        Some("not-signed-in") => Look::NotSignedIn,
        Some("no-access") => Look::NoAccess,
        Some("not-allowed") => Look::NotAllowed,
        _ => Look::Failed,
    }
}

/// A number of days that can be chosen; the background reads it in the same way.
fn days_from(number: f64) -> Option<u16> {
    let days = number as u16;
    let is_whole = f64::from(days) == number;
    (is_whole && (1..=ExpiryRadar::MOST_DAYS).contains(&days)).then_some(days)
}
