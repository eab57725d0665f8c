//! Setting the expiry radar.

use super::radar_settings::{RadarSettings, Remark};
use crate::components::focus_by_id;
use crate::platform::ExpiryRadar;
use crate::text;
use crate::workspace::use_workspace;
use leptos::prelude::*;

/// The id of the box that switches it on.
const WATCH_ID: &str = "radar-watch";

/// The id of the field for the days.
const DAYS_ID: &str = "radar-days";

/// Off unless somebody switches it on; then for which host, within how many days, and whether with notices.
#[component]
pub(super) fn RadarPanel() -> impl IntoView {
    let settings = RadarSettings::new(use_workspace());
    let is_on = Memo::new(move |_| settings.radar().is_some());
    let can_switch_on = Memo::new(move |_| settings.watchable_host().is_some());
    let explanation = move || match (settings.radar(), settings.watchable_host()) {
        (Some(radar), _) => text::settings::watches(radar.host.name()),
        (None, Some(host)) => text::settings::would_watch(host.name()),
        (None, None) => text::settings::NEEDS_SESSION.to_owned(),
    };
    let other_host = move || {
        let watched = settings.radar()?.host;
        settings.watchable_host().filter(|host| *host != watched)
    };
    // The button that was pressed goes once it is so.
    let watch_instead = move |_| {
        settings.switch(true);
        focus_by_id(WATCH_ID);
    };
    view! {
        <section class="panel form-width" aria-labelledby="radar-heading">
            <h2 id="radar-heading">{text::settings::RADAR}</h2>
            <p class="screen-lead">{text::settings::RADAR_LEAD}</p>
            <Show when=move || settings.is_known()>
                <label class="choice">
                    <input
                        type="checkbox"
                        id=WATCH_ID
                        prop:checked=move || is_on.get()
                        disabled=move || !is_on.get() && !can_switch_on.get()
                        on:change=move |event| settings.switch(event_target_checked(&event))
                    />
                    <span>
                        {text::settings::WATCH}
                        <span class="choice-hint">{explanation}</span>
                    </span>
                </label>
                {move || other_host().map(|host| view! {
                    <div class="button-row">
                        <button type="button" class="button" on:click=watch_instead>
                            {text::settings::watch_instead(host.name())}
                        </button>
                    </div>
                })}
                <Show when=move || is_on.get()>
                    <DaysField settings=settings />
                    <label class="choice">
                        <input
                            type="checkbox"
                            prop:checked=move || settings.radar().is_some_and(|radar| radar.notifies)
                            on:change=move |event| settings.set_notices(event_target_checked(&event))
                        />
                        <span>
                            {text::settings::NOTIFY}
                            <span class="choice-hint">{text::settings::NOTIFY_HINT}</span>
                        </span>
                    </label>
                    <div class="button-row">
                        <button type="button" class="button" on:click=move |_| settings.look()>
                            {text::settings::LOOK_NOW}
                        </button>
                    </div>
                </Show>
                <p role="status">{move || settings.remark().map(remark)}</p>
            </Show>
        </section>
    }
}

/// Within how many days: a number from 1 to 365.
#[component]
fn DaysField(settings: RadarSettings) -> impl IntoView {
    let is_refused = RwSignal::new(false);
    let choose = move |event| {
        let days = event_target_value(&event).trim().parse::<u16>().ok();
        let days = days.filter(|days| (1..=ExpiryRadar::MOST_DAYS).contains(days));
        is_refused.set(days.is_none());
        if let Some(days) = days {
            settings.set_days(days);
        }
    };
    view! {
        <div class="field">
            <label class="field-label" for=DAYS_ID>{text::settings::DAYS}</label>
            <input
                class="field-input days-input"
                id=DAYS_ID
                type="text"
                inputmode="numeric"
                autocomplete="off"
                aria-describedby="radar-days-fault"
                aria-invalid=move || is_refused.get().then_some("true")
                prop:value=move || settings.radar().map(|radar| radar.days.to_string())
                on:change=choose
            />
            <div id="radar-days-fault" aria-live="polite">
                <Show when=move || is_refused.get()>
                    <p class="remark remark-fault"><span>{text::settings::days_out_of_range(ExpiryRadar::MOST_DAYS)}</span></p>
                </Show>
            </div>
        </div>
    }
}

fn remark(remark: Remark) -> String {
    match remark {
        Remark::NotKept => text::settings::NOT_KEPT.to_owned(),
        Remark::NoNotices => text::settings::NO_NOTICES.to_owned(),
        Remark::Looking => text::settings::LOOKING.to_owned(),
        Remark::Seen(look) => text::settings::seen(look),
    }
}
