//! What the form holds.

use crate::{
    AccountId, EndDateChoice, Field, ManagerCode, Remarks, Review, RoleId, ServiceUserRequest, Surroundings,
    account, description, email, end_date, friendly_name, manager, role,
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
    /// Applies every rule, and finds every fault at once.
    pub fn review(&self, surroundings: &Surroundings<'_>) -> Review {
        let mut remarks = Remarks::default();
        let friendly_name =
            friendly_name::check(&self.friendly_name, surroundings.taken_names, surroundings.policy)
                .settle(&mut remarks);
        let description = description::check(&self.description).settle(&mut remarks);
        let end_date =
            end_date::check(&self.end_date, surroundings.today, surroundings.policy).settle(&mut remarks);
        let email =
            email::check(&self.email, surroundings.caller_email, surroundings.policy).settle(&mut remarks);
        let accounts = account::check(&self.accounts, surroundings).settle(&mut remarks);
        let managers = manager::check(&self.managers, surroundings.roles).settle(&mut remarks);
        let roles = role::check(&self.roles, &self.managers, surroundings.roles).settle(&mut remarks);

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
            Field::FriendlyName => {
                friendly_name::check(&self.friendly_name, surroundings.taken_names, surroundings.policy)
                    .remarks
            }
            Field::Description => description::check(&self.description).remarks,
            Field::EndDate => {
                end_date::check(&self.end_date, surroundings.today, surroundings.policy).remarks
            }
            Field::Email => email::check(&self.email, surroundings.caller_email, surroundings.policy).remarks,
            Field::Accounts => account::check(&self.accounts, surroundings).remarks,
            Field::Managers => manager::check(&self.managers, surroundings.roles).remarks,
            Field::Roles => role::check(&self.roles, &self.managers, surroundings.roles).remarks,
        }
    }
}
