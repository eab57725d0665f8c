//! What the form holds.

use std::collections::BTreeSet;

use crate::review::Checked;
use crate::{
    AccountId, Description, Email, EndDate, EndDateChoice, Field, FriendlyName, ManagerCode, OneOrMore,
    Remarks, Review, Role, RoleId, ServiceUser, ServiceUserRequest, Surroundings, UtcDay, account,
    description, email, end_date, friendly_name, manager, role,
};

/// What was typed and chosen so far. Nothing in it has been checked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Draft {
    /// The friendly name, as typed.
    pub friendly_name: String,
    /// The description, as typed.
    pub description: String,
    /// The end date, as typed or chosen.
    pub end_date: EndDateChoice,
    /// The email, as typed.
    pub email: String,
    /// The chosen accounts; the first becomes the primary one. Repeated ones count once.
    pub accounts: Vec<AccountId>,
    /// The chosen Managers. Repeated ones count once.
    pub managers: Vec<ManagerCode>,
    /// The chosen roles. Repeated ones count once.
    pub roles: Vec<RoleId>,
}

impl Draft {
    /// What the form holds of an existing service user, so that it can be changed.
    ///
    /// `roles` are the roles that can be chosen, once they were loaded. The Managers are those of the known roles that the
    /// user has, in the order of first appearance. A role that is not known stays in the draft, and is sent as it came; so
    /// a Manager of which the user has such roles alone is not among the draft's Managers, and is kept by its roles. Where
    /// every role is known and the user has access to one more Manager all the same, that one is added if it can be chosen:
    /// the rules then ask for a role, which is better than to take the access away without a word. If it cannot be chosen
    /// either, there is a warning: [`WarningKind::ManagerWithoutRole`](crate::WarningKind::ManagerWithoutRole).
    ///
    /// An end date that [could not be read](ServiceUser::has_unread_end_date) is left unanswered: a request that leaves it out would take it
    /// away.
    pub fn of(user: &ServiceUser, roles: &[Role]) -> Self {
        let has_unseen_role = user.unseen_roles(roles).next().is_some();
        let of_its_roles = user
            .roles
            .iter()
            .filter_map(|id| roles.iter().find(|role| role.id == *id));
        let without_a_role = user
            .unseen_managers(roles)
            .filter(|_| !has_unseen_role)
            .filter_map(|name| roles.iter().find(|role| role.manager.is_called(name)));
        Self {
            friendly_name: user.friendly_name.clone(),
            description: user.description.clone(),
            end_date: match user.has_unread_end_date() {
                true => EndDateChoice::Unanswered,
                false => EndDate::from_last_day(user.end_date).into(),
            },
            email: user.email.clone(),
            accounts: each_once(&user.accounts),
            managers: each_once(of_its_roles.chain(without_a_role).map(|role| &role.manager.code)),
            roles: each_once(&user.roles),
        }
    }

    /// What the form holds for a new service user that is to be like an existing one: all that [`of`](Self::of) gives but
    /// the name, which can only be one user's, and an end date that is past, which is left unanswered.
    ///
    /// An account or a role of the existing user that cannot be chosen is in it as well, and is a fault there: who is not
    /// allowed to see it cannot give it to somebody else, and should know that the new one is not quite like the old.
    pub fn like(user: &ServiceUser, roles: &[Role], today: UtcDay) -> Self {
        let draft = Self::of(user, roles);
        Self {
            friendly_name: String::new(),
            end_date: match user.end_date {
                Some(last_day) if last_day < today => EndDateChoice::Unanswered,
                Some(_) | None => draft.end_date,
            },
            ..draft
        }
    }

    /// Applies every rule, and finds every fault at once.
    pub fn review(&self, surroundings: &Surroundings<'_>) -> Review {
        let mut remarks = Remarks::default();
        let friendly_name = self.check_friendly_name(surroundings).settle(&mut remarks);
        let description = self.check_description(surroundings).settle(&mut remarks);
        let end_date = self.check_end_date(surroundings).settle(&mut remarks);
        let email = self.check_email(surroundings).settle(&mut remarks);
        let accounts = self.check_accounts(surroundings).settle(&mut remarks);
        let managers = self.check_managers(surroundings).settle(&mut remarks);
        let roles = self.check_roles(surroundings).settle(&mut remarks);

        let request = match (
            friendly_name,
            description,
            end_date,
            email,
            accounts,
            managers,
            roles,
        ) {
            (
                Some(friendly_name),
                Some(description),
                Some(end_date),
                Some(email),
                Some(Some(accounts)),
                Some(()),
                Some(Some(roles)),
            ) => Some(ServiceUserRequest {
                friendly_name,
                description,
                end_date,
                email,
                accounts,
                roles,
            }),
            _ => None,
        };
        Review { remarks, request }
    }

    /// Applies the rules of one field. It finds exactly what [`review`](Self::review) finds for that field.
    pub fn review_field(&self, field: Field, surroundings: &Surroundings<'_>) -> Remarks {
        match field {
            Field::FriendlyName => self.check_friendly_name(surroundings).remarks,
            Field::Description => self.check_description(surroundings).remarks,
            Field::EndDate => self.check_end_date(surroundings).remarks,
            Field::Email => self.check_email(surroundings).remarks,
            Field::Accounts => self.check_accounts(surroundings).remarks,
            Field::Managers => self.check_managers(surroundings).remarks,
            Field::Roles => self.check_roles(surroundings).remarks,
        }
    }

    fn check_friendly_name(&self, surroundings: &Surroundings<'_>) -> Checked<FriendlyName> {
        friendly_name::check(
            &self.friendly_name,
            surroundings.other_names(),
            surroundings.policy,
        )
    }

    fn check_description(&self, surroundings: &Surroundings<'_>) -> Checked<Description> {
        let own = surroundings.existing.map(|user| user.description.as_str());
        description::check(&self.description, own)
    }

    fn check_end_date(&self, surroundings: &Surroundings<'_>) -> Checked<EndDate> {
        let own = surroundings
            .existing
            .filter(|user| !user.has_unread_end_date())
            .map(|user| EndDate::from_last_day(user.end_date));
        end_date::check(&self.end_date, surroundings.today, own, surroundings.policy)
    }

    fn check_email(&self, surroundings: &Surroundings<'_>) -> Checked<Email> {
        let own = surroundings.existing.map(|user| user.email.as_str());
        email::check(&self.email, own, surroundings.caller_email, surroundings.policy)
    }

    fn check_accounts(&self, surroundings: &Surroundings<'_>) -> Checked<Option<OneOrMore<AccountId>>> {
        account::check(&self.accounts, surroundings)
    }

    fn check_managers(&self, surroundings: &Surroundings<'_>) -> Checked<()> {
        manager::check(&self.managers, &self.roles, surroundings)
    }

    fn check_roles(&self, surroundings: &Surroundings<'_>) -> Checked<Option<OneOrMore<RoleId>>> {
        role::check(&self.roles, &self.managers, surroundings)
    }
}

/// The items without repetitions, in the order of first appearance.
pub(crate) fn each_once<'a, T: Clone + Ord + 'a>(items: impl IntoIterator<Item = &'a T>) -> Vec<T> {
    let mut seen = BTreeSet::new();
    items
        .into_iter()
        .filter(|item| seen.insert(*item))
        .cloned()
        .collect()
}
