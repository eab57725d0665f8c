//! The present choices of a draft, as a template.

use std::collections::BTreeSet;
use std::fmt;

use service_user::{Account, AccountId, Draft, EndDate, EndDateChoice, Field, ManagerCode, Role, UtcDay};

use crate::end_date_rule::is_unanswered;
use crate::lookup::{find, managers_of};
use crate::template_draft::{description_faults, email_faults, object_name_faults, prefix_faults};
use crate::{EndDateRule, Grant, TemplateDraft, TemplateFaultKind, wording};

/// What [`TemplateDraft::of`] made of a draft.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choices {
    /// The template, still without a name. A name and, where the draft had nothing to take over, something to set are all
    /// that [`check`](TemplateDraft::check) can still find missing.
    pub template: TemplateDraft,
    /// What was typed or chosen and is not in the template, in the form's order.
    pub left_out: Vec<LeftOut>,
}

/// Something that a template cannot take over. Displayed as a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOut {
    /// The field it is in.
    pub field: Field,
    /// Its name, where it is one of several choices and has a name here.
    pub name: Option<String>,
    /// Why it is left out.
    pub why: WhyLeftOut,
}

impl fmt::Display for LeftOut {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&wording::left_out(self))
    }
}

/// Why something is left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WhyLeftOut {
    /// A template cannot hold the text.
    Unfit(TemplateFaultKind),
    /// The end date is no day from today on.
    EndDateUnusable,
    /// The end date lies further ahead than a template can say.
    EndDateTooFar,
    /// It is not among those that can be chosen here, so it has no name.
    Unknown,
    /// Another one here has the same name, so that the name would not tell which is meant.
    SameName,
    /// The role belongs to a Manager that is not chosen or is left out.
    ManagerLeftOut,
    /// There are more than a template can have.
    TooMany {
        /// How many it can have.
        limit: usize,
    },
}

impl TemplateDraft {
    /// The present choices as a template, with names in place of ids and days from today in place of the end date.
    ///
    /// The friendly name is not taken over, because it belongs to one service user;
    /// [`suggested_prefix`](Self::suggested_prefix) has its beginning. `roles` and `accounts` are those that can be chosen,
    /// `today` is today in UTC.
    pub fn of(draft: &Draft, roles: &[Role], accounts: &[Account], today: UtcDay) -> Choices {
        let mut choices = Choices::default();
        choices.template.description =
            choices.text(Field::Description, &draft.description, description_faults);
        choices.template.end_date = choices.end_date(&draft.end_date, today);
        choices.template.email = choices.text(Field::Email, &draft.email, email_faults);
        choices.template.accounts = choices.accounts(&draft.accounts, accounts);
        choices.template.managers = choices.managers(draft, roles);
        choices
    }

    /// What a friendly name begins with, up to its first dash or underscore, such as `svc-` of `svc-build`; `None` where it has
    /// neither, or where no friendly name can begin so.
    pub fn suggested_prefix(friendly_name: &str) -> Option<&str> {
        let end = friendly_name.find(['-', '_'])? + 1;
        friendly_name
            .get(..end)
            .filter(|prefix| prefix_faults(prefix).is_empty())
    }
}

impl Choices {
    fn leave_out(&mut self, field: Field, name: Option<&str>, why: WhyLeftOut) {
        let name = name.map(str::to_owned);
        self.left_out.push(LeftOut { field, name, why });
    }

    fn text(&mut self, field: Field, text: &str, faults: fn(&str) -> Vec<TemplateFaultKind>) -> String {
        if text.trim().is_empty() {
            return String::new();
        }
        match faults(text).into_iter().next() {
            None => text.to_owned(),
            Some(fault) => {
                self.leave_out(field, None, WhyLeftOut::Unfit(fault));
                String::new()
            }
        }
    }

    fn end_date(&mut self, choice: &EndDateChoice, today: UtcDay) -> Option<EndDateRule> {
        if is_unanswered(choice) {
            return None;
        }
        let days = |last_day| u32::try_from(today.days_until(last_day)).ok();
        let rule = match EndDate::parse(choice, today) {
            Err(_) => Err(WhyLeftOut::EndDateUnusable),
            Ok(EndDate::NoEndDate) => Ok(EndDateRule::NoEndDate),
            Ok(EndDate::LastDay(last_day)) => match days(last_day) {
                Some(days) if days <= EndDateRule::MAX_DAYS => Ok(EndDateRule::DaysFromToday(days)),
                Some(_) | None => Err(WhyLeftOut::EndDateTooFar),
            },
        };
        match rule {
            Ok(rule) => Some(rule),
            Err(why) => {
                self.leave_out(Field::EndDate, None, why);
                None
            }
        }
    }

    fn accounts(&mut self, ids: &[AccountId], accounts: &[Account]) -> Vec<String> {
        let mut names = Vec::new();
        for id in distinct(ids) {
            let Some(account) = accounts.iter().find(|account| account.id == *id) else {
                self.leave_out(Field::Accounts, None, WhyLeftOut::Unknown);
                continue;
            };
            let found = find(&account.name, accounts.iter(), |account| &account.name);
            let is_alone = found.is_ok_and(|found| found.id == *id);
            let room = TemplateDraft::MAX_ACCOUNTS;
            let is_full = names.len() == room;
            names.extend(self.name(Field::Accounts, &account.name, is_alone, is_full.then_some(room)));
        }
        names
    }

    fn managers(&mut self, draft: &Draft, roles: &[Role]) -> Vec<Grant> {
        let managers = managers_of(roles);
        let mut grants: Vec<(&ManagerCode, Grant)> = Vec::new();
        for code in distinct(&draft.managers) {
            let Some(manager) = managers.iter().find(|manager| manager.code == *code) else {
                self.leave_out(Field::Managers, None, WhyLeftOut::Unknown);
                continue;
            };
            let found = find(&manager.name, managers.iter().copied(), |manager| &manager.name);
            let is_alone = found.is_ok_and(|found| found.code == *code);
            let room = TemplateDraft::MAX_MANAGERS;
            let is_full = grants.len() == room;
            let name = self.name(Field::Managers, &manager.name, is_alone, is_full.then_some(room));
            grants.extend(name.map(|manager| {
                (
                    code,
                    Grant {
                        manager,
                        roles: Vec::new(),
                    },
                )
            }));
        }
        for id in distinct(&draft.roles) {
            let Some(role) = roles.iter().find(|role| role.id == *id) else {
                self.leave_out(Field::Roles, None, WhyLeftOut::Unknown);
                continue;
            };
            let grant = grants.iter_mut().find(|(code, _)| **code == role.manager.code);
            let Some((code, grant)) = grant else {
                self.leave_out(Field::Roles, Some(&role.name), WhyLeftOut::ManagerLeftOut);
                continue;
            };
            let offered = roles.iter().filter(|role| role.manager.code == **code);
            let found = find(&role.name, offered, |role| &role.name);
            let is_alone = found.is_ok_and(|found| found.id == *id);
            let room = TemplateDraft::MAX_ROLES;
            let is_full = grant.roles.len() == room;
            grant
                .roles
                .extend(self.name(Field::Roles, &role.name, is_alone, is_full.then_some(room)));
        }
        grants.into_iter().map(|(_, grant)| grant).collect()
    }

    /// The name of a choice as a template has it, if it can have it; `full` is the limit that has been reached.
    fn name(&mut self, field: Field, name: &str, is_alone: bool, full: Option<usize>) -> Option<String> {
        let trimmed = name.trim();
        let why = match (object_name_faults(trimmed).into_iter().next(), full) {
            (Some(fault), _) => WhyLeftOut::Unfit(fault),
            (None, _) if !is_alone => WhyLeftOut::SameName,
            (None, Some(limit)) => WhyLeftOut::TooMany { limit },
            (None, None) => return Some(trimmed.to_owned()),
        };
        self.leave_out(field, Some(name), why);
        None
    }
}

/// The ids, each once.
fn distinct<T: Ord>(ids: &[T]) -> impl Iterator<Item = &T> {
    let mut seen = BTreeSet::new();
    ids.iter().filter(move |id| seen.insert(*id))
}
