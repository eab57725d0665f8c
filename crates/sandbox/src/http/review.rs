//! The rules of the form, applied on the server.

use std::borrow::Cow;

use service_user::{Draft, EndDateChoice, Field, ManagerCode, OrganisationPolicy, Surroundings, TakenNames};

use super::Sandbox;
use super::refusal::Refusal;
use crate::database::{CallerRecord, NewUser};
use crate::wire::{ErrorEntry, UserBody};

/// Checks what was sent by the same rules as the form, and names every fault at once.
///
/// Whether the name is taken is not asked here: the database's constraint knows, also of a user that is being created
/// at this very moment.
pub(crate) fn review(body: UserBody, caller: &CallerRecord, sandbox: &Sandbox) -> Result<NewUser, Refusal> {
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
        existing: None,
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
