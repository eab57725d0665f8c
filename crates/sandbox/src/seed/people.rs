//! The two people to sign in as.

use chrono::{DateTime, Days, Utc};

use super::managers::role_id;
use crate::database::{NewUser, Records, StoreFault};
use crate::session::Person;
use crate::wire::{AccountId, RoleId, Status, UserType};

pub(super) fn insert(records: &mut Records, now: DateTime<Utc>) -> Result<(), StoreFault> {
    let created_at = now.checked_sub_days(Days::new(900)).unwrap_or(now);
    let accounts: Vec<AccountId> = super::account_ids().map(AccountId).collect();
    let primary_account = *accounts.first().ok_or(StoreFault::NotFound)?;
    for person in Person::ALL {
        let (name, email, description, role) = match person {
            Person::Administrator => (
                "Administrator",
                "administrator@example.com",
                "May manage users.",
                "User Manager",
            ),
            Person::Auditor => (
                "Auditor",
                "auditor@example.com",
                "May look, and change nothing.",
                "Read Only",
            ),
        };
        let user = NewUser {
            friendly_name: name.to_owned(),
            description: description.to_owned(),
            email: email.to_owned(),
            end_date: None,
            primary_account,
            accounts: accounts.clone(),
            roles: vec![RoleId(
                role_id("Account Manager", role).ok_or(StoreFault::NotFound)?,
            )],
        };
        let created_by = Person::Administrator.id();
        records.insert_made_up_user(
            person.id(),
            UserType::Standard,
            &user,
            Status::Active,
            created_at,
            created_by,
        )?;
    }
    Ok(())
}
