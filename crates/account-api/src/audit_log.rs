//! The audit log.

use chrono::{DateTime, Utc};
use service_user::{AccountId, UtcDay};

/// Which entries of the audit log to read (documented); what is `None` or empty does not narrow.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AuditLogFilter {
    /// Part of the name of who did it.
    pub user_name: Option<String>,
    /// What was done.
    pub action: Option<String>,
    /// To what kinds of thing (our contract: joined by commas).
    pub resource_types: Vec<String>,
    /// To which thing.
    pub resource_id: Option<String>,
    /// With what success.
    pub status: Option<String>,
    /// In which account.
    pub account_id: Option<AccountId>,
    /// From this day on.
    pub from: Option<UtcDay>,
    /// Up to and including this day.
    pub to: Option<UtcDay>,
    /// In which order.
    pub sort: Option<String>,
}

impl AuditLogFilter {
    /// The parameters that narrow, under the names that the API gives them.
    pub(crate) fn parameters(&self) -> Vec<(&'static str, String)> {
        let day = |day: Option<UtcDay>| day.map(|day| day.to_string());
        let resource_types = Some(self.resource_types.join(",")).filter(|types| !types.is_empty());
        let parameters = [
            ("user_name", self.user_name.clone()),
            ("action", self.action.clone()),
            ("resource_types", resource_types),
            ("resource_id", self.resource_id.clone()),
            ("status", self.status.clone()),
            ("account_id", self.account_id.as_ref().map(AccountId::to_string)),
            ("from", day(self.from)),
            ("to", day(self.to)),
            ("sort", self.sort.clone()),
        ];
        parameters
            .into_iter()
            .filter_map(|(name, value)| Some((name, value?)))
            .collect()
    }
}

/// An entry of the audit log (our contract). Text that the API leaves out is empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AuditLogEntry {
    /// What the API calls the entry.
    pub id: String,
    /// When it happened.
    pub timestamp: Option<DateTime<Utc>>,
    /// What was done.
    pub action: String,
    /// With what success.
    pub status: String,
    /// To what kind of thing.
    pub resource_type: String,
    /// To which thing.
    pub resource_id: Option<String>,
    /// What people call that thing.
    pub resource_name: String,
    /// In which account.
    pub account_id: Option<String>,
    /// Who did it.
    pub user_id: Option<String>,
    /// The name of who did it; of a service user, its friendly name (documented).
    pub user_name: String,
    /// More, in the API's words.
    pub message: String,
}
