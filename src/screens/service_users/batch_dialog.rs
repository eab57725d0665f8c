//! The window of a batch: the question, the progress, and what came of each.

use super::bulk_bar::button_id;
use crate::batch::{BatchKind, Item, Outcome, Reason, Stage, use_batch};
use crate::components::{Dialog, HostBadge, focus_by_id, focus_if_lost};
use crate::text;
use crate::workspace::use_workspace;
use leptos::prelude::*;
use service_user::{EndDatePreset, UtcDay, visible};

/// The id of the window's heading.
const HEADING_ID: &str = "batch-heading";

/// The id of the button that stops it.
const STOP_ID: &str = "batch-stop";

/// The id of the button that closes the window in the end.
const CLOSE_ID: &str = "batch-close";

/// The id of the field for the new end date.
const DAY_ID: &str = "batch-end-date";

/// How many results are listed at most; the counts tell of the rest.
const MOST_LISTED: usize = 200;

/// The window, while there is a batch.
#[component]
pub(super) fn BatchDialog() -> impl IntoView {
    let batch = use_batch();
    move || batch.kind().get().map(|kind| view! { <OpenDialog kind=kind /> })
}

#[component]
fn OpenDialog(kind: BatchKind) -> impl IntoView {
    let batch = use_batch();
    let workspace = use_workspace();
    let counts = batch.counts();
    let count = counts.get_untracked().all;
    let close = Callback::new(move |()| {
        batch.close();
        if batch.kind().with_untracked(Option::is_none) {
            focus_by_id(button_id(kind));
        }
    });
    // The button that was pressed is gone.
    effect(move |_| match batch.stage() {
        Stage::Asking => {}
        Stage::Running => focus_if_lost(STOP_ID),
        Stage::Over => focus_if_lost(CLOSE_ID),
    });
    let has_day = Memo::new(move |_| {
        let day = batch.end_date.with(|typed| UtcDay::parse(typed));
        kind != BatchKind::Extend || day.is_some_and(|day| day >= workspace.today.get())
    });
    let start = move || match has_day.get_untracked() {
        true => batch.run(),
        false => focus_by_id(DAY_ID),
    };
    let open = Memo::new(move |_| counts.get().open());
    view! {
        <Dialog labelled_by=HEADING_ID on_close_attempt=close>
            <div class="dialog-body">
                <h2 id=HEADING_ID>{text::batch::title(kind, count)}</h2>
                <HostBadge host=Signal::derive(move || workspace.account_manager()) />
                {move || match batch.stage() {
                    Stage::Asking => view! { <Question kind=kind count=count /> }.into_any(),
                    Stage::Running | Stage::Over => view! { <Progress kind=kind /> }.into_any(),
                }}
            </div>
            <div class="dialog-foot">
                <div class="button-row button-row-end">
                    {move || match batch.stage() {
                        Stage::Asking => view! {
                            <button type="button" class="button" on:click=move |_| close.run(())>
                                {text::batch::CANCEL}
                            </button>
                            <button
                                type="button"
                                class="button button-primary"
                                aria-disabled=move || (!has_day.get()).then_some("true")
                                on:click=move |_| start()
                            >
                                {move || if has_day.get() { text::batch::start(kind) } else { text::batch::CHOOSE_A_DAY }}
                            </button>
                        }
                        .into_any(),
                        Stage::Running => view! {
                            <button type="button" class="button" id=STOP_ID on:click=move |_| batch.stop()>
                                {move || match batch.pause() {
                                    None => text::batch::STOP,
                                    Some(_) => text::batch::STOP_NOW,
                                }}
                            </button>
                        }
                        .into_any(),
                        Stage::Over => view! {
                            {(open.get() > 0).then(|| view! {
                                <button type="button" class="button" on:click=move |_| batch.run()>
                                    {text::batch::try_again(open.get())}
                                </button>
                            })}
                            <button
                                type="button"
                                class="button button-primary"
                                id=CLOSE_ID
                                on:click=move |_| close.run(())
                            >
                                {text::batch::CLOSE}
                            </button>
                        }
                        .into_any(),
                    }}
                </div>
            </div>
        </Dialog>
    }
}

/// What will happen, and until when the service users are to work.
#[component]
fn Question(kind: BatchKind, count: usize) -> impl IntoView {
    view! {
        <p>{text::batch::question(kind, count)}</p>
        {(kind == BatchKind::Extend).then(|| view! { <DayField /> })}
    }
}

/// The new end date: a preset or a day.
#[component]
fn DayField() -> impl IntoView {
    let batch = use_batch();
    let workspace = use_workspace();
    let day = batch.end_date;
    let policy = workspace.at_start(|start| start.organisation.policy.clone());
    let preset = move |preset: EndDatePreset| {
        let last_day = move || preset.last_day(workspace.today.get()).to_string();
        view! {
            <button
                type="button"
                class="button button-small"
                aria-pressed=move || if day.with(|day| *day == last_day()) { "true" } else { "false" }
                on:click=move |_| day.set(untrack(last_day))
            >
                {text::create::preset(preset.days())}
            </button>
        }
    };
    let remark = move || {
        day.with(|typed| match UtcDay::parse(typed) {
            None if typed.is_empty() => String::new(),
            None => text::batch::NOT_A_DAY.to_owned(),
            Some(day) if day < workspace.today.get() => text::batch::PAST.to_owned(),
            Some(day) => text::create::valid_until(day),
        })
    };
    view! {
        <div class="field">
            <label class="field-label" for=DAY_ID>{text::batch::NEW_END_DATE}</label>
            <p class="field-hint" id="batch-end-date-hint">{text::create::END_DATE_REQUIRED_HINT}</p>
            <input
                class="field-input end-date-input"
                id=DAY_ID
                type="text"
                inputmode="numeric"
                autocomplete="off"
                spellcheck="false"
                placeholder="YYYY-MM-DD"
                aria-describedby="batch-end-date-hint batch-end-date-remark"
                prop:value=move || day.get()
                on:input=move |event| day.set(event_target_value(&event).trim().to_owned())
            />
            <div class="button-row" role="group" aria-label=text::create::END_DATE_PRESETS>
                {EndDatePreset::allowed(&policy).map(preset).collect_view()}
            </div>
            <p class="end-date-instant" id="batch-end-date-remark" aria-live="polite">{remark}</p>
        </div>
    }
}

/// How far it is, and what came of each.
#[component]
fn Progress(kind: BatchKind) -> impl IntoView {
    let batch = use_batch();
    let host = untrack(|| use_workspace().host_name());
    let counts = batch.counts();
    let lines = move || {
        let items = batch.items(MOST_LISTED).into_iter();
        items.map(|item| view! { <Line item=item /> }).collect_view()
    };
    let unlisted = move || counts.get().all.saturating_sub(MOST_LISTED);
    view! {
        <progress
            class="batch-progress"
            max=move || counts.get().all.to_string()
            prop:value=move || counts.get().settled().to_string()
            aria-label=text::batch::PROGRESS
        ></progress>
        <p role="status">{move || match batch.stage() {
            Stage::Asking | Stage::Running => match batch.pause() {
                None => text::batch::so_far(counts.get()),
                Some(pause) => text::batch::pausing(counts.get(), &host, pause),
            },
            Stage::Over => text::batch::summary(kind, counts.get()),
        }}</p>
        // A list that scrolls has to be within the keyboard's reach.
        <ul class="batch-items" tabindex="0" aria-label=text::batch::RESULTS>{lines}</ul>
        {move || (unlisted() > 0).then(|| view! { <p class="field-hint">{text::batch::unlisted(unlisted())}</p> })}
    }
}

/// One service user and what came of it.
#[component]
fn Line(item: Item) -> impl IntoView {
    let host = untrack(|| use_workspace().host_name());
    let (class, words) = match item.outcome {
        Outcome::Waiting => ("", text::batch::WAITING.to_owned()),
        Outcome::Working => ("", text::batch::WORKING.to_owned()),
        Outcome::Done => ("batch-outcome-good", text::batch::DONE.to_owned()),
        Outcome::LeftAlone(reason) => ("", left_alone(reason)),
        Outcome::Faulty(faults) => {
            let messages = faults.iter().map(service_user::Fault::message);
            ("batch-outcome-bad", messages.collect::<Vec<_>>().join(" "))
        }
        Outcome::Failed(error) => ("batch-outcome-bad", text::failure::what_happened(&error, &host)),
    };
    view! {
        <li class="batch-item">
            <span class="batch-name">{visible(&item.name)}</span>
            <span class=format!("batch-outcome {class}")>{words}</span>
        </li>
    }
}

fn left_alone(reason: Reason) -> String {
    match reason {
        Reason::EndsLater(day) => text::batch::ends_later(day),
        Reason::NoEndDate => text::batch::NO_END_DATE.to_owned(),
        Reason::UnreadEndDate => text::batch::UNREAD_END_DATE.to_owned(),
        Reason::Disabled => text::batch::DISABLED_ALREADY.to_owned(),
        Reason::Enabled => text::batch::ENABLED_ALREADY.to_owned(),
    }
}
