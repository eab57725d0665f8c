//! `/account`: the accounts that the caller can reach.

use axum::Json;
use axum::extract::State;

use super::Shared;
use super::caller::Caller;
use super::refusal::RefusalsToCallers;
use crate::wire::Account;

/// The accounts that the caller can reach.
#[utoipa::path(
    get, path = "/account", tag = "accounts",
    responses((status = 200, description = "The accounts.", body = Vec<Account>), RefusalsToCallers)
)]
pub(crate) async fn list_accounts(State(sandbox): State<Shared>, caller: Caller) -> Json<Vec<Account>> {
    let reachable = |account: &&Account| caller.0.accounts.contains(&account.id);
    Json(
        sandbox
            .catalogue
            .accounts
            .iter()
            .filter(reachable)
            .cloned()
            .collect(),
    )
}
