//! An entry of the audit log.

use serde::Deserialize;

use super::scalar::Scalar;
use super::{Unreadable, read};
use crate::AuditLogEntry;
use crate::timestamp::rfc3339;

/// Who did what to what (our contract; documented are the filters, after which the members are named).
#[derive(Default, Deserialize)]
#[serde(default)]
struct EntryRecord<'a> {
    #[serde(borrow)]
    id: Scalar<'a>,
    #[serde(borrow)]
    timestamp: Scalar<'a>,
    #[serde(borrow)]
    action: Scalar<'a>,
    #[serde(borrow)]
    status: Scalar<'a>,
    #[serde(borrow)]
    resource_type: Scalar<'a>,
    #[serde(borrow)]
    resource_id: Scalar<'a>,
    #[serde(borrow)]
    resource_name: Scalar<'a>,
    #[serde(borrow)]
    account_id: Scalar<'a>,
    #[serde(borrow)]
    user_id: Scalar<'a>,
    #[serde(borrow)]
    user_name: Scalar<'a>,
    #[serde(borrow)]
    message: Scalar<'a>,
}

/// Reads an entry. Nothing in it is needed: an entry that says little is still an entry.
pub(crate) fn audit_log_entry(json: &str) -> Result<AuditLogEntry, Unreadable> {
    let record: EntryRecord<'_> = read(json)?;
    Ok(AuditLogEntry {
        id: record.id.or_empty(),
        timestamp: record.timestamp.text().and_then(rfc3339),
        action: record.action.or_empty(),
        status: record.status.or_empty(),
        resource_type: record.resource_type.or_empty(),
        resource_id: record.resource_id.into_text(),
        resource_name: record.resource_name.or_empty(),
        account_id: record.account_id.into_text(),
        user_id: record.user_id.into_text(),
        user_name: record.user_name.or_empty(),
        message: record.message.or_empty(),
    })
}
