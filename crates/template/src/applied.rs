//! Applying a template to a draft.

use std::fmt;

use service_user::{Account, Draft, Field, Manager, ManagerCode, Role, RoleId, UtcDay};

use crate::end_date_rule::is_unanswered;
use crate::lookup::{find, managers_of};
use crate::{Grant, Template, wording};

/// What applying a template did, and what it could not do.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Applied {
    /// The fields that hold now what the template sets, in the form's order.
    pub set: Vec<SetField>,
    /// What the template sets and the draft does not hold now, in the form's order.
    pub not_set: Vec<NotSet>,
}

/// A field that was set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SetField {
    /// The field.
    pub field: Field,
    /// Whether something that was typed or chosen there before is gone.
    pub replaced: bool,
}

/// Something that could not be set. Displayed as a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotSet {
    /// A friendly name was typed before that begins in another way; it stays.
    FriendlyNamePrefix {
        /// What the template would have it begin with.
        prefix: String,
    },
    /// An account was not found.
    Account {
        /// The name that the template has for it.
        name: String,
        /// Why not.
        why: WhyNotFound,
    },
    /// A Manager was not found, and so none of its roles was.
    Manager {
        /// The name that the template has for it.
        name: String,
        /// The names of the roles that the template grants there.
        roles: Vec<String>,
        /// Why not.
        why: WhyNotFound,
    },
    /// A role was not found.
    Role {
        /// The name that the template has for it.
        name: String,
        /// The Manager that should have it, as it is called here.
        manager: String,
        /// Why not.
        why: WhyNotFound,
    },
}

impl NotSet {
    /// The field it belongs to.
    pub fn field(&self) -> Field {
        match self {
            Self::FriendlyNamePrefix { .. } => Field::FriendlyName,
            Self::Account { .. } => Field::Accounts,
            Self::Manager { .. } => Field::Managers,
            Self::Role { .. } => Field::Roles,
        }
    }
}

impl fmt::Display for NotSet {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&wording::not_set(self))
    }
}

/// Why a name was not found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WhyNotFound {
    /// Nothing that can be chosen has this name.
    None,
    /// Several have it, and there is no telling which of them is meant.
    Several,
}

impl Template {
    /// Sets in a draft what the template sets, and nothing else.
    ///
    /// - The beginning of the friendly name is put there only where no friendly name was typed.
    /// - Description, end date and email take the place of what was typed.
    /// - Accounts, Managers and roles take the place of those chosen, so that no right is left over. Where nothing of what
    ///   the template names is found, the choice stays as it was; so do the roles of a Manager for which the template
    ///   names none.
    ///
    /// `roles` and `accounts` are those that can be chosen, `today` is today in UTC. Nothing is checked against the rules:
    /// the form does that, as with everything that is typed.
    pub fn apply(&self, draft: &mut Draft, roles: &[Role], accounts: &[Account], today: UtcDay) -> Applied {
        let sets = self.as_draft();
        let mut applied = Applied::default();
        applied.prefix(&sets.friendly_name_prefix, &mut draft.friendly_name);
        applied.text(Field::Description, &sets.description, &mut draft.description);
        if let Some(rule) = sets.end_date {
            let former = std::mem::replace(&mut draft.end_date, rule.choice(today));
            applied.set(
                Field::EndDate,
                !is_unanswered(&former) && former != draft.end_date,
            );
        }
        applied.text(Field::Email, &sets.email, &mut draft.email);
        applied.accounts(&sets.accounts, accounts, draft);
        applied.managers(&sets.managers, roles, draft);
        applied
    }
}

impl Applied {
    fn set(&mut self, field: Field, replaced: bool) {
        self.set.push(SetField { field, replaced });
    }

    fn prefix(&mut self, prefix: &str, friendly_name: &mut String) {
        match friendly_name.trim() {
            _ if friendly_name.starts_with(prefix) => {}
            "" => {
                prefix.clone_into(friendly_name);
                self.set(Field::FriendlyName, false);
            }
            _ => {
                let prefix = prefix.to_owned();
                self.not_set.push(NotSet::FriendlyNamePrefix { prefix });
            }
        }
    }

    fn text(&mut self, field: Field, text: &str, typed: &mut String) {
        if !text.is_empty() {
            let replaced = !typed.trim().is_empty() && typed != text;
            text.clone_into(typed);
            self.set(field, replaced);
        }
    }

    fn accounts(&mut self, names: &[String], accounts: &[Account], draft: &mut Draft) {
        let mut found = Vec::new();
        for name in names {
            match find(name, accounts.iter(), |account| &account.name) {
                Ok(account) => push_new(&mut found, account.id.clone()),
                Err(why) => {
                    let name = name.clone();
                    self.not_set.push(NotSet::Account { name, why });
                }
            }
        }
        self.choices(Field::Accounts, found, &mut draft.accounts);
    }

    fn managers(&mut self, grants: &[Grant], roles: &[Role], draft: &mut Draft) {
        let managers = managers_of(roles);
        let mut found: Vec<(&ManagerCode, Vec<RoleId>)> = Vec::new();
        let mut roles_not_found = Vec::new();
        for grant in grants {
            match find(&grant.manager, managers.iter().copied(), |manager| &manager.name) {
                Err(why) => self.not_set.push(NotSet::Manager {
                    name: grant.manager.clone(),
                    roles: grant.roles.clone(),
                    why,
                }),
                Ok(manager) => {
                    let ids = find_roles(&grant.roles, manager, roles, &mut roles_not_found);
                    // Two names that differ in case can mean the same Manager.
                    match found.iter_mut().find(|(code, _)| **code == manager.code) {
                        Some((_, known)) => ids.into_iter().for_each(|id| push_new(known, id)),
                        None => found.push((&manager.code, ids)),
                    }
                }
            }
        }
        self.not_set.append(&mut roles_not_found);
        if found.is_empty() {
            return;
        }
        let names_roles = found.iter().any(|(_, ids)| !ids.is_empty());
        let chosen: Vec<RoleId> = found
            .iter()
            .flat_map(|(code, ids)| match ids.as_slice() {
                [] => former_roles(code, roles, &draft.roles),
                ids => ids.to_vec(),
            })
            .collect();
        let codes = found.into_iter().map(|(code, _)| code.clone()).collect();
        self.choices(Field::Managers, codes, &mut draft.managers);
        let replaced = is_any_gone(&draft.roles, &chosen);
        draft.roles = chosen;
        if names_roles || replaced {
            self.set(Field::Roles, replaced);
        }
    }

    /// Puts what was found in the place of what was chosen; where nothing was found, what was chosen stays.
    fn choices<T: PartialEq>(&mut self, field: Field, found: Vec<T>, chosen: &mut Vec<T>) {
        if !found.is_empty() {
            let replaced = is_any_gone(chosen, &found);
            *chosen = found;
            self.set(field, replaced);
        }
    }
}

/// The roles of these names that a Manager has, each once; those that it has not are noted.
fn find_roles(
    names: &[String],
    manager: &Manager,
    roles: &[Role],
    not_found: &mut Vec<NotSet>,
) -> Vec<RoleId> {
    let offered = roles.iter().filter(|role| role.manager.code == manager.code);
    let mut ids = Vec::new();
    for name in names {
        match find(name, offered.clone(), |role| &role.name) {
            Ok(role) => push_new(&mut ids, role.id.clone()),
            Err(why) => not_found.push(NotSet::Role {
                name: name.clone(),
                manager: manager.name.clone(),
                why,
            }),
        }
    }
    ids
}

/// Those of the chosen roles that belong to a Manager.
fn former_roles(code: &ManagerCode, roles: &[Role], chosen: &[RoleId]) -> Vec<RoleId> {
    let is_offered = |id: &&RoleId| {
        roles
            .iter()
            .any(|role| role.id == **id && role.manager.code == *code)
    };
    chosen.iter().filter(is_offered).cloned().collect()
}

fn push_new<T: PartialEq>(items: &mut Vec<T>, item: T) {
    if !items.contains(&item) {
        items.push(item);
    }
}

fn is_any_gone<T: PartialEq>(before: &[T], now: &[T]) -> bool {
    before.iter().any(|item| !now.contains(item))
}
