//! The countdown that wipes a copied token while its window is still open.

use super::issued_token::IssuedToken;
use crate::clock;
use crate::text;
use leptos::prelude::*;
use service_user::Countdown;
use std::time::Duration;

/// Between two looks at the clock: often enough for no second to be left out on the page. A browser looks less often for a page that nobody
/// sees; what counts is the clock.
const BETWEEN_LOOKS: Duration = Duration::from_millis(500);

/// What makes a page look at once that could not look for a while: its tab was hidden, its computer slept.
const WAKENINGS: [&str; 3] = ["visibilitychange", "focus", "pageshow"];

/// The countdown of one token window. A handle: copies are the same countdown.
#[derive(Clone, Copy)]
pub(super) struct WipeCountdown {
    issued: IssuedToken,
    countdown: RwSignal<Countdown>,
    /// What is said aloud of it, and seldom: when it begins, when it is stopped, when it ends soon, and when it is over.
    said: RwSignal<String>,
    /// When the token was copied last, in milliseconds since 1970.
    copied_at: RwSignal<f64>,
    /// When it was wiped.
    wiped_at: RwSignal<f64>,
}

impl WipeCountdown {
    /// Waits for the first copy. It ends with the component that calls this.
    pub(super) fn new(issued: IssuedToken) -> Self {
        let countdown = WipeCountdown {
            issued,
            countdown: RwSignal::new(Countdown::default()),
            said: RwSignal::new(String::new()),
            copied_at: RwSignal::new(0.0),
            wiped_at: RwSignal::new(0.0),
        };
        let runs = Memo::new(move |_| countdown.seconds_left().is_some());
        effect(move |_| {
            if runs.get() {
                countdown.look_now_and_then();
            }
        });
        for event in WAKENINGS {
            let listener = window_event_listener_untyped(event, move |_| countdown.look());
            on_cleanup(move || listener.remove());
        }
        countdown
    }

    /// The token was copied: it begins, or begins anew.
    pub(super) fn copied(self) {
        let now = clock::milliseconds();
        self.change(|countdown| countdown.copied(now), text::token::countdown_begins);
        self.copied_at.try_set(now);
    }

    /// Stops it while it runs.
    pub(super) fn stop(self) {
        self.change(Countdown::stop, || text::token::COUNTDOWN_STOPPED.to_owned());
    }

    /// Begins it anew where it was stopped.
    fn start_again(self) {
        let now = clock::milliseconds();
        self.change(
            |countdown| countdown.start_again(now),
            text::token::countdown_begins,
        );
    }

    /// Changes it, and says so where that changed whether it runs or whether it ends soon.
    fn change(self, change: impl FnOnce(&mut Countdown), said: impl FnOnce() -> String) {
        let state = |countdown: &Countdown| (countdown.seconds_left().is_some(), countdown.ends_soon());
        let has_changed = self.countdown.try_update(|countdown| {
            let before = state(countdown);
            change(countdown);
            state(countdown) != before
        });
        if has_changed == Some(true) {
            self.said.try_set(said());
        }
    }

    /// Looks at the clock for as long as the calling effect is not run again.
    fn look_now_and_then(self) {
        match set_interval_with_handle(move || self.look(), BETWEEN_LOOKS) {
            Ok(handle) => on_cleanup(move || handle.clear()),
            // Better a token that stays until the window is closed than a countdown that stands still and ends all the same.
            Err(_) => {
                leptos::logging::warn!(
                    "the browser gave no timer; the token is wiped when its window is closed"
                );
                self.stop();
            }
        }
    }

    /// Looks at the clock, and wipes the token once its time is over.
    fn look(self) {
        if self.seconds_left_untracked().is_none() {
            return;
        }
        let now = clock::milliseconds();
        let (was_soon, is_soon) = self
            .countdown
            .try_update(|countdown| {
                let before = countdown.ends_soon();
                countdown.look(now);
                (before, countdown.ends_soon())
            })
            .unwrap_or_default();
        if is_soon && !was_soon {
            self.said.set(text::token::countdown_ends_soon());
        }
        if self.countdown.try_get_untracked() == Some(Countdown::Over) {
            self.said.set(text::token::WIPED_TITLE.to_owned());
            self.wiped_at.set(now);
            self.issued.wipe();
        }
    }

    fn seconds_left(self) -> Option<u32> {
        self.countdown.with(Countdown::seconds_left)
    }

    fn seconds_left_untracked(self) -> Option<u32> {
        self.countdown
            .try_with_untracked(Countdown::seconds_left)
            .flatten()
    }

    /// From when to when the token was there, for a person to read.
    pub(super) fn times(self) -> (String, String) {
        let time = |at: RwSignal<f64>| clock::time_of_day(at.get());
        (time(self.copied_at), time(self.wiped_at))
    }
}

/// How much is left, in plain sight, with the button that stops it. Nothing is there before the token was copied.
#[component]
pub(super) fn CountdownPanel(countdown: WipeCountdown) -> impl IntoView {
    let state = countdown.countdown;
    let is_there = Memo::new(move |_| matches!(state.get(), Countdown::Running { .. } | Countdown::Stopped));
    let left = Memo::new(move |_| countdown.seconds_left());
    let ends_soon = Memo::new(move |_| state.with(Countdown::ends_soon));
    let runs = Memo::new(move |_| left.get().is_some());
    let words = move || match (runs.get(), ends_soon.get()) {
        (false, _) => text::token::COUNTDOWN_STOPPED,
        (true, false) => text::token::COUNTDOWN,
        (true, true) => text::token::COUNTDOWN_SOON,
    };
    let press = move |_| match countdown.seconds_left_untracked() {
        Some(_) => countdown.stop(),
        None => countdown.start_again(),
    };
    view! {
        <Show when=move || is_there.get()>
            <div class="countdown" class:countdown-soon=move || ends_soon.get()>
                <p>
                    {words}
                    <Show when=move || runs.get()>
                        " "
                        <span class="countdown-time" role="timer">
                            {move || left.get().map(text::token::time_left)}
                        </span>
                    </Show>
                </p>
                <button type="button" class="button button-small" on:click=press>
                    {move || match runs.get() {
                        true => text::token::STOP_COUNTDOWN,
                        false => text::token::START_COUNTDOWN,
                    }}
                </button>
            </div>
        </Show>
    }
}

/// Says aloud what becomes of it. It is there from the beginning to the end of the window: only what changes in such a place is read out.
#[component]
pub(super) fn CountdownVoice(countdown: WipeCountdown) -> impl IntoView {
    view! { <p class="visually-hidden" role="status">{move || countdown.said.get()}</p> }
}
