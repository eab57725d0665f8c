//! The rules of the form, applied on the server.

use std::borrow::Cow;
use std::iter;

use serde_json::value::RawValue;
use service_user::{
    Draft, EndDateChoice, Field, ManagerCode, OrganisationPolicy, ServiceUser, Surroundings, TakenNames,
    UserId, UtcDay,
};

use super::Sandbox;
use super::refusal::Refusal;
use crate::database::{CallerRecord, Catalogue, NewUser, StoreFault};
use crate::wire::{ErrorEntry, User, UserBody};

/// Checks what was sent by the same rules as the form, and names every fault at once. What a user that is being changed
/// has already is not judged again.
///
/// Whether the name is taken is not asked here: the database's constraint knows, also of a user that is being created
/// at this very moment.
pub(crate) fn review(
    body: UserBody,
    existing: Option<&ServiceUser>,
    caller: &CallerRecord,
    sandbox: &Sandbox,
) -> Result<NewUser, Refusal> {
    let catalogue = &sandbox.catalogue;
    let chosen = |role: &&crate::wire::Role| body.role_ids.contains(&role.id);
    let draft = Draft {
        friendly_name: body.friendly_name,
        description: body.description,
        end_date: body
            .end_date
            .map_or(EndDateChoice::NoEndDate, EndDateChoice::Typed),
        email: body.email,
        accounts: body
            .account_ids
            .iter()
            .map(|id| service_user::AccountId::new(id.0.to_string()))
            .collect(),
        // The request names no Managers: they are those of the roles.
        managers: catalogue
            .roles
            .iter()
            .filter(chosen)
            .map(|role| ManagerCode::new(role.application.code.clone()))
            .collect(),
        roles: body
            .role_ids
            .iter()
            .map(|id| service_user::RoleId::new(id.0.to_string()))
            .collect(),
    };
    let reachable: Vec<service_user::Account> = catalogue
        .accounts
        .iter()
        .zip(&catalogue.accounts_for_rules)
        .filter(|(account, _)| caller.accounts.contains(&account.id))
        .map(|(_, for_rules)| for_rules.clone())
        .collect();
    let surroundings = Surroundings {
        today: sandbox.clock.today(),
        taken_names: &TakenNames::new(),
        accounts: &reachable,
        roles: &catalogue.roles_for_rules,
        caller_email: Some(&caller.email),
        policy: &OrganisationPolicy::default(),
        existing,
    };
    let stray_primary_account = body
        .primary_account_id
        .filter(|primary| !body.account_ids.contains(primary))
        .map(|_| ErrorEntry {
            code: Cow::Borrowed("primary_account_not_chosen"),
            message: "The primary account has to be one of the accounts that can use this service user."
                .to_owned(),
            field: Some(Cow::Borrowed(Field::Accounts.name())),
        });
    let primary_account = body.primary_account_id.or(body.account_ids.first().copied());
    match (
        draft.review(&surroundings).request(),
        stray_primary_account,
        primary_account,
    ) {
        (Ok(request), None, Some(primary_account)) => Ok(NewUser {
            friendly_name: request.friendly_name().as_str().to_owned(),
            description: request.description().as_str().to_owned(),
            email: request.email().as_str().to_owned(),
            end_date: request.end_date().last_day(),
            primary_account,
            accounts: body.account_ids,
            roles: body.role_ids,
        }),
        (Ok(_), stray, _) => Err(Refusal::faults(&[], stray)),
        (Err(faults), stray, _) => Err(Refusal::faults(&faults, stray)),
    }
}

/// A user as the rules know one that is being changed. Who made it and when is left out, and it counts as enabled: no rule
/// asks for that.
pub(crate) fn for_rules(user: &User<'_>, catalogue: &Catalogue) -> Result<ServiceUser, StoreFault> {
    let ids = |json: &RawValue| -> Result<Vec<String>, StoreFault> {
        serde_json::from_str(json.get())
            .map_err(|_| StoreFault::Inconsistent("a set that is not a list of ids"))
    };
    let primary = user.primary_account_id;
    let others = ids(user.account_ids)?.into_iter().filter(|id| *id != primary);
    let accounts = iter::once(primary.to_owned())
        .chain(others)
        .map(service_user::AccountId::new)
        .collect();
    let roles: Vec<service_user::RoleId> = ids(user.role_ids)?
        .into_iter()
        .map(service_user::RoleId::new)
        .collect();
    let of_user = |role: &&service_user::Role| roles.contains(&role.id);
    Ok(ServiceUser {
        id: UserId::new(user.id),
        friendly_name: user.friendly_name.to_owned(),
        description: user.description.to_owned(),
        email: user.email.to_owned(),
        status: service_user::Status::Active,
        end_date: user.end_date.and_then(UtcDay::parse),
        accounts,
        managers: catalogue
            .roles_for_rules
            .iter()
            .filter(of_user)
            .map(|role| role.manager.name.clone())
            .collect(),
        roles,
        created_at: None,
        created_by: None,
    })
}
