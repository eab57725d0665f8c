//! *Audit log*: what was done to a service user, and what it did.

use super::subject::Subject;
use crate::components::{FailureNotice, Loading};
use crate::text;
use crate::workspace::{Load, use_workspace};
use account_api::{AuditLogEntry, AuditLogFilter, Error, ErrorKind};
use chrono::Days;
use leptos::prelude::*;
use leptos::task::spawn_local;
use service_user::{UserId, UtcDay, visible, visible_lines};

/// How many entries are shown at first, and how many more each time.
const ENTRIES_AT_ONCE: usize = 10;

/// How far back its own entries are read: a busy integration leaves very many, and the API has no other bound for them.
const DAYS_BACK: u32 = 30;

/// Which entries.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Side {
    /// What was done to it.
    Done,
    /// What it did.
    Doing,
}

/// Both sides, each read and failing by itself.
#[component]
pub(super) fn AuditLog(subject: Subject) -> impl IntoView {
    view! {
        <section class="panel" aria-labelledby="audit-log-heading">
            <h2 id="audit-log-heading">{text::service_user::AUDIT_LOG}</h2>
            <Entries subject=subject side=Side::Done />
            <Entries subject=subject side=Side::Doing />
        </section>
    }
}

/// The entries of one side.
#[component]
fn Entries(subject: Subject, side: Side) -> impl IntoView {
    let workspace = use_workspace();
    let entries = RwSignal::new(Load::<Vec<AuditLogEntry>>::Pending);
    let limit = RwSignal::new(ENTRIES_AT_ONCE);
    let name = subject.follow(|user| user.friendly_name.clone());
    let id = StoredValue::new(subject.id());
    let load = move |filter: AuditLogFilter| {
        let Some(connection) = workspace.connection.get_untracked() else {
            return;
        };
        // What was read before stays until the answer is there.
        if entries.with_untracked(|entries| entries.ready().is_none()) {
            entries.set(Load::Pending);
        }
        let (id, name) = (id.get_value(), name.get_untracked());
        spawn_local(async move {
            let found = connection.audit_log(&filter).await;
            let found = found.map(|found| newest_first(found, |entry| side.holds(entry, &id, &name)));
            entries.try_set(found.into());
        });
    };
    let filter = move || match side {
        Side::Done => AuditLogFilter {
            resource_id: Some(id.with_value(ToString::to_string)),
            ..AuditLogFilter::default()
        },
        Side::Doing => AuditLogFilter {
            user_name: Some(name.get()),
            from: Some(days_before(workspace.today.get_untracked(), DAYS_BACK)),
            ..AuditLogFilter::default()
        },
    };
    // Its own entries are found by its friendly name; what is done on this page makes a new entry about it.
    effect(move |_| match side {
        Side::Done => {
            subject.changes().track();
            load(filter());
        }
        Side::Doing if name.with(String::is_empty) => entries.set(Load::Ready(Vec::new())),
        Side::Doing => load(filter()),
    });
    let retry = Callback::new(move |()| load(untrack(filter)));
    let heading_id = side.heading_id();
    view! {
        <div class="audit-side">
            <h3 id=heading_id>{side.heading()}</h3>
            {move || match entries.get() {
                Load::Pending => view! { <Loading label=text::service_user::LOADING_ENTRIES /> }.into_any(),
                Load::Failed(error) => view! { <Failed side=side error=error on_retry=retry /> }.into_any(),
                Load::Ready(entries) if entries.is_empty() => {
                    view! { <p class="field-hint">{side.none()}</p> }.into_any()
                }
                Load::Ready(entries) => view! { <Table side=side entries=entries limit=limit /> }.into_any(),
            }}
        </div>
    }
}

impl Side {
    /// Whether an entry belongs here. The API narrows by a part of the name alone, and another name may hold this one.
    fn holds(self, entry: &AuditLogEntry, id: &UserId, name: &str) -> bool {
        match (self, &entry.user_id) {
            (Side::Done, _) => entry
                .resource_id
                .as_deref()
                .is_none_or(|resource| resource == id.as_str()),
            (Side::Doing, Some(user)) => user == id.as_str(),
            (Side::Doing, None) => entry.user_name == name,
        }
    }

    fn heading_id(self) -> &'static str {
        match self {
            Side::Done => "audit-done-heading",
            Side::Doing => "audit-doing-heading",
        }
    }

    fn heading(self) -> String {
        match self {
            Side::Done => text::service_user::DONE_TO_IT.to_owned(),
            Side::Doing => text::service_user::done_by_it(DAYS_BACK),
        }
    }

    fn none(self) -> &'static str {
        match self {
            Side::Done => text::service_user::NOTHING_DONE_TO_IT,
            Side::Doing => text::service_user::NOTHING_DONE_BY_IT,
        }
    }

    fn failed(self) -> &'static str {
        match self {
            Side::Done => text::service_user::DONE_TO_IT_FAILED,
            Side::Doing => text::service_user::DONE_BY_IT_FAILED,
        }
    }

    /// The heading of the column that tells the entries of this side apart.
    fn other_party(self) -> &'static str {
        match self {
            Side::Done => text::service_user::ENTRY_BY,
            Side::Doing => text::service_user::ENTRY_ON,
        }
    }
}

/// Why there is nothing to show.
#[component]
fn Failed(side: Side, error: Error, on_retry: Callback<()>) -> impl IntoView {
    match (error.status(), error.kind) {
        (_, ErrorKind::NotPermitted) => {
            view! { <p class="field-hint">{text::service_user::AUDIT_LOG_NOT_PERMITTED}</p> }.into_any()
        }
        (Some(404 | 405 | 501), _) => {
            view! { <p class="field-hint">{text::service_user::AUDIT_LOG_NOT_OFFERED}</p> }.into_any()
        }
        _ => view! { <FailureNotice error=error lead=side.failed() of_part=true on_retry=on_retry /> }
            .into_any(),
    }
}

#[component]
fn Table(side: Side, entries: Vec<AuditLogEntry>, limit: RwSignal<usize>) -> impl IntoView {
    let all = entries.len();
    let entries = StoredValue::new(entries);
    let rows = move || {
        entries.with_value(|entries| {
            let shown = entries.iter().take(limit.get());
            shown.map(|entry| row(side, entry)).collect_view()
        })
    };
    view! {
        <table class="records" role="table" aria-labelledby=side.heading_id()>
            <thead role="rowgroup">
                <tr role="row">
                    <th role="columnheader" scope="col" class="records-when">{text::service_user::ENTRY_WHEN}</th>
                    <th role="columnheader" scope="col">{text::service_user::ENTRY_ACTION}</th>
                    <th role="columnheader" scope="col">{side.other_party()}</th>
                    <th role="columnheader" scope="col" class="records-result">{text::service_user::ENTRY_RESULT}</th>
                </tr>
            </thead>
            <tbody role="rowgroup">{rows}</tbody>
        </table>
        <Show when=move || { limit.get() < all }>
            <div class="button-row">
                <button
                    type="button"
                    class="button button-small"
                    aria-describedby=side.heading_id()
                    on:click=move |_| limit.update(|limit| *limit += ENTRIES_AT_ONCE)
                >
                    {text::service_user::SHOW_MORE}
                </button>
                <span class="field-hint">{move || text::service_user::entry_count(limit.get(), all)}</span>
            </div>
        </Show>
    }
}

fn row(side: Side, entry: &AuditLogEntry) -> impl IntoView + use<> {
    let when = match entry.timestamp {
        None => text::service_user::NOTHING.to_owned(),
        Some(instant) => text::service_user::minute(instant),
    };
    let other_party = match side {
        Side::Done => first_given([&entry.user_name, entry.user_id.as_deref().unwrap_or_default()]),
        Side::Doing => first_given([
            &entry.resource_name,
            entry.resource_id.as_deref().unwrap_or_default(),
        ]),
    };
    let kind = match side {
        Side::Done => "",
        Side::Doing => entry.resource_type.as_str(),
    };
    let result = match entry.status.eq_ignore_ascii_case("FAILURE") {
        true => "audit-failure",
        false => "",
    };
    view! {
        <tr role="row">
            <td role="cell" class="records-name">{when}</td>
            <td role="cell" data-label=text::service_user::ENTRY_ACTION>
                <code>{visible(&entry.action)}</code>
                {remark(&entry.message)}
            </td>
            <td role="cell" data-label=side.other_party()>{visible(other_party)} {remark(kind)}</td>
            <td role="cell" data-label=text::service_user::ENTRY_RESULT>
                <code class=result>{visible(&entry.status)}</code>
            </td>
        </tr>
    }
}

/// What is said in small letters below the rest of a cell.
fn remark(words: &str) -> impl IntoView + use<> {
    let words = visible_lines(words);
    (!words.is_empty()).then(|| view! { <span class="records-remark">{words}</span> })
}

fn first_given(texts: [&str; 2]) -> &str {
    let given = texts.into_iter().find(|text| !text.is_empty());
    given.unwrap_or(text::service_user::NOTHING)
}

/// The order of the answer is the API's own; one without a time comes last.
fn newest_first(
    mut entries: Vec<AuditLogEntry>,
    belongs: impl Fn(&AuditLogEntry) -> bool,
) -> Vec<AuditLogEntry> {
    entries.retain(|entry| belongs(entry));
    entries.sort_by_key(|entry| std::cmp::Reverse(entry.timestamp));
    entries
}

/// So many days earlier; at the beginning of the calendar, its first day.
fn days_before(day: UtcDay, days: u32) -> UtcDay {
    let earlier = day.date().checked_sub_days(Days::new(u64::from(days)));
    earlier.map_or(UtcDay::MIN, UtcDay::from_date)
}
