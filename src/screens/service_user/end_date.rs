//! *End date*: until when a service user works, and the ways to make that later and to be reminded of it.

use super::extending::Extending;
use super::subject::Subject;
use crate::components::focus_by_id;
use crate::platform::save_file;
use crate::workspace::use_workspace;
use crate::{clock, text};
use exports::{Calendar, FileKind};
use leptos::prelude::*;
use service_user::ExpiryThreshold;

/// The id of the button that opens the choice of another end date.
const EXTEND_BUTTON_ID: &str = "extend";

/// The end date, the instant that it means in UTC and in the person's own time, and what can be done about it.
#[component]
pub(super) fn EndDatePanel(subject: Subject) -> impl IntoView {
    let workspace = use_workspace();
    let end_date = subject.follow(|user| user.end_date);
    let is_over = Memo::new(move |_| {
        end_date
            .get()
            .is_some_and(|last_day| last_day < workspace.today.get())
    });
    let is_extending = RwSignal::new(false);
    let works_on = subject.follow(|user| !user.has_unread_end_date());
    let without = subject.follow(text::service_users::no_end_date);
    let facts = move || match end_date.get() {
        None => view! {
            <p class="end-date-day">{move || without.get()}</p>
            <Show when=move || works_on.get()>
                <p class="field-hint">{text::create::WORKS_UNTIL_DISABLED}</p>
            </Show>
        }
        .into_any(),
        Some(day) => view! {
            <p class="end-date-day">{day.to_string()} <DaysLeft subject=subject /></p>
            <p class="end-date-instant">
                <strong>{text::create::valid_until(day)}</strong>
                <br />
                {text::create::local_time(&clock::last_instant_in_local_time(day))}
            </p>
        }
        .into_any(),
    };
    let label = move || match end_date.get() {
        None => text::service_user::SET_END_DATE,
        Some(_) => text::service_user::EXTEND,
    };
    let close = Callback::new(move |()| {
        is_extending.set(false);
        focus_by_id(EXTEND_BUTTON_ID);
    });
    view! {
        <section class="panel" aria-labelledby="end-date-heading">
            <h2 id="end-date-heading">{text::service_user::END_DATE}</h2>
            <div class="end-date-facts">{facts}</div>
            <Show when=move || is_over.get()>
                <p class="field-hint">{text::service_user::END_DATE_OVER}</p>
            </Show>
            <Show
                when=move || is_extending.get()
                fallback=move || view! {
                    <div class="button-row">
                        {workspace.may_manage_users().then(|| view! {
                            <button
                                type="button"
                                class="button"
                                id=EXTEND_BUTTON_ID
                                on:click=move |_| {
                                    subject.say_nothing();
                                    is_extending.set(true);
                                }
                            >
                                {label}
                            </button>
                        })}
                        <CalendarFile subject=subject />
                    </div>
                }
            >
                <Extending subject=subject on_close=close />
            </Show>
        </section>
    }
}

/// How many days are left, pointed out where it ends soon or is over; nothing without an end date.
#[component]
pub(super) fn DaysLeft(subject: Subject) -> impl IntoView {
    let today = use_workspace().today;
    let end_date = subject.follow(|user| user.end_date);
    move || {
        end_date.get().map(|day| {
            let days = today.get().days_until(day);
            let class = match (days < 0, ExpiryThreshold::reached(days)) {
                (true, _) => "days-left days-past",
                (false, Some(_)) => "days-left days-soon",
                (false, None) => "days-left",
            };
            view! { <span class=class>{text::service_users::days_left(days)}</span> }
        })
    }
}

/// Hands the end date over as a calendar file; nothing where there is none that is still to come.
#[component]
fn CalendarFile(subject: Subject) -> impl IntoView {
    let workspace = use_workspace();
    let end_date = subject.follow(|user| user.end_date);
    let is_to_come = Memo::new(move |_| {
        end_date
            .get()
            .is_some_and(|last_day| last_day >= workspace.today.get())
    });
    let result = RwSignal::new(None::<&'static str>);
    let save = move |_| {
        let host = untrack(|| workspace.host_name());
        let Some(user) = subject.user().get_untracked() else {
            return;
        };
        let Some(content) = Calendar::of([&user], &host, clock::now()).text else {
            return;
        };
        let name = FileKind::Calendar.name(Some(&user.friendly_name), &host, workspace.today.get_untracked());
        result.set(Some(
            match save_file(&name, FileKind::Calendar.media_type(), &content) {
                Ok(()) => text::service_user::CALENDAR_SAVED,
                Err(_) => text::service_user::CALENDAR_NOT_SAVED,
            },
        ));
    };
    view! {
        <Show when=move || is_to_come.get()>
            <button type="button" class="button" on:click=save>{text::service_user::CALENDAR_FILE}</button>
            <span class="copying-result" role="status">{move || result.get()}</span>
        </Show>
    }
}
