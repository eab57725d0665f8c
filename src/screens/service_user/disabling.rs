//! Disabling a service user, and enabling it again.

use super::change_failure::{ChangeFailure, ChangeFailureNotice, settle};
use super::subject::Subject;
use super::what_stops::WhatStops;
use crate::components::{BusyButton, Dialog, focus_by_id};
use crate::text;
use account_api::SignedIn;
use leptos::prelude::*;
use leptos::task::spawn_local;
use service_user::{ServiceUser, Standing, Status, UtcDay, visible};

/// The id of the button, whichever of the two it is.
const BUTTON_ID: &str = "switch-status";

/// Whether a service user works, being switched. A handle: copies are the same switch.
#[derive(Clone, Copy)]
struct Switch {
    subject: Subject,
    /// Whether the question before disabling is open.
    is_asking: RwSignal<bool>,
    is_busy: RwSignal<bool>,
    failure: RwSignal<Option<ChangeFailure>>,
}

impl Switch {
    fn ask(self) {
        self.subject.say_nothing();
        self.is_asking.set(true);
    }

    fn close(self) {
        if !self.is_busy.get_untracked() {
            self.is_asking.set(false);
            self.failure.set(None);
            focus_by_id(BUTTON_ID);
        }
    }

    fn enable(self) {
        self.is_asking.set(false);
        self.turn(true);
    }

    fn disable(self) {
        self.turn(false);
    }

    /// Reads again what there is, where nobody knows.
    fn look(self) {
        self.failure.set(None);
        self.subject.read_again();
    }

    /// The press says in which direction: what the page shows may have changed since.
    fn turn(self, enables: bool) {
        let connection = self.subject.workspace.connection.get_untracked();
        let (Some(connection), Some(user)) = (connection, self.subject.user().get_untracked()) else {
            return;
        };
        self.is_busy.set(true);
        self.failure.set(None);
        self.subject.say_nothing();
        spawn_local(async move {
            let outcome = self.send(&connection, &user, enables).await;
            self.is_busy.try_set(false);
            match outcome {
                Ok(()) => self.show_done(&connection, user, enables).await,
                Err(failure) => {
                    self.failure.try_set(Some(failure));
                }
            }
        });
    }

    async fn send(
        self,
        connection: &SignedIn,
        user: &ServiceUser,
        enables: bool,
    ) -> Result<(), ChangeFailure> {
        let answer = match enables {
            true => connection.enable(&user.id).await,
            false => connection.disable(&user.id).await,
        };
        let is_made = |user: &ServiceUser| (user.status != Status::Disabled) == enables;
        settle(self.subject, connection, user.id.clone(), answer, is_made).await
    }

    async fn show_done(self, connection: &SignedIn, user: ServiceUser, enables: bool) {
        let id = user.id.clone();
        let now = ServiceUser {
            status: match enables {
                true => Status::Active,
                false => Status::Disabled,
            },
            ..user
        };
        let today = self.subject.workspace.today.get_untracked();
        self.subject.say_changed(done(&now, enables, today));
        self.subject.take(now);
        self.is_asking.try_set(false);
        focus_by_id(BUTTON_ID);
        // Whatever else has changed meanwhile is read behind it; the page says so where that fails.
        let _ = self.subject.read_now(connection, id).await;
    }
}

/// *Disable…*, or *Enable*. Nothing that stops an integration happens without a second press.
#[component]
pub(super) fn StatusSwitch(subject: Subject) -> impl IntoView {
    let is_disabled = subject.follow(|user| user.status == Status::Disabled);
    let switch = Switch {
        subject,
        is_asking: RwSignal::new(false),
        is_busy: RwSignal::new(false),
        failure: RwSignal::new(None),
    };
    view! {
        {move || match is_disabled.get() {
            true => view! {
                <BusyButton
                    id=BUTTON_ID
                    label=text::service_user::ENABLE
                    busy_label=text::service_user::ENABLING
                    busy=switch.is_busy
                    on_press=Callback::new(move |()| switch.enable())
                />
                <SwitchFailure
                    switch=switch
                    not_made=text::service_user::NOT_ENABLED
                    on_retry=Callback::new(move |()| switch.enable())
                />
            }
            .into_any(),
            false => view! {
                <button type="button" class="button" id=BUTTON_ID on:click=move |_| switch.ask()>
                    {text::service_user::DISABLE_QUESTION}
                </button>
            }
            .into_any(),
        }}
        <Show when=move || switch.is_asking.get() && !is_disabled.get()>
            <DisableWindow switch=switch />
        </Show>
    }
}

/// Says what will stop working, and asks.
#[component]
fn DisableWindow(switch: Switch) -> impl IntoView {
    let close = Callback::new(move |()| switch.close());
    let disable = Callback::new(move |()| switch.disable());
    view! {
        <Dialog labelled_by="disable-heading" on_close_attempt=close>
            <div class="dialog-body">
                <h2 id="disable-heading">{text::service_user::DISABLE_TITLE}</h2>
                <p class="dialog-name">{move || switch.subject.name().with(|name| visible(name))}</p>
                <p>{text::service_user::DISABLE_LEAD}</p>
                <WhatStops subject=switch.subject />
                <SwitchFailure switch=switch not_made=text::service_user::NOT_DISABLED on_retry=disable />
            </div>
            <div class="dialog-foot">
                <div class="button-row button-row-end">
                    <button type="button" class="button" on:click=move |_| switch.close()>
                        {text::service_user::CANCEL}
                    </button>
                    <BusyButton
                        label=text::service_user::DISABLE
                        busy_label=text::service_user::DISABLING
                        busy=switch.is_busy
                        dangerous=true
                        on_press=disable
                    />
                </div>
            </div>
        </Dialog>
    }
}

/// Why it was not done, or that nobody knows.
#[component]
fn SwitchFailure(switch: Switch, not_made: &'static str, on_retry: Callback<()>) -> impl IntoView {
    let look = Callback::new(move |()| switch.look());
    move || {
        switch.failure.get().map(|failure| {
            view! {
                <ChangeFailureNotice
                    failure=failure
                    not_made=not_made
                    unknown=text::service_user::STATUS_UNKNOWN
                    on_retry=on_retry
                    on_look=look
                />
            }
        })
    }
}

/// What was done, in words.
fn done(user: &ServiceUser, enables: bool, today: UtcDay) -> String {
    match (enables, user.standing(today)) {
        (true, Standing::Expired) => text::service_user::enabled_and_over(&user.friendly_name),
        _ => text::row_actions::done(&user.friendly_name, enables),
    }
}
