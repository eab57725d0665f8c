//! `/audit-log`: who did what.

use axum::Json;
use axum::extract::State;
use serde::de::{self, IntoDeserializer};
use serde::{Deserialize, Deserializer};
use utoipa::{IntoParams, ToSchema};

use super::Shared;
use super::caller::AuditLogReader;
use super::parameters::Parameters;
use super::refusal::{Refusal, RefusalsOfLists};
use crate::database::{AuditLogFilter, AuditLogSort};
use crate::uuid::Uuid;
use crate::wire::{Action, AuditLogEntry, Day, Outcome, ResourceType};

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct AuditLogQuery {
    /// A part of the name of who did it.
    #[serde(default)]
    #[param(nullable = false)]
    user_name: Option<String>,
    #[serde(default)]
    #[param(nullable = false)]
    action: Option<Action>,
    /// Any of these, separated by commas.
    #[serde(default, deserialize_with = "separated_by_commas")]
    #[param(style = Form, explode = false, min_items = 1)]
    resource_types: Vec<ResourceType>,
    #[serde(default)]
    #[param(nullable = false)]
    resource_id: Option<Uuid>,
    #[serde(default)]
    #[param(nullable = false)]
    status: Option<Outcome>,
    #[serde(default)]
    #[param(nullable = false)]
    account_id: Option<Uuid>,
    /// The first day, in UTC.
    #[serde(default)]
    #[param(nullable = false, value_type = Option<String>, format = "date")]
    from: Option<Day>,
    /// The last day, in UTC, which is included.
    #[serde(default)]
    #[param(nullable = false, value_type = Option<String>, format = "date")]
    to: Option<Day>,
    #[serde(default)]
    #[param(nullable = false)]
    sort: Option<Sort>,
}

/// In which order to show entries (ours).
#[derive(Clone, Copy, Debug, Deserialize, ToSchema)]
pub(crate) enum Sort {
    /// Newest first; also without the parameter.
    #[serde(rename = "-timestamp")]
    NewestFirst,
    #[serde(rename = "timestamp")]
    OldestFirst,
    #[serde(rename = "user_name")]
    UserName,
    #[serde(rename = "action")]
    Action,
}

/// The audit log.
#[utoipa::path(
    get, path = "/audit-log", tag = "audit log", params(AuditLogQuery),
    responses((status = 200, description = "The entries.", body = Vec<AuditLogEntry>), RefusalsOfLists)
)]
pub(crate) async fn list_audit_log(
    State(sandbox): State<Shared>,
    _: AuditLogReader,
    Parameters(query): Parameters<AuditLogQuery>,
) -> Result<Json<Vec<AuditLogEntry>>, Refusal> {
    let filter = AuditLogFilter {
        user_name: query.user_name,
        action: query.action,
        resource_types: query.resource_types,
        resource_id: query.resource_id,
        status: query.status,
        account_id: query.account_id,
        from: query.from.map(|day| day.0),
        to: query.to.map(|day| day.0),
        sort: match query.sort {
            None | Some(Sort::NewestFirst) => AuditLogSort::NewestFirst,
            Some(Sort::OldestFirst) => AuditLogSort::OldestFirst,
            Some(Sort::UserName) => AuditLogSort::UserName,
            Some(Sort::Action) => AuditLogSort::Action,
        },
    };
    Ok(Json(
        sandbox
            .store
            .with(move |records| records.audit_log(&filter))
            .await?,
    ))
}

fn separated_by_commas<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<ResourceType>, D::Error> {
    let text = String::deserialize(deserializer)?;
    text.split(',')
        .map(|name| ResourceType::deserialize(IntoDeserializer::<de::value::Error>::into_deserializer(name)))
        .collect::<Result<_, _>>()
        .map_err(de::Error::custom)
}
