//! Taking back what a template set.

use service_user::{Draft, Field};

/// A draft without what a template set in it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TakenBack {
    /// The draft.
    pub draft: Draft,
    /// The fields that the template had set and that were changed since, in the form's order: they stay as they are.
    pub kept: Vec<Field>,
}

impl TakenBack {
    /// Takes back what lies between `before` and `after`, which are a draft before and after a template was applied to it.
    ///
    /// What was typed since then is in neither of them and stays. Managers and roles go or stay together: a role without its
    /// Manager is none.
    pub fn of(present: &Draft, before: &Draft, after: &Draft) -> Self {
        let mut kept = Vec::new();
        let mut is_taken_back = |field, are_same: fn(&Draft, &Draft) -> bool| {
            let (was_set, is_changed) = (!are_same(before, after), !are_same(present, after));
            if was_set && is_changed {
                kept.push(field);
            }
            was_set && !is_changed
        };
        let mut draft = present.clone();
        if is_taken_back(Field::FriendlyName, |one, other| {
            one.friendly_name == other.friendly_name
        }) {
            draft.friendly_name.clone_from(&before.friendly_name);
        }
        if is_taken_back(Field::Description, |one, other| {
            one.description == other.description
        }) {
            draft.description.clone_from(&before.description);
        }
        if is_taken_back(Field::EndDate, |one, other| one.end_date == other.end_date) {
            draft.end_date.clone_from(&before.end_date);
        }
        if is_taken_back(Field::Email, |one, other| one.email == other.email) {
            draft.email.clone_from(&before.email);
        }
        if is_taken_back(Field::Accounts, |one, other| one.accounts == other.accounts) {
            draft.accounts.clone_from(&before.accounts);
        }
        if is_taken_back(Field::Managers, |one, other| {
            one.managers == other.managers && one.roles == other.roles
        }) {
            draft.managers.clone_from(&before.managers);
            draft.roles.clone_from(&before.roles);
        }
        Self { draft, kept }
    }
}
