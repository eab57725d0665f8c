//! `/role`: the roles there are.

use axum::Json;
use axum::extract::State;
use serde::Deserialize;
use utoipa::IntoParams;

use super::Shared;
use super::caller::Caller;
use super::parameters::Parameters;
use super::refusal::RefusalsOfLists;
use crate::wire::Role;

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct RoleFilter {
    /// Only roles of the Manager with this code; all, without it.
    #[serde(default)]
    #[param(nullable = false, example = "software_trust")]
    application_code: Option<String>,
}

/// The roles, with their Managers and permissions. A code that no Manager has gives an empty list.
#[utoipa::path(
    get, path = "/role", tag = "roles", params(RoleFilter),
    responses((status = 200, description = "The roles.", body = Vec<Role>), RefusalsOfLists)
)]
pub(crate) async fn list_roles(
    State(sandbox): State<Shared>,
    _: Caller,
    Parameters(filter): Parameters<RoleFilter>,
) -> Json<Vec<Role>> {
    let asked = |role: &&Role| {
        filter
            .application_code
            .as_ref()
            .is_none_or(|code| *code == role.application.code)
    };
    Json(sandbox.catalogue.roles.iter().filter(asked).cloned().collect())
}
