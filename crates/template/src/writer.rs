//! Writes templates as the text that the reader takes: always the same text for the same templates.

use serde::Serialize;

use crate::{EndDateRule, Grant, Template, TemplateDraft};

/// What a file of templates calls itself.
pub(crate) const FORMAT: &str = "service-user-helper/templates";

/// The version of the shape. A member that older versions of this app do not know needs a new one.
pub(crate) const VERSION: u32 = 1;

/// What stands for *no end date*.
pub(crate) const NO_END_DATE: &str = "none";

/// A file, for people to read and compare: a member a line, and a line feed at the end.
pub(crate) fn file<'a>(templates: impl Iterator<Item = &'a Template>) -> String {
    // Texts, numbers and lists of them can always be written.
    let mut text = serde_json::to_string_pretty(&Document::of(templates)).unwrap_or_default();
    text.push('\n');
    text
}

/// The same without white space, for a link.
pub(crate) fn compact(template: &Template) -> String {
    // Texts, numbers and lists of them can always be written.
    serde_json::to_string(&Document::of(std::iter::once(template))).unwrap_or_default()
}

#[derive(Serialize)]
struct Document<'a> {
    format: &'static str,
    version: u32,
    templates: Vec<Record<'a>>,
}

impl<'a> Document<'a> {
    fn of(templates: impl Iterator<Item = &'a Template>) -> Self {
        Self {
            format: FORMAT,
            version: VERSION,
            templates: templates
                .map(|template| Record::of(template.as_draft()))
                .collect(),
        }
    }
}

/// A template; what it does not set is left out.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Record<'a> {
    name: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    explanation: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    friendly_name_prefix: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    description: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    end_date: Option<EndDateRecord>,
    #[serde(skip_serializing_if = "str::is_empty")]
    email: &'a str,
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    accounts: &'a [String],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    managers: Vec<GrantRecord<'a>>,
}

#[derive(Serialize)]
#[serde(untagged)]
enum EndDateRecord {
    Word(&'static str),
    #[serde(rename_all = "camelCase")]
    Days {
        days_from_today: u32,
    },
}

#[derive(Serialize)]
struct GrantRecord<'a> {
    manager: &'a str,
    roles: &'a [String],
}

impl<'a> Record<'a> {
    fn of(draft: &'a TemplateDraft) -> Self {
        let grant = |grant: &'a Grant| GrantRecord {
            manager: &grant.manager,
            roles: &grant.roles,
        };
        Self {
            name: &draft.name,
            explanation: &draft.explanation,
            friendly_name_prefix: &draft.friendly_name_prefix,
            description: &draft.description,
            end_date: draft.end_date.map(|rule| match rule {
                EndDateRule::NoEndDate => EndDateRecord::Word(NO_END_DATE),
                EndDateRule::DaysFromToday(days_from_today) => EndDateRecord::Days { days_from_today },
            }),
            email: &draft.email,
            accounts: &draft.accounts,
            managers: draft.managers.iter().map(grant).collect(),
        }
    }
}
