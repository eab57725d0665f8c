//! Having the clipboard cleared after a token was copied.

use crate::platform::{self, Refused};
use crate::text;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Off unless somebody switches it on and says yes to the browser's question.
#[component]
pub(super) fn ClipboardPanel() -> impl IntoView {
    let setting = ClipboardSetting::new();
    view! {
        <section class="panel form-width" aria-labelledby="clipboard-heading">
            <h2 id="clipboard-heading">{text::settings::CLIPBOARD}</h2>
            <p class="screen-lead">{text::settings::clipboard_lead()}</p>
            <Show when=move || setting.is_on.get().is_some()>
                <label class="choice">
                    <input
                        type="checkbox"
                        prop:checked=move || setting.is_on.get() == Some(true)
                        on:change=move |event| setting.switch(event_target_checked(&event))
                    />
                    <span>
                        {text::settings::CLEAR}
                        <span class="choice-hint">{text::settings::CLEAR_HINT}</span>
                    </span>
                </label>
            </Show>
            <p>{text::settings::CLEAR_LIMITS}</p>
            <p role="status">{move || setting.remark.get()}</p>
        </section>
    }
}

/// Whether it is switched on, and what came of switching it. A handle: copies are the same setting.
#[derive(Clone, Copy)]
struct ClipboardSetting {
    /// `None` until the browser has told.
    is_on: RwSignal<Option<bool>>,
    remark: RwSignal<Option<&'static str>>,
}

impl ClipboardSetting {
    fn new() -> Self {
        let setting = ClipboardSetting {
            is_on: RwSignal::new(None),
            remark: RwSignal::new(None),
        };
        spawn_local(async move {
            let is_on = platform::clears_clipboard().await;
            setting.is_on.try_set(Some(is_on));
        });
        setting
    }

    /// Call it while the person's press is what runs: the browser may have to ask them. It is switched on first, because the question may
    /// close a popup before it is answered.
    fn switch(self, on: bool) {
        // As the box shows it already; where it cannot stay so, it is set back.
        self.is_on.set(Some(on));
        self.remark.set(None);
        let kept = platform::set_clipboard_clearing(on);
        let answer = on.then(platform::ask_to_look_at_clipboard);
        spawn_local(async move {
            let permitted = match answer {
                Some(answer) => answer.await,
                None => true,
            };
            let (is_on, remark) = match (kept.await, permitted) {
                (Ok(()), true) => (on, None),
                (Ok(()), false) => (false, Some(text::settings::MAY_NOT_LOOK)),
                (Err(Refused), _) => (!on, Some(text::settings::NOT_KEPT)),
            };
            if on && !is_on && platform::set_clipboard_clearing(false).await.is_err() {
                // It has no effect without the permission, and is off as far as anybody can tell.
                leptos::logging::warn!("the browser did not forget that the clipboard was to be cleared");
            }
            self.is_on.try_set(Some(is_on));
            self.remark.try_set(remark);
        });
    }
}
