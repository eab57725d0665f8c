//! What a template sets, for a person to read.

use crate::text;
use crate::workspace::use_workspace;
use leptos::prelude::*;
use service_user::{EndDateChoice, Field, UtcDay, visible, visible_lines};
use template::{EndDateRule, Grant, TemplateDraft};

/// Every field that a template sets, with what it sets it to.
#[component]
pub fn TemplateContents(
    /// The template, which may be one that is still being made.
    template: TemplateDraft,
) -> impl IntoView {
    let today = use_workspace().today;
    let row = |field: Field, value: AnyView| {
        view! {
            <div>
                <dt>{text::templates::field(field)}</dt>
                <dd>{value}</dd>
            </div>
        }
    };
    let text_row = move |field: Field, text: String| {
        (!text.is_empty()).then(|| {
            row(
                field,
                view! { <span class="template-text">{text}</span> }.into_any(),
            )
        })
    };
    let prefix = match template.friendly_name_prefix.as_str() {
        "" => String::new(),
        prefix => text::templates::begins_with(prefix),
    };
    let end_date = template.end_date.map(|rule| {
        row(
            Field::EndDate,
            view! { {move || text::templates::end_date(rule, last_day(rule, today.get()))} }.into_any(),
        )
    });
    let accounts = (!template.accounts.is_empty()).then(|| {
        let items = template
            .accounts
            .into_iter()
            .map(|name| view! { <li>{visible(&name)}</li> })
            .collect_view();
        row(
            Field::Accounts,
            view! { <ul class="template-list">{items}</ul> }.into_any(),
        )
    });
    let managers = (!template.managers.is_empty()).then(|| {
        let items = template.managers.into_iter().map(grant).collect_view();
        row(
            Field::Managers,
            view! { <ul class="template-list">{items}</ul> }.into_any(),
        )
    });
    view! {
        <dl class="template-contents">
            {text_row(Field::FriendlyName, prefix)}
            {text_row(Field::Description, visible_lines(&template.description))}
            {end_date}
            {text_row(Field::Email, visible(&template.email))}
            {accounts}
            {managers}
        </dl>
    }
}

fn grant(grant: Grant) -> impl IntoView {
    let roles = match grant.roles.is_empty() {
        true => text::templates::NO_ROLES.to_owned(),
        false => {
            let roles = grant.roles.iter().map(|role| visible(role));
            roles.collect::<Vec<_>>().join(", ")
        }
    };
    view! {
        <li>
            <span class="template-manager">{visible(&grant.manager)}": "</span>
            {roles}
        </li>
    }
}

/// The day that a rule comes to today; for no end date it is not shown.
fn last_day(rule: EndDateRule, today: UtcDay) -> UtcDay {
    match rule.choice(today) {
        EndDateChoice::Typed(day) => UtcDay::parse(&day).unwrap_or(today),
        EndDateChoice::NoEndDate | EndDateChoice::Unanswered => today,
    }
}
