//! A difference, field by field.

use crate::text;
use crate::workspace::use_workspace;
use leptos::prelude::*;
use service_user::{Change, Difference, EndDate, Field, NamedAccount, NamedRole, SetChange, visible};

/// What becomes of each field that changes: its value before and after, or what is added and what is taken away. Words say which
/// is which; colour only helps.
#[component]
pub(super) fn DifferenceList(
    /// The difference.
    difference: Difference,
    /// Whether it was made already, by somebody else.
    #[prop(optional)]
    is_done: bool,
) -> impl IntoView {
    let workspace = use_workspace();
    let accounts = workspace.accounts.with_untracked(|accounts| {
        difference
            .accounts
            .named(accounts.ready().map_or(&[], Vec::as_slice))
    });
    let roles = workspace
        .roles
        .with_untracked(|roles| difference.roles.named(roles.ready().map_or(&[], Vec::as_slice)));
    let text_row = |field: Field, change: Option<Change<String>>| {
        change.map(|change| {
            from_to(
                field,
                text::create::given(&change.from),
                text::create::given(&change.to),
            )
        })
    };
    let end_date = difference.end_date.map(|change| {
        from_to(
            Field::EndDate,
            end_date_words(change.from),
            end_date_words(change.to),
        )
    });
    view! {
        <dl class="difference">
            {text_row(Field::FriendlyName, difference.friendly_name)}
            {text_row(Field::Description, difference.description)}
            {end_date}
            {text_row(Field::Email, difference.email)}
            {(!accounts.is_empty()).then(|| set_row(Field::Accounts, accounts, is_done, account_words))}
            {(!roles.is_empty()).then(|| set_row(Field::Roles, roles, is_done, role_words))}
        </dl>
    }
}

/// An end date in words; `None` for one that could not be read.
pub(super) fn end_date_words(end_date: Option<EndDate>) -> String {
    match end_date {
        None => text::service_users::UNREAD_END_DATE.to_owned(),
        Some(EndDate::NoEndDate) => text::create::NO_END_DATE.to_owned(),
        Some(EndDate::LastDay(day)) => text::create::last_instant(&day.to_string()),
    }
}

fn from_to(field: Field, from: String, to: String) -> AnyView {
    view! {
        <div class="difference-field">
            <dt>{text::change::field(field)}</dt>
            <dd class="difference-before">
                <span class="difference-word">{text::change::BEFORE}</span>
                <del>{from}</del>
            </dd>
            <dd class="difference-after">
                <span class="difference-word">{text::change::AFTER}</span>
                <ins>{to}</ins>
            </dd>
        </div>
    }
    .into_any()
}

fn set_row<T>(field: Field, change: SetChange<T>, is_done: bool, words: fn(T) -> String) -> AnyView {
    let (added, taken_away) = match is_done {
        false => (text::change::WILL_BE_ADDED, text::change::WILL_BE_TAKEN_AWAY),
        true => (text::change::WAS_ADDED, text::change::WAS_TAKEN_AWAY),
    };
    let added_items = change.added.into_iter().map(|item| {
        view! {
            <dd class="difference-after">
                <span class="difference-word">{added}</span>
                <ins>{words(item)}</ins>
            </dd>
        }
    });
    let taken_away_items = change.taken_away.into_iter().map(|item| {
        view! {
            <dd class="difference-before">
                <span class="difference-word">{taken_away}</span>
                <del>{words(item)}</del>
            </dd>
        }
    });
    view! {
        <div class="difference-field">
            <dt>{text::change::field(field)}</dt>
            {taken_away_items.collect_view()}
            {added_items.collect_view()}
        </div>
    }
    .into_any()
}

fn account_words(account: NamedAccount) -> String {
    visible(&account.name)
}

fn role_words(role: NamedRole) -> String {
    match role.manager {
        Some(manager) => text::change::role_of(&role.name, &manager),
        None => visible(&role.name),
    }
}
