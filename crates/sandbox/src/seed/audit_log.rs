//! What the audit log tells of the first few service users.

use chrono::{DateTime, TimeDelta, Utc};

use super::{series, service_users};
use crate::database::{Actor, Event, Records, StoreFault};
use crate::session::Person;
use crate::uuid::Uuid;
use crate::wire::{Action, Outcome, ResourceType};

/// How many service users have a history.
const WITH_A_HISTORY: usize = 12;

pub(super) fn insert(records: &mut Records, users: usize, now: DateTime<Utc>) -> Result<(), StoreFault> {
    let administrator = Actor {
        id: Person::Administrator.id(),
        name: "Administrator".to_owned(),
    };
    let auditor = Actor {
        id: Person::Auditor.id(),
        name: "Auditor".to_owned(),
    };
    let mut ids = (0..).map(|number| Uuid::made_up(series::AUDIT_LOG_ENTRY, number));
    for index in (0..users.min(WITH_A_HISTORY)).rev() {
        let user = records.user_key(service_users::id(index))?;
        let at = now - TimeDelta::hours(i64::try_from(30 + index * 29).unwrap_or(0));
        let event = |action, status, message| Event {
            action,
            status,
            resource_type: ResourceType::ServiceUser,
            resource_id: Some(user.id),
            resource_name: &user.friendly_name,
            account_id: Some(user.primary_account),
            message,
        };
        let mut record = |actor: &Actor, minutes, event| match ids.next() {
            Some(id) => records.record_made_up_event(actor, at + TimeDelta::minutes(minutes), &event, id),
            None => Ok(()),
        };
        record(
            &administrator,
            0,
            event(Action::Create, Outcome::Success, "Created the service user"),
        )?;
        if index % 3 == 0 {
            record(
                &administrator,
                25,
                event(Action::Update, Outcome::Success, "Changed the service user"),
            )?;
        }
        if index % 4 == 1 {
            record(
                &auditor,
                55,
                event(
                    Action::Disable,
                    Outcome::Failure,
                    "The permission MANAGE_USERS is missing",
                ),
            )?;
        }
        if index == 5 {
            record(
                &administrator,
                90,
                event(Action::Disable, Outcome::Success, "Disabled the service user"),
            )?;
        }
    }
    Ok(())
}
